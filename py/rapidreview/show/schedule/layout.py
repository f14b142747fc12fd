"""Where each deadline has its place in the picture of a schedule: days across, rows down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rapidreview.say import day_of
from rapidreview.show.guesses import due_tags
from rapidreview.show.marks import WORKED_OUT
from rapidreview.show.places import MOST_DAYS, MOST_ROWS

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.days import Calendar

ROOM = 1024
"""Pixels that the days share on a wide page."""
LETTER = 7.6
MARK = 34
LEAST_DAYS = 21


@dataclass(frozen=True)
class Window:
    """The days that the picture shows: the first, and how many."""

    first: date
    days: int

    def place(self, day: date) -> int:
        """Return the column of ``day``, the first being 1."""
        return (day - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Return whether ``day`` is shown."""
        return 1 <= self.place(day) <= self.days

    def inside(self, day: date) -> int:
        """Return the column of ``day``, or the nearest that is shown."""
        return min(max(self.place(day), 1), self.days)


@dataclass(frozen=True)
class Item:
    """A deadline in its place: its day, and the columns that it and its words take."""

    due: Due
    day: date
    first: int
    last: int
    left: bool


def dated(schedule: Schedule) -> list[Due]:
    """Return the deadlines that have their place in the picture.

    National duties that only some cases have are left to the table.
    """
    return [
        due
        for due in schedule.deadlines
        if due.latest is not None and not (due.national and due.applies)
    ]


def shown_on(due: Due) -> date:
    """Return the day a deadline is drawn on: when it was done or is planned, else its latest."""
    moment = due.done_on or due.latest
    return day_of(moment) if moment else date.min


def said(due: Due) -> str:
    """Return what a deadline asks for, and that it has ended."""
    return f"{due.what} (ended)" if due.state == "ended" else due.what


def window_of(schedule: Schedule, items: list[Due]) -> Window:
    """Return the days from the first date on, as many as fit."""
    days = [shown_on(due) for due in items]
    days += [day_of(item.date) for item in schedule.given]
    first = min(days)
    near = [day for day in days if (day - first).days < MOST_DAYS]
    return Window(first, max((max(near) - first).days + 2, LEAST_DAYS))


def gaps(window: Window, calendar: Calendar) -> list[tuple[date, date]]:
    """Return the first and last day of each stretch of days off that has a bank holiday.

    Only those wholly inside the window; plain weekends are not among them.
    """
    found: list[tuple[date, date]] = []
    off: list[date] = []
    for number in range(window.days):
        day = window.first + timedelta(days=number)
        if not calendar.first <= day <= calendar.last:
            break
        if not calendar.is_working(day):
            off.append(day)
            continue
        if any(one in calendar.holidays for one in off):
            found.append((off[0], off[-1]))
        off = []
    return found


def rows_of(
    drawn: list[Due], window: Window
) -> tuple[list[list[Item]], dict[int, str]]:
    """Return the rows, those who act each having as many as their words need."""
    rows: list[list[Item]] = []
    lanes: dict[int, str] = {}
    for lane in dict.fromkeys(due.who_label for due in drawn):
        mine: list[list[Item]] = []
        for due in sorted((d for d in drawn if d.who_label == lane), key=shown_on):
            item = _measure(due, window)
            row = next((row for row in mine if row[-1].last < item.first), None)
            if row is None:
                mine.append([item])
            else:
                row.append(item)
        if len(rows) + len(mine) > MOST_ROWS:
            break
        lanes[len(rows) + 1] = lane
        rows += mine
    return rows, lanes


def _measure(due: Due, window: Window) -> Item:
    """Return how many columns the mark and its words take, to the right or to the left."""
    day = shown_on(due)
    place = window.place(day)
    tag = len(WORKED_OUT) + 2 if any(due_tags(due)) else 0
    wide = int(((len(said(due)) + tag) * LETTER + MARK) * window.days / ROOM) + 1
    left = place + wide - 1 > window.days and place > window.days / 2
    if left:
        return Item(due, day, max(place - wide + 1, 1), place, left=True)
    return Item(due, day, place, min(place + wide - 1, window.days), left=False)
