"""The readings that the words of a limit allow, each with the date it gives.

Every reading is counted from the same day, so that the reader sees what is at stake.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from handbook.frame import section
from handbook.holidays_data import england
from handbook.said import marked
from handbook.usage import numbered_notes
from rapidreview.counting import Count
from rapidreview.markup import esc, time_element
from rapidreview.timing import Nouns
from rapidreview.words import iso, short_date

if TYPE_CHECKING:
    from rapidreview.clocks import Deadline, Reading
    from rapidreview.policy import Partnership
    from rapidreview.sources import Sources

EXAMPLE = dt.date(2026, 11, 26)
"""A Thursday four weeks before Christmas: weekends and bank holidays both tell."""

USES = {
    "latest": "used here: latest",
    "aim": "shown as: aim for",
    "rejected": "not used",
}


def readings_of(
    limits: list[Deadline], partnership: Partnership, sources: Sources
) -> str:
    """Return a table of readings for each of ``limits`` that has more than one."""
    return "".join(
        _table(item, partnership, sources) for item in limits if len(item.readings) > 1
    )


def other_readings(partnership: Partnership, sources: Sources) -> str:
    """Return the section of the limits with several readings that no note on readings shows."""
    shown = {
        name
        for _, note in numbered_notes(partnership)
        if note.kind == "two-readings"
        for name in note.deadlines
    }
    left = [item for item in partnership.deadlines if item.id not in shown]
    tables = readings_of(left, partnership, sources)
    if not tables:
        return ""
    lead = "The words of these limits allow more than one reading too."
    return section("Other limits, and how each is read", tables, "readings", lead)


def _table(item: Deadline, partnership: Partnership, sources: Sources) -> str:
    nouns = Nouns(sources.national, partnership)
    printed = f" Printed: “{esc(item.printed)}”." if item.printed else ""
    rows = "".join(_row(reading, item, nouns, sources) for reading in item.readings)
    example = f"Example: {esc(nouns.of(item.from_))} on {short_date(EXAMPLE)}"
    return (
        f'<table class="stack alt"><caption>{marked(item.what, item.source, sources, item.status)}.{printed}'
        '</caption><thead><tr><th scope="col">Read as</th><th scope="col">In this handbook</th>'
        f'<th scope="col">{example}</th></tr></thead><tbody>{rows}</tbody></table>\n'
    )


def _row(reading: Reading, item: Deadline, nouns: Nouns, sources: Sources) -> str:
    used = f"<b>{USES['latest']}</b>" if reading.use == "latest" else USES[reading.use]
    why = (
        f'<span class="small mut why-not">{esc(reading.why)}</span>'
        if reading.why
        else ""
    )
    css = ' class="use"' if reading.use == "latest" else ""
    return (
        f'<tr{css}><th scope="row">{esc(reading.means)}</th><td data-label="In this handbook">{used}{why}</td>'
        f'<td data-label="Example" class="num">{_dates(reading, item, nouns, sources)}</td></tr>'
    )


def _dates(reading: Reading, item: Deadline, nouns: Nouns, sources: Sources) -> str:
    clock = reading.clock
    if clock is None:
        return "No date"
    if reading.from_ not in ("", item.from_):
        return f"Runs from {esc(nouns.of(reading.from_))}"
    if clock.unit == "hour":
        return "Runs by the hour"
    rule = next(one for one in sources.national.counting if one.id == clock.counting)
    count = Count(clock, rule, england(), item.direction == "before")
    days = [count.due(EXAMPLE, first=True)] if clock.to is not None else []
    days.append(count.due(EXAMPLE))
    return " to ".join(
        time_element(iso(day), short_date(day)) for day in dict.fromkeys(days)
    )
