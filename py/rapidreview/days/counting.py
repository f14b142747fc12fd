"""From a start and a clock to a date, by a counting rule that the data names.

Libraries differ on what "five working days from a Saturday" is; here the rule
is never inherited but chosen for each deadline: whether the event's own day is
day 1 (``same_day``), and whether so many clear days must lie between (``clear``).
A date is literal: it is never moved because it falls on a day off.

Hours are counted on the wall clock of England: when the clocks change in
between, the hour is neither added nor taken off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from rapidreview.days.office_time import in_office_hours
from rapidreview.days.workdays import PastHorizonError
from rapidreview.say import WEEKDAYS, day_of, days_in_month

if TYPE_CHECKING:
    from rapidreview.days.workdays import Calendar
    from rapidreview.model import Clock, Counting, OfficeHours
    from rapidreview.say import Moment

HOURS_IN_DAY = 24
DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
MARCH, OCTOBER, SUNDAY = 3, 10, 6


class TimeNeededError(ValueError):
    """Hours are counted back, or in office hours, from an event without a time of day."""


class OfficeHoursNeededError(LookupError):
    """A clock runs in office hours, and nobody has said when the offices are open."""


@dataclass(frozen=True)
class Count:
    """How one clock is counted: by which rule, on which calendar, on or ``back``.

    ``office`` are the office hours; a clock in office hours cannot be counted without.
    """

    clock: Clock
    rule: Counting
    calendar: Calendar
    back: bool = False
    office: OfficeHours | None = None

    def amount(self, *, first: bool = False) -> int:
        """Return how many units to count, for the end of a window or its ``first`` day.

        Strictly before day 10 is 9; strictly more than 7 days before is 8.
        """
        clock = self.clock
        ends = sorted((clock.amount, clock.amount if clock.to is None else clock.to))
        number = ends[1] if self.back == first else ends[0]
        if clock.edge == "before" and clock.unit in ("working-day", "day"):
            return number + 1 if self.back else max(number - 1, 0)
        return number

    def due(self, start: Moment, *, first: bool = False) -> Moment:
        """Return when the clock ends that starts at ``start``.

        ``first`` asks for the earlier end of a window. Hours keep a time of day;
        every other unit gives a day. Raises :class:`TimeNeededError` and
        :class:`~rapidreview.days.workdays.PastHorizonError`.
        """
        try:
            moment = self._count(self.amount(first=first), start)
        except (OverflowError, ValueError) as beyond:  # no calendar has such a date
            if isinstance(beyond, (TimeNeededError, PastHorizonError)):
                raise
            raise self.calendar.beyond() from beyond
        self.calendar.check(day_of(moment))
        return moment

    def _count(self, number: int, start: Moment) -> Moment:
        if self.clock.unit == "hour":
            if self.clock.hours == "office":
                return self._office(start, number)
            return _hours(start, number, back=self.back)
        day = self.calendar.check(day_of(start))
        if number == 0:
            return day
        sign = -1 if self.back else 1
        if self.clock.weekday:
            return day + timedelta(days=sign * self._to_weekday(day, number))
        shift = 1 if self.rule.clear else 0
        if self.clock.unit == "working-day":
            if self.rule.same_day and self.calendar.is_working(day):
                shift -= 1
            return self.calendar.add(day, sign * (number + shift))
        return self._by_calendar(day, number, shift - self.rule.same_day)

    def _by_calendar(self, day: date, number: int, shift: int) -> date:
        """Return ``day`` moved by days, weeks, months or years, and by ``shift`` more days."""
        sign = -1 if self.back else 1
        unit = self.clock.unit
        if unit == "day":
            return day + timedelta(days=sign * (number + shift))
        if self.clock.edge == "before":
            shift -= sign
        if unit == "week":
            return day + timedelta(days=sign * (number * DAYS_IN_WEEK + shift))
        months = number * (1 if unit == "month" else MONTHS_IN_YEAR)
        return add_months(day, sign * months) + timedelta(days=sign * shift)

    def _to_weekday(self, day: date, number: int) -> int:
        """Return how many days away the so-manieth such weekday is.

        The day itself is one only where the event's own day counts.
        """
        names = [name.lower() for name in WEEKDAYS]
        apart = names.index(self.clock.weekday) - day.weekday()
        away = (-apart if self.back else apart) % DAYS_IN_WEEK
        if away == 0 and not self.rule.same_day:
            away = DAYS_IN_WEEK
        return away + (number - 1) * DAYS_IN_WEEK

    def _office(self, start: Moment, number: int) -> Moment:
        if not isinstance(start, datetime):
            raise TimeNeededError
        if self.office is None:
            raise OfficeHoursNeededError
        return in_office_hours(
            start, number, self.office, self.calendar, back=self.back
        )


def _hours(start: Moment, number: int, *, back: bool) -> Moment:
    if isinstance(start, datetime):
        return start + timedelta(hours=-number if back else number)
    if back:
        raise TimeNeededError
    return start + timedelta(days=number // HOURS_IN_DAY)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, ``months`` on; 31 August becomes 28 February."""
    place = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = place // MONTHS_IN_YEAR, place % MONTHS_IN_YEAR + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def clock_changes(first: date, last: date) -> tuple[date, ...]:
    """Return the Sundays from ``first`` to ``last`` on which the clocks change in England."""
    found = []
    for year in range(first.year, last.year + 1):
        for month in (MARCH, OCTOBER):
            end = date(year, month, days_in_month(year, month))
            change = end - timedelta(days=(end.weekday() - SUNDAY) % DAYS_IN_WEEK)
            if first <= change <= last:
                found.append(change)
    return tuple(found)


def order_key(moment: Moment) -> tuple[date, int]:
    """Return a key that sorts moments; a day without a time stands for its end."""
    if isinstance(moment, datetime):
        return moment.date(), moment.hour * 60 + moment.minute
    return moment, HOURS_IN_DAY * 60
