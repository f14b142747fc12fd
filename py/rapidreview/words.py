"""Dates, numbers and lists as a person would write them, and dates as a person types them.

Month and weekday names are written out here because the browser's Python has
no English locale to ask for them.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rapidreview.clocks import Clock

type Moment = date | datetime
"""A day, or a day with a time of day (wall clock in England, no time zone)."""

WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
SHORT_MONTH = 3
DATE_PARTS = 3
HOURS_IN_DAY = 24
MINUTES_IN_HOUR = 60
FOUR_DIGITS = 4
LONGEST_NAME = 60
HOW_TO_WRITE = "Write a date as 2026-11-20, or 2026-11-20T10:00 with a time."


class NotADateError(ValueError):
    """What was typed is not a date; the message is a sentence that says why."""


def day_of(moment: Moment) -> date:
    """Return the day of ``moment``, without its time."""
    return moment.date() if isinstance(moment, datetime) else moment


def weekday(day: date) -> str:
    """Return the name of the day of the week: "Friday"."""
    return WEEKDAYS[day.weekday()]


def long_date(moment: Moment) -> str:
    """Return "Friday 27 November 2026", with " at 10:00" where there is a time."""
    text = f"{weekday(moment)} {plain_date(moment)}"
    return text + _at(moment)


def short_date(moment: Moment) -> str:
    """Return "Fri 27 Nov 2026", with " at 10:00" where there is a time."""
    month = MONTHS[moment.month - 1][:SHORT_MONTH]
    name = weekday(moment)[:3]
    return f"{name} {moment.day} {month} {moment.year}{_at(moment)}"


def plain_date(moment: Moment) -> str:
    """Return "27 November 2026"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def iso(moment: Moment) -> str:
    """Return "2026-11-27", or "2026-11-27T10:00" where there is a time."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def _at(moment: Moment) -> str:
    return f" at {moment:%H:%M}" if isinstance(moment, datetime) else ""


def number(count: int) -> str:
    """Return "no", "one" to "nine", then figures."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Return "1 day" or "2 days"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(items: Iterable[str], word: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    parts = list(items)
    if not parts[1:]:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def shortened(text: str) -> str:
    """Return ``text``, cut off with an ellipsis where it is too long to be shown."""
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"


def sentence(text: str) -> str:
    """Return ``text`` ended by a full stop, unless it ends a sentence already."""
    ended = not text or text.rstrip("”’)\"'")[-1:] in (".", "!", "?", "…")
    return text if ended else f"{text}."


def clock_in_words(clock: Clock) -> str:
    """Return "5 working days", "5 to 8 working days", "before day 10 (working days)"."""
    noun = clock.unit.replace("-", " ")
    if clock.edge == "before":
        return f"before {noun} {clock.to or clock.amount}"
    if clock.to is not None:
        return f"{clock.amount} to {counted(clock.to, noun)}"
    return "the same day" if clock.amount == 0 else counted(clock.amount, noun)


def read_moment(text: str) -> Moment:
    """Return the day, or day and time, that ``text`` gives.

    Takes "2026-11-20", "2026-11-20T10:00", "2026-11-20 10:00" and the same with
    a month in words, "20 November 2026 10:00". Raises :class:`NotADateError`.
    """
    text = shortened(text)
    cleaned = text.strip().replace(",", " ").replace(" at ", " ")
    head, mark, tail = cleaned.partition("T")
    if not mark or not tail[:1].isdigit():
        parts = cleaned.split()
        clock = parts.pop() if parts and ":" in parts[-1] else ""
        head, tail = " ".join(parts), clock
    day = _read_day(head, text)
    return _with_time(day, tail, text) if tail else day


def _read_day(head: str, text: str) -> date:
    parts = head.split("-")
    if len(parts) == DATE_PARTS and len(parts[0]) == FOUR_DIGITS:
        year, month, day = parts
    else:
        words = head.split()
        if words and words[0].title() in {*WEEKDAYS, *(w[:3] for w in WEEKDAYS)}:
            del words[0]
        if len(words) != DATE_PARTS or len(words[2]) != FOUR_DIGITS:
            raise NotADateError(f"“{text}” is not a date. {HOW_TO_WRITE}")
        day, month, year = words[0], str(_month(words[1])), words[2]
    if not all(_is_number(part) for part in (year, month, day)):
        raise NotADateError(f"“{text}” is not a date. {HOW_TO_WRITE}")
    return _real_day(int(year), int(month), int(day), text)


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _month(word: str) -> int:
    for place, name in enumerate(MONTHS, start=1):
        if word.lower() in {name.lower(), name[:SHORT_MONTH].lower()}:
            return place
    return 0


def _real_day(year: int, month: int, day: int, text: str) -> date:
    if not 1 <= month <= len(MONTHS):
        raise NotADateError(
            f"“{text}” is not a date: there is no such month. {HOW_TO_WRITE}"
        )
    if year < 1:
        raise NotADateError(f"“{text}” is not a date: there is no year {year}.")
    longest = days_in_month(year, month)
    if not 1 <= day <= longest:
        name = f"{MONTHS[month - 1]} {year}"
        raise NotADateError(f"“{text}” is not a date: {name} has {longest} days.")
    return date(year, month, day)


def _with_time(day: date, tail: str, text: str) -> datetime:
    hour, _, rest = tail.partition(":")
    minute, _, second = rest.partition(":")
    if not all(_is_number(part) for part in (hour, minute, second or "0")):
        raise NotADateError(
            f"“{text}” has no clear time. Write the time as 10:00 or 15:30."
        )
    if int(hour) >= HOURS_IN_DAY or int(minute) >= MINUTES_IN_HOUR:
        raise NotADateError(f"“{text}” has a time that no clock shows.")
    return datetime.combine(day, time(int(hour), int(minute)))


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has: 28 to 31."""
    if month == len(MONTHS):
        return 31  # the month after the last one of all has no date
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the entry of ``known`` that is spelt most like ``word``, or ""."""
    if len(word) > LONGEST_NAME:
        return ""
    ranked = sorted((_distance(word.lower(), entry), entry) for entry in known)
    limit = max(2, len(word) // 3)
    return ranked[0][1] if ranked and ranked[0][0] <= limit else ""


def _distance(left: str, right: str) -> int:
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, start=1):
            previous, row[j] = (
                row[j],
                min(row[j] + 1, row[j - 1] + 1, previous + (a != b)),
            )
    return row[-1]
