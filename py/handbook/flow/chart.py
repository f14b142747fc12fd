"""The chart of a protocol: its steps in order and numbered, with the limits of each.

Laid out once; the list, the map, the roles' pages and the text for other tools are
all drawn from it, so that a step has the same number in each.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from handbook.flow.layout import Placed, every_placed, lay_out
from rapidreview.model import time_status
from rapidreview.say import limit_words, listed

if TYPE_CHECKING:
    from rapidreview.model import Deadline, Id, Protocol, Step
    from rapidreview.model.steps import Stage


class Chart:
    """One protocol's flow, laid out.

    ``spine`` is the way usually taken, with everything else nested under its
    decisions; ``placed`` holds every step in reading order; ``numbers`` gives the
    number of each step ("4", "4b") by its id. A draft may have no step yet.
    """

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.spine = lay_out(protocol.steps, protocol.partnership.start)
        self.starts = protocol.partnership.start
        self.placed = tuple(every_placed(self.spine))
        self.numbers = {item.step.id: item.number for item in self.placed}
        self._limits: dict[Id, list[Deadline]] = {}
        for deadline in protocol.own_deadlines.values():
            self._limits.setdefault(deadline.step, []).append(deadline)

    def stages(self) -> tuple[tuple[Stage, tuple[Placed, ...]], ...]:
        """Return each stretch of the spine that lies in one stage."""
        by_stage = groupby(self.spine, key=lambda item: item.step.stage)
        return tuple(
            (self.protocol.stages[stage], tuple(items)) for stage, items in by_stage
        )

    def waiting(self) -> tuple[Stage, ...]:
        """Return the stages of a draft in which no step stands yet."""
        filled = {step.stage for step in self.protocol.steps.values()}
        every = self.protocol.stages.values()
        return tuple(one for one in every if one.id not in filled)

    def counts(self) -> tuple[int, int, int]:
        """Return how many steps, decisions and parties the chart shows."""
        steps = [item.step for item in self.placed]
        decisions = sum(bool(step.ways) for step in steps)
        return len(steps) - decisions, decisions, len({step.actor for step in steps})

    def limits(self, step: Step) -> list[Deadline]:
        """Return the deadlines that limit ``step``."""
        return self._limits.get(step.id, [])

    def limits_in_words(self, step: Step) -> list[tuple[str, str]]:
        """Return the limits of ``step`` in words, each once, and how its time was found."""
        told = (
            (limit_words(one, self.protocol.nouns), time_status(one))
            for one in self.limits(step)
        )
        return [pair for pair in dict.fromkeys(told) if pair[0]]

    def where(self, step: Step) -> str:
        """Return where ``step`` is taken, if not in every area: "In Hartlepool only"."""
        areas = self.protocol.step_areas(step)
        names = self.protocol.not_for_all(areas)
        return f"In {listed(names)} only" if names else ""


def only_words(words: str) -> str:
    """Return when a step happens at all: "Only where the panel asks"."""
    if words[:5].lower() == "only ":
        return words
    lower = words[:1].isupper() and words[1:2] in " abcdefghijklmnopqrstuvwxyz"
    return f"Only {words[:1].lower() if lower else words[:1]}{words[1:]}"


@lru_cache(maxsize=32)
def chart_of(protocol: Protocol) -> Chart:
    """Return the chart of ``protocol``, laid out the first time that a page asks for it."""
    return Chart(protocol)
