"""The keys of a whole short policy and its companions: what an author may write at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from handbook.read.short.shape.limits import (
    At,
    Short,
    ShortLimit,
    ShortReading,
    Some,
    Spelt,
)
from handbook.read.short.shape.parts import (
    Says,
    ShortActor,
    ShortArea,
    ShortContact,
    ShortDocument,
    ShortEvent,
    ShortOrder,
    ShortStage,
    ShortTopic,
)
from rapidreview import model
from rapidreview.model import base, partnership, timing
from rapidreview.model.base import Id
from rapidreview.model.constraints import ANSWERS, SOME, Names


@dataclass(frozen=True, kw_only=True)
class ShortDoNow(Short):
    """A row of the "Do this now" box, where the steps do not say it all."""

    full = partnership.DoNow
    made = ("contact",)
    title: str = ""
    """Whom the row is for: "You have learned of a case"."""
    to: Annotated[Some, Names("contact")] = ()
    """Where to send it; left out, that of the step."""
    at: At = ()
    """The section of all sentences that give none."""
    says: Says = ()
    """What to do; left out, the step and what it says."""


@dataclass(frozen=True, kw_only=True)
class ShortNextStep(Short):
    """What to do here for one outcome, where the steps do not say it all."""

    full = partnership.NextStep
    says: str = ""
    """What to do, in whole sentences; left out, the first step and what it says."""
    silent: str | bool = ""
    """What the protocol does not say, where it gives no route for this outcome."""


@dataclass(frozen=True, kw_only=True)
class ShortCompared(Short):
    """What the protocol says on one point of the comparison."""

    full = partnership.Compared
    attribute: Id = ""
    """The point, in a list of them."""
    says: str = ""
    """What it says."""
    silent: str | bool = ""
    """What it does not say."""
    not_given: Annotated[At, Spelt("not given")] = ()
    """Where one would look for it, when the protocol does not say it."""


@dataclass(frozen=True, kw_only=True)
class RejectedReading(ShortReading):
    """A reading of a limit that a note argues against."""

    deadline: Annotated[Id, Names("deadline")] = ""
    """The limit it is about; left out, the first of the note's `deadlines`."""


@dataclass(frozen=True, kw_only=True)
class ShortNote(Short):
    """An editors' note on a place where the protocol can be read two ways, or says nothing."""

    full = partnership.Note
    printed: dict[str, str | tuple[str, ...]] | tuple[partnership.Printed, ...] = ()
    """The disputed words as printed, each with its section: `within 5 days: "4.1"`."""
    rejected: tuple[RejectedReading, ...] = ()
    """Readings of a limit that this note argues against; the schedule shows them."""


@dataclass(frozen=True, kw_only=True)
class Case(Short):
    """A worked case: answers in, outcome out. Runs as a test."""

    full = base.AnswerExample
    as_: str = ""
    """A national rule (`R29`): the case has the answers of that rule's worked case, and its own."""
    given: Annotated[dict[Id, str], ANSWERS] | None = None
    """The answers; with `as`, only those that differ."""
    rule: str = ""
    """The rule that tells the answer; left out, the one that `as` names."""


@dataclass(frozen=True, kw_only=True)
class ShortPartnership(Short):
    """One partnership's protocol as its author writes it: the main file and its companions."""

    full = model.Partnership
    made = ("steps", "vocabulary")

    format: Literal[2]
    """The version of this format."""
    documents: tuple[ShortDocument, ...] = ()
    """The documents that were read. A section alone (`"2.6"`) is of the first."""
    areas: Annotated[tuple[Id | ShortArea, ...], SOME]
    """The local authorities that it covers, by their ids: `rapidreview ids authority`."""
    rests_on: tuple[Annotated[Id, Names("instrument", "national")], ...] = ()
    """Instruments (editions) the protocol says it rests on."""
    words: tuple[partnership.LocalWord, ...] = ()
    """Words of this protocol and what they mean."""
    actors: tuple[ShortActor, ...] = ()
    """Who acts."""
    contacts: tuple[ShortContact, ...] = ()
    """How they are reached."""
    forms: tuple[partnership.Form, ...] = ()
    """The forms that change hands."""
    events: tuple[ShortEvent, ...] = ()
    """Events that no step marks, and words of this protocol for national ones."""
    stages: tuple[ShortStage, ...] = ()
    """The process: stages with their steps, in order."""
    start: Annotated[Some, Names("step")] = ()
    """The first step; left out, the first one written."""
    deadlines: tuple[ShortLimit, ...] = ()
    """Limits that no step carries."""
    orders: tuple[ShortOrder, ...] = ()
    """What comes before what, where the steps do not have it."""
    topics: tuple[ShortTopic, ...] = ()
    """What the protocol says that is neither a step nor a limit."""
    do_now: tuple[ShortDoNow, ...] = ()
    """The "Do this now" box, where the steps do not say it all."""
    next_steps: tuple[ShortNextStep, ...] = ()
    """What to do here for each outcome, where the steps do not say it all."""
    compare: dict[str, str | ShortCompared] | tuple[ShortCompared, ...] = ()
    """The comparison, where it does not follow from the steps: a point and what is said."""
    changes: tuple[base.Change, ...] = ()
    """What changed in this file, the newest first."""
    notes: tuple[ShortNote, ...] = ()
    """The editors' notes on the protocol, in `ID.notes.yml`."""
    cases: tuple[Case, ...] = ()
    """Worked cases, in `ID.examples.yml`."""
    dates: tuple[timing.DateExample, ...] = ()
    """Worked dates, in `ID.examples.yml`."""
