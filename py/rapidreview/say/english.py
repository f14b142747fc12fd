"""Dates, numbers and lists as a person would write them.

Month and weekday names are written out here because the browser's Python has
no English locale to ask for them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rapidreview.model import Clock

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
"""The days of the week, Monday first."""
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
"""The months, January first."""
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
"""Small numbers in words, from nought."""
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
"""Places in an order in words, from the first."""
SHORT_NAME = 3
DATE_PARTS = 3
FOUR_DIGITS = 4
LONGEST_NAME = 60


TEENS = (11, 12, 13)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


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
    month = MONTHS[moment.month - 1][:SHORT_NAME]
    name = weekday(moment)[:SHORT_NAME]
    return f"{name} {moment.day} {month} {moment.year}{_at(moment)}"


def plain_date(moment: Moment) -> str:
    """Return "27 November 2026"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def written_date(day: str) -> str:
    """Return "27 November 2026" for the day "2026-11-27" of a policy, "" for none."""
    return plain_date(date.fromisoformat(day)) if day else ""


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


def ordinal(count: int) -> str:
    """Return "first" to "tenth", then figures: "11th", "21st"."""
    if 0 < count <= len(ORDINALS):
        return ORDINALS[count - 1]
    ending = "th" if count % 100 in TEENS else ENDINGS.get(count % 10, "th")
    return f"{count}{ending}"


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
    """Return "5 working days", "5 to 8 working days", "before working day 10",
    "the second Tuesday" or "2 office hours".
    """
    noun = clock.unit.replace("-", " ")
    if clock.weekday:
        return f"the {ordinal(clock.amount)} {clock.weekday.capitalize()}"
    if clock.hours == "office":
        noun = "office hour"
    if clock.edge == "before":
        return f"before {noun} {clock.to or clock.amount}"
    if clock.to is not None:
        return f"{clock.amount} to {counted(clock.to, noun)}"
    return "the same day" if clock.amount == 0 else counted(clock.amount, noun)


def days_in_month(year: int, month: int) -> int:
    """Return how many days the month has: 28 to 31."""
    if month == len(MONTHS):
        return 31  # the month after the last one of all has no date
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the entry of ``known`` that ``word`` is a slip for, or "" where none is near.

    A slip is a letter too many, too few or wrong, or two that changed places; one in every
    four letters at most.
    """
    if len(word) > LONGEST_NAME:
        return ""
    ranked = sorted((_distance(word.lower(), entry), entry) for entry in known)
    limit = max(1, len(word) // 4)
    return ranked[0][1] if ranked and ranked[0][0] <= limit else ""


def _distance(left: str, right: str) -> int:
    before, row = [0], list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        above, row = row, [i]
        for j, b in enumerate(right, start=1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and (a, left[i - 2]) == (right[j - 2], b):
                least = min(least, before[j - 2] + 1)
            row.append(least)
        before = above
    return row[-1]
