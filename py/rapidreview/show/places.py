"""Places in a grid as classes, because a page may not carry style attributes.

A part says with :func:`place_css` where it stands; the press writes the sheet that
gives each class its meaning from :data:`PLACES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_DAYS, MOST_ROWS = 45, 24
"""On how many days, from the first, and in how many rows a picture shows dates."""
WIDEST = MOST_DAYS + 1
"""The days of a picture at most: one stays free after the last date."""


@dataclass(frozen=True)
class Kind:
    """A kind of place: the variable that style sheets read, and its least and greatest number."""

    variable: str
    least: int
    most: int


PLACES: Final = {
    "start": Kind("--d", 1, WIDEST),
    "span": Kind("--w", 1, WIDEST),
    "across": Kind("--c", 1, WIDEST),
    "lane": Kind("--r", 1, MOST_ROWS),
    "lanes": Kind("--n", 1, MOST_ROWS),
    "share": Kind("--v", 0, 100),
}
"""The day on which a part starts, how many days wide it is, how many days a picture has,
in which row it stands, how many rows a picture has, and a share of a hundred."""


def place_css(**where: int) -> str:
    """Return the classes of a place: ``place_css(start=3, span=2)`` is "place-start-3 place-span-2"."""
    return " ".join(f"place-{kind}-{number}" for kind, number in where.items())
