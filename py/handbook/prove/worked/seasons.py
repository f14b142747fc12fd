"""The days on which a count goes wrong most easily: Easter, Christmas, a change of the clocks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from rapidreview.days.counting import clock_changes

if TYPE_CHECKING:
    from rapidreview.days import Calendar

type Season = Literal["easter", "christmas", "clock change"]
SEASONS: tuple[Season, ...] = get_args(Season.__value__)
IN_WORDS = {
    "easter": "over Easter",
    "christmas": "over Christmas",
    "clock change": "over a change of the clocks",
    "plain": "with no hard day",
    "weekend": "over a weekend",
}
"""How a worked case says what makes it hard."""
NEAR = timedelta(days=3)
LONG = timedelta(weeks=14)
"""A longer stretch crosses every season; it is asked to end near one."""
GOOD_FRIDAY = "Good Friday"


def stretches(season: Season, calendar: Calendar) -> list[tuple[date, date]]:
    """Return the first and the last day of each ``season`` that ``calendar`` knows, in order."""
    if season == "easter":
        fridays = [
            day for day, name in calendar.holidays.items() if name == GOOD_FRIDAY
        ]
        return [(day, day + NEAR) for day in sorted(fridays)]
    if season == "clock change":
        return [(day, day) for day in clock_changes(calendar.first, calendar.last)]
    years = range(calendar.first.year, calendar.last.year + 1)
    return [(date(year, 12, 24), date(year + 1, 1, 3)) for year in years]


def near(season: Season, first: date, last: date, calendar: Calendar) -> bool:
    """Return whether the days from ``first`` to ``last`` meet ``season``, or end near it.

    Within three days is near. Of a long stretch only its end is looked at.
    """
    first, last = sorted((first, last))
    if last - first > LONG:
        first = last
    return any(
        start <= last + NEAR and end >= first - NEAR
        for start, end in stretches(season, calendar)
    )
