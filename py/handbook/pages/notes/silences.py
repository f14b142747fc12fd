"""What a protocol leaves open, gathered from everything that the policy marks as silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, section, table
from handbook.pages.silence import unsaid
from rapidreview.model import Compared, Contact
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    limit_mark,
    nowrap_last,
    silent,
    status_tag,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import NextStep, Protocol, Statement
    from rapidreview.show import Sources

type Silence = Statement | NextStep | Contact | Compared


def no_time(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of the acts for which the protocol gives no number of days."""
    rows: list[tuple[Html, Html, Html]] = [
        (
            nowrap_last(item.what, limit_mark(item, sources)),
            who_html(
                protocol.label(item.who) or item.who, item, protocol.partnership.steps
            ),
            silent(item.no_time) + status_tag(item.status),
        )
        for item in protocol.own_deadlines.values()
        if item.no_time
    ]
    if not rows:
        return NOTHING
    lead = "The protocol asks for these, and gives no number of days or hours."
    heads = ("What", "Who", "In place of a limit")
    return section("With no time limit in days", table(heads, rows), "no-time", lead)


def silences(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of everything else on which the protocol says nothing."""
    partnership = protocol.partnership
    groups: list[tuple[str, list[Silence]]] = [
        (topic.title, [one for one in topic.statements if one.silent])
        for topic in partnership.topics
    ]
    acts = [one for item in partnership.do_now for one in item.says if one.silent]
    groups.append(("What to do now", [*acts]))
    following = [one for one in partnership.next_steps if one.silent]
    groups.append(("What to do next", [*following]))
    addresses = [one for one in partnership.contacts if one.silent]
    groups.append(("Addresses", [*addresses]))
    points = [one for one in partnership.compare if one.silent]
    groups.append(("On points that others settle", [*points]))
    told: set[str] = set()
    body = NOTHING
    for title, items in groups:
        fresh = [one for one in items if _words(one) not in told]
        told |= {_words(one) for one in fresh}
        if fresh:
            said = [_point(one, protocol) + _silence(one, sources) for one in fresh]
            body += el("h3", title) + bullets(said, "says")
    if not body:
        return NOTHING
    lead = "Where the protocol gives no answer, the handbook says so and adds nothing of its own."
    return section("Everything it does not say", body, "silences", lead)


def _words(one: Silence) -> str:
    return one.label if isinstance(one, Contact) else one.says


def _point(one: Silence, protocol: Protocol) -> Html:
    """Return the point of the comparison of which nothing is said, or nothing."""
    if not isinstance(one, Compared):
        return NOTHING
    return el("strong", protocol.attributes[one.attribute].title) + Html(": ")


def _silence(one: Silence, sources: Sources) -> Html:
    mark = sources.mark(one.source, one.status, one.reason)
    return silent(unsaid(_words(one))) + status_tag(one.status) + mark
