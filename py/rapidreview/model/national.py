"""What law, statutory guidance and the Panel's guidance say, for all of England.

The decision table is data: closed conditions over closed answers, so that every
combination can be proved (see :mod:`rapidreview.check.checker`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from rapidreview.model.actors import NationalActor
from rapidreview.model.authorities import Authority, Jurisdiction, Strength
from rapidreview.model.base import (
    AnswerExample,
    Change,
    DayDone,
    DayOrYear,
    Evidence,
    Flag,
    Id,
    OutcomeId,
    OwnId,
    Part,
    Question,
    Ref,
    Sources,
    Standing,
    Statement,
    Topic,
    Url,
    When,
)
from rapidreview.model.constraints import (
    ANSWERS,
    RULE_ID,
    SOME,
    Declares,
    Names,
)
from rapidreview.model.house import (
    Attribute,
    HouseReading,
    HouseRoutes,
    SearchWords,
)
from rapidreview.model.review import Review
from rapidreview.model.steps import OnNotifying, Unforeseen
from rapidreview.model.timing import DateExample, Deadline, Event


@dataclass(frozen=True, kw_only=True)
class Instrument(Part):
    """An Act, regulations, guidance or Panel guidance, in one edition."""

    id: Annotated[OwnId, Declares("instrument")]
    title: str
    short: str
    kind: Literal["law", "guidance", "panel", "page"]
    edition: str = ""
    published: DayOrYear = ""
    in_force_from: DayOrYear = ""
    superseded_by: Annotated[Id, Names("instrument", "national")] = ""
    url: Url = ""
    checked_on: DayDone = ""
    evidence: Evidence = "found"
    unread: tuple[str, ...] = ()
    """Provisions that nobody has read yet, as references spell them: ``s16C(2)``.
    What rests on one of them is to be verified."""
    note: str = ""
    """What is known to have changed, or what could not be verified."""


@dataclass(frozen=True, kw_only=True)
class Term(Part):
    """A word of the field and what it means."""

    id: Annotated[OwnId, Declares("term")]
    term: str
    short: str = ""
    """The abbreviation, where there is one: SIN, LCSPR, DSP."""
    means: str
    source: Sources
    evidence: Evidence = "found"


type Bearer = Literal[
    "us",
    "them",
    "us-and-them",
    "lead",
    "responsible-authority",
    "partners",
    "their-partners",
]
"""Who bears a duty, before the answers say which body that is. ``partners`` are the
safeguarding partners of the reader's area, ``their-partners`` those of the area whose
authority notifies."""


type Lead = Literal[
    "us", "them", "us-and-them", "by-place", "responsible-authority", "nobody"
]
"""Who leads, before the answers say which body that is."""


@dataclass(frozen=True, kw_only=True)
class Act(Part):
    """What a duty asks for, whatever its words: duties of one act are one and the same.

    A graver or less certain answer must ask for every act that the milder answer asks
    for. It does so too by an act of ``met_by``, and where the answers meet
    ``settled_by`` the act is done; ``why`` says why in either case.
    """

    id: Annotated[OwnId, Declares("act")]
    name: str
    met_by: tuple[Annotated[Id, Names("act", "national")], ...] = ()
    settled_by: When | None = None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Duty(Part):
    """Something that somebody must do, is required by the Panel to do, or should do.

    ``id`` is its act.
    """

    id: Annotated[OwnId, Names("act", "national")]
    do: str
    to: str
    who: Bearer
    strength: Strength
    standing: Standing
    deadline: Annotated[Id, Names("deadline", "national")] = ""
    """The national deadline that times it."""
    when: When | None = None
    """Where it holds for some of the answers only."""
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Reason(Part):
    """Why a rule gives its answer: the answer it rests on, and what the rule says."""

    question: Annotated[Id, Names("question", "national")]
    says: str
    standing: Standing
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Raised(Part):
    """A case inside a row in which the law asks for more than the row says.

    The rule keeps its id; its outcome, words, duties and lead are these instead.
    The outcome can only be graver than the row's own.
    """

    when: When
    outcome: OutcomeId
    title: str
    says: str
    leads: Literal["us", "them", "us-and-them", "by-place", "responsible-authority"]
    duties: tuple[Duty, ...]
    because: tuple[Reason, ...]
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Rule(Part):
    """One row of the decision table. The first rule that matches gives the answer.

    ``gravest_of`` makes it a rule for open questions: it matches when one of the
    listed questions is answered "not-sure" and the gravest outcome among all the
    answers that may turn out to be true is this rule's outcome.
    ``yields_to`` lists earlier rules that it knowingly overlaps.
    """

    id: Annotated[str, RULE_ID, Declares("rule")]
    when: When
    outcome: OutcomeId
    title: str
    says: str
    leads: Lead
    duties: tuple[Duty, ...] = ()
    because: tuple[Reason, ...] = ()
    routes: tuple[str, ...] = ()
    gravest_of: tuple[Annotated[Id, Names("question", "national")], ...] = ()
    yields_to: tuple[Annotated[str, Names("rule", "national")], ...] = ()
    raised: tuple[Raised, ...] = ()
    standing: Standing
    evidence: Evidence = "found"
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Outcome(Part):
    """What an answer can be. ``gravity`` orders them; the words never say no."""

    id: Annotated[OwnId, Declares("outcome")]
    gravity: int
    kicker: str
    title: str
    says: str
    never_lowered_by: tuple[str, ...] = ()
    """What would not change it, in words."""
    duty: bool = False
    """True where some authority must or should notify."""
    elsewhere: bool = False
    """True where the duty is another authority's: its own clocks run from when it knew."""
    must: bool = False
    """True where some authority must notify: the only answer in the colour of duty."""
    judged: bool = False
    """True where the answer asks for judgement or a correction before anybody notifies."""
    contradiction: bool = False
    """True where two answers cannot both be right. One outcome is this."""


@dataclass(frozen=True, kw_only=True)
class Asking(Part):
    """A question for a discussion, and the answers for which it is worth asking."""

    says: str
    when: When | None = None


@dataclass(frozen=True, kw_only=True)
class Discussion(Part):
    """What a discussion on whether to notify goes by.

    ``decided`` is the event that ends it, ``deadline`` the limit that runs all the same,
    ``cannot_agree`` what holds where the partners do not agree. What to ``ask`` is the
    handbook's own suggestion.
    """

    decided: Annotated[Id, Names("event", "national")]
    deadline: Annotated[Id, Names("deadline", "national")]
    cannot_agree: Statement
    ask: Annotated[tuple[Asking, ...], SOME]


@dataclass(frozen=True, kw_only=True)
class Notifiability(Part):
    """The decision table: questions, rules in order, outcomes, acts, flags."""

    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]
    acts: tuple[Act, ...]
    rules: tuple[Rule, ...]
    also: tuple[Duty, ...] = ()
    """Duties that hold beside those of the rule, whichever rule answers."""
    flags: tuple[Flag, ...]
    dated_by: Annotated[Id, Names("event", "national")]
    """The event whose date the checker asks for: the limits that run from it get dates."""
    on_notifying: OnNotifying | None = None
    discussion: Discussion | None = None
    unforeseen: tuple[Unforeseen, ...] = ()
    no_child: Statement | None = None
    """What is said where a protocol takes a case in which no child was harmed."""
    conditions: tuple[Statement, ...] = ()
    """The conditions of the duty, each in a few words, for a reader who asks whether a case is one."""
    irrelevant: tuple[Statement, ...] = ()
    """What is not asked because it does not matter (recovery, setting, who did it)."""


@dataclass(frozen=True, kw_only=True)
class Counting(Part):
    """A named counting rule. ``first_day`` 1 counts the event's own day as day 1
    (if it is a counted day; otherwise the next counted day is day 1); 0 starts
    the count on the next counted day. ``clear`` adds a day so that all days lie between."""

    id: Annotated[OwnId, Declares("counting rule")]
    name: str
    says: str
    same_day: bool = False
    clear: bool = False
    zero: bool = False
    """True where the event's own day is called day 0: it counts as ``day-after`` does."""
    source: tuple[Ref, ...] = ()
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class MeetingRule(Part):
    """Something about a meeting's day that the reader is warned of; no date is moved.

    ``rule`` is ``working-day`` where ``event`` is held on a working day, ``apart`` where
    more than ``days`` working days lie from one such meeting to the next.
    """

    id: Annotated[OwnId, Declares("meeting rule")]
    event: Annotated[Id, Names("event", "national")]
    rule: Literal["working-day", "apart"]
    days: int = 0
    says: str
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Process(Part):
    """A process that runs at the same time: what it is, what starts it, who leads."""

    id: Annotated[OwnId, Declares("process")]
    name: str
    starts: str
    leads: str
    does: str
    with_this: str
    """How it meets the rapid review: what runs on, what waits."""
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class HardCase(Part):
    """A case that professionals argue about."""

    id: Annotated[OwnId, Declares("hard case")]
    title: str
    ask: tuple[str, ...]
    answer: str
    given: Annotated[dict[Id, str], ANSWERS]
    """Answers to the checker that describe it; runs as a test."""
    rule: Annotated[str, Names("rule", "national")]
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class National(Part):
    """The national layer: law, statutory guidance and Panel guidance for England."""

    format: Literal[1]
    checked_on: DayDone
    panel_name: str
    instruments: tuple[Instrument, ...]
    terms: tuple[Term, ...]
    events: Annotated[tuple[Event, ...], SOME]
    counting: tuple[Counting, ...]
    house_readings: tuple[HouseReading, ...] = ()
    """How a limit is read where its source does not say. The first that fits holds."""
    routes: HouseRoutes = field(default_factory=HouseRoutes)
    """Which steps a reader is shown first, where a policy does not say it itself."""
    deadlines: tuple[Deadline, ...]
    notifiability: Notifiability
    jurisdiction: Jurisdiction
    review: Review
    meetings: tuple[MeetingRule, ...] = ()
    processes: tuple[Process, ...]
    hard_cases: tuple[HardCase, ...]
    topics: tuple[Topic, ...]
    changes: tuple[Change, ...]
    compare: tuple[Attribute, ...]
    search: tuple[SearchWords, ...] = ()
    """What readers type for what the pages call by another name."""
    actors: tuple[NationalActor, ...] = ()
    authorities: tuple[Authority, ...] = ()
    examples: tuple[AnswerExample, ...] = ()
    date_examples: tuple[DateExample, ...] = ()
