"""A deadline gives a date or says that it gives none; nothing in between.

Where its words can be read in several ways, exactly one reading is the latest
date; ranges run upwards; a reading that is rejected says why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import parts, places
from rapidreview.model import timing
from rapidreview.model.clocks import Clock
from rapidreview.model.constraints import Bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

YEARS = 100
"""No limit of a protocol is longer: 100 years, or as many of a shorter unit."""
MOST = {
    "hour": YEARS * 366 * 24,
    "working-day": YEARS * 261,
    "day": YEARS * 366,
    "week": YEARS * 53,
    "month": YEARS * 12,
    "year": YEARS,
}


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every deadline, clock or event order that cannot be right."""
    for place in places(model, root):
        for mark in place.slot.marks:
            if isinstance(mark, Bounds):
                yield from _within(place.node, mark)
    for clock in parts(model, root, Clock):
        yield from _clock(clock)
        for key in ("amount", "to"):
            yield from _bounded(clock, key, clock.text("unit"))
    for spend in parts(model, root, timing.Spend):
        yield from _bounded(spend, "days", "working-day")
    yield from _missed_in_circles(list(parts(model, root, timing.Deadline)))
    timeless = {
        event.text("id")
        for event in parts(model, root, timing.Event)
        if (timed := event.get("time")) is None or timed.value is not True
    }
    for deadline in parts(model, root, timing.Deadline):
        yield from _deadline(deadline)
        yield from _every(deadline)
        yield from _unless(deadline)
        yield from _hours(deadline, timeless)
        for limit in deadline.listed("also"):
            name = f"a further limit of {quoted(deadline.text('id'))}"
            yield from _readings(limit, name)
            yield from _hours(limit, timeless)
    yield from _circles(list(parts(model, root, timing.Event)))


def _within(node: Node, asked: Bounds) -> Iterator[Fault]:
    low, high = asked.low, asked.high
    if not isinstance(node.value, int):
        return
    if node.value < low or (high is not None and node.value > high):
        write = f"{low} or more" if high is None else f"{low} to {high}"
        yield node.fault(f"{asked.breach}; found {node.value}; write {write}")


def _bounded(part: Node, key: str, unit: str) -> Iterator[Fault]:
    amount, most = part.get(key), MOST.get(unit, max(MOST.values()))
    if amount and isinstance(amount.value, int) and amount.value > most:
        noun = f"{unit.replace('-', ' ')}s" if unit in MOST else "units"
        yield amount.fault(
            f"an amount that cannot be meant; found {amount.value} {noun}; "
            f"write at most {most} ({YEARS} years)"
        )


def _clock(clock: Node) -> Iterator[Fault]:
    amount, to = clock.get("amount"), clock.get("to")
    low = amount.value if amount else None
    high = to.value if to else None
    if isinstance(low, int) and isinstance(high, int) and high <= low and to:
        yield to.fault(
            f"a range upside down; found {low} to {high}; "
            "write the smaller number as `amount` and the greater as `to`"
        )


def _deadline(deadline: Node) -> Iterator[Fault]:
    name, readings = quoted(deadline.text("id")), deadline.listed("readings")
    silent, every = deadline.text("no_time"), deadline.get("every")
    if not readings:
        if not silent and not every:
            yield deadline.fault(
                f"a deadline without a time; found neither in {name}; write `readings`, "
                "or `no_time` with the words where the source gives no number"
            )
        return
    if silent:
        yield deadline.entries["no_time"].fault(
            f"a deadline with both `readings` and `no_time`; found both in {name}; keep one"
        )
    yield from _readings(deadline, name)


def _readings(limit: Node, name: str) -> Iterator[Fault]:
    readings = limit.listed("readings")
    latest = [item for item in readings if item.text("use") == "latest"]
    if readings and len(latest) != 1:
        where = latest[1] if latest else limit.entries["readings"]
        yield where.fault(
            f"exactly one reading is `use: latest`; found {len(latest)} in {name}"
        )
    for reading in readings:
        yield from _reading(limit, reading)


def _reading(deadline: Node, reading: Node) -> Iterator[Fault]:
    name, use = quoted(reading.text("id")), reading.text("use")
    if use == "rejected" and not reading.text("why"):
        yield reading.fault(f"a rejected reading says why; found no `why` in {name}")
    if use in ("latest", "aim"):
        if not reading.get("clock"):
            yield reading.fault(
                f"a reading that gives no date; found no `clock` in {name}; add one"
            )
        starts = ("from", "if_missed")
        if not any(map(deadline.text, starts)) and not reading.text("from"):
            yield reading.fault(
                f"a clock that runs from nothing; found no `from` for {name}; "
                "name the event on the deadline or on the reading"
            )
    clock = reading.get("clock")
    window = deadline.text("bound") == "within" and use == "latest"
    if window and clock and clock.kind == "map" and not clock.get("to"):
        yield clock.fault(
            f"`bound: within` is a window; found no `to` in {name}; add the end of it"
        )


def _unless(deadline: Node) -> Iterator[Fault]:
    for item in deadline.listed("unless"):
        if item.text("ends") and not item.text("event"):
            yield item.fault(
                "an end without a beginning; found `ends` and no `event`; name the "
                "event from which the limit is put aside"
            )


def _every(deadline: Node) -> Iterator[Fault]:
    """Yield what cannot be meant by something that comes round."""
    every = deadline.get("every")
    if every is None or every.kind != "map":
        return
    name, unit = quoted(deadline.text("id")), every.text("unit")
    if deadline.listed("readings"):
        yield every.fault(
            f"a deadline with both `readings` and `every`; found both in {name}; keep one"
        )
    ends = deadline.get("to_event")
    if ends is not None:
        yield ends.fault(
            f"what comes round is not done once; found `to_event` in {name}; "
            "name the event that ends it as `every: {until: …}`"
        )
    month = every.get("month")
    if month is not None and unit != "year":
        yield month.fault(
            f"a month belongs to what is due every year; found `unit: {unit}` in {name}"
        )
    started = deadline.text("from") or deadline.text("if_missed")
    once = every.get("amount") is None or every.text("amount") == "1"
    if not started and not (once and unit in ("month", "quarter", "year")):
        yield every.fault(
            f"what comes round counts from an event; found none for {name}; write `from`, "
            "or one month, quarter or year alone"
        )


def _hours(deadline: Node, timeless: set[str]) -> Iterator[Fault]:
    for reading in deadline.listed("readings"):
        clock = reading.get("clock")
        event = reading.text("from") or deadline.text("from")
        if clock and clock.text("unit") == "hour" and event in timeless:
            yield clock.fault(
                f"a clock in hours runs from a time of day; found event {quoted(event)} "
                "without one; write `time: true` on that event"
            )


def _missed_in_circles(deadlines: list[Node]) -> Iterator[Fault]:
    others = {one.text("id"): {one.text("if_missed")} for one in deadlines}
    for one in deadlines:
        name = one.text("id")
        if name and _leads_back(name, others):
            yield one.fault(
                f"a deadline that waits for itself to be missed; found {quoted(name)} in a "
                "circle of `if_missed`"
            )


def _circles(events: list[Node]) -> Iterator[Fault]:
    before = {
        event.text("id"): {str(item.value) for item in event.listed("after")}
        for event in events
    }
    stand_in = {event.text("id"): {event.text("if_blank")} for event in events}
    for event in events:
        name = event.text("id")
        if name and _leads_back(name, before):
            yield event.fault(
                f"an event that comes after itself; found {quoted(name)} in a circle of `after`"
            )
        if name and _leads_back(name, stand_in):
            yield event.fault(
                f"an event that stands in for itself; found {quoted(name)} in a circle of `if_blank`"
            )


def _leads_back(name: str, links: dict[str, set[str]]) -> bool:
    seen: set[str] = set()
    ahead = list(links.get(name, ()))
    while ahead:
        here = ahead.pop()
        if here == name:
            return True
        if here not in seen:
            seen.add(here)
            ahead += links.get(here, ())
    return False
