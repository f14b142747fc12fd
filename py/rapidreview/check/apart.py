"""Answers about somebody other than a child: a protocol's own trigger, apart from the national rules.

A parent has died, or a service has failed. The national questions are about a child and
are not asked; the protocol's own rules answer alone. Whoever answers them all the same
gets the whole answer: a child is never lost behind another subject. Proved by
:mod:`handbook.prove.apart`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check.answers import complete
from rapidreview.check.decision import Decision
from rapidreview.check.explain import Explainer
from rapidreview.check.local import (
    flags,
    local_because,
    local_rules,
    told_rules,
)
from rapidreview.check.next_here import starts
from rapidreview.check.owed import owed_locally, ways_of
from rapidreview.check.table import NoRuleError
from rapidreview.check.to_do import FirstHere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.check.decision import DutyHere
    from rapidreview.check.jurisdiction import Here
    from rapidreview.model import Given, LocalRule, Protocol, Question


def stands_apart(
    own: Iterable[Question], national: Iterable[Question], given: Mapping[str, str]
) -> bool:
    """Return whether the answers are about no child: one says so, and no question that is
    about a child has an answer."""
    return any(
        option.no_child and given.get(question.id) == option.id
        for question in own
        for option in question.options
        if question.first
    ) and not any(given.get(question.id) for question in national)


def rules_apart(protocol: Protocol, given: Given) -> list[LocalRule]:
    """Return the protocol's rules that hold, the gravest first; ``given`` is about no child."""
    gravity = {name: one.gravity for name, one in protocol.outcomes.items()}
    ways = ways_of(None, given, protocol.partnership.questions)
    held = local_rules(protocol, given, ways)
    return sorted(held, key=lambda rule: -gravity[rule.to])


def decide_apart(
    protocol: Protocol,
    place: Here,
    answers: Mapping[str, str],
    area_questions: Iterable[Question],
) -> Decision:
    """Return the answer of the protocol's own rules alone.

    Raises :class:`AnswersError` with everything that is wrong with ``answers``, and
    :class:`NoRuleError` where no rule of the protocol holds.
    """
    own = [one.id for one in protocol.partnership.questions]
    asked = tuple(one for one in area_questions if one.id in own)
    given = complete(asked, {name: value for name, value in answers.items() if value})
    rules = rules_apart(protocol, given)
    if not rules:
        raise NoRuleError("No rule of the protocol takes these answers.")
    national, first = protocol.national, rules[0]
    ways = ways_of(None, given, protocol.partnership.questions)
    explain = Explainer(None, given, place, asked, national, ways)
    duties = explain.duties(owed_locally(rules, given, ways, own), protocol)
    because = local_because(rules, explain, own)
    outcome = protocol.outcomes[first.to]
    also = national.notifiability.no_child
    return Decision(
        rule=first.id,
        outcome=outcome.id,
        kicker=outcome.kicker,
        title=first.title,
        says=f"{first.says} {also.says}" if also else first.says,
        rule_title=first.title,
        rule_says=first.says,
        standing="local",
        evidence="protocol",
        duties=duties,
        leads=duties[0].who,
        because=because,
        nationally=None,
        routes=(),
        flags=flags(national, protocol, given, ways),
        local_rules=told_rules(rules, rules),
        narrower=(),
        settles=(),
        possible=(),
        would_change=(),
        would_not_change=(),
        not_asked=(),
        next=None,
        firsts=tuple(
            _first(one.id, duties[0]) for one in national.routes.readers if duties
        ),
        starts=starts(
            national, protocol, [one.deadline for one in duties if one.deadline]
        ),
        sources=tuple(
            dict.fromkeys(
                ref
                for refs in (
                    first.source,
                    *(duty.basis for duty in duties),
                    *(reason.source for reason in because),
                    also.source if also else (),
                )
                for ref in refs
            )
        ),
        answers=given,
    )


def _first(reader: str, duty: DutyHere) -> FirstHere:
    """Return the first duty of the protocol's own rule as what ``reader`` does first."""
    return FirstHere(
        reader=reader,
        do=duty.do,
        to=duty.to,
        by="",
        contacts=(),
        addressed=False,
        silent=False,
        form="",
        deadline=duty.deadline,
        limit="",
        duty=False,
        only_if=duty.only_if,
        route="",
        leads="",
        source=duty.basis,
        status=duty.status,
        reason=duty.reason,
    )
