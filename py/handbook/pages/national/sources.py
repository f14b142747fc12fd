"""Every instrument by edition, with what is unverified; and what has changed, with dates."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.named_sources import spelt
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.sources.editions import editions, latest_of
from handbook.pages.statements import lines
from rapidreview.say import MONTHS, listed, plain_date, read_moment
from rapidreview.show import (
    KINDS,
    NOTHING,
    Html,
    el,
    every,
    joined,
    link,
    nowrap_last,
    slug,
    tag,
    text,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Change, Id, Instrument, NationalIndex

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

    def body(sources: PageSources) -> Html:
        cited = provisions(library)
        groups = (
            section(title, _instruments(kind, library.law, cited), f"kind-{kind}")
            for kind, title in HEADS.items()
        )
        return joined(*groups, topics_html(sources, "sources"))

    return national_page(library, "sources", lead, body)


def changes_page(library: Library) -> Page:
    """Return the page of editions: what is in force, who rests on what, what changed."""
    lead = "Guidance is replaced more often than protocols are. This page says what has moved, and what is not known."
    changes = sorted(library.national.changes, key=lambda one: one.on, reverse=True)

    def body(sources: PageSources) -> Html:
        rows = [_change(one, sources) for one in changes]
        return joined(
            topics_html(sources, "changes"),
            section("Which edition each protocol rests on", _rests(sources), "rests"),
            section("What changed, newest first", table(("When", "What"), rows, "stack rules"), "changes"),
        )  # fmt: skip

    return national_page(library, "changes", lead, body)


def _change(change: Change, sources: PageSources) -> tuple[Html, Html]:
    what = nowrap_last(change.what, sources.national.mark(change.source))
    day = el("span", day_words(change.on), css="nw")
    return day, what + verify_tag(change.evidence)


def provisions(library: Library) -> dict[str, list[str]]:
    """Return the provisions that the handbook cites, by the id of their instrument."""
    found: dict[str, list[str]] = {}
    for ref in _references(library):
        name, _, provision = ref.rpartition("#")
        if name in library.law.instruments and provision:
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


def _instruments(kind: str, law: NationalIndex, cited: dict[Id, list[str]]) -> Html:
    return every(
        _instrument(one, law, cited.get(name, []))
        for name, one in law.instruments.items()
        if one.kind == kind
    )


def _instrument(item: Instrument, law: NationalIndex, cited: list[str]) -> Html:
    later = law.instruments.get(item.superseded_by)
    replaced = el("a", later.short, href=f"#{slug(later.id)}") if later else NOTHING
    read = (
        "Not by this handbook itself: to be verified"
        if item.evidence == "to-verify"
        else "Read in a public copy, as far as the note says"
    )
    rows = [
        ("What it is", text(KINDS[item.kind])),
        ("Edition", text(item.edition)),
        ("Published", _day(item.published)),
        ("In force from", _day(item.in_force_from)),
        ("Replaced by", replaced),
        ("Where", link(item.url.removeprefix("https://"), item.url) if item.url else NOTHING),
        ("Checked on", _day(item.checked_on)),
        ("How far it was read", text(read)),
        ("Not read yet", text("; ".join(spelt(one) for one in item.unread))),
        ("Note", text(" ".join(item.note.split()))),
        ("Cited here", text("; ".join(cited))),
    ]  # fmt: skip
    old = joined(" ", tag("replaced")) if later else NOTHING
    title = el("h3", item.title, old, verify_tag(item.evidence))
    return el("div", title, lines(rows), css="entry entry-source", id=slug(item.id))


def _day(given: str) -> Html:
    return text(day_words(given)) if given else NOTHING


def _rests(sources: PageSources) -> Html:
    national = sources.library.national
    rows = []
    for one in sources.library.protocols:
        named = editions(one)
        now = [latest_of(national, item) for item in named if item.superseded_by]
        state = (
            f"Replaced: {listed(dict.fromkeys(item.short for item in now))} applies"
            if now
            else "In force"
        )
        rows.append(
            (
                el("a", one.name, href=sources.base + one.folder),
                text(listed(item.short for item in named) or "Not stated"),
                text(state if named else "Not known"),
            )
        )
    return table(("Partnership", "Rests on", "That edition"), rows, "stack rules")
