"""What was read, when, on what it rests, and where each section of it is used.

The list of sections is made from the policy, so nothing in a document can be left
over without its showing here.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.sources.coverage import coverage
from handbook.pages.sources.editions import edition_notice, editions, latest_of
from handbook.pages.sources.standings import standings
from handbook.pages.statements import lines
from rapidreview.model.protocol import Protocol
from rapidreview.say import listed, plain_date, read_moment
from rapidreview.show import esc, link, tag, verify_tag

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Document, Instrument, Partnership
    from rapidreview.show import Sources

SCHEMES = {
    "numbered": "Numbered sections",
    "headings": "Headings",
    "points": "Numbered points, with headings",
}


def source_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "Sources and changes" of ``partnership``."""
    lead = (
        "What was read, in which edition, on what it rests, who checks it again and by when, "
        "and where each of its sections is used."
    )

    def body(sources: Sources) -> str:
        return (
            edition_notice(library.national, partnership, sources)
            + section("What was read", _documents(partnership), "documents")
            + section("What it rests on", _rests_on(partnership, sources), "rests-on")
            + section("How sure this is", standings(partnership, sources), "evidence")
            + coverage(partnership, sources)
            + section("Change log", _changes(partnership, sources), "changes")
        )

    return partnership_page(
        Protocol(library.national, partnership),
        "source",
        "sources and changes",
        lead,
        body,
    )


def _day(iso: str) -> str:
    return plain_date(read_moment(iso))


def _documents(partnership: Partnership) -> str:
    parts = "".join(
        f'<div class="entry"><h3 id="document-{item.id}">{esc(item.title)}</h3>{_document(item)}</div>'
        for item in partnership.documents
    )
    site = link(partnership.website, partnership.website) if partnership.website else ""
    return parts + lines(
        [
            ("Belongs to", esc(listed(partnership.partnerships))),
            ("Short names", esc(", ".join(partnership.short))),
            ("Also known as", esc(", ".join(partnership.aliases))),
            ("Website", site),
            ("Standing of the protocol", esc(partnership.status.capitalize())),
            ("Checked against the document on", _day(partnership.checked_on)),
            ("Checked by", esc(partnership.checked_by)),
        ]
    )


def _document(item: Document) -> str:
    return lines(
        [
            ("Edition", esc(item.edition or "Not stated")),
            ("Date on it", esc(item.dated or "None printed")),
            (
                "Address",
                link(item.url, item.url) if item.url else "No public address known",
            ),
            (
                "How its places are named",
                f"{SCHEMES[item.scheme]}: {len(item.sections)} in all",
            ),
            ("Read on", _day(item.retrieved_on)),
            ("To be read again by", _day(item.review_by)),
        ]
    )


def _rests_on(partnership: Partnership, sources: Sources) -> str:
    known = {item.id: item for item in sources.national.instruments}
    named = [known[item] for item in partnership.rests_on if item in known]
    rows = [
        (
            link(item.title, f"{sources.base}national/sources/#{item.id}"),
            esc(item.edition) or "Not stated",
            _replaced(item, sources),
            esc(item.note) + verify_tag(item.evidence),
        )
        for item in named
    ]
    if not rows:
        return "<p>The protocol names no law or guidance that it rests on.</p>"
    told = (
        ""
        if editions(sources.national, partnership)
        else "<p>It names no statutory guidance.</p>"
    )
    return (
        table(("What the protocol names", "Edition", "Replaced by", "Note"), rows)
        + told
    )


def _replaced(item: Instrument, sources: Sources) -> str:
    if not item.superseded_by:
        return "Not replaced, as far as is known"
    now = latest_of(sources.national, item)
    day = now.in_force_from or now.published
    since = f", since {_day(day)}" if day else ""
    known = {one.id: one for one in sources.national.instruments}
    between = known[item.superseded_by]
    by = between.short if between is now else f"{between.short}, then {now.short}"
    return f"{esc(by + since)} {tag('replaced')}{verify_tag(now.evidence)}"


def _changes(partnership: Partnership, sources: Sources) -> str:
    newest = sorted(partnership.changes, key=lambda item: item.on, reverse=True)
    body = ""
    for day, items in groupby(newest, key=lambda item: item.on):
        told = [
            esc(item.what) + sources.mark(item.source) + verify_tag(item.evidence)
            for item in items
        ]
        body += f"<h3>{_date_words(day)}</h3>{bullets(told, 'says')}"
    return body


def _date_words(day: str) -> str:
    return _day(day) if day.count("-") == len("--") else esc(day)
