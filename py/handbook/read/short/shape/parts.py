"""The keys of the short form: what an author may write that the full form has not.

Each class stands for a part of the full form. It has the keys that are written in another
way; every other key of the part may be written as it is, but for those in ``made``, which
the expansion makes. Everywhere ``at`` is the section and ``derived`` the reason of a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from handbook.read.short.shape.limits import At, Short, ShortLimit, Some, Texts
from rapidreview.model import actors, base, partnership, steps, timing
from rapidreview.model.base import Id, Sentences
from rapidreview.model.constraints import Names


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
    to: Annotated[Some, Names("addressee")] = ()
    """The contacts or actors to which it is sent."""
    marks: Annotated[Id, Names("event", "either")] | ShortEvent = ""
    """The event that it brings about: a national one by its id, a local one with its label."""
    counts_as: str = ""
    """What counts as that event: "the day the form reached the mailbox"."""
    limit: str | ShortLimit = ""
    """By when: `3 working days`, `not given`, or a mapping with more."""
    limits: tuple[str | ShortLimit, ...] = ()
    """Several limits of one step."""
    ways: dict[str, Annotated[str, Names("step")]] | tuple[steps.Way, ...] = ()
    """The ways out of a decision: label and step. The first is the way usually taken."""
    then: Annotated[Id, Names("step")] = ""
    """The next step, where it is not the one written next; `end` where nothing follows."""
    order: str | ShortOrder | tuple[ShortOrder, ...] = ""
    """The sentence on what comes before this step, where the handbook's own does not do. With
    `first` it, or a list, names the events instead of the flow; `none` where none has to come first."""
    answers: Annotated[Some, Names("outcome", "national")] = ()
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
class ShortArea(Short):
    """A local authority that the partnership covers; the national list brings its name."""

    full = partnership.Area
    name: str = ""
    """The place; left out, as the national list has it."""
    authority: str = ""
    """The authority's full name; left out, as the national list has it."""


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
