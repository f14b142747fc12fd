"""What comes round: the next times at which it is due, from today, until it ends.

Every time is counted from the start afresh, so that a month's end does not drift: the
third time of "every 8 weeks" is 24 weeks after the event. What has no start is due once
in each month, quarter or year of the calendar, by its last day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from rapidreview.dates.lacking import BeyondHorizon
from rapidreview.dates.parts import Dates, Start
from rapidreview.days import Count, PastHorizonError, Working, add_months, working
from rapidreview.model import Clock
from rapidreview.say import (
    MONTHS,
    day_of,
    long_date,
    number,
    often,
    ordinal,
    short_date,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Every
    from rapidreview.model.base import Unit
    from rapidreview.say import Moment

MOST_SHOWN = 12
"""How many times are told at most: as many as fall within a year of today, one at least."""
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
ONE_DAY = timedelta(days=1)
YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Round:
    """One time at which something that comes round is due: by ``last``, and not before
    ``first``. ``number`` counts the times from the event, 0 where the calendar gives it."""

    first: date
    last: date
    number: int = 0

    @property
    def says(self) -> str:
        """The time in words: "Tuesday 2 March 2027", "March 2027", "January to March 2027"."""
        if self.number:
            return long_date(self.last)
        end = f"{MONTHS[self.last.month - 1]} {self.last.year}"
        if self.first.month == self.last.month:
            return end
        return f"{MONTHS[self.first.month - 1]} to {end}"


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """The times that are still to come, those that an end has stopped, and what ended it.

    ``before`` is the last time before today. ``over`` is true once the end has come.
    """

    next: tuple[Round, ...] = ()
    stopped: tuple[Round, ...] = ()
    before: Round | None = None
    end: Moment | None = None
    end_label: str = ""
    over: bool = False

    @property
    def ends(self) -> str:
        """What ends it, as a sentence; "" while that has no date."""
        if self.end is None:
            return ""
        if self.over:
            return f"No longer due: {self.end_label}, {short_date(self.end)}."
        return f"It ends with “{self.end_label}”, {short_date(self.end)}."


def with_rounds(due: Due, known: Known, today: date | None) -> Due:
    """Return ``due`` with the times at which it comes round; unchanged if it does not."""
    every = due.deadline.every
    if every is None:
        return due
    event = due.deadline.from_
    end = known.moments.get(every.until)
    if not event:
        found = _of_calendar(every, known, today, end)
        return replace(due, rounds=found)
    start = known.find(event)
    if start is None:
        dates = Dates(
            start=Start(event=event, label=known.label(event)),
            lacks=known.lacking(event),
        )
        return replace(due, dates=dates)
    return _from_event(due, every, start, known, today)


def _from_event(
    due: Due, every: Every, start: tuple[str, Moment], known: Known, today: date | None
) -> Due:
    event, moment = start
    label = known.label(event)
    from_ = today or day_of(moment)
    times = [
        Round(first=day, last=day, number=place)
        for place, day in enumerate(_days(every, moment, known), start=1)
    ]
    end = known.moments.get(every.until)
    found = _told(times, end, known.label(every.until), from_, today)
    dates = Dates(start=Start(event=event, label=label, date=moment))
    if found.next:
        one = found.next[0]
        words = f"{often(every)} from {known.noun(event)}"
        means = f"{words[0].upper()}{words[1:]}: the {ordinal(one.number)} time"
        shown = Working()
        if known.explain:
            count = _count(every, one.number, known)
            shown = working(count, label, moment, one.last, known.closures)
        dates = replace(dates, latest=known.dated(one.last, means), working=shown)
    elif not found.end:
        dates = replace(dates, lacks=BeyondHorizon(str(known.calendar.beyond())))
    return replace(due, dates=dates, rounds=found)


def _days(every: Every, start: Moment, known: Known) -> Iterator[date]:
    """Yield the days from ``start`` on, as far as the calendar is known."""
    place = 1
    while True:
        try:
            yield day_of(_count(every, place, known).due(start))
        except PastHorizonError:
            return
        place += 1


def _count(every: Every, place: int, known: Known) -> Count:
    months = MONTHS_IN["quarter"] if every.unit == "quarter" else 1
    unit = cast("Unit", "month" if every.unit == "quarter" else every.unit)
    clock = Clock(amount=every.amount * place * months, unit=unit)
    return Count(clock, known.rules[clock.counting], known.calendar)


def _of_calendar(
    every: Every, known: Known, today: date | None, end: Moment | None
) -> Rounds:
    """Return the months, quarters or years in which it is due, from today's on."""
    if today is None or every.amount != 1 or every.unit not in MONTHS_IN:
        return Rounds()
    if every.unit == "year" and every.month is None:
        return Rounds()
    length = 1 if every.month else MONTHS_IN[every.unit]
    step = YEAR if every.month else length
    begins = (every.month or (today.month - 1) // length * length + 1) - 1
    first = date(today.year, begins + 1, 1)
    times = [
        Round(first=day, last=add_months(day, length) - ONE_DAY)
        for day in (add_months(first, step * n) for n in range(MOST_SHOWN + 1))
        if day <= known.calendar.last
    ]
    return _told(times, end, known.label(every.until), today, today)


def _told(
    times: list[Round],
    end: Moment | None,
    label: str,
    from_: date,
    today: date | None,
) -> Rounds:
    """Return which of all ``times`` are told, from the day ``from_`` on."""
    last = day_of(end) if end else date.max
    ahead = [one for one in times if one.last >= from_ and one.first < last]
    past = [one for one in times if one.last < min(from_, last)]
    stopped = [one for one in times if one.first >= last] if end else []
    over = end is not None and (today is None or last <= today)
    return Rounds(
        next=() if over else _within_a_year(ahead, from_),
        stopped=tuple(stopped[:MOST_SHOWN]),
        before=past[-1] if past else None,
        end=end,
        end_label=label if end else "",
        over=over,
    )


def _within_a_year(times: list[Round], from_: date) -> tuple[Round, ...]:
    if not times:
        return ()
    near = [one for one in times[1:] if one.first <= add_months(from_, YEAR)]
    return (times[0], *near[: MOST_SHOWN - 1])


def again(times: tuple[Round, ...]) -> str:
    """Return the times after the first as a sentence; "" where there is one at most."""
    if not times[1:]:
        return ""
    return f"Then {_few([one.says for one in times[1:]])}."


def _few(words: list[str]) -> str:
    shown = 5
    if len(words) <= shown:
        return ", ".join(words)
    return f"{', '.join(words[:shown])} and {number(len(words) - shown)} more within a year"
