"""The two tables of a deadline's entry: how its words are read, and worked dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import iso, listed, read_moment, short_date
from rapidreview.show import NOTHING, el, every, text, time_element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import DateExample, Deadline, Id, Protocol, Reading
    from rapidreview.show import Html

USES = {"latest": "Used here", "aim": "Aim for", "rejected": "Not used"}
"""What the handbook does with a reading: the latest date, the date to aim for, nothing."""

SHOWN = 3
"""How many worked dates stand open; the others are behind a line that opens."""


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


def worked_dates(protocol: Protocol, deadline: Deadline) -> Html:
    """Return worked dates of a deadline, the first few open; nothing where it has none."""
    own = deadline in protocol.partnership.deadlines
    layer = protocol.partnership if own else protocol.national
    found = [one for one in layer.date_examples if deadline.id in one.due]
    if not found:
        return NOTHING
    rows = [_example(protocol, deadline, one) for one in found]
    return _dated("Worked dates", rows[:SHOWN]) + _more(rows[SHOWN:])


def _more(rows: list[Html]) -> Html:
    if not rows:
        return NOTHING
    summary = el("summary", el("span", f"{len(rows)} more"))
    inside = el("div", _dated("More worked dates", rows), css="open-bare")
    return el("details", summary, inside, css="open")


def _dated(title: str, rows: list[Html]) -> Html:
    return _table(title, ("Example", "Aim for", "Latest"), rows, "stack dl-dates")


def _table(title: str, heads: tuple[str, ...], rows: Iterable[Html], css: str) -> Html:
    top = el("tr", every(el("th", head, scope="col") for head in heads))
    return el(
        "table",
        el("caption", title, css="dl-cap"),
        el("thead", top),
        el("tbody", every(rows, "\n")),
        css=css,
    )


def _example(protocol: Protocol, deadline: Deadline, example: DateExample) -> Html:
    given = listed(
        f"{event_label(protocol, name)}: {short_date(read_moment(example.given[name]))}"
        for name in dict.fromkeys(_starts(protocol, deadline))
        if name in example.given
    )
    latest = example.due[deadline.id]
    aim = example.aim.get(deadline.id, latest)
    return el(
        "tr",
        el("th", example.name, el("span", given, css="sub"), scope="row"),
        el("td", _date(aim), data_label="Aim for", css="num"),
        el("td", el("b", _date(latest)), data_label="Latest", css="num"),
    )


def _starts(protocol: Protocol, deadline: Deadline) -> list[Id]:
    """Return the events on which the date of a deadline can rest."""
    used = [reading for reading in deadline.readings if reading.use != "rejected"]
    starts = [deadline.from_, *(reading.from_ for reading in used)]
    starts += [item.event for item in deadline.replaced_by]
    law = protocol.national_deadlines.get(deadline.national)
    if deadline.capped and law is not None:
        starts.append(law.from_)
    return starts


def _date(written: str) -> Html:
    moment = read_moment(written)
    return time_element(iso(moment), short_date(moment))
