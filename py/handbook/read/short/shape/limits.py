"""The keys of a limit as an author writes it, and what all parts of the short form share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from rapidreview.model import clocks, stretches, timing
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
class ShortConditional(Short):
    """A limit that holds instead if something is so that no calendar here knows."""

    full = clocks.ConditionalLimit
    made = ("clock", "from")

    within: str = ""
    """The time, as in a limit: `20 working days`."""
    on: str = ""
    """The day of a count: `day 20`."""
    of: Annotated[Id, Names("event")] = ""
    """The event it runs from, where that is not the limit's own."""


@dataclass(frozen=True, kw_only=True)
class ShortLimit(Short):
    """When something is due; what is as in its step is left out."""

    full = timing.Deadline
    made = (
        "from",
        "or_from",
        "direction",
        "no_time",
        "applies",
        "who_status",
        "step",
        "also",
        "which",
        "only_where",
    )

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
    full_: Annotated[str, Spelt("full")] = ""
    """The whole time, and not sooner: `5 working days`."""
    not_before_: Annotated[str, Spelt("not before")] = ""
    """The earliest day: `day 5`."""
    at_least: Annotated[str, Spelt("at least")] = ""
    """The least time: `48 hours` before a meeting, `1 year` from publication."""
    of: Annotated[Some, Names("event")] = ""
    """The event that it runs from. Left out, it is the event that comes before the step."""
    before: Annotated[Id, Names("event")] = ""
    """The event before which it has to be done."""
    earlier_of: Annotated[tuple[ShortLimit, ...], Spelt("earlier of")] = ()
    """Several limits of the same thing, of which the earlier date counts."""
    later_of: Annotated[tuple[ShortLimit, ...], Spelt("later of")] = ()
    """Several limits of the same thing, of which the later date counts."""
    every: str | stretches.Every | None = None
    """How often it comes round: `8 weeks`, `quarter`, `year in March`."""
    until: Annotated[Id, Names("event")] = ""
    """The event that ends what comes round."""
    unless: str | stretches.Unless | tuple[stretches.Unless, ...] = ()
    """What puts it aside: `the police object`, with the event that says so."""
    otherwise: tuple[ShortConditional, ...] = ()
    """Limits that hold only if something is so that no calendar here knows."""
    for_: Annotated[Some, Names("step"), Spelt("for")] = ()
    """The step or steps to which a way out of a decision leads: it holds on that way only."""
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
