"""Proof that more suspicion and graver harm never ask for less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure
from rapidreview.check import CONTRADICTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import OutcomeId

LADDERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "abuse": (("no",), ("not-sure",), ("suspected", "known")),
    "harm": (
        ("less-than-serious",),
        ("near-miss",),
        ("not-sure",),
        ("serious",),
        ("died",),
    ),
}
"""Answers from the least to the most grave. Answers on one rung weigh the same."""

type Outcomes = Mapping[tuple[str, ...], "OutcomeId"]
"""The outcome of each combination, keyed by its answers in the questions' order."""


def steps_up(
    names: tuple[str, ...], answers: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield (question, answers one rung higher or on the same rung, same rung)."""
    for place, name in enumerate(names):
        rungs = LADDERS.get(name, ())
        for height, rung in enumerate(rungs):
            if answers[place] not in rung:
                continue
            same = [one for one in rung if one != answers[place]]
            above = rungs[height + 1] if height + 1 < len(rungs) else ()
            for one in (*same, *above):
                changed = (*answers[:place], one, *answers[place + 1 :])
                yield name, changed, one in rung


def order_faults(
    names: tuple[str, ...],
    outcomes: Outcomes,
    gravity: Mapping[OutcomeId, int],
    policy: str = "",
) -> tuple[int, list[Failure]]:
    """Return how many pairs were compared, and where a graver answer asks for less.

    Answers that contradict each other are left out. One fault for each question
    and pair of outcomes, with the first example.
    """
    compared, found = 0, dict[tuple[str, str, str], Failure]()
    for answers, outcome in outcomes.items():
        if outcome == CONTRADICTION:
            continue
        for name, higher, same in steps_up(names, answers):
            other = outcomes.get(higher, CONTRADICTION)
            if other == CONTRADICTION:
                continue
            compared += 1
            less = gravity[other] < gravity[outcome]
            if less or (same and gravity[other] != gravity[outcome]):
                place = names.index(name)
                example = dict(zip(names, answers, strict=True))
                says = (
                    f"a graver answer asks for less: {told(example)} gives {outcome}, "
                    f"but with {name}={higher[place]} it gives {other}"
                )
                key = (name, outcome, other)
                found.setdefault(key, Failure("order", name, says, example, policy))
    return compared, list(found.values())
