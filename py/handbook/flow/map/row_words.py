"""Draws the words of one step beside the lanes: number, title, notes and limits, as a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.map.fitting import EDGE
from handbook.flow.map.ink import Look
from handbook.flow.map.letter_widths import width_of
from handbook.flow.map.rows import INDENT, LINE, NUMBER, PAD, PILL, SMALL, TAG, TIGHT
from rapidreview.show import NOTHING, WORKED_OUT, el

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from handbook.flow.map.fitting import Fit
    from handbook.flow.map.ink import Ink
    from handbook.flow.map.rows import Row
    from rapidreview.show import Html

MUTED = Look("lm-mut", SMALL)


class RowWords:
    """Draws the rows of one map; ``steps`` is the address of the list of steps."""

    def __init__(self, chart: Chart, fit: Fit, ink: Ink, steps: str) -> None:
        self.chart = chart
        self.fit = fit
        self.ink = ink
        self.steps = steps
        self.right = fit.left + fit.across - EDGE

    def html(self, row: Row) -> Html:
        """Return one row: its words and a rule below, all of it a link to the step."""
        left, across = f"{self.fit.left:.0f}", f"{self.fit.across:.0f}"
        area = el(
            "rect",
            x=left,
            y=f"{row.top:.1f}",
            width=across,
            height=f"{row.height:.1f}",
            fill="none",
            pointer_events="all",
        )
        below = f"M{left} {row.top + row.height:.1f}h{across}"
        rule = self.ink.shape("path", "lm-rule", d=below)
        inside = area + rule + self._left(row) + self._limits(row)
        return self.ink.link(
            f"{self.steps}#step-{row.item.step.id}", self._spoken(row), inside
        )

    def _left(self, row: Row) -> Html:
        """Return the number, the way that leads here, the title and what stands below it."""
        x = self.fit.left + 10 + row.depth * INDENT
        start, base = x + NUMBER, row.top + PAD + LINE - 3
        drawn = self.ink.text(row.item.number, x, base, MUTED)
        shift = 0.0
        if row.label:
            wide = width_of(row.label, SMALL, bold=True) + PILL
            drawn += self._pill(row.label, start, base, wide)
            shift = wide + 8 if row.lines[0] else 0.0
        look = Look(bold=bool(row.item.step.ways))
        for number, line in enumerate(row.lines):
            if line:
                drawn += self.ink.text(line, start + shift, base + number * LINE, look)
        base += len(row.lines) * LINE - 2
        if row.guess:
            drawn += self.ink.outlined(WORKED_OUT, start, base + 3)
            base += TAG
        for number, line in enumerate(row.notes):
            drawn += self.ink.text(line, start, base + number * TIGHT, MUTED)
        return drawn

    def _pill(self, label: str, x: float, base: float, wide: float) -> Html:
        ground = self.ink.shape(
            "rect",
            "lm-dec",
            x=f"{x:.1f}",
            y=f"{base - 14:.1f}",
            width=f"{wide:.1f}",
            height="19",
            rx="9.5",
        )
        look = Look("lm-on", SMALL, bold=True)
        return ground + self.ink.text(label, x + 9, base, look)

    def _limits(self, row: Row) -> Html:
        look = Look("lm-acc", SMALL, bold=True, anchor="end")
        drawn = NOTHING
        for number, line in enumerate(row.due):
            down = row.top + PAD + LINE - 4 + number * TIGHT
            drawn += self.ink.text(line, self.right, down, look)
        if row.due_guess:
            down = row.top + PAD + LINE + 1 + len(row.due) * TIGHT
            drawn += self.ink.outlined(WORKED_OUT, self.right, down, from_right=True)
        return drawn

    def _spoken(self, row: Row) -> str:
        step = row.item.step
        when = f"{row.label} " if row.label else ""
        first = f"{row.item.number} {when}{step.title}"
        who = self.chart.protocol.label(step.actor)
        if row.guess:
            who += f" ({WORKED_OUT})"
        due = " ".join(row.due) + (f" ({WORKED_OUT})" if row.due_guess else "")
        parts = [first, " ".join(row.notes), due, who]
        return ". ".join(part for part in parts if part)
