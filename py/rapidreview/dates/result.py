"""What is known, and what a dated deadline holds: the parts that dating works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidreview.days import PastHorizonError, Working
from rapidreview.say import day_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from rapidreview.days import Calendar
    from rapidreview.model import Counting, Event, Id, Ref
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the counting may use: the calendar, the rules, the events and their dates."""

    calendar: Calendar
    rules: Mapping[Id, Counting]
    events: Mapping[Id, Event]
    moments: Mapping[Id, Moment]
    closures: tuple[dt.date, ...] = ()
    explain: bool = True
    """False leaves the workings out, where only the dates are wanted."""

    def find(self, event: Id) -> tuple[Id, Moment] | None:
        """Return the event that gives the date, ``event`` or its stand-in, and the date."""
        seen: set[Id] = set()
        while event and event not in seen:
            if event in self.moments:
                return event, self.moments[event]
            seen.add(event)
            event = self.events[event].if_blank if event in self.events else ""
        return None

    def label(self, event: Id) -> str:
        """Return the event's label, or its id in words."""
        return (
            self.events[event].label
            if event in self.events
            else event.replace("_", " ")
        )

    def ask(self, event: Id) -> str:
        """Return the sentence that asks for the event's date."""
        if event in self.events and self.events[event].noun:
            return f"No date until you enter the date of {self.events[event].noun}."
        return f"No date until you enter: {self.label(event)}."

    def last_working(self, moment: Moment | None) -> dt.date | None:
        """Return the last working day on or before ``moment``, if it is known."""
        try:
            return (
                None if moment is None else self.calendar.last_working(day_of(moment))
            )
        except PastHorizonError:
            return None


@dataclass(frozen=True, kw_only=True)
class ReadingDate:
    """One reading of a deadline and the date it gives: ``first`` to ``date`` for a window."""

    id: Id
    means: str
    use: str
    why: str = ""
    from_: Id = ""
    from_date: Moment | None = None
    assumed: str = ""
    first: Moment | None = None
    date: Moment | None = None
    last_working_day: dt.date | None = None
    working: Working = field(default_factory=lambda: Working(text=""))
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Due:
    """A deadline with its dates, or with what is missing.

    ``latest`` and ``aim_for`` are days, or days with a time for clocks in hours.
    ``latest_means`` and ``aim_means`` are the assumptions they rest on. ``cap``,
    ``replaced`` and ``notes`` are sentences. ``state`` is set by the schedule.
    """

    id: Id
    what: str
    who: Id
    who_label: str = ""
    step: Id = ""
    from_: Id
    from_label: str = ""
    from_date: Moment | None = None
    to_event: Id = ""
    direction: str = "after"
    bound: str = "by"
    standing: str = "local"
    national: bool = False
    status: str = "stated"
    who_status: str = "stated"
    reason: str = ""
    """Why the time or whoever acts was worked out, "" where neither was."""
    applies: str = ""
    printed: str = ""
    unit_stated: bool = True
    latest: Moment | None = None
    latest_working_day: dt.date | None = None
    latest_means: str = ""
    aim_for: Moment | None = None
    aim_working_day: dt.date | None = None
    aim_means: str = ""
    readings: tuple[ReadingDate, ...] = ()
    working: Working = field(default_factory=lambda: Working(text=""))
    counterpart: Id = ""
    counterpart_latest: Moment | None = None
    cap: str = ""
    replaced: str = ""
    words: str = ""
    missing: str = ""
    forecast: Moment | None = None
    forecast_says: str = ""
    notes: tuple[str, ...] = ()
    done_on: Moment | None = None
    state: str = "no-date"
    days_left: int | None = None
    aim_passed: bool = False
    source: tuple[Ref, ...] = ()

    def in_time(self, moment: Moment, working_day: dt.date | None) -> dt.date | None:
        """Return ``working_day``, the last before ``moment``, if it is another day that helps.

        None where ``moment`` is a working day itself, or where no working day lies
        between the start of the clock and ``moment``.
        """
        if working_day is None or working_day == day_of(moment):
            return None
        start = self.from_date if self.direction == "after" else None
        return None if start and working_day < day_of(start) else working_day
