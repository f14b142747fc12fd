"""The words beside the hand-off map: one row for each step, measured and broken into lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.flow.chart import only_words
from handbook.flow.layout import Placed, every_placed
from handbook.flow.map.letter_widths import width_of, wrap
from rapidreview.model import DERIVED, time_status

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from rapidreview.model.steps import Stage

TEXT, SMALL = 15.0, 13.0
LINE, TIGHT = 19.0, 17.0
PAD = 5.0
TAG = 23.0
"""How much the tag of something worked out adds to a row."""
STAGE = 32.0
INDENT = 18.0
DEEPEST = 3
NUMBER = 34.0
DUE = 196.0
PILL = 18.0
SPARE = 12.0


@dataclass
class Row:
    """One step's row: the way that leads to it, its words as lines, and where it begins."""

    item: Placed
    label: str
    depth: int
    lines: list[str]
    notes: list[str]
    due: list[str]
    guess: bool = False
    """Whether the step was worked out: its row has room for the tag under the title."""
    due_guess: bool = False
    """Whether a limit's time was worked out: its tag stands under the limits."""
    top: float = 0.0

    @property
    def height(self) -> float:
        """How high the row is."""
        left = len(self.lines) * LINE + len(self.notes) * TIGHT + self.guess * TAG
        right = len(self.due) * TIGHT + self.due_guess * TAG + 2
        return max(left, right) + 2 * PAD + 1

    @property
    def middle(self) -> float:
        """How high the middle of its first line, and so its dot, stands."""
        return self.top + PAD + LINE / 2 + 2


@dataclass
class Sheet:
    """All rows and the headings of the stages, for one width of words."""

    room: float
    rows: list[Row] = field(default_factory=list)
    stages: list[tuple[Stage, float]] = field(default_factory=list)
    height: float = 0.0


class Rows:
    """Sets the words of one chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.labels = _labels(chart)
        self.depths = dict(_depths(chart.spine, 0))

    def sheet(self, room: float) -> Sheet:
        """Return the rows for words that may be ``room`` wide, beside the column of limits."""
        sheet = Sheet(room)
        for stage, items in self.chart.stages():
            sheet.stages.append((stage, sheet.height))
            sheet.height += STAGE
            for item in every_placed(items):
                row = self._row(item, room)
                row.top = sheet.height
                sheet.height += row.height
                sheet.rows.append(row)
        return sheet

    def _row(self, item: Placed, room: float) -> Row:
        step = item.step
        depth = min(self.depths[step.id], DEEPEST)
        label = self.labels.get(step.id, "")
        due = self._due(item)
        space = room - NUMBER - depth * INDENT - SPARE
        if not due:
            space += DUE - 2 * SPARE
        pill = width_of(label, SMALL, bold=True) + PILL + 8 if label else 0
        bold = bool(step.ways)
        if pill > space / 2:
            lines = ["", *wrap(step.title, space, TEXT, bold=bold)]
        else:
            lines = wrap(step.title, space - pill, TEXT, bold=bold)
        notes = [
            line for note in self._notes(item) for line in wrap(note, space, SMALL)
        ]
        guess = step.status == DERIVED
        open_ = any(time_status(one) == DERIVED for one in self.chart.limits(step))
        return Row(
            item, label, depth, lines, notes, due, guess, due_guess=bool(due) and open_
        )

    def _due(self, item: Placed) -> list[str]:
        limits = self.chart.limits_in_words(item.step)
        return [
            line
            for told in dict.fromkeys(words for words, _ in limits)
            for line in wrap(told, DUE - 16, SMALL, bold=True)
        ]

    def _notes(self, item: Placed) -> list[str]:
        notes = [only_words(item.step.only)] if item.step.only else []
        notes += [where] if (where := self.chart.where(item.step)) else []
        notes += [self.chart.protocol.forms[form].name for form in item.step.forms]
        for way in item.exits:
            if way.goes in ("ahead", "back"):
                words = "back to" if way.goes == "back" else "continue at"
                said = f"{way.label}: {words}" if way.label else words.capitalize()
                notes.append(f"{said} step {self.chart.numbers[way.to]}")
        return notes


def _labels(chart: Chart) -> dict[str, str]:
    """Return the label of the way that leads to each step's own place in the list."""
    found = {}
    for item in chart.placed:
        for way in item.exits:
            if way.label and way.goes in ("on", "into"):
                found[way.to] = way.label
    return found


def _depths(items: tuple[Placed, ...], depth: int) -> list[tuple[str, int]]:
    found = []
    for item in items:
        found.append((item.step.id, depth))
        for way in item.exits:
            found += _depths(way.nested, depth + 1)
    return found
