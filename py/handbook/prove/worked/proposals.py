"""Proposals for worked dates: cases that the engine works out, for a person to count again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from handbook.prove.worked.seasons import IN_WORDS, LONG, near, stretches
from handbook.prove.worked.wanting import wanting
from rapidreview.dates import DateProblemsError, schedule
from rapidreview.say import day_of, iso, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.prove.worked.seasons import Season
    from rapidreview.dates import Due
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Id, Protocol

type Kind = Season | Literal["plain", "weekend"]

OTHERS: tuple[Kind, ...] = ("plain", "weekend")
"""What the cases besides those around the seasons are."""
AT = time(15, 30)
"""The time of day of an event that has one."""
DAY = timedelta(days=1)
TRIES = 12


@dataclass(frozen=True)
class Proposal:
    """A worked case: the dates given, what is due, and how each date was counted."""

    name: str
    given: dict[Id, str]
    due: dict[Id, str]
    aim: dict[Id, str]
    working: dict[Id, str]


def proposals(protocol: Protocol, calendar: Calendar) -> list[Proposal]:
    """Return the cases that would give every deadline of ``protocol`` the dates it lacks."""
    return list(_Bench(protocol, calendar).cases())


class _Bench:
    """The cases worked out so far, by the event that starts them and its date."""

    def __init__(self, protocol: Protocol, calendar: Calendar) -> None:
        self.protocol = protocol
        self.calendar = calendar
        self.year = int(protocol.national.checked_on[:4])
        self.plans: dict[tuple[Id, date], dict[Id, Due]] = {}

    def cases(self) -> Iterator[Proposal]:
        lacking: dict[tuple[Id, Kind], list[Deadline]] = {}
        for name, (few, seasons) in wanting(self.protocol, self.calendar).items():
            deadline = self.protocol.own_deadlines[name]
            kinds: tuple[Kind, ...] = (*OTHERS[:few], *seasons)
            for kind in kinds:
                lacking.setdefault((_start(deadline), kind), []).append(deadline)
        for (event, kind), deadlines in lacking.items():
            by_day: dict[date, list[Deadline]] = {}
            for deadline in dict.fromkeys(deadlines):
                for day in self.days(event, deadline, kind):
                    by_day.setdefault(day, []).append(deadline)
            for day, some in by_day.items():
                yield self.case(event, day, kind, some)

    def days(self, event: Id, deadline: Deadline, kind: Kind) -> list[date]:
        """Return the day on which ``event`` makes a case of ``kind``; none where it cannot."""
        tuesday = date(self.year, 9, 8)
        tuesday += DAY * ((1 - tuesday.weekday()) % 7)
        if kind == "plain" or kind == "weekend":  # noqa: PLR1714 - so that types narrow
            tried = [tuesday + DAY * (0 if kind == "plain" else 10)]
        else:
            tried = self.around(event, deadline, kind, tuesday)
        return [day for day in tried if self.dated(event, day, deadline, kind)][:1]

    def around(
        self, event: Id, deadline: Deadline, kind: Season, plain: date
    ) -> list[date]:
        """Return days to try: just before (or after) the season, or the whole time before it."""
        known = stretches(kind, self.calendar)
        first, last = next(
            (ends for ends in known if ends[0].year >= self.year), known[-1]
        )
        usual = self.plan(event, plain).get(deadline.id)
        back = deadline.direction == "before"
        away = timedelta()
        if usual and usual.latest and usual.from_date:
            away = abs(day_of(usual.latest) - day_of(usual.from_date))
        if away <= LONG:
            return [
                last + DAY * n if back else first - DAY * n for n in range(1, TRIES)
            ]
        centre = last + away if back else first - away
        return [centre + DAY * n for n in range(-TRIES, TRIES)]

    def plan(self, event: Id, day: date) -> dict[Id, Due]:
        """Return the deadlines, by id, of the case in which ``event`` is on ``day``."""
        if (event, day) not in self.plans:
            given = self.given(event, day)
            try:
                found = schedule(self.protocol, given, self.calendar).deadlines
            except DateProblemsError:
                found = ()
            self.plans[event, day] = {due.id: due for due in found}
        return self.plans[event, day]

    def given(self, event: Id, day: date) -> dict[Id, str]:
        timed = any(one.id == event and one.time for one in self.protocol.events_used)
        return {event: iso(datetime.combine(day, AT) if timed else day)}

    def dated(self, event: Id, day: date, deadline: Deadline, kind: Kind) -> bool:
        """Return whether the case gives the deadline a date, and meets its season."""
        due = self.plan(event, day).get(deadline.id)
        if due is None or not due.latest or not due.from_date:
            return False
        if not self.calendar.is_working(day) and kind not in (
            "weekend",
            "clock change",
        ):
            return False
        ends = day_of(due.from_date), day_of(due.latest)
        if kind == "plain" or kind == "weekend":  # noqa: PLR1714 - so that types narrow
            return True
        return near(kind, *ends, self.calendar)

    def case(
        self, event: Id, day: date, kind: Kind, deadlines: list[Deadline]
    ) -> Proposal:
        plan = self.plan(event, day)
        found = [plan[one.id] for one in deadlines]
        labels = {one.id: one.label for one in self.protocol.events_used}
        return Proposal(
            name=f"{labels[event]}: {long_date(day)}, {IN_WORDS[kind]}",
            given=self.given(event, day),
            due={due.id: iso(due.latest) for due in found if due.latest},
            aim={
                due.id: iso(due.aim_for)
                for due in found
                if due.aim_for and due.aim_for != due.latest
            },
            working={due.id: due.working.text for due in found},
        )


def _start(deadline: Deadline) -> Id:
    """Return the event from which the latest date is counted."""
    used = (one for one in deadline.readings if one.use == "latest")
    return next((one.from_ for one in used if one.from_), deadline.from_)
