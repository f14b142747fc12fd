"""Every instrument by edition, with what is unverified; and what has changed, with dates."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.frame import spelt
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.sources.editions import editions, latest_of
from handbook.pages.statements import lines
from rapidreview.say import MONTHS, listed, plain_date, read_moment
from rapidreview.show import KINDS, esc, link, nowrap_last, slug, tag, verify_tag

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.national.frame import Shelf
    from handbook.read.library import Library
    from rapidreview.model import Instrument, National

HEADS = {
    "law": "Acts and regulations",
    "guidance": "Statutory guidance",
    "panel": "The Panel’s guidance",
    "page": "Official pages and other texts",
}
YEAR, MONTH = 1, 2


def sources_page(library: Library) -> Page:
    """Return the list of sources; each instrument has its id as anchor."""
    lead = "What this handbook was read from, in which edition, when it was checked, and what nobody has read yet."
    national = library.national

    def body(shelf: Shelf) -> str:
        cited = provisions(library)
        groups = "".join(
            section(
                title,
                "".join(
                    _instrument(one, national, cited.get(one.id, []))
                    for one in national.instruments
                    if one.kind == kind
                ),
                f"kind-{kind}",
            )
            for kind, title in HEADS.items()
        )
        return groups + topics_html(library, "sources", shelf)

    return national_page(library, "sources", lead, body)


def changes_page(library: Library) -> Page:
    """Return the page of editions: what is in force, who rests on what, what changed."""
    lead = "Guidance is replaced more often than protocols are. This page says what has moved, and what is not known."
    national = library.national

    def body(shelf: Shelf) -> str:
        rows: list[tuple[str, ...]] = [
            (
                f'<span class="nw">{esc(day_words(one.on))}</span>',
                nowrap_last(one.what, shelf.national.mark(one.source))
                + verify_tag(one.evidence),
            )
            for one in sorted(national.changes, key=lambda one: one.on, reverse=True)
        ]
        return (
            topics_html(library, "changes", shelf)
            + section("Which edition each protocol rests on", _rests(library, shelf), "rests")
            + section("What changed, newest first", table(("When", "What"), rows, "stack rules"), "changes")
        )  # fmt: skip

    return national_page(library, "changes", lead, body)


def provisions(library: Library) -> dict[str, list[str]]:
    """Return the provisions that the handbook cites, by the id of their instrument."""
    known = {one.id for one in library.national.instruments}
    found: dict[str, list[str]] = {}
    for ref in _references(library):
        name, _, provision = ref.rpartition("#")
        if name in known and provision:
            found.setdefault(name, [])
            if provision not in found[name]:
                found[name].append(provision)
    return {name: sorted(items) for name, items in found.items()}


def day_words(text: str) -> str:
    """Return a date that may lack its day or month in words: "April 2019"."""
    parts = text.split("-")
    if len(parts) == YEAR:
        return text
    if len(parts) == MONTH:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return plain_date(read_moment(text))


def _references(value: object) -> list[str]:
    if is_dataclass(value) and not isinstance(value, type):
        found: list[str] = []
        for item in fields(value):
            inner = getattr(value, item.name)
            if item.name == "source":
                found += inner
            else:
                found += _references(inner)
        return found
    if isinstance(value, (tuple, list)):
        return [ref for item in value for ref in _references(item)]
    return []


def _instrument(item: Instrument, national: National, cited: list[str]) -> str:
    later = {one.id: one for one in national.instruments}.get(item.superseded_by)
    replaced = f'<a href="#{slug(later.id)}">{esc(later.short)}</a>' if later else ""
    rows = [
        ("What it is", esc(KINDS[item.kind])),
        ("Edition", esc(item.edition)),
        ("Published", esc(day_words(item.published)) if item.published else ""),
        ("In force from", esc(day_words(item.in_force_from)) if item.in_force_from else ""),
        ("Replaced by", replaced),
        ("Where", link(item.url.removeprefix("https://"), item.url) if item.url else ""),
        ("Checked on", esc(day_words(item.checked_on)) if item.checked_on else ""),
        ("How far it was read", "Not by this handbook itself: to be verified" if item.evidence == "to-verify" else "Read in a public copy, as far as the note says"),
        ("Not read yet", esc("; ".join(spelt(one) for one in item.unread))),
        ("Note", esc(" ".join(item.note.split()))),
        ("Cited here", esc("; ".join(cited))),
    ]  # fmt: skip
    old = " " + tag("replaced") if later else ""
    return (
        f'<div class="entry source" id="{slug(item.id)}"><h3>{esc(item.title)}{old}{verify_tag(item.evidence)}</h3>'
        f"{lines(rows)}</div>"
    )


def _rests(library: Library, shelf: Shelf) -> str:
    rows: list[tuple[str, ...]] = []
    for partnership in library.partnerships:
        named = editions(library.national, partnership)
        now = [latest_of(library.national, one) for one in named if one.superseded_by]
        state = (
            f"Replaced: {listed(dict.fromkeys(one.short for one in now))} applies"
            if now
            else "In force"
        )
        home = f"{shelf.base}partnerships/{partnership.id}/"
        rows.append(
            (
                f'<a href="{home}">{esc(partnership.name)}</a>',
                esc(listed(one.short for one in named) or "Not stated"),
                esc(state if named else "Not known"),
            )
        )
    return table(("Partnership", "Rests on", "That edition"), rows, "stack rules")
