"""What the checker answers: plain data with every word ready to be shown.

The outcome comes first, then why, then what would change it, then what to do here.
``origin`` says whether the national layer or the protocol says a thing.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.check.in_force import ComingHere, GovernedHere
    from rapidreview.check.narrower import NarrowerHere
    from rapidreview.check.others import OtherHere
    from rapidreview.check.to_do import FirstHere, NextHere, Started, TalkHere
    from rapidreview.model import Evidence, OutcomeId, Ref, Status


@dataclass(frozen=True, kw_only=True)
class DutyHere:
    """Who must or should do what, for whom. ``only_if`` names the still open answer
    on which the duty depends. ``id`` is its act; ``rule`` the local rule that asks
    for it, or "" for a national duty. ``here`` is true where a body of the reader's own
    area owes it."""

    id: str
    do: str
    to: str
    who: str
    strength: str
    standing: str
    basis: tuple[Ref, ...]
    deadline: str = ""
    evidence: Evidence = "found"
    only_if: str = ""
    rule: str = ""
    here: bool = False
    status: Status = "stated"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Because:
    """One reason: the question, your answer, what the rule says to it, on whose word.

    ``standing`` is "law", "guidance", "panel", "local", or "handbook" for the
    handbook's own principle about open questions.
    """

    question: str
    answer: str
    said: str
    says: str
    standing: str
    source: tuple[Ref, ...]
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class FlagHere:
    """What else applies, whatever the outcome."""

    id: str
    title: str
    says: str
    who: str
    source: tuple[Ref, ...]
    evidence: Evidence
    origin: str


@dataclass(frozen=True, kw_only=True)
class LocalHere:
    """A local rule that holds. ``raises`` is true where it made the answer graver."""

    id: str
    title: str
    says: str
    to: OutcomeId
    raises: bool
    source: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class Nationally:
    """What the national rules alone would answer, where a local rule raised the answer.

    ``because`` are the national rule's reasons for that lesser answer; they are never
    told as reasons for the answer that counts here.
    """

    outcome: OutcomeId
    kicker: str
    rule_title: str
    rule_says: str
    because: tuple[Because, ...]


@dataclass(frozen=True, kw_only=True)
class Settles:
    """An open question that would settle the answer, and the outcomes it decides between."""

    question: str
    ask: str
    says: str
    outcomes: tuple[OutcomeId, ...]


@dataclass(frozen=True, kw_only=True)
class PossibleHere:
    """What the answer becomes if the open questions turn out one way."""

    settled: dict[str, str]
    says: str
    rule: str
    outcome: OutcomeId
    title: str


@dataclass(frozen=True, kw_only=True)
class WouldChange:
    """A smallest change of your answers that leads to another outcome.

    ``changes`` maps each changed question to the answers that do it; ``says``
    tells it ("If the child died"); ``graver`` is true where the duty grows.
    """

    changes: dict[str, tuple[str, ...]]
    says: str
    rules: tuple[str, ...]
    outcome: OutcomeId
    title: str
    graver: bool


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The whole answer.

    ``rule`` is always the national rule's id, also where a local rule raised the
    outcome. ``title`` and ``says`` are the outcome's words. ``rule_title``,
    ``rule_says`` and ``because`` are those of the rule that gives the answer: the local
    one where it raised it, and then ``nationally`` says what the national rules alone
    would answer. ``would_not_change`` holds ``not_asked`` as well.
    """

    rule: str
    outcome: OutcomeId
    kicker: str
    title: str
    says: str
    rule_title: str
    rule_says: str
    standing: str
    evidence: Evidence
    duties: tuple[DutyHere, ...]
    leads: str
    because: tuple[Because, ...]
    nationally: Nationally | None
    routes: tuple[str, ...]
    flags: tuple[FlagHere, ...]
    local_rules: tuple[LocalHere, ...]
    narrower: tuple[NarrowerHere, ...]
    settles: tuple[Settles, ...]
    possible: tuple[PossibleHere, ...]
    would_change: tuple[WouldChange, ...]
    would_not_change: tuple[str, ...]
    not_asked: tuple[str, ...]
    next: NextHere | None
    starts: tuple[Started, ...]
    sources: tuple[Ref, ...]
    answers: dict[str, str]
    coming: tuple[ComingHere, ...] = ()
    governed_by: tuple[GovernedHere, ...] = ()
    firsts: tuple[FirstHere, ...] = ()
    """What each reader does first."""
    talk: TalkHere | None = None
    """The discussion, where the partners have to decide."""
    others: tuple[OtherHere, ...] = ()
    not_read: str = ""
    """Says that the area's own protocol has not been read; "" where it has."""

    @property
    def routes_on(self) -> bool:
        """Whether another process takes the case forward: the answer is then told as its rule is."""
        return any(one.route for one in self.firsts)

    def plain(self) -> dict[str, object]:
        """Return the decision as dicts, lists and scalars, empty fields included."""
        return {item.name: _plain(getattr(self, item.name)) for item in fields(self)}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value
