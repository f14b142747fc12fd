"""Whether an incident must be notified, by whom, and what happens next here.

The one way in is :func:`decide`; :class:`Checker` keeps the table warm for many
answers. The rules are data (``policies/national/notifiability.yml``); the words of
every answer come from there and from the partnership's file, none from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.answers import AnswerProblem, AnswersError, complete
from rapidreview.changes import smallest_changes
from rapidreview.decision import Decision, WouldChange
from rapidreview.explain import Explainer
from rapidreview.local import (
    flags,
    local_because,
    local_rules,
    next_here,
    raised_outcome,
    starts,
    told_rules,
)
from rapidreview.table import Table
from rapidreview.whose import here

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.conditions import Given
    from rapidreview.national import National
    from rapidreview.parts import OutcomeId, Question, Ref
    from rapidreview.policy import Partnership

__all__ = ["AnswerProblem", "AnswersError", "Checker", "decide", "questions_for"]


def decide(
    national: National,
    partnership: Partnership | None,
    answers: Mapping[str, str],
    area: str = "",
) -> Decision:
    """Return the whole answer to a set of answers, for a partnership and one of its areas.

    Raises :class:`AnswersError` with everything that is wrong with ``answers``.
    """
    return Checker(national, partnership, area).decide(answers)


def questions_for(
    national: National, partnership: Partnership | None, area: str = ""
) -> tuple[Question, ...]:
    """Return the questions to ask, the national ones first, with the area's name in them.

    Raises :class:`AnswersError` where the partnership has no such area.
    """
    return Checker(national, partnership, area).questions


class Checker:
    """Answers for one partnership (or none) and area, any number of times."""

    def __init__(
        self, national: National, partnership: Partnership | None = None, area: str = ""
    ) -> None:
        self.national = national
        self.partnership = partnership
        self.area = area
        self.place = here(partnership, area)
        self.table = Table(national.notifiability)
        extra = partnership.questions if partnership else ()
        self.questions = tuple(
            self.place.question(one)
            for one in (*national.notifiability.questions, *extra)
        )
        self.outcomes = {one.id: one for one in national.notifiability.outcomes}

    def outcome(self, given: Given) -> tuple[OutcomeId, str]:
        """Return the outcome of a whole set of answers and the id of the national rule."""
        verdict = self.table.verdict(given)
        rules = local_rules(self.partnership, given)
        outcome = raised_outcome(verdict.outcome, rules, self.table.gravity)
        return outcome, verdict.rule.id

    def decide(self, answers: Mapping[str, str]) -> Decision:
        """Return the whole answer.

        Raises :class:`AnswersError` with everything that is wrong with ``answers``.
        """
        given = complete(self.questions, answers)
        verdict = self.table.verdict(given)
        rules = local_rules(self.partnership, given)
        gravity = self.table.gravity
        outcome = self.outcomes[raised_outcome(verdict.outcome, rules, gravity)]
        explain = Explainer(
            verdict,
            given,
            self.place,
            {one.id: one for one in self.questions},
            self.outcomes,
            tuple(self.table.questions),
        )
        duties = explain.duties()
        because = explain.because() + local_because(rules, explain)
        not_asked = tuple(one.says for one in self.national.notifiability.irrelevant)
        source = verdict.raised or verdict.rule
        return Decision(
            rule=verdict.rule.id,
            outcome=outcome.id,
            kicker=outcome.kicker,
            title=self.place.words(outcome.title),
            says=self.place.words(outcome.says),
            rule_title=self.place.words(source.title),
            rule_says=self.place.words(source.says),
            standing=verdict.rule.standing,
            evidence=source.evidence,
            duties=duties,
            leads=explain.leads(),
            because=because,
            routes=verdict.rule.routes,
            flags=flags(self.national, self.partnership, given),
            local_rules=told_rules(rules, verdict.outcome, gravity),
            settles=explain.settles(),
            possible=explain.possible(),
            would_change=self._would_change(given),
            would_not_change=tuple(
                self.place.words(one) for one in outcome.never_lowered_by
            )
            + not_asked,
            not_asked=not_asked,
            next=next_here(self.partnership, outcome.id, self.area),
            starts=starts(
                self.national,
                self.partnership,
                [duty.deadline for duty in duties if duty.deadline],
            ),
            sources=_once(
                source.source,
                *(duty.basis for duty in duties),
                *(reason.source for reason in because),
            ),
            answers=given,
        )

    def _would_change(self, given: Given) -> tuple[WouldChange, ...]:
        return smallest_changes(
            given,
            self.questions,
            self.table.may_be_open,
            self.outcome,
            self.outcomes,
        )


def _once(*groups: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(ref for group in groups for ref in group))
