"""What a calendar holds of a schedule: an entry for each date, its identity and its alarm.

An entry keeps its identity when its date is corrected or extended, so that a later
file replaces what an earlier one put into a calendar. The identity is made of the
partnership, the case, the deadline and which of its two dates it is; the case is the
reader's own reference or, without one, the first day that was entered. An entry that
an earlier file may hold and that counts no longer is written again, cancelled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from rapidreview.days import PastHorizonError
from rapidreview.say import day_of, iso, long_date, sentence
from rapidreview.show import due_says, due_tags, who_text

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.dates.rounds import Round
    from rapidreview.days import Calendar
    from rapidreview.say import Moment

DOMAIN = "rapid-review-handbook"
MORNING = time(9)
"""When an alarm sounds: nine o'clock."""
HOUR = timedelta(hours=1)
TITLES = {
    "latest": "Latest",
    "aim": "Aim for",
    "done": "Done",
    "replaced": "Replaced",
    "ended": "Ended",
    "aside": "Put aside",
    "round": "Comes round",
}
"""What an entry's title begins with, by what has become of it."""
OVER = ("replaced", "ended")
"""What is cancelled in a calendar that holds it."""


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar: all day on a date, or at a time on it.

    ``alarm`` is when it sounds, always before ``when`` begins; None where it is silent.
    """

    uid: str
    when: Moment
    summary: str
    description: str
    alarm: datetime | None = None
    cancelled: bool = False


def entries(schedule: Schedule, calendar: Calendar) -> tuple[CalendarEntry, ...]:
    """Return the calendar entries of what is dated, by date.

    What is done keeps its entry, without an alarm.
    """
    found: list[CalendarEntry] = []
    for due in schedule.deadlines:
        about = _About(schedule, due, calendar)
        if due.deadline.every is not None:
            found += about.rounds()
            continue
        if due.latest is None:
            continue
        over = due.state if due.state in ("done", "ended", "aside") else ""
        found.append(about.entry("latest", due.latest, over))
        if due.aim_for is not None and due.aim_for != due.latest:
            found.append(about.entry("aim", due.aim_for, over))
        elif (aim := _aimed_at(due)) is not None:
            found.append(about.entry("aim", aim, over or "replaced"))
    return tuple(found)


def _aimed_at(due: Due) -> Moment | None:
    """Return the date to aim for before another date took the place of both."""
    before = due.before
    return None if before.aim.moment == before.latest.moment else before.aim.moment


def _name(one: Round) -> str:
    """Return what tells one time from the others, whatever date it falls on."""
    return f"round {one.number or iso(one.last)}"


@dataclass(frozen=True)
class _About:
    """Makes the entries of one deadline."""

    schedule: Schedule
    due: Due
    calendar: Calendar

    def entry(self, kind: str, when: Moment, over: str) -> CalendarEntry:
        """Return the entry of the date ``when``; ``over`` says that it counts no longer, and why."""
        title = f"{TITLES[over or kind]}: {self.due.what}"
        if self.schedule.reference:
            title += f" ({self.schedule.reference})"
        return CalendarEntry(
            uid=self._uid(kind),
            when=when,
            summary=title,
            description=self._description(kind),
            alarm=None if over else self._alarm(when),
            cancelled=over in OVER,
        )

    def rounds(self) -> list[CalendarEntry]:
        """Return an entry for each time at which it comes round; what its end stopped, cancelled."""
        due = self.due
        return [
            replace(self.entry("round", one.last, over), uid=self._uid(_name(one)))
            for over, times in (("", due.rounds.next), ("ended", due.rounds.stopped))
            for one in times
        ]

    def _uid(self, kind: str) -> str:
        days = [day_of(item.date) for item in self.schedule.given]
        first = min(days, default=None)
        case = f"from {iso(first)}" if first else ""
        if self.schedule.reference:
            case = f"reference {self.schedule.reference.casefold()}"
        text = f"{self.schedule.partnership}|{case}|{self.due.id}|{kind}"
        return f"{sha256(text.encode()).hexdigest()[:32]}@{DOMAIN}"

    def _alarm(self, when: Moment) -> datetime:
        """Return nine o'clock on the working day before the last one that is in time.

        Where that lies before the start of a clock in hours, the alarm sounds an hour before.
        """
        due, day = self.due, day_of(when)
        try:
            last = due.in_time(when, self.calendar.last_working(day)) or day
            before = self.calendar.add(last, -1)
        except PastHorizonError:
            before = day - timedelta(days=1)
        start = day_of(due.from_date) if due.from_date else date.min
        if isinstance(when, datetime) and due.direction == "after" and before < start:
            return when - HOUR
        return datetime.combine(before, MORNING)

    def _description(self, kind: str) -> str:
        due = self.due
        means = due.aim_means if kind == "aim" else due.latest_means
        parts = [f"{self.schedule.name}. Who: {who_text(due)}.", means]
        if self.schedule.reference:
            parts.insert(0, f"Case reference: {self.schedule.reference}.")
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
        if due_tags(due)[1]:
            standing = ""
        parts += [
            standing,
            due_says(due),
            due.words,
            due.if_missed,
            due.rounds_say,
            due.limits,
            due.cap,
            due.replaced,
            *due.otherwise,
            due.applies,
            due.unless[:1].upper() + due.unless[1:],
            *due.aside.says,
            due.in_force,
            *due.notes,
        ]
        return "\n".join(sentence(part) for part in parts if part)
