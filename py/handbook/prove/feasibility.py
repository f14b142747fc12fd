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

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.start_dates import (
    EXAMPLES,
    PER_CENT,
    Ground,
    Infeasible,
    ground,
    percent,
)
from rapidreview.say import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from handbook.prove.start_dates import Kind
    from rapidreview.days import Calendar
    from rapidreview.model import (
        Clock,
        Deadline,
        Id,
        National,
        Order,
        Partnership,
        Reading,
    )

__all__ = [
    "PER_CENT",
    "Infeasible",
    "Window",
    "chains",
    "days_off",
    "feasibility",
    "fits",
    "orders",
    "percent",
    "usable_days",
    "windows",
]


def feasibility(
    national: National,
    partnership: Partnership,
    calendar: Calendar,
    starts: Iterable[date] | None = None,
) -> tuple[Infeasible, ...]:
    """Return what was found for every chain, window, order and limit, failing or not."""
    field = ground(national, calendar, starts)
    return (
        *chains(partnership, field),
        *windows(partnership, field),
        *orders(partnership, field),
        *days_off(partnership, field),
    )


def chains(partnership: Partnership, field: Ground) -> Iterator[Infeasible]:
    """Yield, for every chain and every reading of its limit, how often it does not fit."""
    by_id = {deadline.id: deadline for deadline in partnership.deadlines}
    for chain in partnership.chains:
        days = sum(spend.days for spend in chain.spend)
        for reading, clock in _clocks(by_id.get(chain.deadline)):
            found = field.try_all(partial(_does_not_fit, field, clock, days))
            steps = counted(days, "working day")
            says = f"{steps} of steps do not fit, read as “{_means(reading)}”"
            yield _finding("chain", chain.deadline, reading, chain.id, says, found)


def fits(field: Ground, clock: Clock, days: int, start: date) -> bool:
    """Return whether so many working days after ``start`` end by the limit of ``clock``."""
    limit = field.calendar.last_working(field.end(clock, start))
    return field.calendar.add(start, days) <= limit


def _does_not_fit(field: Ground, clock: Clock, days: int, start: date) -> bool:
    return not fits(field, clock, days, start)


def windows(partnership: Partnership, field: Ground) -> Iterator[Infeasible]:
    """Yield, for every meeting that papers go out before, how often no day is left for it."""
    for deadline in partnership.deadlines:
        lead = _lead(partnership, deadline)
        if lead is None:
            continue
        for source in _inputs(partnership, deadline, lead[0]):
            needed = _default(source)
            if needed is None:
                continue
            for reading, clock in _clocks(deadline):
                window = Window(clock, needed, lead[1])
                found = field.try_all(partial(_has_no_day, field, window))
                says = (
                    f"“{source.what}” may end too late for any working day to be left for"
                    f" “{deadline.what}”, read as “{_means(reading)}”"
                )
                yield _finding("window", deadline.id, reading, source.id, says, found)


@dataclass(frozen=True)
class Window:
    """When a meeting may be held: its days, what must be in first, and the lead of the papers."""

    days: Clock
    needed: Clock
    lead: Clock


def _has_no_day(field: Ground, window: Window, start: date) -> bool:
    return not usable_days(field, window, start)


def usable_days(field: Ground, window: Window, start: date) -> tuple[date, ...]:
    """Return the working days on which the meeting can be held.

    The papers must not have to go out before everything that is needed for
    them may come in.
    """
    ranged = window.days.to is not None
    first = field.end(window.days, start, first=True) if ranged else start
    last, ready = field.end(window.days, start), field.end(window.needed, start)
    found = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        out = field.calendar.last_working(field.end(window.lead, day, back=True))
        if field.calendar.is_working(day) and out >= ready:
            found.append(day)
    return tuple(found)


def orders(partnership: Partnership, field: Ground) -> Iterator[Infeasible]:
    """Yield, for limits from one event that have an order, how often they cross."""
    timed = [d for d in partnership.deadlines if d.to_event and d.direction == "after"]
    for one, two in product(timed, timed):
        after = _all_after(one.to_event, partnership.orders)
        if two.from_ != one.from_ or two.to_event not in after:
            continue
        pairs = product(_clocks(one, accepted=True), _clocks(two, accepted=True))
        for (first, left), (second, right) in pairs:
            found = field.try_all(partial(_crosses, field, left, right))
            says = (
                f"“{one.what}”, read as “{_means(first)}”, may end after"
                f" “{two.what}”, read as “{_means(second)}”, which it comes before"
            )
            if found[1]:
                yield _finding("order", one.id, first, two.id, says, found)


def _crosses(field: Ground, left: Clock, right: Clock, start: date) -> bool:
    return field.end(left, start) > field.end(right, start)


def days_off(partnership: Partnership, field: Ground) -> Iterator[Infeasible]:
    """Yield, for every limit not in working days, how often it falls on a day off."""
    for deadline in partnership.deadlines:
        if deadline.direction != "after":
            continue
        for reading, clock in _clocks(deadline):
            if clock.unit in ("working-day", "hour") or clock.amount == 0:
                continue
            found = field.try_all(partial(_falls_off, field, clock))
            says = f"The limit, read as “{_means(reading)}”, is not a working day"
            yield _finding("day-off", deadline.id, reading, deadline.id, says, found)


def _falls_off(field: Ground, clock: Clock, start: date) -> bool:
    return not field.calendar.is_working(field.end(clock, start))


def _finding(
    kind: Kind,
    deadline: Id,
    reading: Reading,
    about: Id,
    says: str,
    found: tuple[int, Sequence[date]],
) -> Infeasible:
    return Infeasible(
        kind=kind,
        deadline=deadline,
        reading=reading.id,
        use=reading.use,
        about=about,
        says=says,
        starts=found[0],
        failing=len(found[1]),
        examples=tuple(found[1][:EXAMPLES]),
    )


def _means(reading: Reading) -> str:
    return reading.means.rstrip(".")


def _clocks(
    deadline: Deadline | None, *, accepted: bool = False
) -> Iterator[tuple[Reading, Clock]]:
    """Yield the readings that count from the deadline's own event, with their clocks."""
    for reading in deadline.readings if deadline else ():
        own = deadline is not None and reading.from_ in ("", deadline.from_)
        if reading.clock and own and not (accepted and reading.use == "rejected"):
            yield reading, reading.clock


def _default(deadline: Deadline) -> Clock | None:
    return next((r.clock for r in deadline.readings if r.use == "latest"), None)


def _lead(partnership: Partnership, meeting: Deadline) -> tuple[Deadline, Clock] | None:
    """Return what goes out a stated time before ``meeting``, and that time."""
    for deadline in partnership.deadlines:
        clock = _default(deadline)
        before = deadline.direction == "before" and deadline.from_ == meeting.to_event
        if before and clock is not None and deadline.from_:
            return deadline, clock
    return None


def _inputs(
    partnership: Partnership, meeting: Deadline, lead: Deadline
) -> Iterator[Deadline]:
    """Yield what must come in before ``lead`` and is timed from the meeting's own event."""
    for deadline in partnership.deadlines:
        same = deadline.from_ == meeting.from_ and deadline.direction == "after"
        follows = _all_after(deadline.to_event, partnership.orders)
        if same and deadline.to_event and lead.to_event in follows:
            yield deadline


def _all_after(event: Id, orders: tuple[Order, ...]) -> set[Id]:
    """Return every event that the orders put after ``event``."""
    found: set[Id] = set()
    waiting = [event]
    while waiting:
        now = waiting.pop()
        for order in orders:
            if order.first == now and order.then not in found:
                found.add(order.then)
                waiting.append(order.then)
    return found
