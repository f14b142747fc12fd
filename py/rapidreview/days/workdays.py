"""Which days are working days in England, why the others are not, and how far we know.

A working day is not a Saturday, a Sunday or a bank holiday in England. Neither
the Children Act 2004 nor Working Together defines the term; the definition is
borrowed from regulation 2 of SI 2006/1738. Bank holidays are passed in: nothing
here fetches or guesses one, and a day outside the years that were checked is
refused, because a calendar that runs out would otherwise be silently wrong.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, cast

from rapidreview.say import plain_date, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ONE_DAY = timedelta(days=1)
SATURDAY = 5
ADDED = "a day off added by you"
"""Why a day that the reader added is not counted."""


class PastHorizonError(ValueError):
    """A day lies outside the years whose bank holidays are known."""


@dataclass(frozen=True)
class Calendar:
    """The working days of England between two dates.

    ``holidays`` maps each bank holiday to its name; ``first`` and ``last`` are
    the first and the last day that may be asked about.
    """

    holidays: dict[date, str] = field(repr=False)
    first: date
    last: date
    added: tuple[date, ...] = ()
    """Days off that somebody added, in order; they are among ``holidays`` too."""

    def without(self, days: Iterable[date]) -> Calendar:
        """Return the calendar with ``days`` added to the days off.

        Meant for a bank holiday proclaimed after the calendar was made. A day that is
        off in any case keeps its own reason.
        """
        more = tuple(sorted({self.check(day) for day in days}))
        if not more:
            return self
        named = {day: ADDED for day in more if self.is_working(day)}
        return replace(self, holidays={**self.holidays, **named}, added=more)

    def says(self) -> str:
        """Return how far bank holidays are known, as the end of a sentence."""
        return (
            f"bank holidays are known only from {plain_date(self.first)}"
            f" to {plain_date(self.last)}"
        )

    def check(self, day: date) -> date:
        """Return ``day``; raise :class:`PastHorizonError` if it is not known."""
        if not self.first <= day <= self.last:
            raise self.beyond()
        return day

    def beyond(self) -> PastHorizonError:
        """Return the error to raise for a day that is not known."""
        return PastHorizonError(f"No date: {self.says()}.")

    def why_off(self, day: date) -> str:
        """Return "Saturday", "Good Friday" and so on, or "" for a working day."""
        self.check(day)
        holiday = self.holidays.get(day, "")
        return holiday or (weekday(day) if day.weekday() >= SATURDAY else "")

    def is_working(self, day: date) -> bool:
        """Return whether ``day`` is a working day."""
        return not self.why_off(day)

    def add(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``, or before it if negative.

        ``day`` itself is never counted and need not be a working day; a count
        of 0 gives ``day`` back unmoved.
        """
        self.check(day)
        if count == 0:
            return day
        days = self._working
        start = bisect_right(days, day) - 1 if count > 0 else bisect_left(days, day)
        place = start + count
        if not 0 <= place < len(days):
            raise self.beyond()
        return days[place]

    def next_working(self, day: date) -> date:
        """Return ``day`` if it is a working day, otherwise the first one after it."""
        return day if self.is_working(day) else self.add(day, 1)

    def last_working(self, day: date) -> date:
        """Return ``day`` if it is a working day, otherwise the last one before it."""
        return day if self.is_working(day) else self.add(day, -1)

    def between(self, first: date, last: date) -> int:
        """Return how many working days lie after ``first``, up to and on ``last``."""
        self.check(first)
        self.check(last)
        days = self._working
        return bisect_right(days, last) - bisect_right(days, first)

    def days_off(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """Return the days from ``first`` to ``last`` that are not working days, and why."""
        return tuple(
            (day, why) for day in _days(first, last) if (why := self.why_off(day))
        )

    def plain(self) -> dict[str, object]:
        """Return the calendar as :func:`calendar_from` reads it, for the browser."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "holidays": {day.isoformat(): name for day, name in self.holidays.items()},
        }

    @cached_property
    def _working(self) -> list[date]:
        return [day for day in _days(self.first, self.last) if self.is_working(day)]


def calendar_from(plain: Mapping[str, object]) -> Calendar:
    """Return the calendar of a bank-holiday file: ``first``, ``last``, ``holidays``."""
    holidays = cast("Mapping[str, str]", plain["holidays"])
    return Calendar(
        holidays={date.fromisoformat(day): name for day, name in holidays.items()},
        first=date.fromisoformat(str(plain["first"])),
        last=date.fromisoformat(str(plain["last"])),
    )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
