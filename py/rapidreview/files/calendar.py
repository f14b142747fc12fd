"""A schedule as an iCalendar file (RFC 5545) that any calendar program can take in.

One entry for each latest date, one for each earlier date to aim for; see
:mod:`rapidreview.files.calendar_entries`. Nothing in it identifies the case, unless the
reader gave a reference.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from rapidreview.files.calendar_entries import entries
from rapidreview.say import day_of

if TYPE_CHECKING:
    from rapidreview.dates import Schedule
    from rapidreview.days import Calendar
    from rapidreview.files.calendar_entries import CalendarEntry

PRODUCT = "-//Rapid Review Handbook//Deadlines//EN"
LINE_OCTETS = 75
COUNTED_FROM = datetime(2026, 1, 1)  # noqa: DTZ001 - in UTC, like the stamp
ZONE = "Europe/London"
TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "DTSTART:19700329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "DTSTART:19701025T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
CONTROLS = {n: None for n in range(32) if n not in (9, 10)} | {127: None}


def calendar_file(
    schedule: Schedule, calendar: Calendar, stamp: datetime | None = None
) -> str:
    """Return the schedule's iCalendar text, lines ended by CR LF.

    ``stamp`` is when the file was made, in UTC; without it, midnight of the
    schedule's today or of the first date given, so that nothing depends on a clock.

    SEQUENCE is the number of seconds from the start of 2026 to then. Nothing is kept
    from which a file could know how often an entry was changed before; but of two
    files the later one always has the greater number, whatever was corrected, and so
    replaces the earlier one. RFC 5545 gives it 31 bits, which last until 2094.
    """
    made = stamp or _midnight(schedule)
    since = made.replace(tzinfo=None) - COUNTED_FROM
    sequence = max(since // timedelta(seconds=1), 0)
    events = [
        line
        for entry in entries(schedule, calendar)
        for line in _event(entry, made, sequence)
    ]
    name = f"{schedule.name}: rapid review dates {schedule.reference}".strip()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(name)}",
        *TIME_ZONE,
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


def _event(entry: CalendarEntry, made: datetime, sequence: int) -> list[str]:
    day = day_of(entry.when)
    if isinstance(entry.when, datetime):
        begins = entry.when
        times = [f"DTSTART;TZID={ZONE}:{entry.when:%Y%m%dT%H%M%S}"]
    else:
        begins = datetime.combine(day, time())
        times = [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        ]
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}",
        f"LAST-MODIFIED:{made:%Y%m%dT%H%M%SZ}",
        f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}",
        *times,
        f"SUMMARY:{escape(entry.summary)}",
        f"DESCRIPTION:{escape(entry.description)}",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        *(_alarm(entry, begins - entry.alarm) if entry.alarm else ()),
        "END:VEVENT",
    ]


def _alarm(entry: CalendarEntry, ahead: timedelta) -> list[str]:
    """Return the one alarm of an entry, before its start: Outlook takes no other."""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape(entry.summary)}",
        f"TRIGGER:-PT{ahead // timedelta(minutes=1)}M",
        "END:VALARM",
    ]


def escape(text: str) -> str:
    """Return ``text`` as an iCalendar TEXT value, control characters left out."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def fold(line: str) -> str:
    """Return ``line`` folded so that no part is longer than 75 octets in UTF-8."""
    parts: list[str] = []
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > LINE_OCTETS:
            parts.append(part)
            part, size = " ", 1
        part += char
        size += octets
    return "\r\n".join((*parts, part))


def _midnight(schedule: Schedule) -> datetime:
    days = [day_of(item.date) for item in schedule.given]
    day = schedule.today or min(days, default=date(1970, 1, 1))
    return datetime.combine(day, datetime.min.time())
