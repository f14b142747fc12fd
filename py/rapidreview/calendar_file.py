"""A schedule as an iCalendar file (RFC 5545) that any calendar program can take in.

One entry for each latest date, one for each earlier date to aim for. The ids
are stable: the same dates give the same ids, so taking the file in twice does
not double the entries. Nothing in it identifies the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from rapidreview.words import day_of, iso, long_date, sentence

if TYPE_CHECKING:
    from rapidreview.due import Due
    from rapidreview.schedule import Schedule
    from rapidreview.words import Moment

DOMAIN = "rapid-review-handbook"
PRODUCT = "-//Rapid Review Handbook//Deadlines//EN"
LINE_OCTETS = 75
MORNING = 9
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


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry of a calendar: all day on a date, or at a time on it.

    ``alarm_on`` is the day on whose morning an alarm goes off.
    """

    uid: str
    when: Moment
    summary: str
    description: str
    alarm_on: date


def calendar_file(schedule: Schedule, stamp: datetime | None = None) -> str:
    """Return the schedule's iCalendar text, lines ended by CR LF.

    ``stamp`` is when the file was made, in UTC; without it, midnight of the
    schedule's today or of the first date given, so that nothing depends on a clock.
    Deadlines that are done are left out.
    """
    made = stamp or _midnight(schedule)
    events = [line for entry in entries(schedule) for line in _event(entry, made)]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(f'{schedule.name}: rapid review dates')}",
        *TIME_ZONE,
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines)


def entries(schedule: Schedule) -> tuple[Entry, ...]:
    """Return the calendar entries of what is dated and not done, by date."""
    found = []
    for due in schedule.deadlines:
        if due.latest is None or due.state == "done":
            continue
        found.append(
            _entry(schedule, due, due.latest, due.latest_working_day, "latest")
        )
        if due.aim_for is not None and due.aim_for != due.latest:
            found.append(_entry(schedule, due, due.aim_for, due.aim_working_day, "aim"))
    return tuple(found)


def _entry(
    schedule: Schedule, due: Due, when: Moment, working_day: date | None, kind: str
) -> Entry:
    word = "Latest" if kind == "latest" else "Aim for"
    return Entry(
        uid=_uid(schedule, due, kind),
        when=when,
        summary=f"{word}: {due.what}",
        description=_description(schedule, due, kind),
        alarm_on=due.in_time(when, working_day) or day_of(when),
    )


def _uid(schedule: Schedule, due: Due, kind: str) -> str:
    start = iso(due.from_date) if due.from_date else ""
    text = f"{schedule.partnership}|{due.id}|{kind}|{due.from_}|{start}"
    return f"{sha256(text.encode()).hexdigest()[:32]}@{DOMAIN}"


def _description(schedule: Schedule, due: Due, kind: str) -> str:
    means = due.latest_means if kind == "latest" else due.aim_means
    parts = [f"{schedule.name}. Who: {due.who_label}.", means]
    if kind == "aim" and due.latest is not None:
        parts.append(f"The latest date is {long_date(due.latest)}.")
    if due.from_date is not None:
        parts.append(f"Counted from: {due.from_label}, {long_date(due.from_date)}.")
    standing = {
        "law": "Set by law.",
        "guidance": "Set by statutory guidance.",
        "panel": "Set by the Panel.",
        "local": "Set by the local protocol.",
    }[due.standing]
    parts += [standing, due.cap, due.replaced, due.applies, *due.notes]
    return "\n".join(sentence(part) for part in parts if part)


def _event(entry: Entry, made: datetime) -> list[str]:
    day = day_of(entry.when)
    if isinstance(entry.when, datetime):
        times = [f"DTSTART;TZID={ZONE}:{entry.when:%Y%m%dT%H%M%S}"]
        midnight = datetime.combine(entry.alarm_on, datetime.min.time())
        ahead = entry.when - midnight - timedelta(hours=MORNING)
        minutes = min(-(ahead // timedelta(minutes=1)), 0)
    else:
        after = day + timedelta(days=1)
        times = [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        ]
        minutes = MORNING * 60 - (day - entry.alarm_on).days * 24 * 60
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}",
        *times,
        f"SUMMARY:{escape(entry.summary)}",
        f"DESCRIPTION:{escape(entry.description)}",
        "TRANSP:TRANSPARENT",
        *_alarm(entry, minutes - 24 * 60),
        *_alarm(entry, minutes),
        "END:VEVENT",
    ]


def _alarm(entry: Entry, minutes: int) -> list[str]:
    sign = "-" if minutes < 0 else ""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape(entry.summary)}",
        f"TRIGGER:{sign}PT{abs(minutes)}M",
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
