"""What one partnership's protocol adds to an answer: rules that raise it, and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check.decision import Because, FlagHere, LocalHere
from rapidreview.check.owed import held_in
from rapidreview.model import asked_by, holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rapidreview.check.explain import Explainer
    from rapidreview.check.owed import Way
    from rapidreview.check.table import Table
    from rapidreview.model import (
        Flag,
        Given,
        LocalRule,
        National,
        OutcomeId,
        Protocol,
        Ref,
    )


def local_rules(
    protocol: Protocol | None, given: Given, ways: Iterable[Way]
) -> list[LocalRule]:
    """Return the local rules that hold for these answers.

    Where a national question is open, a rule holds if it may turn out to: it does in
    one of the ``ways`` of settling what is open.
    """
    if protocol is None or not protocol.partnership.local_rules:
        return []
    own = [question.id for question in protocol.partnership.questions]
    settled = [
        {name: answer for name, answer in way.items() if name not in own}
        for way in ways
    ]
    return [
        rule
        for rule in protocol.partnership.local_rules
        if held_in(rule, given, settled)
    ]


def raised_outcome(
    outcome: OutcomeId, rules: Iterable[LocalRule], table: Table
) -> OutcomeId:
    """Return the gravest of the national outcome and those of the local rules.

    Answers that contradict each other stay a contradiction.
    """
    if outcome in table.contradictions:
        return outcome
    return max((outcome, *(rule.to for rule in rules)), key=table.gravity.__getitem__)


def raising(
    rules: Iterable[LocalRule], national: OutcomeId, table: Table
) -> list[LocalRule]:
    """Return the rules that make the national answer graver, the gravest first."""
    graver = [
        rule
        for rule in rules
        if national not in table.contradictions
        and table.gravity[rule.to] > table.gravity[national]
    ]
    return sorted(graver, key=lambda rule: -table.gravity[rule.to])


def told_rules(
    rules: Iterable[LocalRule], raised: Collection[LocalRule]
) -> tuple[LocalHere, ...]:
    """Return the local rules that hold, each with whether it raises the answer."""
    return tuple(
        LocalHere(
            id=rule.id,
            title=rule.title,
            says=rule.says,
            to=rule.to,
            raises=rule in raised,
            source=rule.source,
        )
        for rule in rules
    )


def local_because(
    rules: Iterable[LocalRule], explain: Explainer, own: Collection[str]
) -> tuple[Because, ...]:
    """Return the reasons of the local rules that hold, tied to the answers they rest on.

    A rule without reasons of its own gives what it says, for the answer it hangs on:
    one to the protocol's ``own`` questions, if there is one.
    """
    return tuple(
        Because(
            question=name,
            answer=explain.answer(name),
            said=explain.said(name, explain.given[name]),
            says=says,
            standing="local",
            source=source,
            evidence="protocol",
        )
        for rule in rules
        for name, says, source in _reasons(rule, own)
    )


def _reasons(
    rule: LocalRule, own: Collection[str]
) -> list[tuple[str, str, tuple[Ref, ...]]]:
    if rule.because:
        return [(one.question, one.says, one.source) for one in rule.because]
    asked = asked_by(rule.when)
    first = [name for name in asked if name in own] or list(asked)
    return [(first[0], rule.says, rule.source)]


def flags(
    national: National,
    protocol: Protocol | None,
    given: Given,
    ways: Iterable[Way] = (),
) -> tuple[FlagHere, ...]:
    """Return the flags that hold, the national ones first.

    Where "not sure" names the answers that it may turn out to be (an age that is
    disputed), a flag holds if it does for one of those.
    """
    local = protocol.partnership.local_flags if protocol else ()
    named = {
        question.id
        for question in national.notifiability.questions
        if any(option.may_be for option in question.options)
    }
    settled = [
        {name: answer for name, answer in way.items() if name in named} for way in ways
    ]
    every: list[Given] = [{**given, **way} for way in settled] or [given]
    return _flags(national.notifiability.flags, every, "national") + _flags(
        local, every, "local"
    )


def _flags(
    some: Iterable[Flag], every: list[Given], origin: str
) -> tuple[FlagHere, ...]:
    return tuple(
        FlagHere(
            id=flag.id,
            title=flag.title,
            says=flag.says,
            who=flag.who,
            source=flag.source,
            evidence=flag.evidence,
            origin=origin,
        )
        for flag in some
        if any(holds(flag.when, given) for given in every)
    )
