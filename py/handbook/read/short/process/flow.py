"""The flow of a short policy: which events come right before each event, step by step."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.read.short.process.steps import ShortStep


def before_each_step(steps: Sequence[ShortStep]) -> dict[str, list[str]]:
    """Return for each step the events that the steps leading to it marked last, nearest first.

    A way back (a dispute that returns to the decision) is walked once.
    """
    leading = _leading(steps)
    return {step.id: _nearest(step, leading) for step in steps}


def before_each_event(
    steps: Sequence[ShortStep], starts: Sequence[str] = ()
) -> dict[str, list[str]]:
    """Return for each event that a step marks the events that come right before it.

    An event that lies on one of several ways to the step is not among them: what comes
    after a way out of a decision need not have come by it. ``starts`` are the first steps,
    where they are not those to which no other leads.
    """
    leading = _leading(steps)
    first = {*starts, *(one.id for one in steps[:1])}
    first |= {one.id for one in steps if one.id not in leading}
    found: dict[str, list[str]] = {}
    for step in steps:
        if step.marks:
            sure = {
                one.marks
                for one in steps
                if one.marks and not _without(one.marks, step, leading, first)
            }
            earlier = _nearest(step, leading, sure)
            found.setdefault(step.marks, [one for one in earlier if one != step.marks])
    return found


def _leading(steps: Sequence[ShortStep]) -> dict[str, list[ShortStep]]:
    """Return for each step those that lead to it, and the one beside which it begins."""
    found: dict[str, list[ShortStep]] = defaultdict(list)
    named = {one.id: one for one in steps}
    for step in steps:
        for name in step.onward:
            found[name].append(step)
        if step.beside in named:
            found[step.id].append(named[step.beside])
    return found


def _without(
    event: str, step: ShortStep, leading: dict[str, list[ShortStep]], first: set[str]
) -> bool:
    """Return whether a way leads from a first step to ``step`` on which ``event`` does not happen."""
    seen, ahead = set[str](), [step]
    while ahead:
        one = ahead.pop()
        if one.id in first:
            return True
        seen.add(one.id)
        ahead += [
            near
            for near in leading[one.id]
            if near.marks != event and near.id not in seen
        ]
    return False


def _nearest(
    step: ShortStep,
    leading: dict[str, list[ShortStep]],
    sure: set[str] | None = None,
) -> list[str]:
    """Return the events marked last before ``step``; of those ``sure`` alone, if it is given."""
    found: list[str] = []
    seen, ahead = {step.id}, list(leading[step.id])
    while ahead:
        one = ahead.pop(0)
        if one.id in seen:
            continue
        seen.add(one.id)
        if one.marks and (sure is None or one.marks in sure):
            if one.marks not in found:
                found.append(one.marks)
        else:
            ahead += leading[one.id]
    return found
