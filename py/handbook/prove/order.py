"""Proof that more suspicion and graver harm never ask for less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rapidreview.check import Table
    from rapidreview.model import OutcomeId, Question

type Ladders = Mapping[str, tuple[tuple[str, ...], ...]]
"""Answers by question, from the least to the most grave; those on one rung weigh the same."""

type Outcomes = Mapping[tuple[str, ...], "OutcomeId"]
"""The outcome of each combination, keyed by its answers in the questions' order."""


def ladders(questions: Iterable[Question]) -> Ladders:
    """Return the ladders of the questions whose answers can be compared."""
    return {one.id: one.graver for one in questions if one.graver}


def steps_up(
    names: tuple[str, ...], answers: tuple[str, ...], climbed: Ladders
) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Yield (question, answers one rung higher or on the same rung, same rung)."""
    for place, name in enumerate(names):
        rungs = climbed.get(name, ())
        for height, rung in enumerate(rungs):
            if answers[place] not in rung:
                continue
            same = [one for one in rung if one != answers[place]]
            above = rungs[height + 1] if height + 1 < len(rungs) else ()
            for one in (*same, *above):
                changed = (*answers[:place], one, *answers[place + 1 :])
                yield name, changed, one in rung


def order_faults(
    questions: tuple[Question, ...],
    outcomes: Outcomes,
    table: Table,
    policy: str = "",
) -> tuple[int, list[Failure]]:
    """Return how many pairs were compared, and where a graver answer asks for less.

    Answers that contradict each other are left out. One fault for each question
    and pair of outcomes, with the first example.
    """
    compared, found = 0, dict[tuple[str, str, str], Failure]()
    names, climbed = tuple(one.id for one in questions), ladders(questions)
    gravity = table.gravity
    for answers, outcome in outcomes.items():
        if outcome in table.contradictions:
            continue
        for name, higher, same in steps_up(names, answers, climbed):
            other = outcomes.get(higher)
            if other is None or other in table.contradictions:
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
