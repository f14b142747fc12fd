"""The house's own part of a policy: how limits are read, whom it leads where, what it compares.

A policy says a limit once. The national layer says, with its source, which readings
the handbook then gives; :func:`rapidreview.say.readings_of` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import (
    Evidence,
    Id,
    OutcomeId,
    OwnId,
    Part,
    Ref,
    Sources,
    Status,
    Unit,
    Url,
)
from rapidreview.model.constraints import (
    AGREES,
    SOME,
    Declares,
    MayLackSource,
    Names,
    Shape,
)

CLOCK_TIME = Shape(
    r"([01][0-9]|2[0-3]):[0-5][0-9]", "this is not a time of day", "09:00"
)


@dataclass(frozen=True, kw_only=True)
class HouseReading(Part):
    """How limits in some units are read where the source does not say.

    It holds for clocks in one of ``units`` that run ``direction`` an event. ``latest``
    is the counting rule that gives the latest date, ``aim`` the one that gives the date
    to aim for; without it there is one reading.
    """

    id: OwnId
    title: str
    units: Annotated[tuple[Unit, ...], SOME]
    direction: Literal["after", "before", "either"] = "either"
    latest: Annotated[Id, Names("counting rule", "national")] = "day-after"
    aim: Annotated[Id, Names("counting rule", "national")] = ""
    says: str
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Fallback(Part):
    """What a reader does where the protocol gives no address, or no time.

    "our authority" in ``says`` becomes the name of the reader's authority. ``url``, where
    there is one, leads to an official page, which ``link`` names.
    """

    says: str
    url: Url = ""
    link: str = ""
    source: Sources
    status: Annotated[Status, AGREES] = "national"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class ReaderRoute(Part):
    """A row of the "Do this now" box that follows from a policy's steps.

    It is the step that marks ``step``; with ``first_form`` the first on the way that
    sends a form, but none after the step that marks ``until``. With neither, only a
    policy's own words make the row.
    """

    reader: OwnId
    title: str
    step: Annotated[Id, Names("event", "national")] = ""
    first_form: bool = False
    until: Annotated[Id, Names("event", "national")] = ""
    no_address: Fallback | None = None
    """Whom this reader tells where the protocol gives no address."""
    no_time: Fallback | None = None
    """By when, where the protocol gives no time."""


@dataclass(frozen=True, kw_only=True)
class OutcomeRoute(Part):
    """The next steps of an outcome that follow from a policy's steps: those on the way
    from the start to the step that marks ``until``, with or without its decisions."""

    outcome: Annotated[OutcomeId, Names("outcome", "national")]
    until: Annotated[Id, Names("event", "national")]
    decisions: bool = False


@dataclass(frozen=True, kw_only=True)
class Reader(Part):
    """Somebody who asks the checker, by what she does. The first is taken where none is chosen."""

    id: Annotated[OwnId, Declares("reader")]
    label: str


@dataclass(frozen=True, kw_only=True)
class FirstAct(Part):
    """What one reader does first after an answer: the act, to whom, by when.

    Of the acts for an outcome, the first that fits the reader and the rule counts.
    ``duties`` are acts of the decision table: where the reader's own authority owes one of
    them, its words stand in place of ``do`` and ``to``. With ``form``, what is done where
    the protocol has a form: "the form" in it becomes its name.
    """

    outcome: Annotated[OutcomeId, Names("outcome", "national")]
    readers: tuple[Annotated[Id, Names("reader", "national")], ...] = ()
    """Whose act it is; left out, everybody's."""
    rules: tuple[Annotated[str, Names("rule", "national")], ...] = ()
    """The rules whose answer it follows; left out, all of the outcome."""
    duties: tuple[Annotated[Id, Names("act", "national")], ...] = ()
    form: str = ""
    do: str
    to: str
    by: str
    deadline: Annotated[Id, Names("deadline", "national")] = ""
    """The national limit by which it is done, in place of ``by`` where it runs."""
    local: Literal["", "learned", "notifier", "next"] = ""
    """Whose form and address in the protocol it goes with: those of a row of "Do this now",
    or those of the outcome's next steps."""
    route: str = ""
    """The process that takes the case forward, where it is another than this one."""
    leads: str = ""
    """Who leads that process."""
    source: Sources
    status: Literal["stated", "derived"] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class HouseRoutes(Part):
    """Which steps a reader is shown first, where a policy does not say it itself."""

    do_now: tuple[ReaderRoute, ...] = ()
    next_steps: tuple[OutcomeRoute, ...] = ()
    readers: tuple[Reader, ...] = ()
    first_acts: tuple[FirstAct, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Follows(Part):
    """From which part of a protocol its answer to a point of the comparison follows.

    Each names an event of the national layer.
    """

    limit: Annotated[Id, Names("event", "national")] = ""
    """The limit that the event keeps: what is said is its time."""
    start: Annotated[Id, Names("event", "national")] = ""
    """The limit that the event keeps: what is said is the event from which it runs."""
    who: Annotated[Id, Names("event", "national")] = ""
    """The step that marks the event: what is said is who acts in it."""
    form: Annotated[Id, Names("event", "national")] = ""
    """The step that marks the event: what is said is the form that is used."""
    edition: bool = False
    """The instruments on which the protocol rests."""


@dataclass(frozen=True, kw_only=True)
class Attribute(Part):
    """A point on which partnerships are compared."""

    id: Annotated[OwnId, Declares("attribute")]
    title: str
    theme: str = ""
    """The heading under which the point stands; points of one theme follow one another."""
    national: str = ""
    page: Literal["", "in-care"] = ""
    """The national page on which the partnerships are shown on this point."""
    follows: Follows | None = None
    """What answers the point where a protocol's own file does not."""
    source: Annotated[tuple[Ref, ...], MayLackSource(unless="national")] = ()
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class SearchWords(Part):
    """Words that readers type for one thing, and the pages that answer them."""

    words: Annotated[tuple[str, ...], SOME]
    """Words and phrases. Each finds what any other of them finds."""
    pages: tuple[str, ...] = ()
    """Addresses from the root of the site, such as ``national/clocks/``. ``*`` stands for
    every partnership. They come first for these words."""


@dataclass(frozen=True, kw_only=True)
class OfficeHours(Part):
    """When the offices are open on working days, for clocks in office hours."""

    opens: Annotated[str, CLOCK_TIME]
    closes: Annotated[str, CLOCK_TIME]
    source: Sources
