"""Which deadlines lack worked dates: three each, one of them around each hard season."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handbook.prove.worked.seasons import SEASONS, Season, near, stretches
from rapidreview.dates import DateProblemsError, schedule
from rapidreview.say import day_of

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Id, Protocol

AT_LEAST = 3
"""Worked dates of a deadline that has a number."""


def asked_of(deadline: Deadline, calendar: Calendar) -> tuple[Season, ...]:
    """Return the seasons around which ``deadline`` is worked.

    The clocks' change is asked for where it has hours, and no season that ``calendar`` lacks.
    """
    known = tuple(one for one in SEASONS if stretches(one, calendar))
    hours = any(one.clock and one.clock.unit == "hour" for one in deadline.readings)
    return known if hours else tuple(one for one in known if one != "clock change")


def wanting(
    protocol: Protocol, calendar: Calendar
) -> dict[Id, tuple[int, tuple[Season, ...]]]:
    """Return the deadlines that lack worked dates: how many, and around which seasons.

    The number is that of dates besides those around the seasons.
    """
    worked: Counter[Id] = Counter()
    met: set[tuple[Id, Season]] = set()
    for example in protocol.partnership.date_examples:
        try:
            plan = schedule(protocol, example.given, calendar)
        except DateProblemsError:
            continue  # told of as a worked date that the engine does not reach
        for due in plan.deadlines:
            if due.id in example.due and due.latest and due.from_date:
                worked[due.id] += 1
                ends = day_of(due.from_date), day_of(due.latest)
                met |= {(due.id, one) for one in SEASONS if near(one, *ends, calendar)}
    found = {}
    for deadline in protocol.own_deadlines.values():
        if deadline.readings:
            left = tuple(
                one
                for one in asked_of(deadline, calendar)
                if (deadline.id, one) not in met
            )
            few = max(0, AT_LEAST - worked[deadline.id] - len(left))
            if few or left:
                found[deadline.id] = (few, left)
    return found
