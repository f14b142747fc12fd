"""Draws the hand-off map: who holds the case at each step, as one picture.

The picture is drawn at build, with its words measured, so a reader's browser lays
nothing out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.map.ink import Ink, Look
from handbook.flow.map.letter_widths import width_of
from handbook.flow.map.placing import place
from handbook.flow.map.rows import (
    DUE,
    INDENT,
    LINE,
    NUMBER,
    PAD,
    PILL,
    SMALL,
    STAGE,
    TAG,
    TEXT,
    TIGHT,
    Row,
    Rows,
)
from rapidreview.show import WORKED_OUT, esc

if TYPE_CHECKING:
    from handbook.flow.chart_html import Chart
    from handbook.flow.map.placing import Dot

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

SLANT = 52
"""By how many degrees the names above the lanes are turned."""

SPACES = 'xmlns="http://www.w3.org/2000/svg"'
FACE = 'font-family="Atkinson Hyperlegible Next, Arial, sans-serif"'


class HandOff:
    """The hand-off map of one partnership's chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.rows = Rows(chart)
        self.spine = {item.step.id for item in chart.spine}
        self.shorts = {
            actor.id: actor.short or actor.label for actor in chart.partnership.actors
        }
        self._measure(ROOMS[0])
        for room in ROOMS[1:]:
            if self.height <= self.width * A4 or self.left + room + DUE > WIDEST:
                break
            self._measure(room)

    def html(self, steps: str) -> str:
        """Return the picture for a page, coloured by the page's style sheet.

        ``steps`` is the address of the list of steps, to which each row links.
        """
        return self._svg(Ink(literal=False), steps)

    def file(self, steps: str) -> str:
        """Return the picture as a file of its own, with its colours in it."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + self._svg(
            Ink(literal=True), steps
        )

    def sheets(self) -> str:
        """Return the picture again for paper, cut between rows where a sheet is full.

        The names of the lanes stand on every sheet. The words are those of the
        picture itself, drawn a second time, so that they are in the page once.
        """
        tops = [0.0]
        for begin, end in self._blocks():
            share = FIRST if len(tops) == 1 else A4
            if end - tops[-1] > self.width * share - self.head:
                tops.append(begin)
        ends = [*tops[1:], self.sheet.height]
        return "".join(
            self._cut(number, top, end - top)
            for number, (top, end) in enumerate(zip(tops, ends, strict=True))
        )

    def _blocks(self) -> list[tuple[float, float]]:
        """Return where each row begins and ends; a stage's heading goes with its first row."""
        headings = {top + STAGE: top for _, top in self.sheet.stages}
        return [
            (headings.get(row.top, row.top), row.top + row.height)
            for row in self.sheet.rows
        ]

    def _cut(self, number: int, top: float, high: float) -> str:
        wide, whole = f"{self.width:.0f}", f"{self.head + high + 2:.0f}"
        frame = (
            f'x="-{EDGE:.0f}" y="{top - 1:.1f}" width="{wide}" height="{high + 2:.1f}"'
        )
        return (
            f'<svg class="lm lm-sheet" viewBox="0 0 {wide} {whole}" width="{wide}" height="{whole}" aria-hidden="true">'
            f'<clipPath id="lm-cut{number}"><rect {frame}/></clipPath>'
            f'<g transform="translate({EDGE:.0f} {self.head:.0f})"><use xlink:href="#lm-names"/></g>'
            f'<g transform="translate({EDGE:.0f} {self.head - top:.1f})"><g clip-path="url(#lm-cut{number})">'
            f'<use xlink:href="#lm-rows"/></g></g></svg>\n'
        )

    def _measure(self, room: float) -> None:
        """Place everything for rows whose words are ``room`` wide."""
        self.sheet = self.rows.sheet(room)
        heights = {row.item.step.id: row.middle for row in self.sheet.rows}
        partnership = self.chart.partnership
        self.map = place(partnership.steps, partnership.start, heights)
        self.left = self.map.width + GAP
        names = [
            (lane.x, width_of(self.shorts[lane.actor], TEXT, bold=True))
            for lane in self.map.lanes
        ]
        self.head = max(wide for _, wide in names) * 0.8 + 24
        overhang = max(x + wide * 0.62 + 24 for x, wide in names)
        self.width = max(self.left + room + DUE, overhang)
        self.height = self.head + self.sheet.height + 12

    @property
    def across(self) -> float:
        """How wide a row is, from its rule's beginning to its end."""
        return self.width - self.left - 2 * EDGE

    def _svg(self, ink: Ink, steps: str) -> str:
        name = self.chart.partnership.name
        first, last = self.chart.spine[0].step, self.chart.spine[-1].step
        desc = (
            f"{len(self.sheet.rows)} steps from top to bottom, {len(self.map.lanes)} parties from left to right. "
            f"One line runs from “{first.title}” to “{last.title}”; dotted lines are the other ways "
            "out of a decision. The list of steps says the same in words."
        )
        dots = "".join(self._dot(dot, ink) for dot in self.map.dots.values())
        rows = "".join(self._words(row, ink, steps) for row in self.sheet.rows)
        inside = (
            f'<g id="lm-names">\n{self._names(ink)}</g>\n'
            f'<g id="lm-rows">\n{self._stages(ink)}{self._lanes(ink)}{self._lines(ink)}'
            f'<g aria-hidden="true">\n{dots}</g>\n{rows}</g>\n'
        )
        size = f'width="{self.width:.0f}" height="{self.height:.0f}"'
        own = f"{SPACES} {FACE} " if ink.literal else ""
        ground = f'<rect {size} fill="#ffffff"/>\n' if ink.literal else ""
        return (
            f'<svg {own}class="lm" viewBox="0 0 {self.width:.0f} {self.height:.0f}" {size} '
            'role="group" aria-labelledby="lm-title lm-desc">\n'
            f'<title id="lm-title">{esc(name)}: who holds the case at each step</title>\n'
            f'<desc id="lm-desc">{esc(desc)}</desc>\n'
            f'{ground}<g transform="translate({EDGE:.0f} {self.head:.0f})">\n{inside}</g>\n</svg>\n'
        )

    def _stages(self, ink: Ink) -> str:
        drawn = ""
        high = STAGE - 6
        for stage, at in self.sheet.stages:
            found = self.chart.stages[stage]
            place = f'x="{self.left:.0f}" y="{at + 4:.0f}" height="{high:.0f}"'
            drawn += f'<rect {ink.of("lm-band")} {place} width="{self.across:.0f}"/>'
            drawn += f'<rect {ink.of("lm-acc")} {place} width="5"/>'
            drawn += ink.text(found.title, self.left + 14, at + 22, Look(bold=True))
            if found.time:
                right = self.left + self.across - EDGE
                look = Look("lm-mut", SMALL, anchor="end")
                drawn += ink.text(found.time, right, at + 22, look)
            drawn += "\n"
        return drawn

    def _lanes(self, ink: Ink) -> str:
        return "".join(
            f'<path {ink.of("lm-lane")} d="M{lane.x:.1f} -6V{self.sheet.height:.0f}" '
            f'stroke-width="1.5" aria-hidden="true"/>\n'
            for lane in self.map.lanes
        )

    def _names(self, ink: Ink) -> str:
        return "".join(
            f'<g transform="translate({lane.x + 2:.1f} -12) rotate(-{SLANT})">'
            f"{ink.text(self.shorts[lane.actor], 0, 4, Look(bold=True))}</g>\n"
            for lane in self.map.lanes
        )

    def _lines(self, ink: Ink) -> str:
        ways = sorted(self.map.lines, key=lambda line: line.main)
        return (
            f'<g fill="none" aria-hidden="true">\n{"".join(map(ink.way, ways))}</g>\n'
        )

    def _dot(self, dot: Dot, ink: Ink) -> str:
        second = "" if dot.step.id in self.spine else "2"
        starts = dot.step.id == self.chart.partnership.start
        if dot.step.ways:
            shape = f"M{dot.x:.1f} {dot.y - 12:.1f}l12 12l-12 12l-12 -12z"
            look = Look("lm-on", SMALL, bold=True, anchor="middle")
            sign = ink.text("?", dot.x, dot.y + 4.5, look)
            return f'<path {ink.of("lm-ask")} stroke-width="2" d="{shape}"/>{sign}\n'
        kind = "lm-end" if starts or not dot.step.next else "lm-dot"
        return (
            f'<circle {ink.of(kind + second)} stroke-width="3" '
            f'cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="7.5"/>\n'
        )

    def _words(self, row: Row, ink: Ink, steps: str) -> str:
        step = row.item.step
        x = self.left + 10 + row.depth * INDENT
        start, base = x + NUMBER, row.top + PAD + LINE - 3
        small = Look("lm-mut", SMALL)
        drawn = ink.text(row.item.number, x, base, small)
        shift = 0.0
        if row.label:
            wide = width_of(row.label, SMALL, bold=True) + PILL
            drawn += f'<rect {ink.of("lm-dec")} x="{start:.1f}" y="{base - 14:.1f}" width="{wide:.1f}" height="19" rx="9.5"/>'
            drawn += ink.text(
                row.label, start + 9, base, Look("lm-on", SMALL, bold=True)
            )
            shift = wide + 8 if row.lines[0] else 0.0
        for number, line in enumerate(row.lines):
            if line:
                look = Look(bold=bool(step.ways))
                drawn += ink.text(line, start + shift, base + number * LINE, look)
        base += len(row.lines) * LINE - 2
        if row.guess:
            drawn += ink.outlined(WORKED_OUT, start, base + 3)
            base += TAG
        for number, line in enumerate(row.notes):
            drawn += ink.text(line, start, base + number * TIGHT, small)
        due = Look("lm-acc", SMALL, bold=True, anchor="end")
        for number, line in enumerate(row.due):
            down = row.top + PAD + LINE - 4 + number * TIGHT
            drawn += ink.text(line, self.left + self.across - EDGE, down, due)
        if row.due_guess:
            down = row.top + PAD + LINE + 1 + len(row.due) * TIGHT
            right = self.left + self.across - EDGE
            drawn += ink.outlined(WORKED_OUT, right, down, from_right=True)
        area = f'x="{self.left:.0f}" y="{row.top:.1f}" width="{self.across:.0f}" height="{row.height:.1f}"'
        rule = f"M{self.left:.0f} {row.top + row.height:.1f}h{self.across:.0f}"
        inside = f'<rect {area} fill="none" pointer-events="all"/><path {ink.of("lm-rule")} d="{rule}"/>{drawn}'
        return ink.link(f"{steps}#step-{step.id}", self._spoken(row), inside)

    def _spoken(self, row: Row) -> str:
        step = row.item.step
        when = f"{row.label} " if row.label else ""
        first = f"{row.item.number} {when}{step.title}"
        who = self.chart.actors[step.actor].label
        if row.guess:
            who += f" ({WORKED_OUT})"
        due = " ".join(row.due) + (f" ({WORKED_OUT})" if row.due_guess else "")
        parts = [first, " ".join(row.notes), due, who]
        return ". ".join(part for part in parts if part)
