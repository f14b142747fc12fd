"""Whether an incident must be notified, by whom, and what happens next here.

The one way in is :func:`decide`; :class:`Checker` keeps the table warm for many
answers. The rules are data (``policies/national/notifiability.yml``); the words of
every answer come from there and from the partnership's file, none from here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.check.acting import Acting, talk
from rapidreview.check.answers import AnswerProblem, AnswersError, complete
from rapidreview.check.apart import decide_apart, stands_apart
from rapidreview.check.decision import Decision, WouldChange
from rapidreview.check.explain import Explainer
from rapidreview.check.in_force import as_at, coming, governed_by
from rapidreview.check.jurisdiction import here
from rapidreview.check.local import (
    flags,
    local_rules,
    raised_outcome,
    raising,
    told_rules,
)
from rapidreview.check.narrower import narrower_here
from rapidreview.check.next_here import next_here, starts
from rapidreview.check.others import (
    addressed,
    beside,
    others_here,
    others_problems,
    their_duties,
)
from rapidreview.check.owed import owed_locally, owed_nationally, ways_of
from rapidreview.check.table import Table
from rapidreview.check.told import Told
from rapidreview.check.what_if import smallest_changes
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rapidreview.check.others import Others
    from rapidreview.check.owed import Owed, Way
    from rapidreview.model import (
        Given,
        National,
        OutcomeId,
        Question,
        Ref,
    )

__all__ = ["AnswerProblem", "AnswersError", "Checker", "decide", "questions_for"]


def decide(
    rules: Protocol | National,
    answers: Mapping[str, str],
    area: str = "",
    today: date | None = None,
    others: Others | None = None,
) -> Decision:
    """Return the whole answer to a set of answers, for a protocol and one of its areas.

    Given the national layer alone, it answers for no partnership. ``today`` says which
    local rules are in force; without it all are. ``others`` are the authorities that the
    reader named beside the own one. Raises
    :class:`AnswersError` with everything that is wrong with ``answers``.
    """
    return Checker(rules, area, today).decide(answers, others)


def questions_for(rules: Protocol | National, area: str = "") -> tuple[Question, ...]:
    """Return the questions to ask, the national ones first, with the area's name in them.

    Raises :class:`AnswersError` where the partnership has no such area.
    """
    return Checker(rules, area).questions


class Checker:
    """Answers for one protocol (or the national rules alone) and area, any number of times."""

    def __init__(
        self, rules: Protocol | National, area: str = "", today: date | None = None
    ) -> None:
        whole = rules if isinstance(rules, Protocol) else None
        self.whole, self.today = whole, today
        protocol = as_at(whole, today)
        self.national = rules.national if isinstance(rules, Protocol) else rules
        self.area = area
        self.place = here(protocol, area)
        self.protocol = protocol.at(area) if protocol else None
        self.table = Table(self.national.notifiability)
        self.own = protocol.partnership.questions if protocol else ()
        self.questions = tuple(
            self.place.question(one)
            for one in (*self.national.notifiability.questions, *self.own)
        )

    def outcome(self, given: Given) -> tuple[OutcomeId, str]:
        """Return the outcome of a whole set of answers and the id of the national rule."""
        verdict = self.table.verdict(given)
        rules = local_rules(self.protocol, given, ways_of(verdict, given))
        outcome = raised_outcome(verdict.outcome, rules, self.table)
        return outcome, verdict.rule.id

    def owed(self, given: Given, ways: list[Way]) -> list[Owed]:
        """Return the duties that a whole set of answers asks for, the national ones first,
        each with those of the ``ways`` of settling what is open in which it is owed."""
        verdict = self.table.verdict(given)
        found = owed_nationally(self.table, verdict, given, ways)
        rules = self.protocol.partnership.local_rules if self.protocol else ()
        if verdict.outcome in self.table.contradictions:
            return found
        names = [question.id for question in self.own]
        return found + owed_locally(rules, given, ways, names)

    def decide(
        self, answers: Mapping[str, str], others: Others | None = None
    ) -> Decision:
        """Return the whole answer.

        Raises :class:`AnswersError` with everything that is wrong with ``answers``, and
        with the ``others`` that the reader named.
        """
        law, others = self.national.jurisdiction, others or {}
        wrong = others_problems(law, self.questions, answers, others, self._own())
        questions = self.national.notifiability.questions
        if self.protocol and stands_apart(self.own, questions, answers):
            if wrong:
                raise AnswersError(wrong)
            return decide_apart(self.protocol, self.place, answers, self.questions)
        given = self._complete(answers, wrong)
        place = replace(self.place, beside=beside(law, others))
        verdict = self.table.verdict(given)
        ways = ways_of(verdict, given, self.own)
        rules = local_rules(self.protocol, given, ways)
        raised_to = raised_outcome(verdict.outcome, rules, self.table)
        outcome = self.table.outcomes[raised_to]
        raised = raising(rules, verdict.outcome, self.table)
        explain = Explainer(verdict, given, place, self.questions, self.national, ways)
        owed = self.owed(given, ways)
        if raised:
            owed.sort(key=lambda one: not one.rule)
        duties = addressed(law, others, explain.duties(owed, self.protocol))
        duties += their_duties(law, given, others, duties)
        told = Told.of(verdict, rules, raised, explain, self.own)
        every = [{**given, **way} for way in ways]
        leads = explain.leads(raised=bool(raised))
        here_next = next_here(self.protocol, outcome.id, self.area, every)
        acting = Acting(
            national=self.national,
            protocol=self.protocol,
            place=place,
            area=self.area,
            outcome=outcome.id,
            rule=verdict.rule.id,
            leads=leads,
            duties=duties,
            next=here_next,
        )
        not_asked = tuple(one.says for one in self.national.notifiability.irrelevant)
        return Decision(
            rule=verdict.rule.id,
            outcome=outcome.id,
            kicker=outcome.kicker,
            title=self.place.words(outcome.title),
            says=self.place.words(outcome.says),
            rule_title=told.title,
            rule_says=told.says,
            standing=told.standing,
            evidence=told.evidence,
            duties=duties,
            leads=leads,
            because=told.because,
            nationally=told.nationally,
            routes=verdict.rule.routes,
            flags=flags(self.national, self.protocol, given, ways),
            local_rules=told_rules(rules, raised),
            narrower=narrower_here(
                self.protocol, given, ways, [duty.id for duty in duties]
            ),
            settles=explain.settles(),
            possible=explain.possible(),
            would_change=self._would_change(given),
            would_not_change=tuple(
                self.place.words(one) for one in outcome.never_lowered_by
            )
            + not_asked,
            not_asked=not_asked,
            next=here_next,
            firsts=acting.firsts(),
            talk=talk(self.national, self.protocol, outcome.id, every),
            starts=starts(
                self.national,
                self.protocol,
                [duty.deadline for duty in duties if duty.deadline],
            ),
            sources=_once(
                told.source,
                *(duty.basis for duty in duties),
                *(reason.source for reason in told.because),
            ),
            answers=given,
            coming=coming(self.whole, self.today, given, ways),
            governed_by=governed_by(self.whole, self.area, self.today, given),
            others=others_here(law, others),
            not_read=self.protocol.not_read if self.protocol else "",
        )

    def _own(self) -> str:
        """Return the id of the reader's area, "" where it is not known."""
        if self.area or self.protocol is None or len(self.protocol.areas) > 1:
            return self.area
        return self.protocol.partnership.areas[0].id

    def _complete(
        self, answers: Mapping[str, str], wrong: tuple[AnswerProblem, ...]
    ) -> dict[str, str]:
        """Return the answers, defaults filled in; raise with all that is ``wrong`` as well."""
        try:
            given = complete(self.questions, answers)
        except AnswersError as more:
            raise AnswersError((*more.problems, *wrong)) from more
        if wrong:
            raise AnswersError(wrong)
        return given

    def _would_change(self, given: Given) -> tuple[WouldChange, ...]:
        return smallest_changes(
            given,
            self.questions,
            self.table.may_be_open,
            self.outcome,
            self.table.outcomes,
        )


def _once(*groups: Iterable[Ref]) -> tuple[Ref, ...]:
    return tuple(dict.fromkeys(ref for group in groups for ref in group))
