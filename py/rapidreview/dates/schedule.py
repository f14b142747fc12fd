"""The whole schedule: local and national deadlines together, from whatever dates are known.

A national deadline that the protocol has its own version of stands beside it; one
without a local version is listed as national, and so is one that the protocol names
without giving a time. Nothing is hidden: what cannot be dated yet says what is missing,
what has no number says so, and dates that cannot all be kept are said in sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidreview.dates.clashes.conflicts import Conflict, conflicts, two_meetings
from rapidreview.dates.entered import (
    DateProblem,
    DateProblemsError,
    read_closures,
    read_given,
)
from rapidreview.dates.exceptions.aside import with_aside
from rapidreview.dates.exceptions.ended import (
    Ended,
    endings,
    not_yet,
    over_by,
    reaches,
    with_ends,
)
from rapidreview.dates.exceptions.validity import straddling
from rapidreview.dates.exceptions.ways import with_other_ways
from rapidreview.dates.forecast import with_forecasts
from rapidreview.dates.merging import all_deadlines
from rapidreview.dates.result import Known
from rapidreview.dates.states import (
    last_of,
    next_due,
    of_state,
    report_of,
    with_state,
    without_borrowed_ends,
)
from rapidreview.days import ADDED, order_key
from rapidreview.say import listed, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.days import Calendar
    from rapidreview.model import Id, MeetingRule, Protocol
    from rapidreview.say import Moment

__all__ = ["Given", "Schedule", "schedule", "with_booked", "with_reference"]

WORKING_DAY = "A working day is not a Saturday, a Sunday or a bank holiday in England"
NEVER_MOVED = (
    "A date is never moved because it falls on a day off; the last working day"
    " before it is shown beside it."
)
CLOSED = "Local closure days are working days: they never extend a limit."
LONGEST_REFERENCE = 40
"""How many signs a case reference may have."""
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

    ``overdue``, ``due_today``, ``next``, ``report`` and ``last`` are deadline ids;
    ``report`` is what ends the rapid review.
    ``ended`` are the findings after which some of them are no longer due.
    ``closures`` are local closure days: listed, and never a reason to be later.
    ``days_off`` are the bank holidays that the reader added: they are not counted.
    ``assumptions`` are sentences that hold for the whole; ``not_read`` that the
    area's own protocol has not been read. ``reference`` is the reader's, for files only.
    """

    partnership: Id
    name: str
    today: date | None
    given: tuple[Given, ...]
    deadlines: tuple[Due, ...]
    ended: tuple[Ended, ...]
    conflicts: tuple[Conflict, ...]
    overdue: tuple[Id, ...]
    due_today: tuple[Id, ...]
    next: tuple[Id, ...]
    report: tuple[Id, ...]
    last: tuple[Id, ...]
    closures: tuple[date, ...]
    days_off: tuple[date, ...]
    assumptions: tuple[str, ...]
    reference: str = ""
    not_read: str = ""

    def find(self, deadline: Id) -> Due:
        """Return the deadline with this id; raise ``KeyError`` if there is none."""
        return self._by_id[deadline]

    @cached_property
    def _by_id(self) -> dict[Id, Due]:
        return {due.id: due for due in self.deadlines}


def schedule(
    protocol: Protocol,
    given: Mapping[str, str],
    calendar: Calendar,
    today: date | None = None,
    closures: Iterable[str] = (),
    area: Id = "",
) -> Schedule:
    """Return the schedule that follows from the dates ``given``, by event id.

    ``today`` decides what is overdue; without it nothing is. ``closures`` are
    local closure days, as ISO dates. ``area`` is where the case is: a text that governs
    other areas only gives no date for it. Raises :class:`~rapidreview.dates.entered.DateProblemsError` with every
    fault of every date at once.
    """
    events = protocol.events
    used = {event.id for event in protocol.events_used}
    moments, problems = read_given(given, events, calendar, used)
    closed, faults = read_closures(closures, calendar)
    problems += faults
    if problems:
        raise DateProblemsError(tuple(problems))
    known = Known(
        calendar=calendar,
        rules=protocol.counting,
        events=events,
        moments=moments,
        closures=closed,
        area=area,
        office=protocol.partnership.office_hours,
        nouns=protocol.nouns,
    )
    dated = with_forecasts(lambda known: all_deadlines(protocol, known, today), known)
    shown = without_borrowed_ends(dated)
    found = reaches(protocol)
    over = over_by(found, known, today)
    stated = [with_state(with_aside(due, known, today), known, today) for due in shown]
    ended = with_ends(stated, over, known)
    deadlines = _in_order(list(with_other_ways(ended, protocol.ways, known, today)))
    alive = tuple(due for due in deadlines if due.state != "ended")
    return Schedule(
        partnership=protocol.id,
        name=protocol.name,
        today=today,
        given=tuple(
            Given(event=event, label=events[event].label, date=moments[event])
            for event in sorted(moments, key=lambda e: (order_key(moments[e]), e))
        ),
        deadlines=deadlines,
        ended=endings(over, known),
        conflicts=(
            *conflicts(protocol, alive, known, today),
            *not_yet(found, over, known),
            *straddling(protocol, known),
        ),
        overdue=of_state(deadlines, "overdue"),
        due_today=of_state(deadlines, "today"),
        next=next_due(deadlines),
        report=report_of(alive, protocol.national.review.deadline),
        last=last_of(alive),
        closures=closed,
        days_off=calendar.added,
        assumptions=_assumptions(calendar, closed),
        not_read=protocol.not_read,
    )


def with_booked(
    plan: Schedule,
    booked: Iterable[str],
    calendar: Calendar,
    meetings: Iterable[MeetingRule],
) -> Schedule:
    """Return ``plan`` with a clash for each other rapid review meeting too near its own.

    ``booked`` are the days of the other meetings, as ISO dates, and ``meetings`` the
    national layer's rules about them. Raises
    :class:`~rapidreview.dates.entered.DateProblemsError`.
    """
    others, faults = read_closures(booked, calendar)
    if faults:
        problems = [DateProblem("booked", fault.sentence) for fault in faults]
        raise DateProblemsError(tuple(problems))
    clashes = [
        clash
        for rule in meetings
        for held in plan.given
        if rule.rule == "apart" and held.event == rule.event
        for clash in two_meetings(rule, held.label, held.date, others, calendar)
    ]
    return replace(plan, conflicts=(*plan.conflicts, *clashes))


def with_reference(plan: Schedule, text: str) -> Schedule:
    """Return ``plan`` with the reader's own reference for the case, for a file.

    Raises :class:`~rapidreview.dates.entered.DateProblemsError` where it is too long for a title.
    """
    reference = " ".join(text.split())
    if len(reference) > LONGEST_REFERENCE:
        says = (
            f"A case reference has {LONGEST_REFERENCE} letters and figures at most;"
            f" this one has {len(reference)}."
        )
        raise DateProblemsError((DateProblem("reference", says),))
    return replace(plan, reference=reference)


def _in_order(deadlines: list[Due]) -> tuple[Due, ...]:
    dated = [due for due in deadlines if due.latest is not None]
    rest = [due for due in deadlines if due.latest is None]
    dated.sort(key=lambda due: order_key(due.latest) if due.latest else ())
    return (*dated, *rest)


def _assumptions(calendar: Calendar, closed: tuple[date, ...]) -> tuple[str, ...]:
    says = calendar.says()
    found = [f"{WORKING_DAY}; {says}.", NEVER_MOVED, WALL_CLOCK]
    counted = [day for day in calendar.added if calendar.why_off(day) == ADDED]
    already = [day for day in calendar.added if day not in counted]
    if counted:
        days = listed(short_date(day) for day in counted)
        found.append(f"Not counted, because you added it as a day off: {days}.")
    for day in already:
        why = calendar.why_off(day)
        found.append(f"{long_date(day)}, which you added, is no working day: {why}.")
    if closed:
        days = listed(short_date(day) for day in closed)
        found.append(f"Closed locally: {days}. {CLOSED}")
    return tuple(found)
