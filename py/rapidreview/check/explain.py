"""A verdict put into words: duties, reasons, and what the open questions decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.check.decision import Because, DutyHere, PossibleHere, Settles
from rapidreview.check.jurisdiction import Here, bearers, holders, resolve
from rapidreview.check.table import NoRuleError
from rapidreview.say import any_of, blocks, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check.owed import Owed, Way
    from rapidreview.check.table import Possible, Verdict
    from rapidreview.model import Given, National, OutcomeId, Protocol, Question, Reason

STILL_OPEN = (
    "This is still open. Until it is settled, the handbook gives the gravest answer "
    "that any possible answer to it would give."
)
OPEN_TOO = "This is still open too."


class Explainer:
    """Says what a verdict means, for one set of answers and one place."""

    def __init__(
        self,
        verdict: Verdict | None,
        given: Given,
        place: Here,
        questions: Iterable[Question],
        national: National,
        ways: list[Way],
    ) -> None:
        self._verdict = verdict
        self.given = given
        self.place = place
        self.questions = {one.id: one for one in questions}
        self.outcomes = {one.id: one for one in national.notifiability.outcomes}
        self.ways = ways
        self.law = national.jurisdiction
        possible = verdict.possible if verdict else ()
        self.open = tuple(possible[0].settled) if possible else ()
        self.gravest = [
            one
            for one in possible
            if verdict and one.verdict.outcome == verdict.outcome
        ]

    @property
    def verdict(self) -> Verdict:
        """What the decision table says; raises where the answers are about no child."""
        if self._verdict is None:
            raise NoRuleError("No child was harmed: the table is not asked.")
        return self._verdict

    def duties(
        self, owed: Iterable[Owed], protocol: Protocol | None
    ) -> tuple[DutyHere, ...]:
        """Return what is owed, in words, each duty once.

        A duty that hangs on an open question says so in ``only_if``. ``protocol`` is where
        the actors of its own duties are called by their names.
        """
        found: dict[tuple[str, ...], tuple[DutyHere, list[Way]]] = {}
        for one in owed:
            told = self._duty(one, protocol)
            if not told.who:
                continue
            found.setdefault(_key(told), (told, []))[1].extend(one.ways)
        return tuple(
            _only_if(duty, self._condition(ways)) for duty, ways in found.values()
        )

    def leads(self, *, raised: bool) -> str:
        """Return who leads, in words: where a local rule ``raised`` it, always somebody."""
        own = self.verdict.raised or self.verdict.rule
        leads = "by-place" if raised and own.leads == "nobody" else own.leads
        return resolve(self.law, leads, self.given, self.place)

    def because(self) -> tuple[Because, ...]:
        """Return the reasons: first what is still open, then what is settled."""
        part = self.gravest[0].verdict if self.gravest else self.verdict
        reasons = (part.raised or part.rule).because
        unsettled = tuple(
            Because(
                question=name,
                answer=self.answer(name),
                said=self.said(name, self.given[name]),
                says=STILL_OPEN if number == 0 else OPEN_TOO,
                standing="handbook",
                source=self.verdict.rule.source,
            )
            for number, name in enumerate(self.open)
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
        return self.place.words(self.questions[name].option(self.given[name]).label)

    def said(self, name: str, answer: str) -> str:
        """Return an answer as it reads in a sentence."""
        option = self.questions[name].option(answer)
        return self.place.words(option.said or f"you answered “{option.label}”")

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

    def _settled(self, owed: Owed) -> Given:
        """Return the answers with what all ways in which a duty is owed have in common."""
        return {**self.given, **_common(owed.ways)}

    def _duty(self, owed: Owed, protocol: Protocol | None) -> DutyHere:
        duty = owed.duty
        settled = self._settled(owed)
        actor = protocol.label(getattr(duty, "actor", "")) if protocol else ""
        return DutyHere(
            id=duty.id,
            do=self.place.words(duty.do),
            to=self.place.words(duty.to),
            who=actor or bearers(self.law, duty.who, settled, self.place),
            strength=duty.strength,
            standing=getattr(duty, "standing", "local"),
            basis=duty.source,
            deadline=duty.deadline,
            evidence=getattr(duty, "evidence", "protocol"),
            rule=owed.rule,
            here=not actor
            and any(one.ours for one in holders(self.law, duty.who, settled)),
            status=getattr(duty, "status", "stated"),
            reason=getattr(duty, "reason", ""),
        )

    def _condition(self, some: list[Way]) -> str:
        wanted = {id(way) for way in some}
        ways = [way for way in self.ways if id(way) in wanted]
        if len(ways) == len(self.ways):
            return ""
        told = (
            ", and ".join(
                self._alternatives(pairs, alone=len(block) == 1) for pairs in block
            )
            for block in blocks(ways, self._every())
        )
        return f"if {'; or if '.join(told)}"

    def _alternatives(self, pairs: list[tuple[str, str]], *, alone: bool) -> str:
        """Return the answers to one question as a sentence allows them."""
        words = any_of([self.said(*pair) for pair in pairs])
        return words if alone or len(pairs) == 1 else f"either {words}"

    def _every(self) -> dict[str, int]:
        """Return how many answers each open question may turn out to have."""
        return {name: len({way[name] for way in self.ways}) for name in self.ways[0]}

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


def _key(duty: DutyHere) -> tuple[str, ...]:
    return duty.id, duty.do, duty.who, duty.strength, duty.deadline, duty.rule


def _only_if(duty: DutyHere, condition: str) -> DutyHere:
    return replace(duty, only_if=condition) if condition else duty


def _common(ways: tuple[Way, ...]) -> Way:
    """Return what all of some ways of settling the open questions have in common."""
    return {
        name: value
        for name, value in ways[0].items()
        if all(way[name] == value for way in ways)
    }
