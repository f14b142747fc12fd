"""The table of a deadline's entry: how its words are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show import NOTHING, el, every, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Deadline, Id, Protocol, Reading
    from rapidreview.show import Html

USES = {"latest": "Used here", "aim": "Aim for", "rejected": "Not used"}
"""What the handbook does with a reading: the latest date, the date to aim for, nothing."""


def event_label(protocol: Protocol, name: Id) -> str:
    """Return what an event is called, or its id where nothing declares it."""
    return protocol.events[name].label if name in protocol.events else name


def readings_table(deadline: Deadline) -> Html:
    """Return the ways to read a deadline, the one used here marked; nothing where it has none."""
    if not deadline.readings:
        return NOTHING
    many = "The ways to read it" if len(deadline.readings) > 1 else "How it is read"
    tables = [_ways_to_read(many, deadline.readings)]
    for limit in deadline.also:
        many = "The ways to read" if len(limit.readings) > 1 else "How to read"
        tables.append(_ways_to_read(f"{many} its other limit", limit.readings))
    return every(tables, "\n")


def _ways_to_read(title: str, readings: tuple[Reading, ...]) -> Html:
    heads = ("Read as", "In this handbook", "Why")
    return _table(title, heads, map(_reading, readings), "stack alt")


def _reading(reading: Reading) -> Html:
    chosen = reading.use == "latest"
    used = USES[reading.use]
    return el(
        "tr",
        el("th", reading.means, scope="row"),
        el(
            "td", el("b", used) if chosen else text(used), data_label="In this handbook"
        ),
        el("td", reading.why, data_label="Why"),
        css="alt-use" if chosen else "",
    )


def _table(title: str, heads: tuple[str, ...], rows: Iterable[Html], css: str) -> Html:
    top = el("tr", every(el("th", head, scope="col") for head in heads))
    return el(
        "table",
        el("caption", title, css="dl-cap"),
        el("thead", top),
        el("tbody", every(rows, "\n")),
        css=css,
    )
