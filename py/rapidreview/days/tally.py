"""The working of a date: every day from the clock's start, counted or skipped, and why.

This walks the days one by one, apart from :mod:`rapidreview.days.counting` which
computes the date; the tests hold the two to each other, and a reader can hold
both to a wall calendar with a finger.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from rapidreview.days.counting import clock_changes
from rapidreview.say import (
    clock_in_words,
    counted,
    day_of,
    listed,
    long_date,
    plain_date,
    short_date,
    weekday,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from rapidreview.days.counting import Count
    from rapidreview.say import Moment

DAY_UNITS = ("working-day", "day", "week")
DAYS_IN_WEEK = 7
HOURS_IN_DAY = 24


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day of a working.

    ``number`` is its place in the count, or 0; ``skipped`` says why it is not
    counted ("Saturday", "Good Friday"); ``closure`` marks a local closure day,
    which is counted all the same.
    """

    on: date
    weekday: str
    number: int = 0
    skipped: str = ""
    start: bool = False
    due: bool = False
    closure: bool = False

    @property
    def weekend(self) -> bool:
        """Whether the day is not counted because it is a Saturday or a Sunday."""
        return bool(self.skipped) and self.skipped == self.weekday


@dataclass(frozen=True, kw_only=True)
class Working:
    """How a date was counted: the days in calendar order, and ``says``, how in sentences.

    Months, years and hours are not counted day by day; they have no ``days``.
    ``title`` is the clock and its start: "15 working days from Friday 20 November 2026";
    ``rule`` names the counting rule.
    """

    says: str = ""
    title: str = ""
    rule: str = ""
    days: tuple[Day, ...] = ()
    skipped: tuple[Day, ...] = ()
    """Those of ``days`` that are told as not counted."""

    KEYS: ClassVar = ("text", "title", "rule", "days")
    """What is told of it as plain data, in this order."""

    @property
    def text(self) -> str:
        """The whole paragraph: how it was counted, and the days that are not."""
        if not self.skipped:
            return self.says
        return f"{self.says} Not counted: {_skipped(self.skipped)}."


def working(
    count: Count,
    label: str,
    start: Moment,
    due: Moment,
    closures: Collection[date] = (),
) -> Working:
    """Return the working of the date ``due`` that ``count`` gave from ``start``.

    ``label`` names the event that starts the clock.
    """
    clock = count.clock
    intro = f"{label}: {long_date(start)}."
    title = _title(count, start)
    if clock.unit == "hour":
        return Working(says=f"{intro} {_hours(count, start, due)}", title=title)
    if clock.weekday:
        return Working(says=f"{intro} {_weekday(count, start, due)}", title=title)
    if clock.unit in ("month", "year"):
        text = f"{intro} {_months(count, day_of(start), day_of(due))}"
        return Working(says=text, title=title)
    days = _days(count, day_of(start), day_of(due), closures)
    text = f"{intro} {_text(count, days, due)}"
    skipped = tuple(day for day in days if day.skipped and count.amount())
    return Working(
        says=text, title=title, rule=count.rule.name, days=days, skipped=skipped
    )


def _title(count: Count, start: Moment) -> str:
    words = clock_in_words(count.clock)
    if count.clock.edge == "before" or count.amount() == 0:
        return f"{words[0].upper()}{words[1:]}: {long_date(start)}"
    return f"{words} {'back ' if count.back else ''}from {long_date(start)}"


def _days(
    count: Count, start: date, due: date, closures: Collection[date]
) -> tuple[Day, ...]:
    step = timedelta(days=-1 if count.back else 1)
    days: list[Day] = []
    number, day = 0, start
    while True:
        off = count.calendar.why_off(day) if count.clock.unit == "working-day" else ""
        counts = not off
        if day == start:
            counts = counts and count.rule.same_day and count.amount() > 0
        elif day == due and count.rule.clear:
            counts = False
        number += counts
        days.append(
            Day(
                on=day,
                weekday=weekday(day),
                number=number if counts else 0,
                skipped=off,
                start=day == start,
                due=day == due,
                closure=day in closures,
            )
        )
        if day == due:
            break
        day += step
    return tuple(reversed(days)) if count.back else tuple(days)


def _text(count: Count, days: tuple[Day, ...], due: Moment) -> str:
    if count.amount() == 0:
        return "Due the same day; the day is not moved."
    numbered = sorted((day.number, day) for day in days if day.number)
    unit = "working days" if count.clock.unit == "working-day" else "days"
    parts = []
    if numbered:
        first = numbered[0][1]
        how = "the day itself" if first.start else _how_first(count)
        if count.rule.zero:
            parts.append("The day itself is day 0.")
        parts.append(f"Day 1 is {long_date(first.on)}, {how}.")
    total = numbered[-1][0] if numbered else 0
    noun = counted(total, unit[:-1])
    way = " back" if count.back else ""
    if count.rule.clear:
        parts.append(f"{noun} lie clear between; {long_date(due)} is the day beyond.")
    else:
        parts.append(f"Counted{way}: {noun}, to {long_date(due)}.")
    if count.clock.edge == "before":
        parts.append(
            f"The words are “{clock_in_words(count.clock)}”, so strictly earlier."
        )
    return " ".join(parts)


def _how_first(count: Count) -> str:
    kind = "working day" if count.clock.unit == "working-day" else "day"
    return f"the {kind} {'before' if count.back else 'after'}"


def _skipped(days: tuple[Day, ...]) -> str:
    named = [d for d in days if not d.weekend]
    plain = [d for d in days if d.weekend]
    items = []
    if plain:
        few = len(plain) <= DAYS_IN_WEEK
        items = (
            [short_date(d.on) for d in plain]
            if few
            else [f"{len(plain)} days at weekends"]
        )
    items += [f"{d.skipped} ({short_date(d.on)})" for d in named]
    return listed(items)


def _months(count: Count, start: date, due: date) -> str:
    words = clock_in_words(count.clock)
    way = "before" if count.back else "on"
    parts = [f"{words[0].upper()}{words[1:]} {way} is {long_date(due)}."]
    if count.clock.edge == "by" and due.day < start.day and not count.rule.clear:
        same_day = count.rule.same_day
        if not same_day or start.day - due.day > 1:
            parts.append(
                "That month has no such day, so its last day is taken; it is not moved."
            )
    return " ".join(parts)


def _weekday(count: Count, start: Moment, due: Moment) -> str:
    way = "before" if count.back else "after"
    day = weekday(due)
    text = f"{clock_in_words(count.clock).capitalize()} {way} is"
    text = f"{text.replace(day.lower(), day)} {long_date(due)}."
    if weekday(start) != day:
        return text
    itself = "is the first" if count.rule.same_day else "is not counted"
    return f"{text} The day itself, which is a {day}, {itself}."


def _hours(count: Count, start: Moment, due: Moment) -> str:
    words = clock_in_words(count.clock)
    way = "back" if count.back else "on"
    if count.office is not None and count.clock.hours == "office":
        return (
            f"{words} {way} is {long_date(due)}. Only the hours from {count.office.opens}"
            f" to {count.office.closes} on working days count."
        )
    if isinstance(start, datetime):
        text = f"{words} {way} by the clock on the wall is {long_date(due)}."
    else:
        whole = count.amount() % HOURS_IN_DAY == 0
        when = "by the same time of day" if whole else "counted from the day’s start"
        text = f"{words} {way} is {long_date(due)}, {when}."
    text += " Weekends and bank holidays count."
    first, last = sorted((day_of(start), day_of(due)))
    changes = clock_changes(first, last)
    if changes:
        text += (
            f" The clocks change on {listed(plain_date(day) for day in changes)};"
            " the hour is neither added nor taken off."
        )
    return text
