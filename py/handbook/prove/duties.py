"""Proof that a graver or a less certain answer never asks for less: duty by duty.

Every answer is compared with those one rung graver, and with those in which one more
question is not sure. Each duty of the milder answer must be among those of the other:
the same act, or one that meets it (``acts`` of the national layer), by the same body,
as strongly, in the same time or sooner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.duty_bearers import Bearers
from handbook.prove.duty_times import Times
from handbook.prove.enumeration import told
from handbook.prove.order import ladders, steps_up
from handbook.prove.proof import Failure, Remark
from rapidreview.check import (
    may_be,
    owed_locally,
    owed_nationally,
    ways_of,
)
from rapidreview.model import OPEN, NationalIndex, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.proof import Proof
    from rapidreview.check import Checker, Owed, Verdict, Way
    from rapidreview.model import National, Question

STRENGTHS = {"must": 0, "required": 1, "will": 2, "should": 2, "may": 3}
"""The strongest first; what a protocol says somebody will do is as strong as a should."""


@dataclass(frozen=True)
class Ask:
    """What a duty comes to: its act, who bears it, how strongly, by when."""

    act: str
    by: frozenset[str]
    strength: str
    deadline: str
    rule: str = ""


type Asks = tuple[frozenset[Ask], frozenset[str]]
"""What settled answers ask for, and the acts that these answers settle."""
type Profile = dict[tuple[str, ...], Asks]
"""What an answer asks for in each way of settling it, keyed by all but the ladders' answers."""


@dataclass
class Compared:
    """How many pairs of answers and how many of their duties were compared, and what was found."""

    pairs: int = 0
    duties: int = 0
    faults: list[Failure] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)


class Duties:
    """The duties of every combination of answers to one checker's questions."""

    def __init__(
        self, national: National, checker: Checker, base: Duties | None = None
    ) -> None:
        self.checker = checker
        self.base = base
        self.policy = checker.protocol.id if checker.protocol else ""
        self.acts = NationalIndex(national).acts
        self.times = Times(national, checker.protocol)
        self.names = tuple(one.id for one in checker.questions)
        self.ladders = ladders(checker.questions)
        self.bearers = Bearers(national.jurisdiction)
        self.unsure = {
            one.id: may_be(one) for one in checker.questions if _opens(one, checker)
        }
        self._same: dict[Asks, Asks] = {}
        self._less: dict[tuple[Asks, Asks], tuple[Ask, ...]] = {}
        self._profiles: dict[tuple[str, ...], Profile | None] = {}
        self._meets = {name: self._met_by(name) for name in self.acts}

    def compared(self) -> Compared:
        """Return the comparison of every pair of answers."""
        found = Compared()
        seen: set[tuple[str, ...]] = set()
        options = [[one.id for one in q.options] for q in self.checker.questions]
        for answers in product(*options):
            mild = self.profile(answers)
            if mild is None:
                continue
            for name, other in self._less_mild(answers):
                grave = self.profile(other)
                if grave is None:
                    continue
                found.pairs += 1
                for way, asks in mild.items():
                    found.duties += len(asks[0])
                    for lost in self.less(asks, grave[way]):
                        self._tell(found, seen, lost, (answers, other), name)
        return found

    def profile(self, answers: tuple[str, ...]) -> Profile | None:
        """Return what ``answers`` ask for in each way; None where they contradict each other."""
        if answers not in self._profiles:
            given = dict(zip(self.names, answers, strict=True))
            self._profiles[answers] = self._made(given)
        return self._profiles[answers]

    def less(self, mild: Asks, grave: Asks) -> tuple[Ask, ...]:
        """Return what the milder answer asks for and the graver one does not."""
        key = (mild, grave)
        if key not in self._less:
            self._less[key] = tuple(
                one
                for one in mild[0]
                if one.act not in grave[1]
                and not any(self._covers(other, one) for other in grave[0])
            )
        return self._less[key]

    def _made(self, given: dict[str, str]) -> Profile | None:
        verdict = self.checker.table.verdict(given)
        if verdict.outcome in self.checker.table.contradictions:
            return None
        ways = ways_of(verdict, given, self.checker.own)
        profile: Profile = {}
        added = self._local(given, ways)
        national = self._national(given, verdict, ways)
        for way in ways:
            whole = {**given, **way}
            key = tuple(v for name, v in whole.items() if name not in self.ladders)
            own = sum(one.id not in self.ladders for one in self.checker.own)
            asks = national[key[: len(key) - own]]
            more = added.get(id(way))
            if more:
                asks = (asks[0] | more, asks[1])
            profile[key] = self._same.setdefault(asks, asks)
        return profile

    def _national(
        self, given: dict[str, str], verdict: Verdict, ways: list[Way]
    ) -> Profile:
        """Return what the national rules ask for in each way, from ``base`` where it is there."""
        if self.base:
            known = self.base.profile(tuple(given[name] for name in self.base.names))
            return known or {}
        asked: dict[int, set[Ask]] = {id(way): set() for way in ways}
        for owed in owed_nationally(self.checker.table, verdict, given, ways):
            for way in owed.ways:
                asked[id(way)].add(self._ask(owed, {**given, **way}))
        profile: Profile = {}
        for way in ways:
            whole = {**given, **way}
            key = tuple(v for name, v in whole.items() if name not in self.ladders)
            profile[key] = (frozenset(asked[id(way)]), self._settled(whole))
        return profile

    def _local(self, given: dict[str, str], ways: list[Way]) -> dict[int, set[Ask]]:
        """Return what the protocol's own rules ask for in each way, by the way's identity."""
        found: dict[int, set[Ask]] = {}
        here = self.checker.protocol
        if here and here.partnership.local_rules:
            names = [question.id for question in self.checker.own]
            for owed in owed_locally(here.partnership.local_rules, given, ways, names):
                for way in owed.ways:
                    ask = self._ask(owed, {**given, **way})
                    found.setdefault(id(way), set()).add(ask)
        return found

    def _ask(self, owed: Owed, whole: dict[str, str]) -> Ask:
        duty, actor = owed.duty, getattr(owed.duty, "actor", "")
        by = frozenset({actor}) if actor else self.bearers.of(duty.who, whole)
        return Ask(duty.id, by, duty.strength, duty.deadline, owed.rule)

    def _settled(self, given: dict[str, str]) -> frozenset[str]:
        return frozenset(
            act.id
            for act in self.acts.values()
            if act.settled_by and holds(act.settled_by, given)
        )

    def _less_mild(
        self, answers: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, other, _ in steps_up(self.names, answers, self.ladders):
            yield name, other
        for place, name in enumerate(self.names):
            if answers[place] in self.unsure.get(name, ()):
                yield name, (*answers[:place], OPEN, *answers[place + 1 :])

    def _covers(self, other: Ask, one: Ask) -> bool:
        return (
            (other.act == one.act or other.act in self._meets.get(one.act, ()))
            and one.by <= other.by
            and STRENGTHS[other.strength] <= STRENGTHS[one.strength]
            and self.times.as_soon(other.deadline, one.deadline)
        )

    def _met_by(self, name: str) -> set[str]:
        found, waiting = set[str](), [name]
        while waiting:
            act = self.acts.get(waiting.pop())
            for other in act.met_by if act else ():
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _tell(
        self,
        found: Compared,
        seen: set[tuple[str, ...]],
        lost: Ask,
        pair: tuple[tuple[str, ...], tuple[str, ...]],
        name: str,
    ) -> None:
        """Add what is lost once for each act and pair of rules: a fault, or a note where
        only the protocol's own rule stops asking."""
        mild, grave = (dict(zip(self.names, one, strict=True)) for one in pair)
        rules = [self.checker.table.verdict(one).rule.id for one in (mild, grave)]
        key = (lost.act, lost.rule, name, *rules)
        if key in seen:
            return
        seen.add(key)
        act = self.acts[lost.act].name if lost.act in self.acts else lost.act
        says = (
            f"a graver answer loses a duty: {told(mild)} asks for “{act}” "
            f"({', '.join(sorted(lost.by))}, {lost.strength}"
            f"{f', {lost.deadline}' if lost.deadline else ''}; {lost.rule or rules[0]}); with "
            f"{name}={grave[name]} ({rules[1]}) it is not asked for, or less strongly, later or of another"
        )
        if lost.rule and grave[name] != OPEN:
            found.notes.append(Remark("local-duty", lost.rule, says, mild, self.policy))
        else:
            part = lost.rule or rules[1]
            found.faults.append(Failure("duty", part, says, mild, self.policy))


def add_duties(
    national: National, checker: Checker, proof: Proof, base: Duties | None = None
) -> Duties:
    """Add to ``proof`` the comparison of every pair of answers, duty by duty; return it.

    ``base`` are the duties of the national rules alone, compared before.
    """
    duties = Duties(national, checker, base)
    found = duties.compared()
    name = checker.protocol.id if checker.protocol else "national"
    proof.pairs[name], proof.duties[name] = found.pairs, found.duties
    proof.faults += found.faults
    proof.notes += found.notes
    return duties


def _opens(question: Question, checker: Checker) -> bool:
    """Return whether "not sure" leaves a question open: it may be any of its answers then."""
    if not question.offers(OPEN):
        return False
    return question.id in checker.table.may_be_open or question in checker.own
