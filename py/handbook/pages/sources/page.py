"""What was read, when, on what it rests, and where each section of it is used.

The list of sections is made from the policy, so nothing in a document can be left
over without its showing here.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread, unread
from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.sources.coverage import coverage
from handbook.pages.sources.editions import edition_line, editions, latest_of
from handbook.pages.sources.standings import standings
from handbook.pages.statements import lines
from rapidreview.say import NOT_YET, in_force_words, listed, plain_date, read_moment
from rapidreview.show import NOTHING, Html, el, every, joined, link, tag, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import Document, Instrument, Protocol
    from rapidreview.show import Sources

SCHEMES = {
    "numbered": "Numbered sections",
    "headings": "Headings",
    "points": "Numbered points, with headings",
}


def source_page(protocol: Protocol) -> Page:
    """Return the page "Sources and changes" of ``protocol``."""
    lead = (
        "What was read, in which edition, on what it rests, who checks it again and by when, "
        "and where each of its sections is used."
    )

    def body(sources: Sources) -> Html:
        changes = _changes(protocol, sources)
        return joined(
            edition_line(protocol, sources),
            section("What was read", _documents(protocol), "documents"),
            section("What it rests on", _rests_on(protocol, sources), "rests-on"),
            section("How sure this is", standings(protocol, sources), "evidence"),
            coverage(protocol, sources),
            section("Change log", changes, "changes") if changes else NOTHING,
        )

    return partnership_page(protocol, "source", "sources and changes", lead, body)


def _day(iso: str) -> str:
    return plain_date(read_moment(iso)) if iso else NOT_YET


def _documents(protocol: Protocol) -> Html:
    partnership = protocol.partnership
    parts = every(
        el(
            "div",
            el("h3", item.title, id=f"document-{item.id}"),
            _document(item),
            css="entry",
        )
        for item in protocol.documents.values()
    )
    site = partnership.website
    return joined(
        or_unread(parts, protocol),
        lines(
            [
                ("Belongs to", listed(partnership.partnerships)),
                ("Short names", ", ".join(partnership.short)),
                ("Also known as", ", ".join(partnership.aliases)),
                ("Website", link(site, site) if site else NOTHING),
                ("Standing of the protocol", partnership.status.capitalize()),
                ("Checked against the document on", _day(partnership.checked_on)),
                ("Checked by", partnership.checked_by),
            ]
        ),
    )


def _document(item: Document) -> Html:
    places = f"{SCHEMES[item.scheme]}: {len(item.sections)} in all"
    return lines(
        [
            (
                "Whose text",
                f"Regional: {item.region}. More than one partnership shares it."
                if item.region
                else NOTHING,
            ),
            ("Edition", item.edition or "Not stated"),
            ("In force", _in_force(item)),
            ("Governs", item.governs),
            ("Date on it", item.dated or "None"),
            (
                "Address",
                link(item.url, item.url) if item.url else "No public address known",
            ),
            ("How its places are named", places),
            ("Read on", _day(item.retrieved_on)),
            ("To be read again by", _day(item.review_by)),
        ]
    )


def _in_force(item: Document) -> str:
    if item.in_force is None:
        return ""
    days = in_force_words(item.in_force).removeprefix("in force ")
    return f"{days[0].upper()}{days[1:]}"


def _rests_on(protocol: Protocol, sources: Sources) -> Html:
    rows = [
        (
            link(item.title, f"{sources.base}national/sources/#{item.id}"),
            item.edition or "Not stated",
            _replaced(item, protocol),
            joined(item.note, verify_tag(item.evidence)),
        )
        for item in protocol.rests_on
    ]
    none = el("p", "The protocol names no law or guidance that it rests on.")
    if not rows:
        return unread(protocol) or none
    heads = ("What the protocol names", "Edition", "Replaced by", "Note")
    silent = el("p", "It names no statutory guidance.")
    return joined(table(heads, rows), NOTHING if editions(protocol) else silent)


def _replaced(item: Instrument, protocol: Protocol) -> str:
    if not item.superseded_by:
        return "Not replaced, as far as is known"
    now = latest_of(protocol.national, item)
    day = now.in_force_from or now.published
    since = f", since {_day(day)}" if day else ""
    between = protocol.instruments[item.superseded_by]
    by = between.short if between is now else f"{between.short}, then {now.short}"
    return joined(f"{by}{since} ", tag("replaced"), verify_tag(now.evidence))


def _changes(protocol: Protocol, sources: Sources) -> Html:
    changes = protocol.partnership.changes
    newest = sorted(changes, key=lambda item: item.on, reverse=True)
    by_day = groupby(newest, key=lambda item: item.on)
    return every(
        joined(
            el("h3", _date_words(day)),
            bullets(
                [
                    joined(
                        item.what, sources.mark(item.source), verify_tag(item.evidence)
                    )
                    for item in items
                ],
                "says",
            ),
        )
        for day, items in by_day
    )


def _date_words(day: str) -> str:
    return _day(day) if day.count("-") == len("--") else day
