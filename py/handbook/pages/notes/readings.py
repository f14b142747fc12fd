"""The readings that the words of a limit allow, each with the date it gives.

Every reading is counted from the same day, so that the reader sees what is at stake.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from handbook.pages.frame import section
from rapidreview.days import Count, PastHorizonError
from rapidreview.model import time_status
from rapidreview.say import Nouns, iso, short_date
from rapidreview.show import esc, limit_mark, nowrap_last, status_tag, time_element

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Partnership, Reading
    from rapidreview.show import Sources

EXAMPLE = dt.date(2026, 11, 26)
"""A Thursday four weeks before Christmas: weekends and bank holidays both tell."""

USES = {
    "latest": "used here: latest",
    "aim": "shown as: aim for",
    "rejected": "not used",
}


class Readings:
    """The tables of one partnership; what a note has shown is not shown again."""

    def __init__(
        self, partnership: Partnership, sources: Sources, calendar: Calendar
    ) -> None:
        self._calendar = calendar
        self._left = [item for item in partnership.deadlines if len(item.readings) > 1]
        self._sources = sources
        self._nouns = Nouns(sources.national, partnership)

    def of(self, limits: list[Deadline]) -> str:
        """Return a table of readings for each of ``limits`` that was not shown before."""
        mine = [item for item in self._left if item in limits]
        self._left = [item for item in self._left if item not in limits]
        return "".join(map(self._table, mine))

    def rest(self) -> str:
        """Return the section of the limits with several readings that no note has shown."""
        tables = "".join(map(self._table, self._left))
        if not tables:
            return ""
        lead = "The words of these limits allow more than one reading too."
        return section("Other limits, and how each is read", tables, "readings", lead)

    def _table(self, item: Deadline) -> str:
        printed = f" (printed: “{item.printed}”)" if item.printed else ""
        title = nowrap_last(item.what + printed, limit_mark(item, self._sources))
        title += status_tag(time_status(item))
        rows = "".join(
            _row(reading, item, self._nouns, self._sources, self._calendar)
            for reading in item.readings
        )
        example = f"Example: {esc(self._nouns.of(item.from_))} on {short_date(EXAMPLE)}"
        return (
            f'<table class="stack alt"><caption>{title}</caption><thead><tr><th scope="col">Read as</th>'
            f'<th scope="col">In this handbook</th><th scope="col">{example}</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>\n"
        )


def _row(
    reading: Reading, item: Deadline, nouns: Nouns, sources: Sources, calendar: Calendar
) -> str:
    used = f"<b>{USES['latest']}</b>" if reading.use == "latest" else USES[reading.use]
    why = (
        f'<span class="small mut why-not">{esc(reading.why)}</span>'
        if reading.why
        else ""
    )
    css = ' class="use"' if reading.use == "latest" else ""
    return (
        f'<tr{css}><th scope="row">{esc(reading.means)}</th><td data-label="In this handbook">{used}{why}</td>'
        f'<td data-label="From {short_date(EXAMPLE)}:" class="num">{_dates(reading, item, nouns, sources, calendar)}</td></tr>'
    )


def _dates(
    reading: Reading, item: Deadline, nouns: Nouns, sources: Sources, calendar: Calendar
) -> str:
    clock = reading.clock
    if clock is None:
        return "No date"
    if reading.from_ not in ("", item.from_):
        return f"Runs from {esc(nouns.of(reading.from_))}"
    if clock.unit == "hour":
        return "Runs by the hour"
    rule = next(one for one in sources.national.counting if one.id == clock.counting)
    count = Count(clock, rule, calendar, item.direction == "before")
    try:
        days = [count.due(EXAMPLE, first=True)] if clock.to is not None else []
        days.append(count.due(EXAMPLE))
    except PastHorizonError as beyond:
        return esc(str(beyond))
    return " to ".join(
        time_element(iso(day), short_date(day)) for day in dict.fromkeys(days)
    )
