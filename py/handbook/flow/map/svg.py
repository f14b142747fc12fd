"""Draws the hand-off map: who holds the case at each step, as one picture.

The picture is drawn at build, with its words measured, so a reader's browser lays
nothing out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.map.fitting import EDGE, fit
from handbook.flow.map.ink import Ink, Look
from handbook.flow.map.row_words import MUTED, RowWords
from handbook.flow.map.rows import SMALL, STAGE
from rapidreview.say import listed
from rapidreview.show import NOTHING, Html, el, every

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from handbook.flow.map.placing import Dot
    from rapidreview.show import Attribute

SLANT = 52
"""By how many degrees the names above the lanes are turned."""

XML = Html('<?xml version="1.0" encoding="UTF-8"?>\n')
OWN: dict[str, Attribute] = {
    "xmlns": "http://www.w3.org/2000/svg",
    "font-family": "Atkinson Hyperlegible Next, Arial, sans-serif",
}
"""What the picture needs where no page is around it."""


class HandOff:
    """The hand-off map of one protocol's chart."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.fit = fit(chart)
        self.spine = {item.step.id for item in chart.spine}

    def html(self, steps: str) -> Html:
        """Return the picture for a page, coloured by the page's style sheet.

        ``steps`` is the address of the list of steps, to which each row links.
        """
        return self._svg(Ink(literal=False), steps)

    def file(self, steps: str) -> Html:
        """Return the picture as a file of its own, with its colours in it."""
        return XML + self._svg(Ink(literal=True), steps)

    def sheets(self) -> Html:
        """Return the picture again for paper, cut between rows where a sheet is full.

        The names of the lanes stand on every sheet. The words are those of the
        picture itself, drawn a second time, so that they are in the page once.
        """
        return every(
            self._cut(number, top, end - top)
            for number, (top, end) in enumerate(self.fit.cuts())
        )

    def _cut(self, number: int, top: float, high: float) -> Html:
        wide, whole = f"{self.fit.width:.0f}", f"{self.fit.head + high + 2:.0f}"
        frame = el(
            "rect",
            x=f"-{EDGE:.0f}",
            y=f"{top - 1:.1f}",
            width=wide,
            height=f"{high + 2:.1f}",
        )
        rows = el("g", _again("lm-rows"), clip_path=f"url(#lm-cut{number})")
        return el(
            "svg",
            el("clipPath", frame, id=f"lm-cut{number}"),
            el("g", _again("lm-names"), transform=self._moved(0)),
            el("g", rows, transform=self._moved(top, exact=True)),
            css="lm lm-sheet",
            viewBox=f"0 0 {wide} {whole}",
            width=wide,
            height=whole,
            aria_hidden="true",
        )

    def _moved(self, top: float, *, exact: bool = False) -> str:
        """Return the move that puts ``top`` under the names of the lanes."""
        down = self.fit.head - top
        return f"translate({EDGE:.0f} {f'{down:.1f}' if exact else f'{down:.0f}'})"

    def _svg(self, ink: Ink, steps: str) -> Html:
        name = self.chart.protocol.name
        wide, high = f"{self.fit.width:.0f}", f"{self.fit.height:.0f}"
        ground = el("rect", width=wide, height=high, fill="#ffffff")
        return el(
            "svg",
            el("title", f"{name}: who holds the case at each step", id="lm-title"),
            el("desc", self._described(), id="lm-desc"),
            ground if ink.literal else NOTHING,
            el("g", self._inside(ink, steps), transform=self._moved(0)),
            more=OWN if ink.literal else None,
            css="lm",
            viewBox=f"0 0 {wide} {high}",
            width=wide,
            height=high,
            role="group",
            aria_labelledby="lm-title lm-desc",
        )

    def _described(self) -> str:
        first, last = self.chart.spine[0].step, self.chart.spine[-1].step
        rows, lanes = len(self.fit.sheet.rows), len(self.fit.map.lanes)
        more = [self.chart.protocol.steps[one].title for one in self.chart.starts[1:]]
        # The spine ends with the other ways in; the main line ends before them.
        ends = [one.step for one in self.chart.spine if one.goes_on is None]
        last = ends[0] if ends else last
        also = (
            f" The case may also come in by {listed(map(_quoted, more))}."
            if more
            else ""
        )
        return (
            f"{rows} steps from top to bottom, {lanes} parties from left to right. "
            f"One line runs from “{first.title}” to “{last.title}”; dotted lines are the other ways "
            f"out of a decision.{also} The list of steps says the same in words."
        )

    def _inside(self, ink: Ink, steps: str) -> Html:
        words = RowWords(self.chart, self.fit, ink, steps)
        dots = every(self._dot(dot, ink) for dot in self.fit.map.dots.values())
        rows = el(
            "g",
            self._stages(ink),
            self._lanes(ink),
            self._lines(ink),
            el("g", dots, aria_hidden="true"),
            every(map(words.html, self.fit.sheet.rows)),
            id="lm-rows",
        )
        return el("g", self._names(ink), id="lm-names") + rows

    def _stages(self, ink: Ink) -> Html:
        drawn = NOTHING
        across, high = f"{self.fit.across:.0f}", f"{STAGE - 6:.0f}"
        left = f"{self.fit.left:.0f}"
        for stage, at in self.fit.sheet.stages:
            y = f"{at + 4:.0f}"
            for kind, width in (("lm-band", across), ("lm-acc", "5")):
                drawn += ink.shape("rect", kind, x=left, y=y, height=high, width=width)
            x, base = self.fit.left + 14, at + 22
            drawn += ink.text(stage.title, x, base, Look(bold=True))
            if stage.time:
                right = self.fit.left + self.fit.across - EDGE
                look = Look(MUTED.kind, MUTED.size, anchor="end")
                drawn += ink.text(stage.time, right, base, look)
        return drawn

    def _lanes(self, ink: Ink) -> Html:
        return every(
            ink.shape(
                "path",
                "lm-lane",
                d=f"M{lane.x:.1f} -6V{self.fit.sheet.height:.0f}",
                stroke_width="1.5",
                aria_hidden="true",
            )
            for lane in self.fit.map.lanes
        )

    def _names(self, ink: Ink) -> Html:
        return every(
            el(
                "g",
                ink.text(
                    self.chart.protocol.in_short(lane.actor), 0, 4, Look(bold=True)
                ),
                transform=f"translate({lane.x + 2:.1f} -12) rotate(-{SLANT})",
            )
            for lane in self.fit.map.lanes
        )

    def _lines(self, ink: Ink) -> Html:
        ways = sorted(self.fit.map.lines, key=lambda line: line.main)
        return el("g", every(map(ink.way, ways)), fill="none", aria_hidden="true")

    def _dot(self, dot: Dot, ink: Ink) -> Html:
        if dot.step.ways:
            shape = f"M{dot.x:.1f} {dot.y - 12:.1f}l12 12l-12 12l-12 -12z"
            look = Look("lm-on", SMALL, bold=True, anchor="middle")
            sign = ink.text("?", dot.x, dot.y + 4.5, look)
            return ink.shape("path", "lm-ask", stroke_width="2", d=shape) + sign
        starts = dot.step.id in self.chart.starts
        kind = "lm-end" if starts or not dot.step.next else "lm-dot"
        return ink.shape(
            "circle",
            kind if dot.step.id in self.spine else f"{kind}2",
            stroke_width="3",
            cx=f"{dot.x:.1f}",
            cy=f"{dot.y:.1f}",
            r="7.5",
        )


def _quoted(words: str) -> str:
    return f"“{words}”"


def _again(name: str) -> Html:
    """Return the part of the picture with that id, drawn a second time."""
    return el("use", more={"xlink:href": f"#{name}"})
