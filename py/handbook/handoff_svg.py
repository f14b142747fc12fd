"""Draws the hand-off map: who holds the case at each step, as one picture.

The picture is drawn at build, with its words measured, so a reader's browser lays
nothing out. In a page it takes its colours from the style sheet; as a file to keep
it carries them itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from handbook.flow import Placed, every_placed
from handbook.flow_html import Chart
from handbook.handoff import Line, Map, Point, place
from handbook.letter_widths import width_of, wrap
from rapidreview.markup import esc
from rapidreview.timing import limit_words

TEXT, SMALL = 15.0, 13.0
LINE, TIGHT = 19.0, 17.0
PAD = 5.0
STAGE = 32.0
INDENT = 18.0
NUMBER = 34.0
DUE = 196.0
GAP = 26.0
BEND = 7.0
A4 = 1.42
"""Height to width of what an A4 sheet holds inside its margins."""

WIDEST = 1180.0
"""How wide the picture may be, so that its words stay readable on a page."""

ROOMS = (280.0, 320.0, 360.0, 400.0, 440.0, 480.0, 540.0, 600.0)
"""How wide the words of a row may be; the narrowest that fits an A4 sheet is taken."""

SLANT = 52
"""By how many degrees the names above the lanes are turned."""

COLOURS = {
    "lm-ink": 'fill="#16222d"',
    "lm-mut": 'fill="#4d5b67"',
    "lm-acc": 'fill="#0b5c7a"',
    "lm-dec": 'fill="#8a4b00"',
    "lm-on": 'fill="#ffffff"',
    "lm-band": 'fill="#edf2f5"',
    "lm-rule": 'stroke="#dde4e9"',
    "lm-lane": 'stroke="#dde4e9"',
    "lm-main": 'stroke="#0b5c7a"',
    "lm-way": 'stroke="#8a4b00"',
    "lm-dot": 'fill="#ffffff" stroke="#0b5c7a"',
    "lm-dot2": 'fill="#ffffff" stroke="#8a4b00"',
    "lm-end": 'fill="#0b5c7a" stroke="#ffffff"',
    "lm-end2": 'fill="#8a4b00" stroke="#ffffff"',
    "lm-ask": 'fill="#8a4b00" stroke="#ffffff"',
}
"""The colour of each class in the file to keep; in a page, the style sheet gives them."""


@dataclass
class _Row:
    """One step's row: its words as lines, and where they go."""

    item: Placed
    label: str
    depth: int
    lines: list[str]
    notes: list[str]
    due: list[str]
    top: float = 0.0

    @property
    def height(self) -> float:
        left = len(self.lines) * LINE + len(self.notes) * TIGHT
        return max(left, len(self.due) * TIGHT + 2) + 2 * PAD + 1


@dataclass
class _Sheet:
    """The rows and stage headings for one width of words."""

    room: float
    rows: list[_Row] = field(default_factory=list)
    stages: list[tuple[str, float]] = field(default_factory=list)
    height: float = 0.0


class HandOff:
    """The hand-off map of one partnership's chart.

    ``steps`` is the address of the list of steps, to which each row links.
    """

    def __init__(self, chart: Chart, steps: str) -> None:
        self.chart = chart
        self.steps = steps
        self.spine = {item.step.id for item in chart.spine}
        self.labels = _labels(chart)
        self.depths = dict(_depths(chart.spine, 0))
        self.shorts = {
            actor.id: actor.short or actor.label for actor in chart.partnership.actors
        }
        self._measure(ROOMS[0])
        for room in ROOMS[1:]:
            if self.height <= self.width * A4 or self.left + room + DUE > WIDEST:
                break
            self._measure(room)

    def html(self) -> str:
        """Return the picture for a page, coloured by the page's style sheet."""
        return self._svg(literal=False)

    def file(self) -> str:
        """Return the picture as a file of its own, with its colours in it."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + self._svg(literal=True)

    def _measure(self, room: float) -> None:
        """Place everything for rows whose words are ``room`` wide."""
        self.sheet = self._sheet(room)
        self.map = self._place()
        self.left = self.map.width + GAP
        names = [
            (lane.x, width_of(self.shorts[lane.actor], TEXT, bold=True))
            for lane in self.map.lanes
        ]
        self.head = max(wide for _, wide in names) * 0.8 + 24
        overhang = max(x + wide * 0.62 + 24 for x, wide in names)
        self.width = max(self.left + room + DUE, overhang)
        self.height = self.head + self.sheet.height + 12

    def _sheet(self, room: float) -> _Sheet:
        sheet = _Sheet(room)
        at = 0.0
        for stage, items in groupby(self.chart.spine, key=lambda item: item.step.stage):
            sheet.stages.append((stage, at))
            at += STAGE
            for item in every_placed(tuple(items)):
                row = self._row(item, room)
                row.top = at
                at += row.height
                sheet.rows.append(row)
        sheet.height = at
        return sheet

    def _row(self, item: Placed, room: float) -> _Row:
        step = item.step
        depth = min(self.depths[step.id], 3)
        label = self.labels.get(step.id, "")
        limits = dict.fromkeys(
            limit_words(one, self.chart.nouns)
            for one in self.chart.limits.get(step.id, [])
        )
        words = [word for word in limits if word]
        due = [
            line for word in words for line in wrap(word, DUE - 16, SMALL, bold=True)
        ]
        space = room - NUMBER - depth * INDENT - 12 + (0 if due else DUE - 24)
        pill = width_of(label, SMALL, bold=True) + 26 if label else 0
        bold = bool(step.ways)
        if pill > space / 2:
            lines = ["", *wrap(step.title, space, TEXT, bold=bold)]
        else:
            lines = wrap(step.title, space - pill, TEXT, bold=bold)
        notes = [_only(step.only)] if step.only else []
        notes += [self.chart.forms[form] for form in step.forms]
        notes += [
            self._told(way.goes, way.to, way.label)
            for way in item.exits
            if way.goes in ("ahead", "back")
        ]
        small = [line for note in notes for line in wrap(note, space, SMALL)]
        return _Row(item, label, depth, lines, small, due)

    def _told(self, goes: str, to: str, label: str) -> str:
        words = "back to" if goes == "back" else "continue at"
        said = f"{label}: {words}" if label else words.capitalize()
        return f"{said} step {self.chart.numbers[to]}"

    def _place(self) -> Map:
        heights = {
            row.item.step.id: (row.top, row.top + PAD + LINE / 2 + 2)
            for row in self.sheet.rows
        }
        partnership = self.chart.partnership
        return place(partnership.steps, partnership.start, heights)

    def _svg(self, *, literal: bool) -> str:
        draw = _Drawing(literal=literal)
        name = self.chart.partnership.name
        title = f"{name}: who holds the case at each step"
        first, last = self.chart.spine[0], self.chart.spine[-1]
        desc = (
            f"{len(self.sheet.rows)} steps from top to bottom and {len(self.map.lanes)} parties from left to right. "
            f"One line runs from “{first.step.title}” to “{last.step.title}”; dotted lines are the other ways "
            "out of a decision. The list of steps says the same in words."
        )
        inside = self._stages(draw) + self._lanes(draw) + self._lines(draw)
        inside += self._dots(draw) + "".join(
            self._words(row, draw) for row in self.sheet.rows
        )
        space = ' xmlns="http://www.w3.org/2000/svg"' if literal else ""
        size = f'width="{self.width:.0f}" height="{self.height:.0f}"'
        face = 'font-family="Atkinson Hyperlegible Next, Arial, sans-serif"'
        ground = f'<rect {size} fill="#ffffff"/>\n' if literal else ""
        return (
            f'<svg{space} class="lm" viewBox="0 0 {self.width:.0f} {self.height:.0f}" {size} '
            f'role="group" aria-labelledby="lm-title lm-desc" {face if literal else ""}>\n'
            f'<title id="lm-title">{esc(title)}</title>\n<desc id="lm-desc">{esc(desc)}</desc>\n'
            f'{ground}<g transform="translate(8 {self.head:.0f})">\n{inside}</g>\n</svg>\n'
        )

    def _stages(self, draw: _Drawing) -> str:
        drawn = ""
        wide = self.width - self.left - 16
        for stage, at in self.sheet.stages:
            found = self.chart.stages[stage]
            drawn += (
                f'<rect {draw.css("lm-band")} x="{self.left:.0f}" y="{at + 4:.0f}" width="{wide:.0f}" height="{STAGE - 6:.0f}"/>'
                f'<rect {draw.css("lm-acc")} x="{self.left:.0f}" y="{at + 4:.0f}" width="5" height="{STAGE - 6:.0f}"/>'
                + draw.text(found.title, self.left + 14, at + 22, "lm-ink", bold=True)
            )
            if found.time:
                drawn += draw.text(
                    found.time,
                    self.left + wide - 8,
                    at + 22,
                    "lm-mut",
                    SMALL,
                    anchor="end",
                )
            drawn += "\n"
        return drawn

    def _lanes(self, draw: _Drawing) -> str:
        drawn = ""
        for lane in self.map.lanes:
            drawn += (
                f'<path {draw.css("lm-lane")} d="M{lane.x:.1f} -6V{self.sheet.height:.0f}" stroke-width="1.5" aria-hidden="true"/>'
                f'<g transform="translate({lane.x + 2:.1f} -12) rotate(-{SLANT})">'
                + draw.text(self.shorts[lane.actor], 0, 4, "lm-ink", bold=True)
                + "</g>\n"
            )
        return drawn

    def _lines(self, draw: _Drawing) -> str:
        ways = sorted(self.map.lines, key=lambda line: line.main)
        drawn = "".join(_way(line, draw) for line in ways)
        return f'<g fill="none" aria-hidden="true">\n{drawn}</g>\n'

    def _dots(self, draw: _Drawing) -> str:
        drawn = ""
        for name, dot in self.map.dots.items():
            main = name in self.spine
            ends = self.chart.partnership.start == name or not (
                dot.step.next or dot.step.ways
            )
            if dot.step.ways:
                drawn += (
                    f'<path {draw.css("lm-ask")} stroke-width="2" d="M{dot.x:.1f} {dot.y - 12:.1f}l12 12l-12 12l-12 -12z"/>'
                    + draw.text(
                        "?",
                        dot.x,
                        dot.y + 4.5,
                        "lm-on",
                        SMALL,
                        bold=True,
                        anchor="middle",
                    )
                )
            else:
                kind = ("lm-end" if ends else "lm-dot") + ("" if main else "2")
                drawn += f'<circle {draw.css(kind)} stroke-width="3" cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="7.5"/>'
            drawn += "\n"
        return f'<g aria-hidden="true">\n{drawn}</g>\n'

    def _words(self, row: _Row, draw: _Drawing) -> str:
        step = row.item.step
        x = self.left + 10 + row.depth * INDENT
        start = x + NUMBER
        base = row.top + PAD + LINE - 3
        bold = bool(step.ways)
        drawn = draw.text(row.item.number, x, base, "lm-mut", SMALL)
        shift = 0.0
        if row.label:
            wide = width_of(row.label, SMALL, bold=True) + 18
            drawn += (
                f'<rect {draw.css("lm-dec")} x="{start:.1f}" y="{base - 14:.1f}" width="{wide:.1f}" height="19" rx="9.5"/>'
                + draw.text(row.label, start + 9, base, "lm-on", SMALL, bold=True)
            )
            shift = wide + 8 if row.lines[0] else 0.0
        for place, line in enumerate(row.lines):
            if line:
                drawn += draw.text(
                    line, start + shift, base + place * LINE, "lm-ink", bold=bold
                )
        base += len(row.lines) * LINE - 2
        for place, note in enumerate(row.notes):
            drawn += draw.text(note, start, base + place * TIGHT, "lm-mut", SMALL)
        right = self.width - 24
        for place, line in enumerate(row.due):
            at = row.top + PAD + LINE - 4 + place * TIGHT
            drawn += draw.text(
                line, right, at, "lm-acc", SMALL, bold=True, anchor="end"
            )
        wide = self.width - self.left - 16
        area = f'x="{self.left:.0f}" y="{row.top:.1f}" width="{wide:.0f}" height="{row.height:.1f}"'
        rule = f"M{self.left:.0f} {row.top + row.height:.1f}h{wide:.0f}"
        return (
            f'<a href="{self.steps}#step-{step.id}" aria-label="{esc(self._spoken(row))}">'
            f'<rect {area} fill="none" pointer-events="all"/>'
            f'<path {draw.css("lm-rule")} d="{rule}"/>{drawn}</a>\n'
        )

    def _spoken(self, row: _Row) -> str:
        step = row.item.step
        when = f"{row.label}: " if row.label else ""
        who = self.chart.actors[step.actor].label
        parts = [
            f"{row.item.number} {when}{step.title}",
            " ".join(row.notes),
            " ".join(row.due),
            who,
        ]
        return ". ".join(part for part in parts if part)


class _Drawing:
    """Writes shapes with classes for a page, or with colours for a file to keep."""

    def __init__(self, *, literal: bool) -> None:
        self.literal = literal

    def css(self, kind: str) -> str:
        """Return what gives a shape its colour."""
        return COLOURS[kind] if self.literal else f'class="{kind}"'

    def text(
        self,
        words: str,
        x: float,
        y: float,
        kind: str,
        size: float = TEXT,
        *,
        bold: bool = False,
        anchor: str = "",
    ) -> str:
        """Return words at a place; ``anchor`` as in SVG."""
        weight = ' font-weight="700"' if bold else ""
        side = f' text-anchor="{anchor}"' if anchor else ""
        return f'<text {self.css(kind)} x="{x:.1f}" y="{y:.1f}" font-size="{size:.0f}"{weight}{side}>{esc(words)}</text>'


def _way(line: Line, draw: _Drawing) -> str:
    kind, look = ("lm-main", "4.5") if line.main else ("lm-way", "2.5")
    dots = "" if line.main else ' stroke-dasharray="1 5" stroke-linecap="round"'
    drawn = f'<path {draw.css(kind)} stroke-width="{look}"{dots} d="{_rounded(line.points)}"/>\n'
    if line.goes == "back" and len(line.points) > 1:
        x, y = _middle_of_rise(line.points)
        drawn += f'<path {draw.css("lm-way")} stroke-width="2.5" d="M{x - 4:.1f} {y + 4:.1f}l4 -5l4 5"/>\n'
    return drawn


def _middle_of_rise(points: tuple[Point, ...]) -> Point:
    """Return the middle of the longest stretch that runs upwards."""
    pairs = list(zip(points, points[1:], strict=False))
    (x, low), (_, high) = max(pairs, key=lambda pair: pair[0][1] - pair[1][1])
    return x, (low + high) / 2


def _rounded(points: tuple[Point, ...]) -> str:
    """Return the path through ``points`` with round corners."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = _towards(corner, before), _towards(corner, after)
        path += f"L{near[0]:.1f} {near[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {far[0]:.1f} {far[1]:.1f}"
    return path + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _towards(corner: Point, other: Point) -> Point:
    """Return the point on the way from ``corner`` to ``other`` where the bend begins."""
    away = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = min(BEND, away / 2) / away
    return (
        corner[0] + (other[0] - corner[0]) * share,
        corner[1] + (other[1] - corner[1]) * share,
    )


def _only(words: str) -> str:
    """Return when a step happens at all: "Only if …"."""
    return words if words.lower().startswith("only ") else f"Only {words}"


def _labels(chart: Chart) -> dict[str, str]:
    """Return the label of the way that leads to each step's own place in the list."""
    found = {}
    for item in every_placed(chart.spine):
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
