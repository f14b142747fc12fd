"""Ways out of decisions: for a limit that holds on some only, the events that show which.

A way shows by an event that only it leads to. An event that several ways lead to shows
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model.base import Id
    from rapidreview.model.partnership import Partnership
    from rapidreview.model.steps import Step


@dataclass(frozen=True)
class Ways:
    """Of one limit: events that show that its way was taken, and those that show another."""

    taken: frozenset[Id]
    other: frozenset[Id]


def ways_of(partnership: Partnership) -> dict[Id, Ways]:
    """Return, by the id of each limit that holds on some ways only, what shows which was taken."""
    return {
        limit.id: _ways(frozenset(limit.only_where), partnership.steps)
        for limit in partnership.deadlines
        if limit.only_where
    }


def _ways(wanted: frozenset[Id], steps: Iterable[Step]) -> Ways:
    by_id = {step.id: step for step in steps}
    taken: set[Id] = set()
    other: set[Id] = set()
    for step in by_id.values():
        targets = {way.to for way in step.ways}
        if not targets & wanted:
            continue
        mine = _events(_beyond(targets & wanted, step.id, by_id), by_id)
        theirs = _events(_beyond(targets - wanted, step.id, by_id), by_id)
        taken |= mine - theirs
        other |= theirs - mine
    return Ways(frozenset(taken - other), frozenset(other - taken))


def _beyond(found: set[Id], decision: Id, steps: dict[Id, Step]) -> set[Id]:
    """Return the steps that can follow ``found`` without coming back to the decision."""
    reached: set[Id] = set()
    waiting = list(found)
    while waiting:
        name = waiting.pop()
        if name in steps and name != decision and name not in reached:
            reached.add(name)
            waiting += [steps[name].next, *(way.to for way in steps[name].ways)]
            waiting += [one.id for one in steps.values() if one.beside == name]
    return reached


def _events(names: set[Id], steps: dict[Id, Step]) -> set[Id]:
    return {steps[name].event for name in names if steps[name].event}
