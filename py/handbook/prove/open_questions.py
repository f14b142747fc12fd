"""Proof of the principle for open questions, worked out again without the engine:
the answer is the gravest that any way of settling them would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure
from rapidreview.check import NoRuleError, Table
from rapidreview.model import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.table_rules import Rules
    from rapidreview.model import OutcomeId


def open_faults(rules: Rules, table: Table) -> Iterator[Failure]:
    """Yield where rules for open questions are missing, doubled or dead, and where the
    engine's answer is not what the table and the principle make it."""
    yield from _coverage(rules)
    wanted = dict(_settled(rules))
    wanted |= dict(_unsettled(rules, wanted))
    reached: set[str] = set()
    missing: dict[OutcomeId, dict[str, str]] = {}
    for row in rules.space.rows:
        key = tuple(row.values())
        if key not in wanted:
            continue
        outcome, rule = wanted[key]
        if not rule:
            missing.setdefault(outcome, row)
            continue
        reached.add(rule)
        try:
            verdict = table.verdict(row)
            found = (verdict.outcome, verdict.rule.id)
        except NoRuleError as error:
            yield Failure("engine", "", str(error), row)
            continue
        if found != (outcome, rule):
            says = (
                f"for {told(row)} the rules ask for {outcome} by {rule}; "
                f"the engine answers {found[0]} by {found[1]}"
            )
            yield Failure("engine", rule, says, row)
    for outcome, row in missing.items():
        says = f"no rule for open questions answers {outcome}, as {told(row)} needs"
        yield Failure("gap", "", says, row)
    for one in rules.for_open:
        if one.id not in reached:
            says = (
                f"{one.id} is never reached: no open question can lead to {one.outcome}"
            )
            yield Failure("unreachable", one.id, says)


def _coverage(rules: Rules) -> Iterator[Failure]:
    wanted = rules.space.all & ~rules.settled
    seen: dict[str, str] = {}
    for rule in rules.for_open:
        if rule.outcome in seen:
            says = f"{rule.id} and {seen[rule.outcome]} both answer {rule.outcome} for open questions"
            yield Failure("overlap", rule.id, says)
        seen[rule.outcome] = rule.id
        differs = rules.space.of(rule.when) ^ wanted
        if differs:
            example = rules.space.smallest(differs)
            says = f"{rule.id} must match exactly where one of {', '.join(rules.may_be_open)} is not sure; it differs at {told(example)}"
            yield Failure("open", rule.id, says, example)


type _Keyed = tuple[tuple[str, ...], tuple[OutcomeId, str]]
"""A combination's answers, and the outcome and rule that it should have."""


def _settled(rules: Rules) -> Iterator[_Keyed]:
    for rule in rules.ordinary:
        left = rules.takes[rule.id]
        for case in rule.raised:
            here = rules.space.of(case.when) & left
            for row in rules.space.rows_of(here):
                yield tuple(row.values()), (case.outcome, rule.id)
            left &= ~here
        for row in rules.space.rows_of(left):
            yield tuple(row.values()), (rule.outcome, rule.id)


def _unsettled(
    rules: Rules, settled: dict[tuple[str, ...], tuple[OutcomeId, str]]
) -> Iterator[_Keyed]:
    """Yield the open combinations, each from every settled one that it may turn into.

    Goes the other way round from the engine: each settled combination tells all
    the open ones that it could be hidden behind.
    """
    gravity = {one.id: one.gravity for one in rules.data.outcomes}
    by_outcome = {rule.outcome: rule.id for rule in rules.for_open}
    names = rules.space.names
    hides = {
        question.id: next(
            (one.may_be for one in question.options if one.may_be),
            rules.space.options[question.id],
        )
        for question in rules.data.questions
        if question.id in rules.may_be_open
    }
    gravest: dict[tuple[str, ...], OutcomeId] = {}
    for answers, (outcome, _) in settled.items():
        hidden = [answers]
        for place, name in enumerate(names):
            if answers[place] in hides.get(name, ()):
                hidden += [(*one[:place], OPEN, *one[place + 1 :]) for one in hidden]
        for one in hidden[1:]:
            before = gravest.get(one)
            if before is None or gravity[outcome] >= gravity[before]:
                gravest[one] = outcome
    for answers, outcome in gravest.items():
        yield answers, (outcome, by_outcome.get(outcome, ""))
