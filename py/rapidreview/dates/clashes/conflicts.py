"""Dates that cannot all be kept, each said in a sentence: nothing is moved to fit.

The person decides what gives. Looked for: steps out of their order, a date after
its limit or before its window, papers due after the meeting that needs them, a
printed chain that no longer fits, a local limit later than the national one, a
meeting on a day off, and two rapid review meetings too close together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.dates.clashes.clash import Conflict
from rapidreview.dates.clashes.time_left import chains, too_few
from rapidreview.dates.entered import comes_before
from rapidreview.days import order_key
from rapidreview.say import day_of, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.days import Calendar
    from rapidreview.model import Id, MeetingRule, Order, Protocol
    from rapidreview.say import Moment

EARLY = {
    "full": "the day on which this is due, and no sooner",
    "not-before": "the earliest day for this",
}
__all__ = ["Conflict", "conflicts", "two_meetings"]


def conflicts(
    protocol: Protocol,
    deadlines: tuple[Due, ...],
    known: Known,
    today: date | None = None,
) -> tuple[Conflict, ...]:
    """Return every clash, each once. ``today`` says how many working days are left."""
    found = [
        *_orders(protocol, deadlines, known, today),
        *_not_before(protocol, known),
        *_limits(deadlines, known),
        *chains(protocol, deadlines, known, today),
        *too_few(deadlines, known, today),
        *_on_working_days(protocol.national.meetings, known),
    ]
    return tuple({clash.says: clash for clash in found}.values())


def _orders(
    protocol: Protocol,
    deadlines: tuple[Due, ...],
    known: Known,
    today: date | None,
) -> Iterator[Conflict]:
    """Yield the orders that are broken, or that the limits leave no room for."""
    limits: dict[Id, Due] = {}
    for due in deadlines:
        if due.to_event and due.latest is not None and not due.applies:
            limits.setdefault(due.to_event, due)
    orders = protocol.partnership.orders
    for first in dict.fromkeys(order.first for order in orders):
        for links in _paths(first, orders):
            clash = _out_of_order(first, links, known) or _no_room(
                first, links, known, limits, today
            )
            if clash is not None:
                yield clash
                break


def _paths(first: Id, orders: tuple[Order, ...]) -> list[tuple[Order, ...]]:
    """Return the chains of orders that begin at ``first``, shortest first."""
    paths: list[tuple[Order, ...]] = [(o,) for o in orders if o.first == first]
    reached = {first}
    for path in paths:
        reached.add(path[-1].then)
        paths += [
            (*path, order)
            for order in orders
            if order.first == path[-1].then and order.then not in reached
        ]
    return paths


def _out_of_order(first: Id, links: tuple[Order, ...], known: Known) -> Conflict | None:
    then = links[-1].then
    left, right = known.moments.get(first), known.moments.get(then)
    if left is None or right is None or not comes_before(right, left):
        return None
    return Conflict(
        kind="order",
        says=f"{known.label(then)} ({long_date(right)}) comes before"
        f" “{known.label(first)}” ({long_date(left)}). {links[-1].says}",
        events=(first, then),
        source=links[-1].source,
    )


def _no_room(
    first: Id,
    links: tuple[Order, ...],
    known: Known,
    limits: dict[Id, Due],
    today: date | None,
) -> Conflict | None:
    """Return the clash of a limit that runs past the date by which it is needed.

    What is done by today asks for no more room: the earlier step only has no date here.
    """
    then = links[-1].then
    need = limits.get(first)
    if need is None or need.latest is None or first in known.moments:
        return None
    moment: Moment | None = known.moments.get(then)
    if moment is not None and today is not None and day_of(moment) <= today:
        return None
    by = limits.get(then)
    what = known.label(then)
    if moment is None and by is not None:
        moment, what = by.latest, by.what
    if moment is None or day_of(need.latest) <= day_of(moment):
        return None
    return Conflict(
        kind="no-room",
        says=f"“{need.what}” may come as late as {long_date(need.latest)}, after"
        f" “{what}” ({long_date(moment)}). {links[0].says}",
        events=(first, then),
        deadlines=(need.id, *((by.id,) if by else ())),
        source=links[0].source,
    )


def _not_before(protocol: Protocol, known: Known) -> Iterator[Conflict]:
    for deadline in protocol.partnership.deadlines:
        done = known.moments.get(deadline.to_event)
        for event in deadline.not_before:
            first = known.moments.get(event)
            if done and first and comes_before(done, first):
                label = known.label(deadline.to_event)
                yield Conflict(
                    kind="order",
                    says=f"{label} ({long_date(done)}) comes before"
                    f" “{known.label(event)}” ({long_date(first)}), which it must follow.",
                    events=(event, deadline.to_event),
                    deadlines=(deadline.id,),
                    source=deadline.source,
                )


def _limits(deadlines: tuple[Due, ...], known: Known) -> Iterator[Conflict]:
    seen: set[tuple[Id, Moment]] = set()
    for due in deadlines:
        if due.latest is None:
            continue
        law = due.counterpart_latest if due.is_limit else None
        if law is not None and order_key(law) < order_key(due.latest):
            yield Conflict(
                kind="national",
                says=f"“{due.what}”: the national limit, {long_date(law)}, is earlier"
                f" than the local one, {long_date(due.latest)}. Keep to the earlier.",
                deadlines=(due.id,),
                source=due.source,
            )
        done = due.done_on
        if done is None or (due.to_event, due.latest) in seen:
            continue
        seen.add((due.to_event, due.latest))
        clash = _kept(due, done, known.label(due.to_event))
        if clash:
            yield Conflict(
                kind=clash[0],
                says=clash[1],
                short=clash[2],
                events=(due.to_event,),
                deadlines=(due.id,),
                source=due.source,
            )


def _kept(due: Due, done: Moment, label: str) -> tuple[str, str, str] | None:
    """Return the kind of clash with the deadline's own limit, and it said long and short."""
    if due.latest is None:
        return None
    name = f"{label} ({long_date(done)})"
    minimum = due.is_least
    if (minimum or due.bound == "full") and comes_before(done, due.latest):
        until = EARLY.get(due.bound, "until when this must be kept")
        long = f"{name} is before {long_date(due.latest)}, {until}: {due.what}."
        return "early", long, f"Before {short_date(due.latest)}, {until}."
    if comes_before(due.latest, done) and not minimum:
        kind = "aim" if due.bound == "aim" else "late"
        word = "the date aimed at" if kind == "aim" else "the latest date"
        long = f"{name} is after {word}, {long_date(due.latest)}, for: {due.what}."
        return kind, long, f"After {word}, {short_date(due.latest)}."
    window = next((r.first for r in due.readings if r.use == "latest"), None)
    if due.bound == "within" and window and comes_before(done, window):
        opens = f"when the window opens for: {due.what}"
        long = f"{name} is before {long_date(window)}, {opens}."
        return "early", long, f"Before the window opens, {short_date(window)}."
    return None


def _on_working_days(
    meetings: Iterable[MeetingRule], known: Known
) -> Iterator[Conflict]:
    for one in meetings:
        meeting = known.moments.get(one.event)
        if one.rule != "working-day" or meeting is None:
            continue
        off = known.calendar.why_off(day_of(meeting))
        if off:
            yield Conflict(
                kind="day-off",
                says=f"{known.label(one.event)} ({long_date(meeting)}) is not on a working"
                f" day: {off}.",
                short=f"Not a working day: {off}.",
                events=(one.event,),
            )


def two_meetings(
    rule: MeetingRule,
    label: str,
    meeting: Moment,
    booked: Iterable[date],
    calendar: Calendar,
) -> Iterator[Conflict]:
    """Yield a clash for each of the ``booked`` days that is too near the meeting by ``rule``."""
    day = day_of(meeting)
    for other in booked:
        if other == day:
            near = "is on the same day as"
        elif calendar.between(min(day, other), max(day, other)) <= rule.days:
            near = "is back to back with"
        else:
            continue
        yield Conflict(
            kind="two-meetings",
            says=f"{label} ({long_date(meeting)}) {near} another rapid review meeting"
            f" ({long_date(other)}).",
            short=f"It {near} another meeting ({short_date(other)}).",
            events=(rule.event,),
        )
