"""Where a deadline stands today: done, overdue, due today, later, or not dated; and which lead.

An aim that is nobody's duty is never overdue, nor is a time to be kept; and a
deadline that no event can tick off is only said to have passed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.lacking import BeyondHorizon, Missing
from rapidreview.dates.parts import Today
from rapidreview.days import PastHorizonError
from rapidreview.say import day_of, listed, short_date

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Id

STATES = {
    "done": "Done",
    "ended": "Ended: no longer due",
    "overdue": "Overdue: do it now",
    "today": "Due today",
    "later": "Later",
    "dated": "Dated",
    "passed": "The date has passed: check that it was done",
    "aim-passed": "The date has passed; it was an aim, not a duty",
    "kept": "The time to be kept is over",
    "may-begin": "The earliest day has come",
    "waiting": "Waiting for a date",
    "beyond": "Beyond the known bank holidays",
    "aside": "Put aside",
    "not-in-force": "Not counted by this text",
    "comes-round": "Comes round",
    "only-if": "Only if another date is missed",
    "not-due": "Not due",
    "no-date": "No time limit given",
}
"""What each state is called. ``dated`` is used where today is not known."""


def with_state(due: Due, known: Known, today: date | None) -> Due:
    """Return ``due`` with its state, the working days left, and notes on closure days."""
    due = replace(due, notes=(*due.notes, *_closure_notes(due, known)))
    if due.done_on is not None and (today is None or day_of(due.done_on) <= today):
        return replace(due, today=Today(state="done"))
    if due.rounds.over:
        notes = (*due.notes, due.rounds.ends)
        return replace(due, today=Today(state="ended"), notes=notes)
    named = _without_counting(due)
    if named or due.latest is None:
        return replace(due, today=Today(state=named))
    if today is None:
        return replace(due, today=Today(state="dated"))
    day = day_of(due.latest)
    state = "today" if day == today else "later" if day > today else _past(due)
    aim_passed = due.aim_for is not None and day_of(due.aim_for) < today <= day
    try:
        left = known.calendar.between(today, day) if day >= today else None
    except PastHorizonError:
        left = None
    now = Today(state=state, days_left=left, aim_passed=aim_passed)
    return replace(due, today=now)


def without_borrowed_ends(deadlines: list[Due]) -> list[Due]:
    """Return the deadlines, where a national duty in some cases only is not taken as kept
    by an event that keeps another duty in every case.

    That a notification was sent does not show that the death of a looked-after
    child or of a care leaver was reported: a person must check.
    """
    always = {due.to_event for due in deadlines if not due.applies}
    return [
        replace(due, done_on=None, deadline=replace(due.deadline, to_event=""))
        if due.applies and due.national and due.to_event in always
        else due
        for due in deadlines
    ]


def _without_counting(due: Due) -> str:
    """Return the state for which it does not matter what day it is; "" where it does."""
    if due.validity is not None and due.validity.state == "out" and not due.national:
        return "not-in-force"
    if due.aside.now:
        return "aside"
    return _undated(due) if due.latest is None else ""


def _undated(due: Due) -> str:
    if due.escalation is not None and due.escalation.state in ("open", "kept"):
        return "only-if" if due.escalation.state == "open" else "not-due"
    if isinstance(due.dates.lacks, Missing):
        return "waiting"
    if isinstance(due.dates.lacks, BeyondHorizon):
        return "beyond"
    return "comes-round" if due.deadline.every else "no-date"


def _past(due: Due) -> str:
    if due.bound == "aim":
        return "aim-passed"
    if due.is_least:
        return "may-begin" if due.bound == "not-before" else "kept"
    return "overdue" if due.to_event else "passed"


def _closure_notes(due: Due, known: Known) -> list[str]:
    closed = [short_date(day.on) for day in due.working.days if day.closure]
    notes = []
    if closed:
        notes.append(f"Closed locally, and counted all the same: {listed(closed)}.")
    if due.latest is not None and day_of(due.latest) in known.closures:
        notes.append("Closed locally on the latest date, which is not moved.")
    return notes


def of_state(deadlines: tuple[Due, ...], state: str) -> tuple[Id, ...]:
    """Return the ids of the deadlines in ``state``."""
    return tuple(due.id for due in deadlines if due.state == state)


def next_due(deadlines: tuple[Due, ...]) -> tuple[Id, ...]:
    """Return the ids of what is due on the next day on which anything must be done."""
    waiting = [due for due in deadlines if due.state == "later" and due.bound != "aim"]
    if not waiting or waiting[0].latest is None:
        return ()
    day = day_of(waiting[0].latest)
    return tuple(due.id for due in waiting if due.latest and day_of(due.latest) == day)


def report_of(deadlines: tuple[Due, ...], ends: Id) -> tuple[Id, ...]:
    """Return what ends the rapid review: the national limit ``ends``, or the protocol's own of it."""
    found = (
        due.id
        for due in deadlines
        if ends in (due.id, due.counterpart) and due.latest is not None
    )
    return tuple(found)[:1]


def last_of(deadlines: tuple[Due, ...]) -> tuple[Id, ...]:
    """Return the last deadline that has one date: neither an aim nor one that comes round."""
    dated = [
        due
        for due in deadlines
        if due.latest is not None and due.bound != "aim" and due.deadline.every is None
    ]
    return (dated[-1].id,) if dated else ()
