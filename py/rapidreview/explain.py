"""A verdict put into words: duties, reasons, and what the open questions decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.cover import blocks
from rapidreview.decision import Because, DutyHere, PossibleHere, Settles
from rapidreview.whose import Here, resolve
from rapidreview.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.conditions import Given
    from rapidreview.national import Duty, Outcome, Reason
    from rapidreview.parts import OutcomeId, Question
    from rapidreview.table import Possible, Verdict

STILL_OPEN = (
    "This is still open. Until it is settled, the handbook gives the gravest answer "
    "that any possible answer to it would give."
)


class Explainer:
    """Says what a verdict means, for one set of answers and one place."""

    def __init__(
        self,
        verdict: Verdict,
        given: Given,
        place: Here,
        questions: dict[str, Question],
        outcomes: dict[OutcomeId, Outcome],
        table_questions: tuple[str, ...],
    ) -> None:
        self.verdict = verdict
        self.given = given
        self.place = place
        self.questions = questions
        self.outcomes = outcomes
        self.table_questions = table_questions
        self.open = tuple(verdict.possible[0].settled) if verdict.possible else ()
        self.gravest = [
            one for one in verdict.possible if one.verdict.outcome == verdict.outcome
        ]

    def duties(self) -> tuple[DutyHere, ...]:
        """Return the rule's own duties, then those of the rules it stands in for.

        A duty that hangs on an open question says so in ``only_if``.
        """
        own = self.verdict.raised or self.verdict.rule
        found = {
            _key(one): one for one in (self._duty(d, self.given) for d in own.duties)
        }
        where: dict[tuple[str, str], list[Possible]] = {}
        for group in _by_rule(self.gravest):
            settled = self._settled(group)
            part = group[0].verdict.raised or group[0].verdict.rule
            for duty in part.duties:
                told = self._duty(duty, settled)
                found.setdefault(_key(told), told)
                where.setdefault(_key(told), []).extend(group)
        return tuple(
            _only_if(duty, self._condition(where.get(key, [])))
            for key, duty in found.items()
        )

    def leads(self) -> str:
        """Return who leads, in words."""
        own = self.verdict.raised or self.verdict.rule
        return resolve(own.leads, self.given, self.place)

    def because(self) -> tuple[Because, ...]:
        """Return the reasons: first what is still open, then what is settled."""
        part = self.gravest[0].verdict if self.gravest else self.verdict
        reasons = (part.raised or part.rule).because
        unsettled = tuple(
            Because(
                question=name,
                answer=self.answer(name),
                said=self.said(name, self.given[name]),
                says=STILL_OPEN,
                standing="handbook",
                source=self.verdict.rule.source,
            )
            for name in self.open
        )
        return unsettled + tuple(
            self._because(reason)
            for reason in reasons
            if reason.question not in self.open
        )

    def settles(self) -> tuple[Settles, ...]:
        """Return the open questions whose answer would settle it.

        Those that decide the outcome; where none does, those that decide the rule.
        """
        deciding = [
            (name, outcomes, rules)
            for name in self.open
            for outcomes, rules in [self._decided_by(name)]
        ]
        matter = [one for one in deciding if len(one[1]) > 1]
        matter = matter or [one for one in deciding if len(one[2]) > 1]
        return tuple(
            Settles(
                question=name,
                ask=self.place.words(self.questions[name].ask),
                says=self._settling(outcomes),
                outcomes=outcomes,
            )
            for name, outcomes, _ in matter
        )

    def possible(self) -> tuple[PossibleHere, ...]:
        """Return what the answer becomes for each way the open questions may turn out."""
        return tuple(
            PossibleHere(
                settled=one.settled,
                says=f"If {listed([self.said(*pair) for pair in one.settled.items()])}",
                rule=one.verdict.rule.id,
                outcome=one.verdict.outcome,
                title=self.outcomes[one.verdict.outcome].kicker,
            )
            for one in self.verdict.possible
        )

    def answer(self, name: str) -> str:
        """Return the label of the answer given to a question."""
        options = {option.id: option.label for option in self.questions[name].options}
        return self.place.words(options[self.given[name]])

    def said(self, name: str, answer: str) -> str:
        """Return an answer as it reads in a sentence."""
        for option in self.questions[name].options:
            if option.id == answer:
                return self.place.words(option.said or f"you answered “{option.label}”")
        return answer

    def _because(self, reason: Reason) -> Because:
        return Because(
            question=reason.question,
            answer=self.answer(reason.question),
            said=self.said(reason.question, self.given[reason.question]),
            says=self.place.words(reason.says),
            standing=reason.standing,
            source=reason.source,
            evidence=reason.evidence,
        )

    def _duty(self, duty: Duty, given: Given) -> DutyHere:
        return DutyHere(
            do=self.place.words(duty.do),
            to=self.place.words(duty.to),
            who=resolve(duty.who, given, self.place),
            strength=duty.strength,
            standing=duty.standing,
            basis=duty.source,
            deadline=duty.deadline,
            evidence=duty.evidence,
        )

    def _settled(self, group: list[Possible]) -> Given:
        """Return the answers with what all of ``group`` have in common filled in."""
        common = {
            name: group[0].settled[name]
            for name in self.open
            if len({one.settled[name] for one in group}) == 1
        }
        return {**self.given, **common}

    def _condition(self, group: list[Possible]) -> str:
        if not group or len(group) == len(self.verdict.possible):
            return ""
        told = (
            ", and ".join(
                self._alternatives(pairs, alone=len(block) == 1) for pairs in block
            )
            for block in blocks([one.settled for one in group], self._every())
        )
        return f"if {'; or if '.join(told)}"

    def _alternatives(self, pairs: list[tuple[str, str]], *, alone: bool) -> str:
        """Return the answers to one question as a sentence allows them."""
        words = listed([self.said(*pair) for pair in pairs], "or")
        return words if alone or len(pairs) == 1 else f"either {words}"

    def _every(self) -> dict[str, int]:
        """Return how many answers each open question may turn out to have."""
        return {
            name: len({one.settled[name] for one in self.verdict.possible})
            for name in self.open
        }

    def _decided_by(self, name: str) -> tuple[tuple[OutcomeId, ...], set[str]]:
        """Return the outcomes and rules that the answer to ``name`` alone can decide between."""
        groups: dict[tuple[str, ...], list[Possible]] = {}
        for one in self.verdict.possible:
            rest = tuple(value for key, value in one.settled.items() if key != name)
            groups.setdefault(rest, []).append(one)
        outcomes: dict[OutcomeId, None] = {}
        rules: set[str] = set()
        for group in groups.values():
            reached = dict.fromkeys(one.verdict.outcome for one in group)
            if len(reached) > 1:
                outcomes.update(reached)
            through = {one.verdict.rule.id for one in group}
            if len(through) > 1:
                rules |= through
        ordered = sorted(outcomes, key=lambda one: -self.outcomes[one].gravity)
        return tuple(ordered), rules

    def _settling(self, outcomes: tuple[OutcomeId, ...]) -> str:
        if not outcomes:
            return "It does not change what kind of answer this is; it decides who acts and on what ground."
        titles = [f"“{self.outcomes[outcome].kicker}”" for outcome in outcomes]
        return f"It decides between {listed(titles)}."


def _key(duty: DutyHere) -> tuple[str, str]:
    return duty.do, duty.who


def _only_if(duty: DutyHere, condition: str) -> DutyHere:
    return replace(duty, only_if=condition) if condition else duty


def _by_rule(possible: Iterable[Possible]) -> list[list[Possible]]:
    groups: dict[tuple[str, bool], list[Possible]] = {}
    for one in possible:
        key = (one.verdict.rule.id, one.verdict.raised is not None)
        groups.setdefault(key, []).append(one)
    return list(groups.values())
