"""Dates as people type them: "16 Sept 2026", "16/09/2026", "Wed 16th September 2026 10:00".

The day comes first; the year comes first only in four figures, as in 2026-09-16. A year of
two figures is one of this century. Months
and weekdays are read by name or by a usual short name. What is no date is refused
in a sentence that fits the place where it was typed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from rapidreview.say.english import (
    DATE_PARTS,
    FOUR_DIGITS,
    MONTHS,
    SHORT_NAME,
    WEEKDAYS,
    Moment,
    days_in_month,
    listed,
    plain_date,
    shortened,
    weekday,
)

TWO_DIGITS = 2
HOURS_IN_DAY = 24
MINUTES_IN_HOUR = 60
HOW_TO_WRITE = "Write a date as 2026-11-20, or 2026-11-20T10:00 with a time."
HOW_IN_BOXES = "Write the day, the month and the year, such as 20 11 2026."
UNUSUAL = {"weds": "wed"}
"""Short names that are not the beginning of the name."""
BOXES = ("day", "month", "year")
BETWEEN = re.compile(r"\.?\s*[/\-]\s*|\.?\s+|\.(?=\S)")
"""What stands between the parts of a date; a full stop may end a short name."""
TIME_MARK = re.compile(r"T(?=\d)")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


class NotADateError(ValueError):
    """What was typed is not a date; the message is a sentence that says why."""


class InBoxes(str):
    """What was typed into boxes for the day, the month and the year, as "20/11/2026".

    A box left empty leaves its place empty: "20//2026". A time may follow: "20/11/2026 10:00".
    """

    __slots__ = ()


def read_moment(text: str) -> Moment:
    """Return the day, or day and time, that ``text`` gives.

    Takes 2026-11-20, 20/11/2026, 20.11.2026, "20 November 2026", "Fri 20th Nov. 2026"
    and the like, with a time after it as "10:00", "T10:00" or "at 10:00". Raises
    :class:`NotADateError`.
    """
    boxes = isinstance(text, InBoxes)
    text = shortened(text)
    head, clock = _parted(text.strip().replace(",", " "))
    day = _read_day(head, text, boxes=boxes)
    return _with_time(day, clock, text) if clock else day


def _parted(text: str) -> tuple[str, str]:
    """Return the date in ``text`` and the time after it, if there is one."""
    if TIME_MARK.search(text):
        head, clock = TIME_MARK.split(text, maxsplit=1)
        return head, clock
    parts = text.split()
    after_boxes = "/" in "".join(parts[-2:-1])
    clock = parts.pop() if parts and (":" in parts[-1] or after_boxes) else ""
    if parts and clock and parts[-1].lower() == "at":
        del parts[-1]
    return " ".join(parts), clock


def _read_day(head: str, text: str, *, boxes: bool) -> date:
    how = HOW_IN_BOXES if boxes else HOW_TO_WRITE
    if boxes:
        head = _filled(head)
    words = [word.removesuffix(".") for word in BETWEEN.split(head)]
    named = [word for word in words if _place(word, WEEKDAYS)]
    words = [word for word in words if word not in named[:1] and word.lower() != "of"]
    if len(words) != DATE_PARTS:
        raise NotADateError(f"“{text}” is not a date. {how}")
    if len(words[0]) == FOUR_DIGITS and _is_number(words[0]):
        words.reverse()
    day, month, year = ORDINAL.sub("", words[0].lower()), words[1], words[2]
    place = int(month) if _is_number(month) else _place(month, MONTHS)
    if not _is_number(day) or not _is_number(year):
        raise NotADateError(f"“{text}” is not a date. {how}")
    if _is_short_year(year, month, head):
        year = f"20{year}"
    if len(year) != FOUR_DIGITS:
        says = "the year has no four figures. " + how
        if boxes:
            says = "write the year with four figures, as 2026."
        raise NotADateError(f"“{text}” is not a date: {says}")
    if not 1 <= place <= len(MONTHS):
        raise NotADateError(f"“{text}” is not a date: there is no such month. {how}")
    found = _real_day(int(year), place, int(day), text)
    _check_weekday(found, named, text)
    return found


def _is_short_year(year: str, month: str, head: str) -> bool:
    """Return whether "26" is the year 2026: the day stands first, because the month is named
    or strokes part the figures. 26-12-22 may have its year first, and is not read."""
    return len(year) == TWO_DIGITS and ("/" in head or not _is_number(month))


def _filled(head: str) -> str:
    """Return what stands in the boxes; a whole date in one of them is a date."""
    parts = [part.strip() for part in head.split("/")]
    filled = [part for part in parts if part]
    if len(filled) == DATE_PARTS:
        return "/".join(filled)
    if len(parts) != DATE_PARTS:
        return head
    if len(filled) == 1 and BETWEEN.search(filled[0]):
        return filled[0]
    empty = [name for name, part in zip(BOXES, parts, strict=True) if not part]
    raise NotADateError(f"Write the {listed(empty)} too, such as 20 11 2026.")


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdigit()


def _place(word: str, names: tuple[str, ...]) -> int:
    """Return the place, from 1, of the name that ``word`` is or begins; 0 where there is none."""
    word = UNUSUAL.get(word.lower(), word.lower())
    if len(word) < SHORT_NAME:
        return 0
    starts = (name.lower().startswith(word) for name in names)
    return next((place for place, fits in enumerate(starts, 1) if fits), 0)


def _real_day(year: int, month: int, day: int, text: str) -> date:
    if year < 1:
        raise NotADateError(f"“{text}” is not a date: there is no year {year}.")
    longest = days_in_month(year, month)
    if not 1 <= day <= longest:
        name = f"{MONTHS[month - 1]} {year}"
        raise NotADateError(f"“{text}” is not a date: {name} has {longest} days.")
    return date(year, month, day)


def _check_weekday(day: date, named: list[str], text: str) -> None:
    """Raise :class:`NotADateError` where the day of the week that was typed is not the date's."""
    for word in named:
        name = WEEKDAYS[_place(word, WEEKDAYS) - 1]
        if name != weekday(day):
            raise NotADateError(
                f"“{text}” does not fit: {plain_date(day)} is a {weekday(day)}, not a {name}."
            )


def _with_time(day: date, clock: str, text: str) -> datetime:
    hour, _, rest = clock.replace(".", ":").partition(":")
    minute, _, second = rest.partition(":")
    if not all(_is_number(part) for part in (hour, minute, second or "0")):
        raise NotADateError(
            f"“{text}” has no clear time. Write the time as 10:00 or 15:30."
        )
    if int(hour) >= HOURS_IN_DAY or int(minute) >= MINUTES_IN_HOUR:
        raise NotADateError(f"“{text}” has a time that no clock shows.")
    return datetime.combine(day, time(int(hour), int(minute)))
