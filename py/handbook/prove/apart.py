"""Proof of answers about no child: somebody acts, and a child is never lost behind them.

Each combination of a protocol's own answers that leaves out the questions about a child is
held against every combination of those questions: whoever answers them as well is never
asked for less, and no duty of the protocol's own is lost.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure
from rapidreview.check import Checker, owed_locally, rules_apart, ways_of
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.enumeration import Space
    from handbook.prove.proof import Proof
    from rapidreview.model import Given, LocalRule, National, Partnership


def prove_apart(
    national: National, partnership: Partnership, space: Space, proof: Proof
) -> None:
    """Add to ``proof`` what is wrong with a partnership's answers about no child."""
    checker = Checker(Protocol(national, partnership))
    for given in _about_no_child(partnership):
        rules = rules_apart(Protocol(national, partnership), given)
        if not rules:
            says = f"no local rule takes {told(given)}, so nobody would act"
            proof.faults.append(Failure("apart", "", says, given, partnership.id))
            continue
        own = list(_own_faults(rules, checker, given, partnership.id))
        proof.faults += own
        for row in space.rows if not own else ():
            proof.apart += 1
            fault = _less_with_a_child(rules, checker, given, row)
            if fault:
                proof.faults.append(fault)
                break


def _about_no_child(partnership: Partnership) -> Iterator[dict[str, str]]:
    """Yield each whole set of own answers that leaves out the questions about a child."""
    alone = {
        (question.id, option.id)
        for question in partnership.questions
        for option in question.options
        if question.first and option.no_child
    }
    names = [question.id for question in partnership.questions]
    options = [
        [one.id for one in question.options] for question in partnership.questions
    ]
    for values in product(*options) if alone else ():
        given = dict(zip(names, values, strict=True))
        if alone & set(given.items()):
            yield given


def _own_faults(
    rules: list[LocalRule], checker: Checker, given: Given, policy: str
) -> Iterator[Failure]:
    for rule in rules:
        if checker.table.outcomes[rule.to].duty:
            says = (
                f"{rule.id} makes a legal duty of a case without a child: {told(given)}"
            )
            yield Failure("apart", rule.id, says, dict(given), policy)
        if not rule.duties or any(not duty.actor for duty in rule.duties):
            says = (
                f"{rule.id} has to name who does what in the protocol's own words "
                f"(`actor`), because no authority follows from {told(given)}"
            )
            yield Failure("apart", rule.id, says, dict(given), policy)


def _less_with_a_child(
    rules: list[LocalRule], checker: Checker, given: Given, row: Given
) -> Failure | None:
    """Return a fault where the answers in ``row`` about a child lose what holds without them."""
    policy = checker.protocol.id if checker.protocol else ""
    whole = {**row, **given}
    outcome, _ = checker.outcome(whole)
    if outcome in checker.table.contradictions:
        return None
    names = [question.id for question in checker.own]
    asked = owed_locally(rules, given, ways_of(None, given, checker.own), names)
    ways = ways_of(checker.table.verdict(whole), whole, checker.own)
    still = {(one.rule, one.duty.id) for one in checker.owed(whole, ways)}
    lost = [one.rule for one in asked if (one.rule, one.duty.id) not in still]
    if checker.table.gravity[outcome] < checker.table.gravity[rules[0].to]:
        lost.append(rules[0].id)
    if not lost:
        return None
    says = f"{lost[0]} asks for more of {told(given)} than with {told(row)}"
    return Failure("apart", lost[0], says, whole, policy)
