"""Proof that narrower local words change no answer, and that each is shown somewhere.

Every combination of answers is asked twice: of the protocol, and of the protocol without
its narrower words. Outcome, rule and duties are the same.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure
from rapidreview.check import Checker, narrower_here, ways_of
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.proof import Proof
    from rapidreview.model import National, Partnership


def prove_narrower(national: National, partnership: Partnership, proof: Proof) -> None:
    """Add to ``proof`` what narrower words change (nothing may), and those never shown."""
    if not partnership.narrower:
        return
    shown: set[str] = set()
    silent = replace(partnership, narrower=())
    without = Checker(Protocol(national, silent))
    checker = Checker(Protocol(national, partnership))
    for given in _every(checker):
        proof.beside += 1
        verdict = checker.table.verdict(given)
        ways = ways_of(verdict, given, checker.own)
        owed = checker.owed(given, ways)
        same = checker.outcome(given) == without.outcome(given)
        if not same or owed != without.owed(given, ways):
            says = f"narrower words change the answer to {told(given)}"
            proof.faults.append(Failure("narrower", "", says, given, partnership.id))
            return
        acts = {one.duty.id for one in owed}
        told_here = narrower_here(checker.protocol, given, ways, acts)
        shown |= {one.id for one in told_here}
    for one in partnership.narrower:
        if one.id not in shown:
            says = f"{one.id} is never shown: no answer that it is about asks for its duties"
            proof.faults.append(Failure("narrower", one.id, says, {}, partnership.id))


def _every(checker: Checker) -> Iterator[dict[str, str]]:
    """Yield every combination of answers to all questions."""
    options = [[one.id for one in q.options] for q in checker.questions]
    names = [q.id for q in checker.questions]
    for values in product(*options):
        yield dict(zip(names, values, strict=True))
