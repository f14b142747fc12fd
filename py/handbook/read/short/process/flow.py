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
    leading: dict[str, list[ShortStep]] = defaultdict(list)
    for step in steps:
        for name in step.onward:
            leading[name].append(step)
    return {step.id: _nearest(step, leading) for step in steps}


def before_each_event(steps: Sequence[ShortStep]) -> dict[str, list[str]]:
    """Return for each event that a step marks the events that come right before it."""
    before = before_each_step(steps)
    found: dict[str, list[str]] = {}
    for step in steps:
        if step.marks:
            earlier = [one for one in before[step.id] if one != step.marks]
            found.setdefault(step.marks, earlier)
    return found


def _nearest(step: ShortStep, leading: dict[str, list[ShortStep]]) -> list[str]:
    found: list[str] = []
    seen, ahead = {step.id}, list(leading[step.id])
    while ahead:
        one = ahead.pop(0)
        if one.id in seen:
            continue
        seen.add(one.id)
        if one.marks:
            if one.marks not in found:
                found.append(one.marks)
        else:
            ahead += leading[one.id]
    return found
