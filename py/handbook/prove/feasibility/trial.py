"""Can the printed steps be kept? Every start date in the horizon is tried.

Three questions, asked of every reading that gives a date:

* a chain: do the working days that its steps use up fit before the limit?
* a window: is there a working day for the meeting, late enough for the papers
  that must be in and with the lead that the protocol gives the panel?
* an order: does the limit of what comes first fall after the limit of what follows?

and one fact: how often a limit falls on a day off. Shares are of the starts on
working days; a start whose dates lie beyond the horizon is left out.
"""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, TypedDict

from handbook.prove.feasibility.infeasible import (
    ChainTooLong,
    Infeasible,
    NoMeetingDay,
    OnDayOff,
    OutOfOrder,
)
from handbook.prove.feasibility.meeting_days import (
    Window,
    events_after,
    papers_before,
    usable_days,
)
from handbook.prove.feasibility.start_dates import clocks_of, ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from handbook.prove.feasibility.start_dates import Ground
    from rapidreview.days import Calendar
    from rapidreview.model import Clock, Protocol

EXAMPLES = 3


def feasibility(
    protocol: Protocol,
    calendar: Calendar,
    starts: Iterable[date] | None = None,
) -> tuple[Infeasible, ...]:
    """Return what was found for every chain, window, order and limit, failing or not."""
    field = ground(protocol, calendar, starts)
    return (
        *chains(protocol, field),
        *windows(protocol, field),
        *orders(protocol, field),
        *days_off(protocol, field),
    )


def chains(protocol: Protocol, field: Ground) -> Iterator[ChainTooLong]:
    """Yield, for every chain and every reading of its limit, how often it does not fit."""
    for chain in protocol.partnership.chains:
        deadline = protocol.own_deadlines.get(chain.deadline)
        if deadline is None:
            continue
        days = sum(spend.days for spend in chain.spend)
        for reading, clock in clocks_of(deadline):
            tried = _try(field, partial(_does_not_fit, field, clock, days))
            yield ChainTooLong(deadline=deadline, reading=reading, chain=chain, **tried)


def fits(field: Ground, clock: Clock, days: int, start: date) -> bool:
    """Return whether so many working days after ``start`` end by the limit of ``clock``."""
    limit = field.calendar.last_working(field.end(clock, start))
    return field.calendar.add(start, days) <= limit


def _does_not_fit(field: Ground, clock: Clock, days: int, start: date) -> bool:
    return not fits(field, clock, days, start)


def windows(protocol: Protocol, field: Ground) -> Iterator[NoMeetingDay]:
    """Yield, for every meeting that papers go out before, how often no day is left for it."""
    for meeting in protocol.own_deadlines.values():
        for needed, needs, lead in papers_before(protocol, meeting):
            for reading, clock in clocks_of(meeting):
                window = Window(clock, needs, lead)
                tried = _try(field, partial(_has_no_day, field, window))
                yield NoMeetingDay(
                    deadline=meeting, reading=reading, needed=needed, **tried
                )


def _has_no_day(field: Ground, window: Window, start: date) -> bool:
    return not usable_days(field, window, start)


def orders(protocol: Protocol, field: Ground) -> Iterator[OutOfOrder]:
    """Yield, for limits from one event that have an order, how often they cross."""
    own = protocol.own_deadlines.values()
    timed = [d for d in own if d.to_event and d.direction == "after"]
    for one, two in product(timed, timed):
        after = events_after(one.to_event, protocol.partnership.orders)
        if two.from_ != one.from_ or two.to_event not in after:
            continue
        pairs = product(clocks_of(one, accepted=True), clocks_of(two, accepted=True))
        for (first, left), (second, right) in pairs:
            tried = _try(field, partial(_crosses, field, left, right))
            if tried["failing"]:
                yield OutOfOrder(
                    deadline=one, reading=first, then=two, then_reading=second, **tried
                )


def _crosses(field: Ground, left: Clock, right: Clock, start: date) -> bool:
    return field.end(left, start) > field.end(right, start)


def days_off(protocol: Protocol, field: Ground) -> Iterator[OnDayOff]:
    """Yield, for every limit not in working days, how often it falls on a day off."""
    for deadline in protocol.own_deadlines.values():
        if deadline.direction != "after":
            continue
        for reading, clock in clocks_of(deadline):
            if clock.unit in ("working-day", "hour") or clock.amount == 0:
                continue
            tried = _try(field, partial(_falls_off, field, clock))
            yield OnDayOff(deadline=deadline, reading=reading, **tried)


def _falls_off(field: Ground, clock: Clock, start: date) -> bool:
    return not field.calendar.is_working(field.end(clock, start))


class _Tried(TypedDict):
    """How many starts were tried, how many fail, and the first few that do."""

    starts: int
    failing: int
    examples: tuple[date, ...]


def _try(field: Ground, fails: Callable[[date], bool]) -> _Tried:
    starts, failing = field.try_all(fails)
    return _Tried(starts=starts, failing=len(failing), examples=failing[:EXAMPLES])
