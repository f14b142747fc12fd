"""Lays a protocol's steps out as a numbered list with branches.

The spine is the way usually taken: from each decision its first way. What another
way leads to nests under the decision; a step that several ways lead to stands
once, and the others say where it stands. So every step is placed exactly once and
every way is told exactly once, whatever the shape of the flow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rapidreview.model import Id, Step

DISPUTED = "The decision is disputed"
"""The label of the way by which a decision is disputed, where the policy has no other."""
BESIDE = "At the same time"
BESIDE_A_DECISION = "Whatever is decided"
"""The labels of the way to a step that runs beside another, or beside a decision."""

type Goes = Literal["on", "into", "ahead", "back"]


@dataclass(frozen=True)
class Exit:
    """One way on from a step, as it is told.

    ``goes``: ``on`` to the next step of the same list; ``into`` a nested list;
    ``ahead`` or ``back`` to a step that stands elsewhere.
    """

    label: str
    goes: Goes
    to: str
    nested: tuple[Placed, ...] = ()
    aside: bool = False
    """Whether it leads to what runs beside, so that the step has its other ways all the same."""


@dataclass(frozen=True)
class Placed:
    """A step where it stands: its number ("4", "4b"), its ways on, and whether it is an end."""

    step: Step
    number: str
    exits: tuple[Exit, ...]

    @property
    def is_end(self) -> bool:
        """Whether nothing follows this step."""
        return all(way.aside for way in self.exits)

    @property
    def goes_on(self) -> Exit | None:
        """The way to the next step of the same list, if there is one."""
        return next((way for way in self.exits if way.goes == "on"), None)

    @property
    def beside(self) -> tuple[Exit, ...]:
        """The ways that leave the list."""
        return tuple(way for way in self.exits if way.goes != "on")


def ways_of(step: Step) -> tuple[tuple[str, str], ...]:
    """Return the step's ways on as (label, step id), the way usually taken first."""
    if step.ways:
        ways = tuple((way.label, way.to) for way in step.ways)
        dispute = step.decides.dispute if step.decides else ""
        if dispute and dispute not in {to for _, to in ways}:
            return (*ways, (DISPUTED, dispute))
        return ways
    return (("", step.next),) if step.next else ()


def lay_out(steps: Mapping[Id, Step], starts: Iterable[Id]) -> tuple[Placed, ...]:
    """Return the spine from the first start, with everything else nested under its decisions.

    What each other start leads to, as far as it has no place yet, follows at the end; it is
    numbered on, and joins the rest by a way back.
    """
    layout = _Layout(steps)
    return layout.told(layout.spine(tuple(starts)))


def every_placed(spine: tuple[Placed, ...]) -> Iterator[Placed]:
    """Yield every placed step, in reading order."""
    for placed in spine:
        yield placed
        for way in placed.exits:
            yield from every_placed(way.nested)


class _Layout:
    """The work in hand: which steps have a place, and in which order they are read."""

    def __init__(self, steps: Mapping[Id, Step]) -> None:
        self.steps = steps
        self.taken: set[str] = set()
        self.numbers: dict[str, str] = {}
        self.beside: dict[str, list[str]] = {}
        for step in steps.values():
            if step.beside:
                self.beside.setdefault(step.beside, []).append(step.id)

    def spine(self, starts: tuple[str, ...]) -> tuple[Placed, ...]:
        chains = [self._reserve(start) for start in starts]
        every = [step_id for ids in chains for step_id in ids]
        for number, step_id in enumerate(every, 1):
            self.numbers[step_id] = str(number)
        return tuple(
            self._place(step_id, ids[place + 1 : place + 2], [0])
            for ids in chains
            for place, step_id in enumerate(ids)
        )

    def _reserve(self, start: str) -> list[str]:
        """Return the steps from ``start`` along first ways, as far as they are still free."""
        ids: list[str] = []
        at: str | None = start
        while at is not None and at not in self.taken:
            self.taken.add(at)
            ids.append(at)
            ways = ways_of(self.steps[at])
            at = ways[0][1] if ways else None
        return ids

    def _place(self, step_id: str, following: list[str], letters: list[int]) -> Placed:
        """Return the step with its ways; ``following`` is the next step of its own list."""
        step = self.steps[step_id]
        exits: list[Exit] = []
        for place, (label, to) in enumerate(ways_of(step)):
            if place == 0 and following == [to]:
                exits.append(Exit(label, "on", to))
            elif to in self.taken:
                exits.append(Exit(label, "ahead", to))
            else:
                exits.append(Exit(label, "into", to, self._nest(to, step_id, letters)))
        for to in self.beside.get(step_id, ()):
            if to not in self.taken:
                nested = self._nest(to, step_id, letters)
                label = BESIDE_A_DECISION if step.ways else BESIDE
                exits.append(Exit(label, "into", to, nested, aside=True))
        return Placed(step, self.numbers[step_id], tuple(exits))

    def _nest(self, start: str, under: str, letters: list[int]) -> tuple[Placed, ...]:
        base = self.numbers[under].rstrip("abcdefghijklmnopqrstuvwxyz")
        ids = self._reserve(start)
        placed = []
        for place, step_id in enumerate(ids):
            self.numbers[step_id] = base + _letter(letters[0])
            letters[0] += 1
            placed.append(self._place(step_id, ids[place + 1 : place + 2], letters))
        return tuple(placed)

    def told(self, spine: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """Return ``spine`` with each way to another place said as ahead or back."""
        order = {
            placed.step.id: place for place, placed in enumerate(every_placed(spine))
        }

        def tell(placed: Placed) -> Placed:
            here = order[placed.step.id]
            exits = (
                replace(way, goes="back")
                if way.goes == "ahead" and order[way.to] <= here
                else replace(way, nested=tuple(map(tell, way.nested)))
                for way in placed.exits
            )
            return replace(placed, exits=tuple(exits))

        return tuple(map(tell, spine))


def _letter(index: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1, …."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
