"""Trying every start date: the ground on which feasibility is tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from rapidreview.days import Count, PastHorizonError
from rapidreview.say import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from rapidreview.days import Calendar
    from rapidreview.model import (
        Clock,
        Counting,
        Deadline,
        Id,
        OfficeHours,
        OtherLimit,
        Protocol,
        Reading,
    )

HOURS_IN_DAY = 24


@dataclass(frozen=True)
class Ground:
    """What the trying needs: the rules, the calendar and the start dates."""

    rules: Mapping[Id, Counting]
    calendar: Calendar
    starts: tuple[date, ...]
    office: OfficeHours | None = None

    def end(
        self, clock: Clock, start: date, *, back: bool = False, first: bool = False
    ) -> date:
        """Return the day on which ``clock`` ends; hours end on their day.

        Office hours are counted from closing time, as the day itself has no time.
        """
        count = Count(
            clock, self.rules[clock.counting], self.calendar, back, self.office
        )
        if clock.hours == "office" and self.office is not None:
            closing = time.fromisoformat(self.office.closes)
            return day_of(count.due(datetime.combine(start, closing), first=first))
        if clock.unit == "hour" and back:
            return start - timedelta(days=-(-count.amount(first=first) // HOURS_IN_DAY))
        return day_of(count.due(start, first=first))

    def try_all(self, fails: Callable[[date], bool]) -> tuple[int, tuple[date, ...]]:
        """Return how many starts have their dates in the horizon, and those that fail."""
        tried, failing = 0, []
        for start in self.starts:
            try:
                bad = fails(start)
            except PastHorizonError:
                continue
            tried += 1
            if bad:
                failing.append(start)
        return tried, tuple(failing)


def ground(
    protocol: Protocol, calendar: Calendar, starts: Iterable[date] | None = None
) -> Ground:
    """Return the ground for trying: without ``starts``, every working day of the horizon."""
    if starts is None:
        days = (calendar.last - calendar.first).days + 1
        starts = (calendar.first + timedelta(days=n) for n in range(days))
        starts = (day for day in starts if calendar.is_working(day))
    office = protocol.partnership.office_hours
    return Ground(protocol.counting, calendar, tuple(starts), office)


def clocks_of(
    deadline: Deadline, *, accepted: bool = False
) -> Iterator[tuple[Reading, Clock]]:
    """Yield the readings that count from the deadline's own event, with their clocks.

    Further limits from the same event are among them where the earlier one counts: each
    must be kept. A limit from another event cannot be tried from one start date.
    """
    more = deadline.also if deadline.which == "earlier" else ()
    limits: tuple[Deadline | OtherLimit, ...] = (deadline, *more)
    for limit in limits:
        for reading in limit.readings:
            own = (reading.from_ or limit.from_) == deadline.from_
            own = own and limit.direction == deadline.direction
            if reading.clock and own and not (accepted and reading.use == "rejected"):
                yield reading, reading.clock
