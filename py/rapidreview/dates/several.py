"""Several limits of one thing: the earlier or the later of them counts, and all are told.

While one has no date, the earlier of two is at the latest the one that is dated; the
later of two has no date before both have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rapidreview.dates.lacking import BeyondHorizon
from rapidreview.dates.parts import Dates, Several
from rapidreview.days import order_key
from rapidreview.say import clock_in_words, used_clock

if TYPE_CHECKING:
    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known


def counting_one(due: Due, others: tuple[Due, ...], known: Known) -> Due:
    """Return ``due`` with the dates of that one of its limits that counts.

    ``others`` are its further limits, each dated by itself.
    """
    limits = (due, *others)
    earlier = due.deadline.which == "earlier"
    dates = _earliest(limits) if earlier else _latest(limits)
    waiting = [one.missing for one in limits if one.latest is None and one.missing]
    notes = [note for one in limits for note in one.notes]
    if earlier and dates.latest.moment is not None:
        notes += [f"The other limit may be earlier. {says}" for says in waiting]
    return replace(
        due,
        dates=dates,
        readings=tuple(item for one in limits for item in one.readings),
        several=Several(
            earlier=earlier,
            limits=tuple((one.latest, _words(one, known)) for one in limits),
        ),
        notes=tuple(dict.fromkeys(notes)),
    )


def _words(due: Due, known: Known) -> str:
    """Return a limit in few words: "the second Tuesday after the notification"."""
    used = used_clock(due.deadline)
    if used is None:
        return ""
    return f"{clock_in_words(used[0])} {due.direction} {known.noun(due.from_)}"


def _earliest(limits: tuple[Due, ...]) -> Dates:
    """Return the dates of the limit that comes first, with the earliest date to aim for."""
    dated = [one for one in limits if one.latest is not None]
    if not dated:
        return limits[0].dates
    first = min(dated, key=lambda one: _key(one.dates))
    aims = [one.dates.aim for one in dated if one.aim_for is not None]
    aim = min(aims, key=lambda one: order_key(one.moment or date.max))
    return replace(first.dates, aim=aim)


def _latest(limits: tuple[Due, ...]) -> Dates:
    """Return the dates of the limit that comes last, or what the first without one lacks."""
    waiting = [one for one in limits if one.latest is None]
    if waiting:
        asked = [
            one for one in waiting if not isinstance(one.dates.lacks, BeyondHorizon)
        ]
        lacking = (asked or waiting)[0].dates
        return Dates(start=lacking.start, lacks=lacking.lacks)
    return max(limits, key=lambda one: _key(one.dates)).dates


def _key(dates: Dates) -> tuple[date, int]:
    return order_key(dates.latest.moment or date.max)
