"""Clocks: amounts of time, and the readings and limits that are made of them.

Nothing here counts a day; :mod:`rapidreview.days.counting` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import Id, OwnId, Part, Ref, Status, Unit
from rapidreview.model.constraints import SOME, Bounds, Names, Once

Weekday = Literal[
    "", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]


@dataclass(frozen=True, kw_only=True)
class Clock(Part):
    """An amount of time, closed vocabulary.

    ``amount`` alone is a single limit; with ``to`` it is a range or window
    (``amount: 9, to: 10`` is day 9 to day 10). ``amount: 0`` is the same day.
    ``counting`` names a counting rule of the national layer. ``edge: before``
    is strictly before (``before day 10`` is day 9 at the latest). With ``weekday``,
    weeks are so many of that day: ``amount: 2, unit: week, weekday: tuesday`` is the
    second Tuesday. ``hours: office`` counts only the policy's office hours.
    """

    amount: Annotated[int, Bounds(0, "an amount below zero")]
    unit: Unit
    to: int | None = None
    counting: Annotated[Id, Names("counting rule", "national")] = "day-after"
    edge: Literal["by", "before"] = "by"
    weekday: Weekday = ""
    hours: Literal["clock", "office"] = "clock"


@dataclass(frozen=True, kw_only=True)
class Reading(Part):
    """One meaning that the words of a deadline allow.

    ``use``: ``latest`` is the reading the handbook uses (exactly one);
    ``aim`` a stricter sensible one, which gives the date to aim for;
    ``rejected`` is shown with ``why`` and never gives a date to work to.
    ``from_`` replaces the deadline's event under this reading.
    """

    id: OwnId
    means: str
    use: Literal["latest", "aim", "rejected"]
    clock: Clock | None = None
    from_: Annotated[Id, Names("event")] = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class OtherLimit(Part):
    """One more limit of a deadline, from an event of its own.

    Its ``readings`` are read as a deadline's own: exactly one is the latest.
    """

    from_: Annotated[Id, Names("event")]
    or_from: tuple[Annotated[Id, Names("event")], ...] = ()
    direction: Literal["after", "before"] = "after"
    readings: Annotated[tuple[Reading, ...], SOME, Once("id", "reading")]
    source: tuple[Ref, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConditionalLimit(Part):
    """A limit that holds instead if something is so that no calendar here knows.

    ``if_`` says what, as it follows "if": "day 15 falls in a school holiday". ``by``
    says how it comes about: "asking the Panel for an extension". It is dated beside
    the deadline's own date and never takes its place: a person decides.
    """

    if_: str
    by: str = ""
    clock: Clock
    from_: Annotated[Id, Names("event")] = ""
    """The event that it is counted from, where it is not the deadline's own."""
    source: tuple[Ref, ...] = ()
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""
