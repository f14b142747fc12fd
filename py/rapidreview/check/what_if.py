"""What would change an answer: the smallest changes that lead to another outcome.

One changed answer where that is enough, else two. Nothing here is written by hand:
every line is tried on the decision table.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from rapidreview.check.decision import WouldChange
from rapidreview.model import OPEN
from rapidreview.say import any_of, if_answered, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rapidreview.model import Given, Outcome, OutcomeId, Question

    type Outcomes = Callable[[Given], tuple[OutcomeId, str]]
    """From answers to the outcome and the id of the rule that gives it."""

type _Key = tuple[tuple[str, ...], OutcomeId]


def smallest_changes(
    answers: Given,
    questions: tuple[Question, ...],
    may_be_open: tuple[str, ...],
    outcomes: Outcomes,
    words: Mapping[OutcomeId, Outcome],
) -> tuple[WouldChange, ...]:
    """Return the smallest changes of ``answers`` that lead to another outcome.

    Not knowing a thing in ``may_be_open`` is never offered as a change, and an
    outcome that only says "these answers contradict each other" is not one. What is fixed
    comes last, because it is the least likely to turn out differently.
    """
    now = outcomes(answers)[0]
    ordered = sorted(questions, key=lambda question: question.fixed)
    for size in (1, 2):
        groups: dict[_Key, list[tuple[dict[str, str], str]]] = {}
        for change in _changes(answers, ordered, may_be_open, size):
            outcome, rule = outcomes({**answers, **change})
            if outcome != now and not words[outcome].contradiction:
                groups.setdefault((tuple(change), outcome), []).append((change, rule))
        if groups:
            return tuple(
                _told(found, words[outcome], words[now], ordered)
                for (_, outcome), found in groups.items()
            )
    return ()


def _changes(
    answers: Given, questions: list[Question], may_be_open: tuple[str, ...], size: int
) -> Iterator[dict[str, str]]:
    for some in combinations(questions, size):
        choices = [
            [
                option.id
                for option in question.options
                if option.id != answers[question.id]
                and not (question.id in may_be_open and option.id == OPEN)
            ]
            for question in some
        ]
        for values in product(*choices):
            yield {
                question.id: value for question, value in zip(some, values, strict=True)
            }


def _told(
    found: list[tuple[dict[str, str], str]],
    outcome: Outcome,
    now: Outcome,
    questions: list[Question],
) -> WouldChange:
    asked = {question.id: question for question in questions}
    changed = tuple(found[0][0])
    if len(changed) > 1:
        found = found[:1]
    changes = {
        name: tuple(dict.fromkeys(change[name] for change, _ in found))
        for name in changed
    }
    parts = [
        any_of([if_answered(asked[name].option(value)) for value in values])
        for name, values in changes.items()
    ]
    return WouldChange(
        changes=changes,
        says=f"If {listed(parts, 'and')}",
        rules=tuple(dict.fromkeys(rule for _, rule in found)),
        outcome=outcome.id,
        title=outcome.title,
        graver=outcome.gravity > now.gravity,
    )
