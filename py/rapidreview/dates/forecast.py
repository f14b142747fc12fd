"""What would be due if what is not known yet happens on its last day.

A forecast is never a due date: it lets people plan the whole of a review from
the first date alone, and it says what it rests on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.parts import Forecast

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Id

MOST_LINKS = 12


def with_forecasts(dating: Callable[[Known], list[Due]], known: Known) -> list[Due]:
    """Return what ``dating`` gives for ``known``, with a forecast for each undated deadline."""
    found = dating(known)
    expected: dict[Id, date] = {}
    guess = found
    for _ in range(MOST_LINKS):
        more = _last_days(guess, known, expected)
        if not more:
            break
        expected |= more
        moments = {**known.moments, **expected}
        guess = dating(replace(known, moments=moments, explain=False))
    return [
        _forecast(due, later, expected) for due, later in zip(found, guess, strict=True)
    ]


def _last_days(
    deadlines: list[Due], known: Known, expected: dict[Id, date]
) -> dict[Id, date]:
    """Return, for events without a date, the last working day on which they are due."""
    found: dict[Id, date] = {}
    for due in deadlines:
        event, day = due.to_event, due.latest_working_day
        unknown = known.find(event) is None and event not in expected
        wanted = event and unknown and day is not None and not due.applies
        if wanted and day is not None and due.bound not in ("at-least", "not-before"):
            found[event] = min(day, found.get(event, day))
    return found


def _forecast(due: Due, later: Due, expected: dict[Id, date]) -> Due:
    if due.latest is not None or later.latest is None:
        return due
    start = later.dates.start
    if start.date is None or start.event not in expected:
        return due
    return replace(due, expected=Forecast(start=start, by=later.latest))
