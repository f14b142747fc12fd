"""Events: those that steps mark, those that limits run from, and what the author adds.

A national event brings its label, noun and order; a local one is written where its
step marks it, and comes after the events that lead to that step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import copied, filled, made, mapping, put
from handbook.read.walk import is_national, places
from rapidreview.model import Partnership
from rapidreview.model.constraints import Names
from rapidreview.model.nouns import Nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from handbook.read.nodes import Node
    from handbook.read.short.law import Entry, Law
    from handbook.read.short.process.steps import ShortStep

NOT_OURS = ("id", "source", "evidence", "status", "reason")
"""Keys of a national event that do not pass to the partnership's own declaration."""


class WrittenNouns(Nouns):
    """How each event reads after "of", from the nodes of a policy that is being expanded."""

    def __init__(self, law: Law, declared: Iterable[Node]) -> None:
        """Keep the nouns of the national events and of those that the policy declares."""
        super().__init__(law.national)
        for event in declared:
            noun = event.text("noun") or event.text("label")
            if noun:
                self._words[event.text("id")] = noun


def events_of(
    root: Node,
    steps: Iterable[ShortStep],
    before: Mapping[str, list[str]],
    law: Law,
) -> list[Node]:
    """Return the events of a policy in order; ``before`` holds what the flow puts before each.

    The national rules declare none: the national layer has them.
    """
    if is_national(root):
        return list(root.listed("events"))
    found: dict[str, Node] = {}
    for step in steps:
        marks = step.written.get("marks")
        if marks is None or not step.marks or step.marks in found:
            continue
        event = copied(marks) if marks.kind == "map" else mapping(marks, {"id": marks})
        if counts := step.written.get("counts_as"):
            put(event, "counts_as", counts)
        if at := step.at:
            filled(event, [("at", at)])
        found[step.marks] = event
    for written in root.listed("events"):
        name = written.text("id")
        marked = found.get(name)
        found[name] = (
            copied(written) if marked is None else _overridden(marked, written)
        )
    for name, event in found.items():
        _national(event, name, law)
        if name not in law.events:
            filled(event, [("after", list(before.get(name, [])))])
    return _ordered(found, law)


def also_used(root: Node, law: Law) -> None:
    """Add to ``root`` each national event that something in it runs from and nothing declares."""
    if is_national(root):
        return
    listed = root.listed("events")
    known = {one.text("id") for one in listed}
    added: dict[str, Node] = {}
    for place in places(Partnership, root):
        mark = place.slot.mark(Names)
        if mark is None or mark.kind != "event" or mark.where != "here":
            continue
        for node in place.nodes:
            name = node.raw
            if node.kind == "scalar" and name in law.events and name not in known:
                known.add(name)
                source = place.owner.get("source")
                added[name] = mapping(node, {"id": name, "source": source})
                _national(added[name], name, law)
    if added:
        every = {one.text("id"): one for one in listed} | added
        root.entries["events"] = made(root, list(_ordered(every, law)))


def timed(root: Node) -> None:
    """Ask the time of day of each event that a limit in hours runs from or to."""
    events = {one.text("id"): one for one in root.listed("events")}
    for deadline in root.listed("deadlines"):
        for limit in (deadline, *deadline.listed("also")):
            for reading in limit.listed("readings"):
                clock = reading.get("clock")
                if clock is None or clock.text("unit") != "hour":
                    continue
                event = events.get(reading.text("from") or limit.text("from"))
                if event is not None:
                    filled(event, [("time", True)])


def _overridden(event: Node, written: Node) -> Node:
    for key, value in written.entries.items():
        event.entries[key] = value
        event.keys[key] = written.keys[key]
    return event


def _national(event: Node, name: str, law: Law) -> None:
    entry: Entry = law.events.get(name, {})
    filled(event, [(key, one) for key, one in entry.items() if key not in NOT_OURS])


def _ordered(events: Mapping[str, Node], law: Law) -> list[Node]:
    """Return the events in the national order, each local one after that which it follows."""
    national = list(law.events)
    place: dict[str, tuple[int, int]] = {}
    last = -1
    for turn, name in enumerate(events):
        if name in law.events:
            last = national.index(name)
            place[name] = (last, -1)
        else:
            place[name] = (last, turn)
    return [events[name] for name in sorted(events, key=lambda one: place[one])]
