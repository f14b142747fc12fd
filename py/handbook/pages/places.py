"""The style sheet of places: what each class of a place in a grid means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Page
from rapidreview.show import PLACES, place_css

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "assets/css/places.css"
NO_TAB = ':is(.frame-tabs, .frame-menu, .pages) li:has(> a[href$="compare/"]) { display: none; }'
"""What hides the way to the comparison where there is nothing to compare."""


def places_sheet(columns: int) -> Page:
    """Return the sheet, with the boxes that hide each of so many columns of a comparison."""
    alone = () if columns > 1 else (NO_TAB,)
    return Page(PATH, "\n".join([*_numbers(), *_columns(columns), *alone]) + "\n")


def _numbers() -> Iterator[str]:
    for name, kind in PLACES.items():
        for number in range(kind.least, kind.most + 1):
            yield f".{place_css(**{name: number})} {{ {kind.variable}: {number}; }}"


def _columns(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        column = place_css(column=number)
        yield f"body:has(#col-{number}:not(:checked)) .{column} {{ display: none; }}"
