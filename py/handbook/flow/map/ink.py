"""What the hand-off map is drawn with: words, shapes and lines, in one of two inks.

In a page a shape has a class and the style sheet gives it its colour, light or
dark. In a file to keep it carries its colour itself, since no style sheet goes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from handbook.flow.map.letter_widths import width_of
from rapidreview.show import el

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handbook.flow.map.placing import Line, Point
    from rapidreview.show import Attribute, Html

BEND = 7.0
TAGGED, INSIDE = 12.0, 5.0
"""How large the words of a tag are, and what is kept free on both sides of them."""
ARROW = 16.0
DOTTED: Final = {"stroke_dasharray": "1 5", "stroke_linecap": "round"}
COLOURS: Final[Mapping[str, Mapping[str, Attribute]]] = {
    "lm-ink": {"fill": "#16222d"},
    "lm-mut": {"fill": "#4d5b67"},
    "lm-acc": {"fill": "#0b5c7a"},
    "lm-dec": {"fill": "#8a4b00"},
    "lm-on": {"fill": "#ffffff"},
    "lm-band": {"fill": "#edf2f5"},
    "lm-rule": {"stroke": "#dde4e9"},
    "lm-lane": {"stroke": "#dde4e9"},
    "lm-main": {"stroke": "#0b5c7a"},
    "lm-way": {"stroke": "#8a4b00"},
    "lm-dot": {"fill": "#ffffff", "stroke": "#0b5c7a"},
    "lm-dot2": {"fill": "#ffffff", "stroke": "#8a4b00"},
    "lm-end": {"fill": "#0b5c7a", "stroke": "#ffffff"},
    "lm-end2": {"fill": "#8a4b00", "stroke": "#ffffff"},
    "lm-ask": {"fill": "#8a4b00", "stroke": "#ffffff"},
    "lm-out": {"fill": "none", "stroke": "#8a4b00"},
}
"""The colour of each class in the file to keep: the light colours of the pages."""


@dataclass(frozen=True)
class Look:
    """How words are set: their class, size, weight and which end is held."""

    kind: str = "lm-ink"
    size: float = 15.0
    bold: bool = False
    anchor: str = ""


@dataclass(frozen=True)
class Ink:
    """Writes shapes with classes, or with colours if ``literal``."""

    literal: bool

    def shape(self, name: str, kind: str, **attributes: str) -> Html:
        """Return a shape in the colour of its kind."""
        return el(name, more=self._colour(kind), **attributes)

    def text(self, words: str, x: float, y: float, look: Look) -> Html:
        """Return words at a place."""
        return el(
            "text",
            words,
            more=self._colour(look.kind),
            x=f"{x:.1f}",
            y=f"{y:.1f}",
            font_size=f"{look.size:.0f}",
            font_weight="700" if look.bold else None,
            text_anchor=look.anchor or None,
        )

    def outlined(
        self, words: str, x: float, y: float, *, from_right: bool = False
    ) -> Html:
        """Return small words in an outline, with their base line at ``y``.

        The outline begins at ``x``, or ends there if ``from_right``.
        """
        wide = width_of(words, TAGGED) + 2 * INSIDE
        left = x - wide if from_right else x
        outline = self.shape(
            "rect",
            "lm-out",
            stroke_width="1.3",
            x=f"{left:.1f}",
            y=f"{y - 12.5:.1f}",
            width=f"{wide:.1f}",
            height="16.5",
            rx="3",
        )
        return outline + self.text(words, left + INSIDE, y, Look("lm-dec", TAGGED))

    def link(self, href: str, name: str, inside: Html) -> Html:
        """Return a link with its spoken name.

        In a page it is written ``xlink:href``: the site's quick navigation takes
        every ``href`` for one that it may set, which in a drawing it may not.
        """
        key = "href" if self.literal else "xlink:href"
        return el("a", inside, more={key: href, "aria-label": name})

    def way(self, line: Line) -> Html:
        """Return a way: solid for the main line, dotted for the others, an arrow if it rises."""
        kind, wide = ("lm-main", "4.5") if line.main else ("lm-way", "2.5")
        drawn = self.shape(
            "path",
            kind,
            stroke_width=wide,
            d=rounded(line.points),
            **({} if line.main else DOTTED),
        )
        if line.goes == "back":
            x, y = _top_of_rise(line.points)
            arrow = f"M{x - 4:.1f} {y + 4:.1f}l4 -5l4 5"
            drawn += self.shape("path", kind, stroke_width="2.5", d=arrow)
        return drawn

    def _colour(self, kind: str) -> dict[str, Attribute]:
        return dict(COLOURS[kind]) if self.literal else {"class": kind}


def rounded(points: tuple[Point, ...]) -> str:
    """Return the path through ``points`` with round corners."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        near, far = _towards(corner, before), _towards(corner, after)
        path += f"L{near[0]:.1f} {near[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {far[0]:.1f} {far[1]:.1f}"
    return path + f"L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def _top_of_rise(points: tuple[Point, ...]) -> Point:
    """Return the place of the arrow: near the top of the longest stretch upwards."""
    (x, low), (_, high) = max(
        pairwise(points), key=lambda pair: pair[0][1] - pair[1][1]
    )
    return x, min(high + ARROW, (low + high) / 2)


def _towards(corner: Point, other: Point) -> Point:
    """Return the point on the way from ``corner`` to ``other`` where the bend begins."""
    away = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = min(BEND, away / 2) / away
    return (
        corner[0] + (other[0] - corner[0]) * share,
        corner[1] + (other[1] - corner[1]) * share,
    )
