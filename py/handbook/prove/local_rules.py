"""Proof that a protocol's own rules only ever raise an answer."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.duties import add_duties
from handbook.prove.enumeration import told
from handbook.prove.order import order_faults
from handbook.prove.proof import Failure, Proof, Remark
from rapidreview.check import Checker, local_rules, raising, ways_of
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.duties import Duties
    from handbook.prove.enumeration import Bits, Space
    from rapidreview.model import National, OutcomeId, Partnership, Question


def prove_local(
    national: National,
    partnership: Partnership,
    space: Space,
    proof: Proof,
    base: Duties,
) -> None:
    """Add to ``proof`` what is wrong with a partnership's extra questions and local rules.

    Every combination of the national answers is tried with every combination of
    the answers to the partnership's own questions.
    """
    checker = Checker(Protocol(national, partnership))
    gravity = checker.table.gravity
    outcomes: dict[tuple[str, ...], OutcomeId] = {}
    for extra in _extras(partnership.questions):
        for row in space.rows:
            whole = {**row, **extra}
            outcome, _ = checker.outcome(whole)
            outcomes[tuple(whole.values())] = outcome
            before = checker.table.verdict(row).outcome
            if gravity[outcome] < gravity[before]:
                says = f"{told(whole)} is {before} nationally and only {outcome} here"
                proof.faults.append(Failure("lowers", "", says, whole, partnership.id))
    proof.tried[partnership.id] = len(outcomes)
    compared, faults = order_faults(
        checker.questions, outcomes, checker.table, partnership.id
    )
    proof.compared += compared
    if any(fault.check == "order" and not fault.policy for fault in proof.faults):
        proof.faults += faults
    else:
        proof.notes += _inversions(faults, checker)
    add_duties(national, checker, proof, base)
    proof.faults += _idle_rules(partnership, checker, space)


def _inversions(faults: list[Failure], checker: Checker) -> Iterator[Remark]:
    """Yield where the protocol's own rule asks for more than in a graver case.

    The national order is whole and a local rule never lowers, so the graver answer is
    what the national rules make it: the milder one was raised. That is what the
    protocol says, and a note on it.
    """
    for fault in faults:
        given = fault.example
        verdict = checker.table.verdict(given)
        held = local_rules(checker.protocol, given, ways_of(verdict, given))
        raised = raising(held, verdict.outcome, checker.table)
        rule = raised[0].id if raised else ""
        says = f"{rule} asks for more than a graver answer does: {fault.says.partition(': ')[2]}"
        yield Remark("local-order", rule, says, given, fault.policy)


def _idle_rules(
    partnership: Partnership, checker: Checker, space: Space
) -> Iterator[Failure]:
    """Yield the local rules that never hold, or hold and never raise anything."""
    gravity = checker.table.gravity
    nationally: dict[OutcomeId, int] = {}
    for place, row in enumerate(space.rows):
        outcome = checker.table.verdict(row).outcome
        nationally[outcome] = nationally.get(outcome, 0) | 1 << place
    for rule in partnership.local_rules:
        matched = lower = higher = 0
        for extra in _extras(partnership.questions):
            here = space.fixed(rule.when, extra)
            matched |= here
            for outcome, bits in nationally.items():
                if outcome in checker.table.contradictions:
                    continue
                if gravity[rule.to] > gravity[outcome]:
                    higher |= here & bits
                if gravity[rule.to] < gravity[outcome]:
                    lower |= here & bits
        if not matched:
            says = (
                f"{rule.id} never holds: no combination of answers meets its condition"
            )
            yield Failure("local-idle", rule.id, says, {}, partnership.id)
            continue
        idle = _lower_only(checker, space, lower, higher)
        if idle or not higher:
            example = space.smallest(idle or matched)
            before = checker.table.verdict(next(space.rows_of(idle or matched))).outcome
            says = (
                f"{rule.id} raises no answer here: for {told(example)} the national "
                f"answer is {before}, and the rule says {rule.to}"
            )
            check = "local-lowers" if idle else "local-idle"
            yield Failure(check, rule.id, says, example, partnership.id)


def _lower_only(checker: Checker, space: Space, lower: Bits, higher: Bits) -> Bits:
    """Return what a rule would lower for a fixed answer (an age) at which it raises nothing.

    A rule says "at least": where the national answer is graver already, that one
    stays. But a rule that raises nothing for a whole age was meant to lower.
    """
    found = 0
    for question in checker.table.data.questions:
        for option in question.options if question.fixed else ():
            here = space.where({question.id: (option.id,)})
            if not higher & here:
                found |= lower & here
    return found


def _extras(questions: tuple[Question, ...]) -> Iterator[dict[str, str]]:
    ids = [question.id for question in questions]
    for values in product(*([o.id for o in q.options] for q in questions)):
        yield dict(zip(ids, values, strict=True))
