"""The whole schedule: local and national deadlines together, from whatever dates are known.

A national deadline that the protocol has its own version of stands beside it;
one without a local version is listed as national, and so is one that the
protocol names without giving a time. Nothing is hidden: what
cannot be dated yet says what is missing, what has no number says so, and dates
that cannot all be kept are said in sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.conflicts import MEETING, Conflict, conflicts, two_meetings
from rapidreview.counting import order_key
from rapidreview.deadlines import Due, Known, date_deadline
from rapidreview.forecast import with_forecasts
from rapidreview.given import DateProblem, DateProblemsError, read_closures, read_given
from rapidreview.states import next_month, with_state
from rapidreview.words import MONTHS, day_of, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rapidreview.clocks import Deadline, Event
    from rapidreview.national import National
    from rapidreview.parts import Id
    from rapidreview.policy import Partnership
    from rapidreview.words import Moment
    from rapidreview.workdays import Calendar

WORKING_DAY = "A working day is not a Saturday, a Sunday or a bank holiday in England"
NEVER_MOVED = (
    "A date is never moved because it falls on a day off; the last working day"
    " before it stands beside it."
)
WALL_CLOCK = "Hours are counted by the clock on the wall in England."


@dataclass(frozen=True, kw_only=True)
class Given:
    """A date that was entered: the event, its label and the moment."""

    event: Id
    label: str
    date: Moment


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Every deadline, dated ones first in order of date, and what clashes.

    ``overdue``, ``due_today``, ``next`` and ``last`` are deadline ids.
    ``closures`` are local closure days: listed, and never a reason to be later.
    ``assumptions`` are sentences that hold for the whole.
    """

    partnership: Id
    name: str
    today: date | None
    given: tuple[Given, ...]
    deadlines: tuple[Due, ...]
    conflicts: tuple[Conflict, ...]
    overdue: tuple[Id, ...]
    due_today: tuple[Id, ...]
    next: tuple[Id, ...]
    last: tuple[Id, ...]
    closures: tuple[date, ...]
    assumptions: tuple[str, ...]

    def find(self, deadline: Id) -> Due:
        """Return the deadline with this id; raise ``KeyError`` if there is none."""
        for due in self.deadlines:
            if due.id == deadline:
                return due
        raise KeyError(deadline)


def schedule(
    national: National,
    partnership: Partnership,
    given: Mapping[str, str],
    calendar: Calendar,
    today: date | None = None,
    closures: Iterable[str] = (),
) -> Schedule:
    """Return the schedule that follows from the dates ``given``, by event id.

    ``today`` decides what is overdue; without it nothing is. ``closures`` are
    local closure days, as ISO dates. Raises :class:`~rapidreview.given.DateProblemsError` with every
    fault of every date at once.
    """
    events = events_of(national, partnership)
    moments, problems = read_given(given, events, calendar)
    closed, faults = read_closures(closures, calendar)
    problems += faults
    if problems:
        raise DateProblemsError(tuple(problems))
    known = Known(
        calendar=calendar,
        rules={rule.id: rule for rule in national.counting},
        events=events,
        moments=moments,
        closures=closed,
    )
    dated = with_forecasts(
        lambda known: _all_deadlines(national, partnership, known, today), known
    )
    deadlines = _in_order([with_state(due, known, today) for due in dated])
    return Schedule(
        partnership=partnership.id,
        name=partnership.name,
        today=today,
        given=tuple(
            Given(event=event, label=events[event].label, date=moments[event])
            for event in sorted(moments, key=lambda e: (order_key(moments[e]), e))
        ),
        deadlines=deadlines,
        conflicts=conflicts(partnership, deadlines, known),
        overdue=_ids(deadlines, "overdue"),
        due_today=_ids(deadlines, "today"),
        next=_ids(deadlines, "next"),
        last=_last(deadlines),
        closures=closed,
        assumptions=_assumptions(calendar, closed),
    )


def with_booked(
    plan: Schedule,
    booked: Iterable[str],
    calendar: Calendar,
) -> Schedule:
    """Return ``plan`` with a clash for each other rapid review meeting too near its own.

    ``booked`` are the days of the other meetings, as ISO dates. Raises
    :class:`~rapidreview.given.DateProblemsError`.
    """
    others, faults = read_closures(booked, calendar)
    if faults:
        problems = [DateProblem("booked", fault.sentence) for fault in faults]
        raise DateProblemsError(tuple(problems))
    meeting = next((item for item in plan.given if item.event == MEETING), None)
    if meeting is None:
        return plan
    clashes = two_meetings(meeting.label, meeting.date, others, calendar)
    return replace(plan, conflicts=(*plan.conflicts, *clashes))


def events_of(national: National, partnership: Partnership) -> dict[Id, Event]:
    """Return the events by id: the partnership's own, then the national ones it left out."""
    events = {event.id: event for event in partnership.events}
    for event in national.events:
        events.setdefault(event.id, event)
    return events


def events_used(national: National, partnership: Partnership) -> tuple[Event, ...]:
    """Return the events that change anything here: a form needs a field for each."""
    used: set[Id] = set()
    for deadline in (*partnership.deadlines, *national.deadlines):
        used |= {deadline.from_, deadline.to_event, *deadline.not_before}
        used |= {reading.from_ for reading in deadline.readings}
        used |= {item.event for item in deadline.replaced_by}
    for order in partnership.orders:
        used |= {order.first, order.then}
    events = events_of(national, partnership)
    return tuple(event for event in events.values() if event.id in used)


def _not_local(national: National, partnership: Partnership) -> list[Deadline]:
    """Return the national deadlines of which the protocol has no version of its own."""
    local = {d.national for d in partnership.deadlines}
    return [d for d in national.deadlines if d.id not in local]


def _all_deadlines(
    national: National, partnership: Partnership, known: Known, today: date | None
) -> list[Due]:
    labels = {actor.id: actor.label for actor in partnership.actors}
    law = {d.id: date_deadline(d, known, national=True) for d in national.deadlines}
    found = []
    for deadline in partnership.deadlines:
        due = date_deadline(deadline, known, who_label=labels.get(deadline.who, ""))
        due = _beside(due, law.get(deadline.national), known, capped=deadline.capped)
        found.append(_yearly(due, deadline.yearly, today))
    taken = {due.id for due in found}
    for deadline in _not_local(national, partnership):
        due = replace(
            law[deadline.id],
            who_label=labels.get(deadline.who, law[deadline.id].who_label),
        )
        found.append(replace(due, id=f"national-{due.id}") if due.id in taken else due)
    return found


def _beside(due: Due, law: Due | None, known: Known, *, capped: bool) -> Due:
    """Return ``due`` with its national counterpart told, and capped by it where it must be."""
    if law is None:
        return due
    if not due.readings:
        return _from_law(due, law)
    due = replace(due, counterpart_latest=law.latest)
    if not capped or law.latest is None:
        return due
    if due.latest is not None and order_key(due.latest) <= order_key(law.latest):
        cap = (
            f"The earlier of two limits: local {long_date(due.latest)},"
            f" national {long_date(law.latest)}."
        )
        return _aim_capped(replace(due, cap=cap), law)
    if due.latest is None:
        cap = f"The national limit, {long_date(law.latest)}. The local one has no date yet."
    else:
        cap = (
            f"The earlier of two limits: national {long_date(law.latest)},"
            f" local {long_date(due.latest)}."
        )
    due = replace(
        due,
        cap=cap,
        latest=law.latest,
        latest_working_day=known.last_working(law.latest),
        latest_means=law.latest_means,
        from_=law.from_,
        from_label=law.from_label,
        from_date=law.from_date,
        working=law.working,
        missing="",
    )
    return _aim_capped(due, law)


def _from_law(due: Due, law: Due) -> Due:
    """Return the national date for what the protocol names but gives no time for."""
    return replace(
        law,
        id=due.id,
        what=due.what,
        who=due.who,
        who_label=due.who_label,
        step=due.step,
        status="national",
        applies=due.applies,
        counterpart=due.counterpart,
        words=due.words,
        source=tuple(dict.fromkeys((*law.source, *due.source))),
    )


def _aim_capped(due: Due, law: Due) -> Due:
    if law.aim_for is None:
        return due
    if due.aim_for is not None and order_key(due.aim_for) <= order_key(law.aim_for):
        return due
    return replace(
        due,
        aim_for=law.aim_for,
        aim_working_day=law.aim_working_day,
        aim_means=law.aim_means,
    )


def _yearly(due: Due, month: int | None, today: date | None) -> Due:
    if month is None:
        return due
    says = f"Every {MONTHS[month - 1]}."
    if today is not None:
        says += f" The next is {next_month(month, today)}."
    return replace(due, words=f"{due.words} {says}".strip())


def _in_order(deadlines: list[Due]) -> tuple[Due, ...]:
    dated = [due for due in deadlines if due.latest is not None]
    rest = [due for due in deadlines if due.latest is None]
    dated.sort(key=lambda due: order_key(due.latest) if due.latest else ())
    return (*dated, *rest)


def _ids(deadlines: tuple[Due, ...], state: str) -> tuple[Id, ...]:
    if state != "next":
        return tuple(due.id for due in deadlines if due.state == state)
    waiting = [due for due in deadlines if due.state == "later" and due.bound != "aim"]
    if not waiting or waiting[0].latest is None:
        return ()
    day = day_of(waiting[0].latest)
    return tuple(due.id for due in waiting if due.latest and day_of(due.latest) == day)


def _last(deadlines: tuple[Due, ...]) -> tuple[Id, ...]:
    dated = [due for due in deadlines if due.latest is not None and due.bound != "aim"]
    return (dated[-1].id,) if dated else ()


def _assumptions(calendar: Calendar, closed: tuple[date, ...]) -> tuple[str, ...]:
    says = calendar.says()
    found = [f"{WORKING_DAY}; {says}.", NEVER_MOVED, WALL_CLOCK]
    if closed:
        found.append("Local closure days are working days: they never extend a limit.")
    return tuple(found)
