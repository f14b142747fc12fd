"""Times that are no single limit: what comes round, several limits of one thing, conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.read.short.making import (
    copied,
    each,
    filled,
    made,
    mapping,
    moved,
    put,
    taken,
)
from rapidreview.say import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.short.making import Plain

_EVERY = re.compile(
    r"(?:(\d{1,3}) )?(working day|day|week|month|quarter|year)s?(?: in (\w+))?"
)
SEVERAL = {"earlier of": "earlier", "later of": "later"}
"""The keys under which several limits of one thing stand, and which of them counts."""


def recurring(full: Node, faults: list[Fault]) -> None:
    """Write ``every: 8 weeks`` and ``until`` as the full form has them."""
    every = full.get("every")
    until = taken(full, "until")
    if every is None or every.kind != "scalar":
        if until is not None and every is not None:
            full.entries["every"] = copied(every)
            put(full.entries["every"], "until", until)
        return
    match = _EVERY.fullmatch(" ".join(every.raw.lower().split()))
    months = [one.lower() for one in MONTHS]
    if match is None or (match[3] and match[3] not in months):
        says = "“{}” is not how often something comes round. Write “8 weeks”, “quarter” or “year in March”."
        faults.append(every.fault(says.format(every.raw)))
        return
    full.entries["every"] = mapping(
        every,
        {
            "unit": match[2].replace(" ", "-"),
            "amount": int(match[1]) if match[1] else None,
            "month": months.index(match[3]) + 1 if match[3] else None,
            "until": until,
        },
    )


def put_aside(full: Node) -> None:
    """Write what puts a limit aside as a list; words alone are one that has no event."""
    unless = full.get("unless")
    if unless is not None and unless.kind != "list":
        one = mapping(unless, {"says": unless}) if unless.kind == "scalar" else unless
        full.entries["unless"] = made(unless, [one])


def on_one_way(full: Node) -> None:
    """Write the steps to which a way out leads, one or several, as a list."""
    steps = full.get("for")
    if steps is not None:
        full.entries["for"] = made(steps, each(steps))
        moved(full, "for", "only_where")


def also_from(full: Node) -> None:
    """Write a limit from either of several events: the first, and what stands in for it."""
    starts = full.get("from")
    if starts is not None and starts.kind == "list":
        first, *others = starts.items
        full.entries["from"] = first
        if others:
            put(full, "or_from", made(starts, others))


def several(full: Node) -> list[Node]:
    """Take the limits under ``earlier of`` or ``later of``; the first becomes the limit's own."""
    for key, which in SEVERAL.items():
        rows = taken(full, key)
        if rows is not None and rows.items:
            first, *others = rows.items
            filled(full, [*first.entries.items(), ("which", which)])
            return others
    return []


def otherwise(full: Node, clock: Callable[[Node], Plain]) -> None:
    """Write limits that hold only if something is so, each with its clock."""
    written = full.get("otherwise")
    if written is None:
        return
    rows = []
    for one in each(written):
        row = copied(one)
        words = taken(row, "within")
        words = words if words is not None else taken(row, "on")
        moved(row, "of", "from")
        if words is not None:
            filled(row, [("clock", clock(words))])
        rows.append(row)
    full.entries["otherwise"] = made(written, rows)
