"""All that a protocol says, under headings, each statement with its section.

With the flowchart, the deadlines, the contacts and the notes, nothing of the policy
is left out: what has no page of its own stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.partnership.protocol_rules import (
    at_each_answer,
    checker,
    clocks,
    orders,
    points,
)
from handbook.pages.sources.editions import edition_notice
from handbook.pages.statements import all_said, jump, lines, marked
from rapidreview.model.protocol import Protocol
from rapidreview.say import listed
from rapidreview.show import esc, link, slug

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Partnership, Topic
    from rapidreview.show import Sources

KINDS = {
    "purpose": "What it is for",
    "definition": "Definitions",
    "referral": "Referring a case",
    "threshold": "The threshold",
    "notification": "Notification",
    "information": "Gathering information",
    "members": "Members",
    "meeting": "Meetings",
    "conduct": "Conduct",
    "content": "What forms and reports contain",
    "criteria": "Criteria for a local review",
    "decision": "Decisions",
    "constraint": "Limits that are not dates",
    "administration": "Administration",
    "after": "After the rapid review",
    "lcspr": "Local practice reviews",
    "family": "The family",
    "publication": "Publication",
    "learning": "Learning",
    "log": "Logs and action plans",
    "national-panel": "The national Panel",
    "link": "Other processes",
    "history": "About the document",
}
"""The kinds of topic in the order of the page, with their headings."""


def protocol_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "What the protocol says" of ``partnership``."""
    lead = (
        "Everything the protocol says, under headings and in plain words. "
        "The mark after each statement gives the section it comes from."
    )

    def body(sources: Sources) -> str:
        kinds = [
            kind
            for kind in KINDS
            if any(one.kind == kind for one in partnership.topics)
        ]
        after = (
            ("words", "Its own words"),
            ("events", "What starts each clock"),
            ("orders", "What comes before what"),
            ("checker", "What it adds to the checker"),
            ("next", "What to do next, answer by answer"),
            ("points", "Point by point"),
        )
        contents = [(f"kind-{kind}", KINDS[kind]) for kind in kinds]
        topics = "".join(_kind(kind, partnership, sources) for kind in kinds)
        return (
            edition_notice(library.national, partnership, sources)
            + jump([*contents, *after], "On this page")
            + _identity(partnership, sources)
            + topics
            + section(after[0][1], _words(partnership, sources), "words")
            + clocks(partnership, sources)
            + orders(partnership, sources)
            + checker(partnership, sources)
            + at_each_answer(partnership, sources)
            + points(partnership, sources)
        )

    return partnership_page(
        Protocol(library.national, partnership),
        "protocol",
        "what the protocol says",
        lead,
        body,
    )


def _identity(partnership: Partnership, sources: Sources) -> str:
    areas = [
        f"{area.name} ({area.authority}"
        + (f"; {area.partnership})" if area.partnership else ")")
        for area in partnership.areas
    ]
    site = link(partnership.website, partnership.website) if partnership.website else ""
    named = "; ".join(esc(one.title) for one in partnership.documents)
    mine = f"{sources.base}partnerships/{partnership.id}/source/"
    rows = [
        ("In short", esc(partnership.lead)),
        ("Partnership", esc(listed(partnership.partnerships))),
        ("Short names", esc(", ".join(partnership.short))),
        ("Also known as", esc(", ".join(partnership.aliases))),
        ("Areas", esc("; ".join(areas))),
        ("Website", site),
        ("Document", f'{named}. <a href="{mine}">Section by section</a>'),
    ]
    return section("The partnership", lines(rows), "partnership")


def _kind(kind: str, partnership: Partnership, sources: Sources) -> str:
    topics = [one for one in partnership.topics if one.kind == kind]
    body = "".join(_topic(topic, sources) for topic in topics)
    return section(KINDS[kind], body, f"kind-{kind}")


def _topic(topic: Topic, sources: Sources) -> str:
    return (
        f'<div class="entry"><h3 id="topic-{topic.id}">{esc(topic.title)}</h3>'
        f"{all_said(topic.statements, sources)}</div>\n"
    )


def _words(partnership: Partnership, sources: Sources) -> str:
    items = "".join(
        f'<div id="{slug(f"word {word.word}")}"><dt>{esc(word.word)}</dt>'
        f"<dd>{marked(word.means, word.source, sources)}</dd></div>"
        for word in partnership.vocabulary
    )
    return f'<dl class="facts wide">{items}</dl>'
