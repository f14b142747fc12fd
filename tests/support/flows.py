"""Flows of every shape, for the properties of the flow chart and of the hand-off map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.layout import lay_out
from rapidreview.model import Step
from rapidreview.model.steps import Way

if TYPE_CHECKING:
    from random import Random

    from handbook.flow.layout import Placed


def step(name: str, *targets: str, actor: str = "someone") -> Step:
    """Return a step of ``actor`` that goes on to ``targets``."""
    ways = tuple(Way(label=f"way {number}", to=to) for number, to in enumerate(targets))
    many = len(targets) > 1
    return Step(
        id=name,
        actor=actor,
        kind="decide" if many else "do",
        title=name,
        stage="one",
        next="" if many else "".join(targets),
        ways=ways if many else (),
        source=("1",),
    )


def random_flow(size: int, actors: int, chance: Random) -> tuple[Step, ...]:
    """Return a flow of ``size`` steps with branches, loops and joins, all reachable."""
    targets: dict[int, list[int]] = {number: [] for number in range(size)}
    for number in range(1, size):
        free = [before for before in range(number) if len(targets[before]) < 4]
        targets[chance.choice(free)].append(number)
    for number in range(size):
        for _ in range(chance.choice((0, 0, 1, 2))):
            to = chance.randrange(size)
            if to not in targets[number]:
                targets[number].append(to)
        chance.shuffle(targets[number])
    return tuple(
        step(str(number), *map(str, found), actor=f"actor{chance.randrange(actors)}")
        for number, found in targets.items()
    )


def laid_out(steps: tuple[Step, ...]) -> tuple[Placed, ...]:
    """Return the spine of a flow that begins with the step "0"."""
    return lay_out({one.id: one for one in steps}, ["0"])
