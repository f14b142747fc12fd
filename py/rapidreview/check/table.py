"""The decision table at work: which rule takes a set of answers, and which outcome.

Two principles, both proved by :mod:`handbook.prove.everything`:

* Among settled answers the first rule that matches answers.
* Where a question on which rules for open questions rest is "not sure", every
  answer that may turn out to be true is tried, contradictions are left out unless
  nothing else remains, and the gravest outcome answers until it is settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from rapidreview.model import OPEN, holds

if TYPE_CHECKING:
    from rapidreview.model import (
        Duty,
        Given,
        Notifiability,
        Outcome,
        OutcomeId,
        Question,
        Raised,
        Rule,
    )


class NoRuleError(LookupError):
    """No rule of the table takes these answers: a gap that the build refuses."""


@dataclass(frozen=True)
class Verdict:
    """Which rule takes the answers and what comes of it.

    ``raised`` is the case inside the rule that asks for more, where it holds.
    ``possible`` is what each way of settling the open questions would give:
    empty where nothing is open.
    """

    rule: Rule
    outcome: OutcomeId
    raised: Raised | None = None
    possible: tuple[Possible, ...] = ()


@dataclass(frozen=True)
class Possible:
    """One way of settling the open questions, and the verdict it gives."""

    settled: dict[str, str]
    verdict: Verdict


class Table:
    """A decision table with its answers so far kept, so that a batch is quick."""

    def __init__(self, data: Notifiability) -> None:
        self.data = data
        self.outcomes: dict[OutcomeId, Outcome] = {one.id: one for one in data.outcomes}
        self.gravity: dict[OutcomeId, int] = {
            name: outcome.gravity for name, outcome in self.outcomes.items()
        }
        self.contradictions = contradictions(data)
        self.questions = {question.id: question for question in data.questions}
        self._ordinary = [rule for rule in data.rules if not rule.gravest_of]
        self._open = [rule for rule in data.rules if rule.gravest_of]
        self.may_be_open = tuple(
            dict.fromkeys(name for rule in self._open for name in rule.gravest_of)
        )
        self._seen: dict[tuple[str | None, ...], Verdict] = {}
        self.owed: dict[tuple[str | None, ...], tuple[Duty, ...]] = {}
        """What settled answers ask for, kept by :mod:`rapidreview.check.owed`."""

    def verdict(self, given: Given) -> Verdict:
        """Return the verdict on a whole set of answers to the national questions.

        Raises :class:`NoRuleError` where no rule takes them.
        """
        key = tuple(given.get(name) for name in self.questions)
        if key not in self._seen:
            unsettled = [name for name in self.may_be_open if given.get(name) == OPEN]
            self._seen[key] = (
                self._gravest(given, unsettled) if unsettled else self._first(given)
            )
        return self._seen[key]

    def _first(self, given: Given) -> Verdict:
        for rule in self._ordinary:
            if holds(rule.when, given):
                for case in rule.raised:
                    if holds(case.when, given):
                        return Verdict(rule, case.outcome, case)
                return Verdict(rule, rule.outcome)
        raise NoRuleError(f"No rule takes these answers: {_told(given)}.")

    def _gravest(self, given: Given, unsettled: list[str]) -> Verdict:
        choices = [may_be(self.questions[name]) for name in unsettled]
        tried = [
            Possible(settled, self.verdict({**given, **settled}))
            for settled in (
                dict(zip(unsettled, values, strict=True))
                for values in product(*choices)
            )
        ]
        likely = [
            one for one in tried if one.verdict.outcome not in self.contradictions
        ] or tried
        outcome = max(
            (one.verdict.outcome for one in likely), key=self.gravity.__getitem__
        )
        for rule in self._open:
            if rule.outcome == outcome and holds(rule.when, given):
                return Verdict(rule, outcome, None, tuple(likely))
        raise NoRuleError(f"No rule for open questions takes these: {_told(given)}.")


def contradictions(data: Notifiability) -> frozenset[OutcomeId]:
    """Return the outcomes that say that two answers cannot both be right."""
    return frozenset(one.id for one in data.outcomes if one.contradiction)


def may_be(question: Question) -> tuple[str, ...]:
    """Return the answers that "not sure" may turn out to be: those it names, or all others."""
    if question.offers(OPEN) and question.option(OPEN).may_be:
        return question.option(OPEN).may_be
    return tuple(option.id for option in question.options if option.id != OPEN)


def _told(given: Given) -> str:
    return ", ".join(f"{question}={answer}" for question, answer in given.items())
