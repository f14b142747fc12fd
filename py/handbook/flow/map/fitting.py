"""Fits the hand-off map to its sheet: how wide its words may be, and where paper is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.flow.map.letter_widths import width_of
from handbook.flow.map.placing import place
from handbook.flow.map.rows import DUE, STAGE, TEXT, Rows

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from handbook.flow.map.placing import Map
    from handbook.flow.map.rows import Sheet

GAP = 26.0
EDGE = 8.0
"""What is kept free at the left and the right."""

A4 = 1.42
FIRST = 1.26
"""Height to width of what a sheet of A4 holds inside its margins; less under the page's title."""

WIDEST = 1180.0
"""How wide the picture may be, so that its words stay readable on a page."""

ROOMS = (280.0, 320.0, 360.0, 400.0, 440.0, 480.0, 540.0, 600.0)
"""How wide the words of a row may be; the narrowest that fits an A4 sheet is taken."""


@dataclass(frozen=True)
class Fit:
    """The map with everything in its place, for one width of words.

    ``left`` is where the words begin, ``head`` how high the names above the lanes are.
    """

    sheet: Sheet
    map: Map
    left: float
    head: float
    width: float

    @property
    def height(self) -> float:
        """How high the whole picture is."""
        return self.head + self.sheet.height + 12

    @property
    def across(self) -> float:
        """How wide a row is, from its rule's beginning to its end."""
        return self.width - self.left - 2 * EDGE

    def cuts(self) -> list[tuple[float, float]]:
        """Return where each sheet of paper begins and ends, so that no row is cut."""
        tops = [0.0]
        for begin, end in self._blocks():
            share = FIRST if len(tops) == 1 else A4
            if end - tops[-1] > self.width * share - self.head:
                tops.append(begin)
        return list(zip(tops, [*tops[1:], self.sheet.height], strict=True))

    def _blocks(self) -> list[tuple[float, float]]:
        """Return where each row begins and ends; a stage's heading goes with its first row."""
        headings = {top + STAGE: top for _, top in self.sheet.stages}
        return [
            (headings.get(row.top, row.top), row.top + row.height)
            for row in self.sheet.rows
        ]


def fit(chart: Chart) -> Fit:
    """Return the map of ``chart`` with the narrowest words that fit a sheet of A4."""
    rows = Rows(chart)
    found = _fit(chart, rows, ROOMS[0])
    for room in ROOMS[1:]:
        if found.height <= found.width * A4 or found.left + room + DUE > WIDEST:
            break
        found = _fit(chart, rows, room)
    return found


def _fit(chart: Chart, rows: Rows, room: float) -> Fit:
    """Place everything for rows whose words are ``room`` wide."""
    sheet = rows.sheet(room)
    heights = {row.item.step.id: row.middle for row in sheet.rows}
    placed = place(chart.spine, heights)
    left = placed.width + GAP
    names = [
        (lane.x, width_of(chart.protocol.in_short(lane.actor), TEXT, bold=True))
        for lane in placed.lanes
    ]
    head = max(wide for _, wide in names) * 0.8 + 24
    overhang = max(x + wide * 0.62 + 24 for x, wide in names)
    return Fit(sheet, placed, left, head, max(left + room + DUE, overhang))
