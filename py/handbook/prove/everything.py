"""Proof of the checker by trying everything: every combination of answers, in the
national table and with each partnership's own questions.

Proved: exactly one rule for each combination; no rule that is never reached; every
overlap declared; the gravest possible answer for open questions (worked out a second
time without the engine); more suspicion or graver harm never asks for less; a local
rule never lowers; no words that read as a bare no; every worked case.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from handbook.prove.apart import prove_apart
from handbook.prove.cases import local_cases, national_cases
from handbook.prove.duties import Duties, add_duties
from handbook.prove.jurisdiction import jurisdiction_faults
from handbook.prove.local_rules import prove_local
from handbook.prove.narrower import prove_narrower
from handbook.prove.open_questions import open_faults
from handbook.prove.order import order_faults
from handbook.prove.proof import Failure, Proof
from handbook.prove.table_rules import Rules, table_faults
from handbook.prove.wording import local_words, national_words
from handbook.read.library import read_all
from rapidreview.check import Checker, Table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rapidreview.model import National, Partnership

__all__ = ["Failure", "Proof", "prove", "prove_national"]


def prove(national: National, partnerships: Iterable[Partnership] = ()) -> Proof:
    """Return the proof of the national table and of each partnership on top of it.

    A partnership is only tried on a national table that is whole: without that,
    its own faults would drown in the table's.
    """
    proof = prove_national(national)
    if not _whole(proof):
        return proof
    space = Rules(national.notifiability).space
    base = Duties(national, Checker(national))
    for partnership in partnerships:
        prove_local(national, partnership, space, proof, base)
        prove_apart(national, partnership, space, proof)
        prove_narrower(national, partnership, proof)
        proof.faults += local_words(partnership)
        for fault in local_cases(national, partnership):
            proof.cases += 1
            proof.faults += [fault] if fault else []
    return proof


def prove_national(national: National) -> Proof:
    """Return the proof of the national decision table alone."""
    proof = Proof()
    rules, table = Rules(national.notifiability), Table(national.notifiability)
    proof.faults += table_faults(rules)
    if not _whole(proof):
        return proof
    proof.faults += open_faults(rules, table)
    proof.tried["national"] = len(rules.space.rows)
    if not _whole(proof):
        return proof
    for found in jurisdiction_faults(national):
        proof.held += 1
        proof.faults += [found] if found else []
    if any(fault.check == "whose" for fault in proof.faults):
        return proof
    outcomes = {}
    for row in rules.space.rows:
        verdict = table.verdict(row)
        outcomes[tuple(row.values())] = verdict.outcome
        name = verdict.rule.id
        proof.taken[name] = proof.taken.get(name, 0) + 1
    compared, faults = order_faults(national.notifiability.questions, outcomes, table)
    proof.compared += compared
    proof.faults += faults
    add_duties(national, Checker(national), proof)
    proof.faults += national_words(national)
    for fault in national_cases(national):
        proof.cases += 1
        proof.faults += [fault] if fault else []
    return proof


def _whole(proof: Proof) -> bool:
    """Return whether the table answers everything, so that its answers can be compared."""
    return not any(fault.check in ("gap", "engine", "open") for fault in proof.faults)


def proved(policies: Path) -> tuple[list[str], bool]:
    """Return what the proof of the policies in a folder says, line by line, and whether it holds.

    Raises :class:`~handbook.read.faults.Faults` where they cannot be read.
    """
    began = time.monotonic()
    library = read_all(policies)
    every = [one.partnership for one in library.all_protocols]
    found = prove(library.national, every)
    summary = f"{found.summary()} ({time.monotonic() - began:.1f} s)"
    return [
        summary,
        *(item.says for item in (*found.notes, *found.faults)),
    ], found.holds
