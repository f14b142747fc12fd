"""What is more than one plain limit makes sense: weekdays, office hours, conditions, ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import parts
from rapidreview.model.clocks import Clock
from rapidreview.model.timing import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every clock, and for what adds to a limit, that cannot be right."""
    for clock in parts(model, root, Clock):
        yield from _kind(clock)
    for deadline in parts(model, root, Deadline):
        yield from _added(deadline)
    yield from _office(model, root)


def _kind(clock: Node) -> Iterator[Fault]:
    amount, to = clock.get("amount"), clock.get("to")
    weekday, unit = clock.text("weekday"), clock.text("unit")
    if weekday and (unit != "week" or to or clock.text("edge") == "before"):
        yield clock.fault(
            f"a weekday is counted in whole weeks; found “{weekday}” with more than "
            "`amount` and `unit: week`; write only those with it"
        )
    if weekday and amount and amount.value == 0:
        yield amount.fault(f"no “{weekday}” is counted; found 0; write 1 or more")
    if clock.text("hours") == "office" and unit != "hour":
        yield clock.fault(
            f"office hours are hours; found `unit: {unit}`; write `unit: hour`"
        )


def _added(deadline: Node) -> Iterator[Fault]:
    """Yield what is wrong with where a deadline holds, and with what adds to its limit."""
    name = quoted(deadline.text("id"))
    for key in ("also", "otherwise", "or_from"):
        if deadline.get(key) and not deadline.listed("readings"):
            yield deadline.entries[key].fault(
                f"`{key}` adds to a limit that is not there; found no `readings` in {name}"
            )
    if deadline.get("only_where") and not deadline.text("applies"):
        yield deadline.entries["only_where"].fault(
            f"a limit that holds on some ways only says so; found no `applies` in {name}; "
            "write in words when it applies"
        )


def _office(model: type, root: Node) -> Iterator[Fault]:
    """Yield every clock in office hours where nobody says when the offices are open."""
    office = root.get("office_hours")
    if office and office.text("opens") >= office.text("closes"):
        yield office.fault(
            f"offices that close before they open; found {office.text('opens')} to"
            f" {office.text('closes')}; write the earlier time as `opens`"
        )
    for clock in parts(model, root, Clock):
        if clock.text("hours") == "office" and not office:
            yield clock.fault(
                "a clock in office hours; found no `office_hours` in the policy; add when the "
                "offices open and close"
            )
