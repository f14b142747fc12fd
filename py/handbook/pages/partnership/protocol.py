"""All that a protocol says, under headings, each statement with its section.

With the flowchart, the deadlines, the contacts and the notes, nothing of the policy
is left out: what has no page of its own stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.frame import Page, local_address, partnership_page, section
from handbook.pages.partnership.protocol_rules import (
    at_each_answer,
    checker,
    clocks,
    orders,
    points,
)
from handbook.pages.sources.editions import edition_notice
from handbook.pages.statements import all_said, jump, lines, marked
from rapidreview.say import listed
from rapidreview.show import NOTHING, Html, el, every, joined, link, slug

if TYPE_CHECKING:
    from rapidreview.model import Protocol, Topic
    from rapidreview.model.partnership import LocalWord
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


AFTER = (
    ("words", "Its own words"),
    ("events", "What starts each clock"),
    ("orders", "What comes before what"),
    ("checker", "What it adds to the checker"),
    ("next", "What to do next, answer by answer"),
    ("points", "Point by point"),
)
"""The sections after the topics: anchor and title."""


def protocol_page(protocol: Protocol) -> Page:
    """Return the page "What the protocol says" of ``protocol``.

    Where the national rules stand in for one, it says what they say.
    """
    what = "national rules say" if protocol.stands_in else "protocol says"
    lead = (
        f"What the {what} beyond {'their' if protocol.stands_in else 'its'} steps and limits, "
        "under headings and in plain words. "
        "The mark after each statement gives the section it comes from."
    )

    def body(sources: Sources) -> Html:
        told = {one.kind for one in protocol.partnership.topics}
        kinds = [kind for kind in KINDS if kind in told]
        contents = [(f"kind-{kind}", KINDS[kind]) for kind in kinds]
        topics = every(_kind(kind, protocol, sources) for kind in kinds)
        anchor, words = AFTER[0]
        return joined(
            edition_notice(protocol, sources),
            jump([*contents, *AFTER], "On this page"),
            _identity(protocol, sources),
            or_unread(topics, protocol),
            section(words, or_unread(_words(protocol, sources), protocol), anchor),
            clocks(protocol, sources),
            orders(protocol, sources),
            checker(protocol, sources),
            at_each_answer(protocol, sources),
            points(protocol, sources),
        )

    return partnership_page(protocol, "protocol", f"what the {what}", lead, body)


def _identity(protocol: Protocol, sources: Sources) -> Html:
    partnership = protocol.partnership
    areas = [
        f"{area.name} ({'; '.join(filter(None, (area.authority, area.partnership)))})"
        for area in partnership.areas
    ]
    site = partnership.website
    named = "; ".join(one.title for one in partnership.documents)
    mine = sources.base + local_address(protocol, "source")
    whole = el("a", "Section by section", href=mine)
    rows = [
        ("In short", partnership.lead),
        ("Partnership", listed(partnership.partnerships)),
        ("Short names", ", ".join(partnership.short)),
        ("Also known as", ", ".join(partnership.aliases)),
        ("Areas", "; ".join(areas)),
        ("Website", link(site, site) if site else NOTHING),
        ("Document", joined(f"{named}. ", whole) if named else NOTHING),
    ]
    return section("The partnership", lines(rows), "partnership")


def _kind(kind: str, protocol: Protocol, sources: Sources) -> Html:
    topics = [one for one in protocol.partnership.topics if one.kind == kind]
    body = every(_topic(topic, sources) for topic in topics)
    return section(KINDS[kind], body, f"kind-{kind}")


def _topic(topic: Topic, sources: Sources) -> Html:
    title = el("h3", topic.title, id=f"topic-{topic.id}")
    told = all_said(topic.statements, sources)
    return joined(el("div", title, told, css="entry"), "\n")


def _words(protocol: Protocol, sources: Sources) -> Html:
    items = (_word(one, sources) for one in protocol.partnership.vocabulary)
    words = every(items)
    return el("dl", words, css="facts facts-wide") if words else NOTHING


def _word(word: LocalWord, sources: Sources) -> Html:
    return el(
        "div",
        el("dt", word.word),
        el("dd", marked(word.means, word.source, sources)),
        id=slug(f"word {word.word}"),
    )
