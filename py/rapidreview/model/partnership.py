"""What one partnership's written protocol says: who does what, by when, on which
form, and where in the protocol it says so.

The press validates YAML straight into these frozen dataclasses; the browser
rebuilds the same objects from JSON. Nothing here computes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.actors import Actor, Areas, Contact
from rapidreview.model.base import (
    AnswerExample,
    Change,
    DayDone,
    DayOrYear,
    DayToCome,
    Evidence,
    Flag,
    Id,
    OutcomeId,
    OwnId,
    Part,
    Question,
    Ref,
    Sentences,
    Sources,
    Statement,
    Status,
    Topic,
    Url,
    When,
)
from rapidreview.model.constraints import (
    AGREES,
    FINISHED,
    LOCAL_RULE_ID,
    ONE_OR_MORE,
    PRINTED,
    SOME,
    Declares,
    Names,
    Once,
)
from rapidreview.model.house import OfficeHours
from rapidreview.model.national import Bearer
from rapidreview.model.steps import Stage, Step
from rapidreview.model.stretches import InForce
from rapidreview.model.timing import Chain, DateExample, Deadline, Event, Order

NATIONAL = "national rules"
"""The status of the policy that stands in where no protocol was read."""


@dataclass(frozen=True, kw_only=True)
class Section(Part):
    """A section of a document that was read: its mark as printed (or its heading)."""

    at: str
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Document(Part):
    """A document that was read for this policy."""

    id: Annotated[OwnId, Declares("document")]
    title: str
    scheme: Literal["numbered", "headings", "points"]
    edition: str = ""
    dated: DayOrYear = ""
    rests_on: tuple[Annotated[Id, Names("instrument", "national")], ...] = ()
    """Instruments that this document rests on, where they are not the partnership's."""
    url: Url = ""
    retrieved_on: DayDone
    review_by: DayToCome
    in_force: InForce | None = None
    """The days on which it is in force; left out, it has no first or last day."""
    governs: Sentences = ""
    """Which cases it governs, where several documents are in force at once."""
    governs_at: Annotated[tuple[Ref, ...], ONE_OR_MORE] = ()
    """The section that says which: `"1.2"`, or `guide#3` of a document that is not the first."""
    governs_areas: tuple[Annotated[Id, Names("area")], ...] = ()
    """The areas whose cases it governs; left out, all."""
    governs_when: When | None = None
    """The answers of the cases that it governs; left out, any."""
    sections: Annotated[tuple[Section, ...], SOME, FINISHED, Once("at", "section")] = ()
    region: str = ""
    """The region whose text it is, which several partnerships share. It comes from
    `extends` and is never written by hand."""


@dataclass(frozen=True, kw_only=True)
class Area(Part):
    """A local authority that the partnership covers, and which partnership body it has."""

    id: Annotated[OwnId, Declares("area")]
    name: str
    authority: str
    partnership: str = ""


@dataclass(frozen=True, kw_only=True)
class LocalWord(Part):
    """A word of this protocol and the field's term for it."""

    word: str
    means: str
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Form(Part):
    """A form or document that changes hands.

    ``filled_by`` and ``goes_to`` are left out where the protocol does not name the
    author or the recipient: then every page says "not named in the protocol".
    ``status: derived`` tags a name that follows from the text but is not printed.
    """

    id: Annotated[OwnId, Declares("form", to_be_used=True)]
    name: str
    filled_by: Annotated[Id, Names("actor")] = ""
    goes_to: Annotated[Id, Names("actor")] = ""
    asks: tuple[str, ...] = ()
    get_it: str = ""
    areas: Areas = ()
    url: Url = ""
    note: str = ""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


type LocalStrength = Literal["will", "should", "may"]
"""How a protocol puts a duty of its own: what somebody will do, should do or may do.
Must is kept for law and for guidance that says must."""


@dataclass(frozen=True, kw_only=True)
class LocalDuty(Part):
    """Something that a local rule asks of somebody.

    ``id`` is its act: the national one's id where it is the same act, so that the two
    can be compared. Either ``actor`` names who acts in the protocol's own words, or
    ``who`` says it as the national rules do (``us``, ``lead`` …).
    """

    id: OwnId
    do: str
    to: str = ""
    actor: Annotated[Id, Names("actor")] = ""
    who: Bearer | Literal[""] = ""
    strength: LocalStrength
    deadline: Annotated[Id, Names("deadline", "either")] = ""
    """The deadline that times it, the protocol's own or a national one."""
    when: When | None = None
    """Where it holds for some of the rule's answers only."""
    source: Sources
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class LocalReason(Part):
    """Why a local rule asks for more: the answer it rests on, and what the protocol says."""

    question: Annotated[Id, Names("question", "either")]
    says: str
    source: Sources


@dataclass(frozen=True, kw_only=True)
class LocalRule(Part):
    """A local rule that raises an answer; it can never lower one.

    Its ``duties`` and reasons (``because``) come before those of the national rule.
    """

    id: Annotated[str, LOCAL_RULE_ID, Declares("rule")]
    when: When
    to: OutcomeId
    title: str
    says: Sentences
    duties: tuple[LocalDuty, ...] = ()
    because: tuple[LocalReason, ...] = ()
    in_force: InForce | None = None
    """Left out, it is in force as long as the document that it is in."""
    source: Sources


@dataclass(frozen=True, kw_only=True)
class NextStep(Part):
    """What to do next here for one outcome: up to five steps, in order."""

    outcome: OutcomeId
    steps: tuple[Annotated[Id, Names("step")], ...] = ()
    form: Annotated[Id, Names("form")] = ""
    contact: tuple[Annotated[Id, Names("contact")], ...] = ()
    when: When | None = None
    """The answers for which it holds, where it does not hold for all that lead there."""
    says: Sentences
    silent: bool = False
    """True where the protocol gives no route for this outcome."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class DoNow(Part):
    """A row of the "Do this now" box: who reads it, the form, where to, by when."""

    reader: Literal["learned", "notifier", "death", "learning"]
    title: str
    areas: Areas = ()
    start: Annotated[Id, Names("step")] = ""
    """The step with which this reader's way in begins, where there are several ways in."""
    form: Annotated[Id, Names("form")] = ""
    contact: tuple[Annotated[Id, Names("contact")], ...] = ()
    says: Annotated[tuple[Statement, ...], SOME]
    deadline: Annotated[Id, Names("deadline", "either")] = ""
    status: Status = "stated"
    """``derived`` where the form, the address or the limit of this row was worked out."""
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Printed(Part):
    """A few disputed words as printed, and where."""

    words: Annotated[str, PRINTED]
    at: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class NoteReading(Part):
    """One of the readings that a note sets side by side."""

    title: str
    says: Sentences
    used: bool = False


@dataclass(frozen=True, kw_only=True)
class Note(Part):
    """A place where the protocol can be read two ways, disagrees with itself,
    cannot be kept, says nothing, or has fallen behind."""

    id: Annotated[OwnId, Declares("note")]
    kind: Literal[
        "two-readings", "contradiction", "cannot-be-kept", "silence", "behind", "slip"
    ]
    title: str
    printed: tuple[Printed, ...] = ()
    readings: tuple[NoteReading, ...] = ()
    used_here: Sentences = ""
    """What the reading and the computation of this handbook use, and nothing more."""
    suggests: Sentences = ""
    """What the handbook suggests where the protocol gives no rule; it is shown under
    a heading of its own, as not in the protocol."""
    why: Sentences = ""
    matters: Sentences = ""
    to_settle: Sentences
    deadlines: tuple[Annotated[Id, Names("deadline", "either")], ...] = ()
    source: Sources


@dataclass(frozen=True, kw_only=True)
class WiderLaw(Part):
    """What law or guidance says where a protocol's words are narrower. This holds."""

    says: Sentences
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Narrower(Part):
    """Words of the protocol that are narrower than the law's, or an older test.

    They are shown beside the duties that they bear on, with the ``law`` that holds.
    They never lower an answer: nothing is worked out from them.
    """

    id: Annotated[OwnId, Declares("narrower")]
    question: Annotated[Id, Names("question", "national")]
    """The question of the checker that they are about."""
    duties: Annotated[tuple[Annotated[Id, Names("act", "national")], ...], SOME]
    """The acts of the duties that they are shown beside: ``notify-incident``."""
    when: When | None = None
    """The answers for which they are shown; left out, wherever one of the duties is owed."""
    printed: Annotated[tuple[Printed, ...], SOME]
    says: Sentences
    """What the protocol's words ask for, and how that is narrower."""
    law: WiderLaw
    note: Annotated[Id, Names("note")] = ""
    """The note that argues it."""
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Compared(Part):
    """What this protocol says on one attribute of the comparison."""

    attribute: Annotated[Id, Names("attribute", "national")]
    says: str
    silent: bool = False
    source: Sources
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Partnership(Part):
    """One partnership's written protocol.

    With ``status: draft`` what was not read yet may be left out; its pages say so. With
    ``status: national rules`` it is no partnership's: it stands in where none was read.
    """

    format: Literal[2]
    id: OwnId
    name: str
    """The place, as people say it: "Tees"."""
    partnerships: Annotated[tuple[str, ...], SOME]
    """Full names of the safeguarding children partnership or partnerships."""
    short: Annotated[tuple[str, ...], SOME]
    aliases: tuple[str, ...] = ()
    areas: Annotated[tuple[Area, ...], SOME]
    website: Url = ""
    status: Literal["in force", "known out of date", "draft", "national rules"]
    stands_in: Sentences = ""
    """With ``status: national rules``: the sentences that say so on every answer. “Our
    area” in them becomes the area's name."""
    rests_on: Annotated[
        tuple[Annotated[Id, Names("instrument", "national")], ...], FINISHED
    ] = ()
    """Instruments (editions) the protocol says it rests on."""
    checked_on: Annotated[DayDone, FINISHED] = ""
    checked_by: Annotated[str, FINISHED] = ""
    lead: Annotated[str, FINISHED] = ""
    extends: tuple[Id, ...] = ()
    """The regions whose shared text is part of this protocol: files in
    `policies/regions/`. What this file says itself overrides them, part by part."""
    documents: Annotated[tuple[Document, ...], SOME, FINISHED] = ()
    vocabulary: Annotated[tuple[LocalWord, ...], FINISHED] = ()
    actors: Annotated[tuple[Actor, ...], SOME, FINISHED] = ()
    contacts: Annotated[tuple[Contact, ...], FINISHED] = ()
    forms: Annotated[tuple[Form, ...], FINISHED] = ()
    events: Annotated[tuple[Event, ...], SOME, FINISHED] = ()
    stages: Annotated[tuple[Stage, ...], SOME, FINISHED] = ()
    start: Annotated[
        tuple[Annotated[Id, Names("step")], ...], SOME, ONE_OR_MORE, FINISHED
    ] = ()
    """The first step of each way in: of a serious incident, of a death in care, of learning."""
    steps: Annotated[tuple[Step, ...], SOME, FINISHED] = ()
    deadlines: Annotated[tuple[Deadline, ...], FINISHED] = ()
    orders: tuple[Order, ...] = ()
    topics: Annotated[tuple[Topic, ...], FINISHED] = ()
    do_now: Annotated[tuple[DoNow, ...], FINISHED] = ()
    questions: tuple[Question, ...] = ()
    local_rules: tuple[LocalRule, ...] = ()
    local_flags: tuple[Flag, ...] = ()
    narrower: tuple[Narrower, ...] = ()
    next_steps: Annotated[tuple[NextStep, ...], FINISHED] = ()
    notes: Annotated[tuple[Note, ...], FINISHED] = ()
    compare: Annotated[
        tuple[Compared, ...], Once("attribute", "comparison"), FINISHED
    ] = ()
    chains: tuple[Chain, ...] = ()
    office_hours: OfficeHours | None = None
    """When the offices are open, for clocks with ``hours: office``."""
    changes: Annotated[tuple[Change, ...], FINISHED] = ()
    examples: tuple[AnswerExample, ...] = ()
    date_examples: tuple[DateExample, ...] = ()
