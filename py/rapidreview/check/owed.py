"""What a set of answers asks for: every duty, with the ways of settling what is still
open in which it is owed.

Duties come from the rule that takes the answers, from those that hold beside any rule,
and from the protocol's own rules. An unsure answer keeps all that any of its possible
answers asks for. Proved by :mod:`handbook.prove.duties`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from rapidreview.check.table import may_be
from rapidreview.model import OPEN, holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check.table import Table, Verdict
    from rapidreview.model import Duty, Given, LocalDuty, LocalRule, Question

type Way = dict[str, str]
"""One way in which the open questions may be settled; empty where nothing is open."""


@dataclass(frozen=True)
class Owed:
    """A duty and the ways in which it is owed. ``rule`` is the local rule behind it, or ""."""

    duty: Duty | LocalDuty
    ways: tuple[Way, ...]
    rule: str = ""


def ways_of(
    verdict: Verdict | None, given: Given, own: Iterable[Question] = ()
) -> list[Way]:
    """Return every way of settling what is open, the gravest national answers first.

    ``own`` are the partnership's questions: one that was answered "not sure" is open too.
    """
    possible = verdict.possible if verdict else ()
    national: list[Way] = [one.settled for one in possible] or [{}]
    unsure = {
        one.id: may_be(one)
        for one in own
        if given.get(one.id) == OPEN and one.offers(OPEN)
    }
    choices = [
        dict(zip(unsure, values, strict=True)) for values in product(*unsure.values())
    ]
    return [{**way, **choice} for way in national for choice in choices]


def owed_nationally(
    table: Table, verdict: Verdict, given: Given, ways: Iterable[Way]
) -> list[Owed]:
    """Return the national duties: those of the rule itself, then those of each way."""
    every = tuple(ways)
    own = verdict.raised or verdict.rule
    found: dict[int, tuple[Duty, list[Way]]] = {}
    if verdict.possible:
        found = {
            id(duty): (duty, list(every))
            for duty in own.duties
            if duty.when is None or holds(duty.when, given)
        }
    for way in every:
        for duty in settled_duties(table, {**given, **way}):
            found.setdefault(id(duty), (duty, []))[1].append(way)
    return [Owed(duty, tuple(some)) for duty, some in found.values()]


def settled_duties(table: Table, given: Given) -> tuple[Duty, ...]:
    """Return the duties for settled answers: the rule's own, then those beside any rule.

    One that holds beside any rule is left out where the rule itself asks the same
    body for the same act. Contradictory answers owe nothing.
    """
    key = tuple(given.get(name) for name in table.questions)
    if key not in table.owed:
        verdict = table.verdict(given)
        part = verdict.raised or verdict.rule
        own = [one for one in part.duties if one.when is None or holds(one.when, given)]
        same = {(one.id, one.who) for one in own}
        also = [
            one
            for one in table.data.also
            if (one.id, one.who) not in same
            and (one.when is None or holds(one.when, given))
        ]
        owing = [] if verdict.outcome in table.contradictions else [*own, *also]
        table.owed[key] = tuple(owing)
    return table.owed[key]


def held_in(
    rule: LocalRule, given: Given, ways: Iterable[Way], own: Iterable[str] = ()
) -> tuple[Way, ...]:
    """Return the ways of settling the open questions in which a local rule holds.

    It holds in all of them where it takes the answers as they are, "not sure" included,
    and in one where it takes "not sure" of the protocol's ``own`` questions only.
    """
    if holds(rule.when, given):
        return tuple(ways)
    unsure = {name: given[name] for name in own if given.get(name) == OPEN}
    return tuple(
        way
        for way in ways
        if way
        and (
            holds(rule.when, {**given, **way})
            or (unsure and holds(rule.when, {**given, **way, **unsure}))
        )
    )


def owed_locally(
    rules: Iterable[LocalRule], given: Given, ways: Iterable[Way], own: Iterable[str]
) -> list[Owed]:
    """Return the duties of the protocol's own rules, each with the ways in which it is owed."""
    every, names, found = tuple(ways), tuple(own), []
    for rule in rules:
        here = held_in(rule, given, every, names)
        for duty in rule.duties if here else ():
            some = tuple(
                way
                for way in here
                if duty.when is None or holds(duty.when, {**given, **way})
            )
            found += [Owed(duty, some, rule.id)] if some else []
    return found
