"""The readings that the words of a limit allow, each with the date it gives.

Every reading is counted from the same day, so that the reader sees what is at stake.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from handbook.pages.fold import fold
from handbook.pages.notes.kinds import of_kind
from rapidreview.days import Count, PastHorizonError
from rapidreview.model import time_status
from rapidreview.say import iso, short_date
from rapidreview.show import (
    NOTHING,
    el,
    every,
    joined,
    limit_mark,
    nowrap_last,
    status_tag,
    text,
    time_element,
)

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Protocol, Reading
    from rapidreview.show import Html, Sources

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
        self, protocol: Protocol, sources: Sources, calendar: Calendar
    ) -> None:
        self._protocol = protocol
        self._sources = sources
        self._calendar = calendar
        own = protocol.own_deadlines.values()
        self._left = [item for item in own if len(item.readings) > 1]

    def of(self, limits: list[Deadline]) -> Html:
        """Return a table of readings for each of ``limits`` that was not shown before."""
        mine = [item for item in self._left if item in limits]
        self._left = [item for item in self._left if item not in limits]
        return every(map(self._table, mine))

    def rest(self) -> Html:
        """Return the line that opens to the limits with several readings that no note has shown."""
        if not self._left:
            return NOTHING
        tables = every(map(self._table, self._left))
        lead = "The words of these limits allow more than one reading too."
        return fold(
            el("h3", "Other limits, and how each is read"),
            joined(el("p", lead), tables),
            "readings",
            f"notes-beside {of_kind('two-readings')}",
        )

    def _table(self, item: Deadline) -> Html:
        printed = f" (the protocol says “{item.printed}”)" if item.printed else ""
        title = nowrap_last(item.what + printed, limit_mark(item, self._sources))
        event = self._protocol.nouns.of(item.from_)
        heads = (
            "Read as",
            "In this handbook",
            f"Example: {event} on {short_date(EXAMPLE)}",
        )
        top = el("tr", every(el("th", head, scope="col") for head in heads))
        return el(
            "table",
            el("caption", title, status_tag(time_status(item))),
            el("thead", top),
            el("tbody", every(self._row(reading, item) for reading in item.readings)),
            css="stack alt",
        )

    def _row(self, reading: Reading, item: Deadline) -> Html:
        chosen = reading.use == "latest"
        used = el("b", USES["latest"]) if chosen else text(USES[reading.use])
        why = NOTHING
        if reading.why:
            why = el("span", reading.why, css="small mut alt-why")
        return el(
            "tr",
            el("th", reading.means, scope="row"),
            el("td", used, why, data_label="In this handbook"),
            el(
                "td",
                self._dates(reading, item),
                data_label=f"From {short_date(EXAMPLE)}:",
                css="num",
            ),
            css="alt-use" if chosen else "",
        )

    def _dates(self, reading: Reading, item: Deadline) -> Html:
        clock = reading.clock
        if clock is None:
            return text("No date")
        if reading.from_ not in ("", item.from_):
            return text(f"Runs from {self._protocol.nouns.of(reading.from_)}")
        if clock.unit == "hour":
            return text("Runs by the hour")
        rule = self._protocol.counting[clock.counting]
        count = Count(clock, rule, self._calendar, item.direction == "before")
        try:
            days = [count.due(EXAMPLE, first=True)] if clock.to is not None else []
            days.append(count.due(EXAMPLE))
        except PastHorizonError as beyond:
            return text(str(beyond))
        shown = (time_element(iso(day), short_date(day)) for day in dict.fromkeys(days))
        return every(shown, " to ")
