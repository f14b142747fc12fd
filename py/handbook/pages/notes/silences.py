"""What a protocol leaves open, gathered from everything that the policy marks as silent.

Each silence is told once in a partnership's pages: here, unless it is about what to do now,
an address or a limit, which have pages of their own that say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.fold import fold
from handbook.pages.frame import bullets
from handbook.pages.notes.kinds import of_kind
from handbook.pages.silence import unsaid
from rapidreview.model import Compared
from rapidreview.show import NOTHING, Html, el, joined, silent, status_tag

if TYPE_CHECKING:
    from rapidreview.model import NextStep, Protocol, Statement
    from rapidreview.show import Sources

type Silence = Statement | NextStep | Compared

ANCHOR = "silences"
"""The id of the list on the page of notes."""


def silent_parts(protocol: Protocol) -> list[tuple[str, list[Silence]]]:
    """Return every silence that is told on the page of notes, under its heading, none twice."""
    partnership = protocol.partnership
    groups: list[tuple[str, list[Silence]]] = [
        (topic.title, [one for one in topic.statements if one.silent])
        for topic in partnership.topics
    ]
    following = [one for one in partnership.next_steps if one.silent]
    groups.append(("What to do next", [*following]))
    points = [one for one in partnership.compare if one.silent]
    groups.append(("On points that others settle", [*points]))
    told: set[str] = set()
    found = []
    for title, items in groups:
        fresh = [one for one in items if one.says not in told]
        told |= {one.says for one in fresh}
        if fresh:
            found.append((title, fresh))
    return found


def silences(protocol: Protocol, sources: Sources) -> Html:
    """Return the line that opens to everything on which the protocol says nothing."""
    body = NOTHING
    for title, items in silent_parts(protocol):
        said = [_point(one, protocol) + _silence(one, sources) for one in items]
        body += el("h4", title) + bullets(said, "says")
    if not body:
        return NOTHING
    lead = "Where the protocol gives no answer, the handbook says so and adds nothing of its own."
    return fold(
        el("h3", "Everything it does not say"),
        joined(el("p", lead), body),
        ANCHOR,
        f"notes-beside {of_kind('silence')}",
    )


def _point(one: Silence, protocol: Protocol) -> Html:
    """Return the point of the comparison of which nothing is said, or nothing."""
    if not isinstance(one, Compared):
        return NOTHING
    return el("strong", protocol.attributes[one.attribute].title) + Html(": ")


def _silence(one: Silence, sources: Sources) -> Html:
    mark = sources.mark(one.source, one.status, one.reason)
    return silent(unsaid(one.says)) + status_tag(one.status) + mark
