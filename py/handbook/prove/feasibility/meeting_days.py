"""On which days a meeting can be held, between the papers it needs and its limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from handbook.prove.feasibility.start_dates import Ground
    from rapidreview.model import Clock, Deadline, Id, Order, Protocol


@dataclass(frozen=True)
class Window:
    """When a meeting may be held: its days, what must be in first, and the lead of the papers."""

    days: Clock
    needed: Clock
    lead: Clock


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


def papers_before(
    protocol: Protocol, meeting: Deadline
) -> Iterator[tuple[Deadline, Clock, Clock]]:
    """Yield what must be in before the papers for ``meeting`` go out.

    With each come its own clock and the lead of the papers.
    """
    lead = _lead(protocol, meeting)
    if lead is None:
        return
    for needed in _inputs(protocol, meeting, lead[0]):
        clock = _default(needed)
        if clock is not None:
            yield needed, clock, lead[1]


def events_after(event: Id, orders: tuple[Order, ...]) -> set[Id]:
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


def _default(deadline: Deadline) -> Clock | None:
    return next((r.clock for r in deadline.readings if r.use == "latest"), None)


def _lead(protocol: Protocol, meeting: Deadline) -> tuple[Deadline, Clock] | None:
    """Return what goes out a stated time before ``meeting``, and that time."""
    for deadline in protocol.own_deadlines.values():
        clock = _default(deadline)
        before = deadline.direction == "before" and deadline.from_ == meeting.to_event
        if before and clock is not None and deadline.from_:
            return deadline, clock
    return None


def _inputs(
    protocol: Protocol, meeting: Deadline, lead: Deadline
) -> Iterator[Deadline]:
    """Yield what must come in before ``lead`` and is timed from the meeting's own event."""
    for deadline in protocol.own_deadlines.values():
        same = deadline.from_ == meeting.from_ and deadline.direction == "after"
        follows = events_after(deadline.to_event, protocol.partnership.orders)
        if same and deadline.to_event and lead.to_event in follows:
            yield deadline
