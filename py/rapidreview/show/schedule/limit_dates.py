"""The dates that follow from one day, each for the line of its limit on a page of deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import iso, long_date, number, short_date
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import time_element

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule

NO_DATE = ("ended", "not-due", "not-in-force")


def limit_dates(schedule: Schedule) -> dict[str, Html]:
    """Return, by the id of each limit that has a date, the latest and the one to aim for."""
    return {due.id: _date(due) for due in _dated(schedule)}


def limits_told(schedule: Schedule) -> Html:
    """Return the sentence that says how many dates follow, and from what."""
    dated = _dated(schedule)
    given = " and ".join(
        f"“{one.label}” on {long_date(one.date)}" for one in schedule.given
    )
    if not dated or dated[0].latest is None:
        return el("span", f"No date follows from {given} alone.")
    first = long_date(dated[0].latest)
    if len(dated) == 1:
        return el("span", f"From {given} follows one date: {first}.")
    many = number(len(dated))
    return el("span", f"From {given} follow {many} dates, the first on {first}.")


def _dated(schedule: Schedule) -> list[Due]:
    return [
        due
        for due in schedule.deadlines
        if due.latest is not None and due.state not in NO_DATE
    ]


def _date(due: Due) -> Html:
    if due.latest is None:
        return NOTHING
    aim = NOTHING
    if due.aim_for is not None and due.aim_for != due.latest:
        aim = joined(
            ", aim for ", time_element(iso(due.aim_for), short_date(due.aim_for))
        )
    return el("b", time_element(iso(due.latest), short_date(due.latest))) + aim
