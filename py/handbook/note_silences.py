"""What a protocol leaves open, gathered from everything that the policy marks as silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.frame import bullets, section, table
from handbook.said import marked
from handbook.silence import unsaid
from rapidreview.markup import esc, silent

if TYPE_CHECKING:
    from rapidreview.parts import Ref
    from rapidreview.policy import Partnership
    from rapidreview.sources import Sources


def no_time(partnership: Partnership, sources: Sources) -> str:
    """Return the section of the acts for which the protocol gives no number of days."""
    labels = {actor.id: actor.label for actor in partnership.actors}
    rows = [
        (
            marked(item.what, item.source, sources, item.status),
            esc(labels.get(item.who, item.who)),
            silent(item.no_time),
        )
        for item in partnership.deadlines
        if item.no_time
    ]
    if not rows:
        return ""
    lead = "The protocol asks for these, and gives no number of days or hours."
    heads = ("What", "Who", "In place of a limit")
    return section("With no time limit in days", table(heads, rows), "no-time", lead)


def silences(partnership: Partnership, sources: Sources) -> str:
    """Return the section of everything else on which the protocol says nothing."""
    groups: list[tuple[str, list[tuple[str, tuple[Ref, ...]]]]] = [
        (
            topic.title,
            [(one.says, one.source) for one in topic.statements if one.silent],
        )
        for topic in partnership.topics
    ]
    acts = [one for item in partnership.do_now for one in item.says if one.silent]
    groups.append(("What to do now", [(one.says, one.source) for one in acts]))
    following = [one for one in partnership.next_steps if one.silent]
    groups.append(("What to do next", [(one.says, one.source) for one in following]))
    addresses = [one for one in partnership.contacts if one.silent]
    groups.append(("Addresses", [(one.label, one.source) for one in addresses]))
    points = [one for one in partnership.compare if one.silent]
    groups.append(
        ("On points that others settle", [(one.says, one.source) for one in points])
    )
    told: set[str] = set()
    body = ""
    for title, items in groups:
        fresh = [(says, source) for says, source in items if says not in told]
        told |= {says for says, _ in fresh}
        if fresh:
            said = [
                silent(unsaid(says)) + sources.mark(source) for says, source in fresh
            ]
            body += f"<h3>{esc(title)}</h3>{bullets(said, 'says')}"
    if not body:
        return ""
    lead = "Where the protocol gives no answer, the handbook says so and adds nothing of its own."
    return section("Everything it does not say", body, "silences", lead)
