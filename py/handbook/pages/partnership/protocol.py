"""What a protocol says, each subject a line that opens, each statement with its section.

With the flowchart, the deadlines, the contacts and the notes, nothing of the policy
is left out: what has no page of its own is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.fold import fold
from handbook.pages.frame import Page, local_address, partnership_page, section
from handbook.pages.notes.silences import ANCHOR as SILENCES
from handbook.pages.notes.silences import silent_parts
from handbook.pages.partnership.uses import TITLE as USES
from handbook.pages.sources.editions import edition_line
from handbook.pages.statements import all_said, lines, marked
from rapidreview.say import counted, listed
from rapidreview.show import NOTHING, Html, el, every, joined, link, slug

if TYPE_CHECKING:
    from rapidreview.model import Protocol, Statement, Topic
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
        topics = every(_kind(kind, protocol, sources) for kind in KINDS)
        words = or_unread(_words(protocol, sources), protocol)
        told = joined(
            or_unread(topics, protocol),
            fold(el("h3", "Its own words"), words, "words") if words else NOTHING,
            _unsaid(protocol, sources),
        )
        return joined(
            edition_line(protocol, sources),
            section("What it asks for", told, "says"),
            el("p", el("a", USES, href="../uses/"), css="lone"),
        )

    return partnership_page(protocol, "protocol", f"what the {what}", lead, body)


def _unsaid(protocol: Protocol, sources: Sources) -> Html:
    """Return the way to everything that the protocol does not say: it is told there only."""
    count = sum(len(found) for _, found in silent_parts(protocol))
    if not count:
        return NOTHING
    place = f"{sources.base}{local_address(protocol, 'notes')}#{SILENCES}"
    words = f"{counted(count, 'point')} on which it gives no answer"
    return joined(el("p", el("a", words, href=place), css="small"), "\n")


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
    return fold(el("h3", "The partnership"), lines(rows), "partnership")


def _kind(kind: str, protocol: Protocol, sources: Sources) -> Html:
    """Return the line that opens to what is said of one kind; nothing where nothing is."""
    topics = [
        (topic, [one for one in topic.statements if not one.silent])
        for topic in protocol.partnership.topics
        if topic.kind == kind
    ]
    count = sum(len(told) for _, told in topics)
    if not count:
        return NOTHING
    title = el("h3", KINDS[kind], " ", el("small", counted(count, "statement")))
    body = every(_topic(topic, told, sources) for topic, told in topics if told)
    return fold(title, body, f"kind-{kind}")


def _topic(topic: Topic, told: list[Statement], sources: Sources) -> Html:
    title = el("h4", topic.title, id=f"topic-{topic.id}")
    return joined(el("div", title, all_said(told, sources), css="entry"), "\n")


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
