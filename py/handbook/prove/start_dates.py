"""Trying every start date: the ground on which feasibility is tested, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from rapidreview.days import Count, PastHorizonError
from rapidreview.say import day_of, listed, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from rapidreview.days import Calendar
    from rapidreview.model import Clock, Counting, Id, National

Kind = Literal["chain", "window", "order", "day-off"]
EXAMPLES = 3
HOURS_IN_DAY = 24
PER_CENT = 100
LEAST_TOLD = 0.1


@dataclass(frozen=True, kw_only=True)
class Infeasible:
    """How often one thing cannot be kept under one reading.

    ``about`` is the chain, or the other deadline; ``failing`` of ``starts``
    start dates fail, of which ``examples`` are the first few.
    """

    kind: Kind
    deadline: Id
    reading: Id
    use: str
    about: Id
    says: str
    starts: int
    failing: int
    examples: tuple[date, ...]

    @property
    def share(self) -> float:
        """The failing part of all starts, from 0 to 1."""
        return self.failing / self.starts if self.starts else 0.0

    @property
    def sentence(self) -> str:
        """What was found, with the share and the first examples."""
        shown = listed(short_date(day) for day in self.examples)
        first = f", first {shown}" if shown else ""
        return f"{self.says}: {percent(self.failing, self.starts)} of {self.starts} start dates{first}."


@dataclass(frozen=True)
class Ground:
    """What the trying needs: the rules, the calendar and the start dates."""

    rules: dict[Id, Counting]
    calendar: Calendar
    starts: tuple[date, ...]

    def end(
        self, clock: Clock, start: date, *, back: bool = False, first: bool = False
    ) -> date:
        """Return the day on which ``clock`` ends; hours end on their day."""
        count = Count(clock, self.rules[clock.counting], self.calendar, back)
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
    national: National, calendar: Calendar, starts: Iterable[date] | None = None
) -> Ground:
    """Return the ground for trying: without ``starts``, every working day of the horizon."""
    if starts is None:
        days = (calendar.last - calendar.first).days + 1
        starts = (calendar.first + timedelta(days=n) for n in range(days))
        starts = (day for day in starts if calendar.is_working(day))
    rules = {rule.id: rule for rule in national.counting}
    return Ground(rules, calendar, tuple(starts))


def percent(part: int, whole: int) -> str:
    """Return "48%", "0.8%" or "none", never rounding something to nothing or to all."""
    if part == 0 or whole == 0:
        return "none"
    share = part * PER_CENT / whole
    if part == whole:
        return "all"
    if share < 1:
        return f"{share:.1f}%" if share >= LEAST_TOLD else f"under {LEAST_TOLD}%"
    return f"{min(round(share), PER_CENT - 1)}%"
