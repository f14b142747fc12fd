"""The keys of the short form: what an author may write that the full form has not.

Each class stands for a part of the full form. It has the keys that are written in another
way; every other key of the part may be written as it is, but for those in ``made``, which
the expansion makes. Everywhere ``at`` is the section and ``derived`` the reason of a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from rapidreview.model import actors, base, clocks, partnership, steps, timing
from rapidreview.model.base import Id, Part, Sentences
from rapidreview.model.constraints import CITES, Names

type At = Annotated[str, CITES] | tuple[Annotated[str, CITES], ...]
"""The section or sections that an entry rests on; left out, those of the entry around it."""
type Some = Id | tuple[Id, ...]
"""One id, or a list of them."""
type Texts = str | dict[str, str]
"""A text, or a text for each section or area."""


@dataclass(frozen=True)
class Spelt:
    """How a key is written, where it is not the name of the field."""

    key: str


class Short(Part):
    """A part as an author writes it."""

    full: ClassVar[type]
    made: ClassVar[tuple[str, ...]] = ()
    """Keys of the full form that the expansion writes, so that no author does."""


@dataclass(frozen=True, kw_only=True)
class ShortReading(Short):
    """One meaning that the words of a limit allow. The first is the one that is used."""

    full = clocks.Reading
    made = ("id", "from", "clock", "use")

    id: Id = ""
    """Only where something names this reading."""
    means: str = ""
    """What it takes the words to mean; left out, the handbook says it."""
    within: str = ""
    """The time, as in a limit: `3 working days`."""
    on: str = ""
    """The day of a count: `day 9`, `day 9 to 10`."""
    of: Annotated[Id, Names("event")] = ""
    """The event it runs from, where that is not the limit's own."""
    use: Literal["", "latest", "aim", "rejected"] = ""
    """`latest` is the reading used (the first), `aim` a stricter one (the others)."""
    counting: Annotated[Id, Names("counting rule", "national")] = ""
    """The way of counting by its name, where it is not "the day after is day 1"."""


@dataclass(frozen=True, kw_only=True)
class ShortLimit(Short):
    """When something is due; what is as in its step is left out."""

    full = timing.Deadline
    made = ("from", "direction", "readings", "no_time", "applies", "who_status", "step")

    id: Id = ""
    """The name of the limit, where it is not that of the step."""
    what: str = ""
    """What is due, where it is not what the step does."""
    who: Annotated[Id, Names("actor")] = ""
    """Who has to do it, where it is not who acts in the step."""
    within: str = ""
    """An amount of time: `3 working days`, `48 hours`, `6 months`, `same day`."""
    on: str = ""
    """A day of a count or a weekday: `day 9`, `day 9 to 10`, `second Tuesday`."""
    at_least: Annotated[str, Spelt("at least")] = ""
    """The least time: `48 hours` before a meeting, `1 year` from publication."""
    of: Annotated[Some, Names("event")] = ""
    """The event that it runs from. Left out, it is the event that comes before the step."""
    before: Annotated[Id, Names("event")] = ""
    """The event before which it has to be done."""
    ends: Annotated[Id, Names("event")] = ""
    """The event that keeps the limit, where it is not the one that the step marks."""
    who_guessed: Annotated[Sentences, Spelt("who guessed")] = ""
    """Why the handbook shows this actor, where the protocol names nobody."""
    printed: Texts = ""
    """The words of time as printed, or those of each section."""
    only: str = ""
    """In words, when it holds at all: "where a local review is commissioned"."""
    not_given: Annotated[str | bool, Spelt("not given")] = ""
    """Says that the protocol gives no time; a sentence says what comes instead."""
    day_one: Annotated[
        Literal["", "the day after", "the day itself", "day zero"], Spelt("day one")
    ] = ""
    """Which day is day 1, where the protocol says it."""
    readings: tuple[ShortReading, ...] = ()
    """The meanings that the words allow, where the house reading does not do."""
    rejected: tuple[ShortReading, ...] = ()
    """Meanings that the handbook does not use, each with `why`."""


@dataclass(frozen=True, kw_only=True)
class ShortEvent(Short):
    """A point in time that limits run from or to; a national one brings its own words."""

    full = timing.Event
    id: Annotated[Id, Names("event", "either")]
    """Its id. That of a national event brings label, noun, hint and order."""
    label: str = ""
    """The event as a form asks for it: "The report is published"."""


@dataclass(frozen=True, kw_only=True)
class ShortOrder(Short):
    """That one event comes before another, in the author's own sentence."""

    full = timing.Order
    first: Annotated[Id, Names("event")] = ""
    """The event that comes first; on a step, the one before it."""
    then: Annotated[Id, Names("event")] = ""
    """The event that follows; on a step, the one that the step marks."""
    says: str = ""
    """The sentence; left out, the handbook makes one."""


@dataclass(frozen=True, kw_only=True)
class ShortStep(Short):
    """One act of one actor. Steps are in order: the next is the one written next."""

    full = steps.Step
    made = ("actor", "title", "detail", "stage", "event", "next")

    who: Annotated[Id, Names("actor")]
    """Who acts."""
    does: str = ""
    """What is done, as an order: "Send the request form to the partnership"."""
    asks: str = ""
    """The question that is decided, in place of `does`. Its answers are the `ways`."""
    says: Sentences = ""
    """What the protocol says of it beyond that, in whole sentences."""
    kind: Literal["", "do", "decide", "meet", "send", "record", "tell"] = ""
    """What sort of act it is. Left out, it is `send` with `to`, `decide` with `asks`, else `do`."""
    form: Annotated[Some, Names("form")] = ()
    """The form or forms that are used."""
    to: Some = ()
    """The contacts or actors to which it is sent."""
    marks: Annotated[Id, Names("event", "either")] | ShortEvent = ""
    """The event that it brings about: a national one by its id, a local one with its label."""
    counts_as: str = ""
    """What counts as that event: "the day the form reached the mailbox"."""
    limit: str | ShortLimit = ""
    """By when: `3 working days`, `not given`, or a mapping with more."""
    limits: tuple[str | ShortLimit, ...] = ()
    """Several limits of one step."""
    ways: dict[str, str] | tuple[steps.Way, ...] = ()
    """The ways out of a decision: label and step. The first is the way usually taken."""
    then: Annotated[Id, Names("step")] = ""
    """The next step, where it is not the one written next; `end` where nothing follows."""
    order: str | ShortOrder = ""
    """The sentence on what comes before this step, where the handbook's own does not do."""
    answers: Some = ()
    """The answers of the checker after which a reader starts here: `learn`."""


@dataclass(frozen=True, kw_only=True)
class ShortStage(Short):
    """A stretch of the process with its steps, in order."""

    full = steps.Stage
    at: At = ()
    """The section for all steps that give none."""
    steps: tuple[ShortStep, ...] = ()
    """Its steps, in order."""


@dataclass(frozen=True, kw_only=True)
class ShortActor(Short):
    """Somebody who acts. The id of a national actor brings label, short name and kind."""

    full = actors.Actor
    label: str = ""
    """The name as the protocol has it; left out, that of the national actor."""
    kind: str = ""
    """What sort of actor it is; left out, that of the national actor."""


@dataclass(frozen=True, kw_only=True)
class ShortContact(Short):
    """How to reach an actor."""

    full = actors.Contact
    made = ("actor", "silent")
    of: Annotated[Id, Names("actor")]
    """Whose address it is."""
    label: str = ""
    """What the address is called; left out, the actor's name and the areas."""
    email: Texts = ""
    """The mailbox, or one for each area: `{middlesbrough: …, redcar: …}`."""
    phone: Texts = ""
    """The telephone number, or one for each area."""
    url: Texts = ""
    """The web address, or one for each area."""
    address: Literal["", "not given"] = ""
    """`not given` where the protocol gives no address at all."""


@dataclass(frozen=True, kw_only=True)
class ShortSay(Short):
    """One thing that the protocol says, or on which it is silent."""

    full = base.Statement
    says: Sentences = ""
    """The statement."""
    silent: str | bool = ""
    """A sentence on what the protocol does not say."""


type Says = (
    str
    | ShortSay
    | tuple[str | ShortSay, ...]
    | dict[str, str | ShortSay | tuple[str | ShortSay, ...]]
)
"""Sentences: one, a list, or under the section that they rest on (`"2.5; 2.6"` for two)."""


@dataclass(frozen=True, kw_only=True)
class ShortTopic(Short):
    """What the protocol says that is neither a step nor a limit, under one heading."""

    full = base.Topic
    made = ("statements",)
    at: At = ()
    """The section of all sentences that stand in a list."""
    says: Says = ()
    """The sentences, in a list or by section."""


@dataclass(frozen=True, kw_only=True)
class ShortDocument(Short):
    """A document that was read."""

    full = partnership.Document
    sections: dict[str, str] | tuple[partnership.Section, ...] = ()
    """The titles of its sections by their mark: `"2.5": The request form`. A section that
    is cited and not listed is added without a title."""
