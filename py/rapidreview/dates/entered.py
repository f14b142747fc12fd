"""The dates that a person entered, read and checked all at once.

Every fault is a sentence beside the field it belongs to: an unknown event, a
date that no calendar has, one beyond the known bank holidays, one before an
event that it must follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rapidreview.days import PastHorizonError
from rapidreview.say import (
    NotADateError,
    day_of,
    long_date,
    nearest,
    plain_date,
    read_moment,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from rapidreview.days import Calendar
    from rapidreview.model import Event, Id
    from rapidreview.say import Moment


@dataclass(frozen=True)
class DateProblem:
    """What is wrong with one field, as a sentence. ``field`` is an event id or "closures"."""

    field: str
    sentence: str


class DateProblemsError(ValueError):
    """The dates given cannot be used; ``problems`` says why, all at once."""

    def __init__(self, problems: tuple[DateProblem, ...]) -> None:
        """Keep the problems; the message is their sentences."""
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = problems


def read_given(
    given: Mapping[str, str],
    events: Mapping[Id, Event],
    calendar: Calendar,
    used: Collection[Id] | None = None,
) -> tuple[dict[Id, Moment], list[DateProblem]]:
    """Return the moments by event id, and the problems. Blank entries are left out.

    ``used`` are the ids of the events that change anything; the date of another is
    refused, because it would seem to count. Without it, all do.
    """
    moments: dict[Id, Moment] = {}
    problems: list[DateProblem] = []
    known = [event for event in events if used is None or event in used]
    for field, text in sorted(given.items()):
        if field not in events:
            problems.append(DateProblem(field, _unknown(field, known)))
        elif text.strip() and field not in known:
            problems.append(DateProblem(field, _idle(events[field], known)))
        elif text.strip():
            try:
                moment = read_moment(text)
                calendar.check(day_of(moment))
            except NotADateError as fault:
                problems.append(DateProblem(field, str(fault)))
            except PastHorizonError:
                problems.append(
                    DateProblem(field, _beyond(read_moment(text), calendar))
                )
            else:
                moments[field] = moment
    problems += _out_of_order(moments, events)
    return moments, problems


def read_closures(
    closures: Iterable[str], calendar: Calendar
) -> tuple[tuple[date, ...], list[DateProblem]]:
    """Return local closure days in order, and the problems with any of them."""
    days: set[date] = set()
    problems = []
    for text in closures:
        try:
            days.add(calendar.check(day_of(read_moment(text))))
        except NotADateError as fault:
            problems.append(DateProblem("closures", str(fault)))
        except PastHorizonError:
            beyond = _beyond(read_moment(text), calendar)
            problems.append(DateProblem("closures", beyond))
    return tuple(sorted(days)), problems


def _unknown(field: str, known: list[Id]) -> str:
    none = f"There is no event “{shortened(field)}” here."
    near = nearest(field, sorted(known))
    if near:
        return f"{none} Did you mean “{near}”?"
    return f"{none} The events are {', '.join(sorted(known))}."


def _idle(event: Event, known: list[Id]) -> str:
    return (
        f"“{event.label}” changes no date here, so leave it out."
        f" The events are {', '.join(sorted(known))}."
    )


def _beyond(moment: Moment, calendar: Calendar) -> str:
    return f"{plain_date(moment)} cannot be used: {calendar.says()}."


def _out_of_order(
    moments: Mapping[Id, Moment], events: Mapping[Id, Event]
) -> list[DateProblem]:
    return [
        DateProblem(
            field,
            f"{events[field].label} ({long_date(moment)}) cannot be before"
            f" “{events[earlier].label}” ({long_date(moments[earlier])}).",
        )
        for field, moment in moments.items()
        for earlier in _all_before(field, events)
        if earlier in moments and comes_before(moment, moments[earlier])
    ]


def _all_before(event: Id, events: Mapping[Id, Event]) -> list[Id]:
    """Return every event that ``event`` cannot precede, near ones first."""
    found: list[Id] = []
    waiting = [event]
    while waiting:
        for earlier in events[waiting.pop(0)].after:
            if earlier in events and earlier != event and earlier not in found:
                found.append(earlier)
                waiting.append(earlier)
    return found


def comes_before(left: Moment, right: Moment) -> bool:
    """Return whether ``left`` is earlier; on one day only if both have a time."""
    if isinstance(left, datetime) and isinstance(right, datetime):
        return left < right
    return day_of(left) < day_of(right)
