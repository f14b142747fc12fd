"""What the first page takes from the policies: the clocks, the partnerships, the authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.editions import written_to
from rapidreview.markup import esc, standing_tag
from rapidreview.timing import used_clock
from rapidreview.words import clock_in_words, listed, number

if TYPE_CHECKING:
    from handbook.reading import Library
    from rapidreview.national import National

RAIL = ("sin", "rapid-review", "lcspr")
"""The three national clocks that follow one another, by id."""


def national_clocks(national: National) -> str:
    """Return the national clocks as a rail of events with the time between them."""
    deadlines = {item.id: item for item in national.deadlines}
    events = {item.id: item for item in national.events}
    items = ""
    for place, name in enumerate(RAIL):
        deadline = deadlines[name]
        used = used_clock(deadline)
        if used is None:
            continue
        start = events[used[1]]
        items += (
            f'<li><span class="t">{esc(clock_in_words(used[0]))} {standing_tag(deadline.standing)}</span>'
            f"<b>{esc(start.label)}</b><span>{esc(start.hint)}</span></li>"
        )
        if place == len(RAIL) - 1:
            end = events[deadline.to_event or "publication"]
            items += f'<li class="end"><b>{esc(end.label)}</b><span>{esc(end.hint)}</span></li>'
    return f'<ol class="clocks" role="list">{items}</ol>'


def partnership_list(library: Library, base: str = "") -> str:
    """Return the partnerships as a list of links; ``base`` leads to the site's root."""
    items = ""
    for item in library.partnerships:
        areas = (
            f", for {listed(area.name for area in item.areas)}"
            if len(item.areas) > 1
            else ""
        )
        edition = written_to(library.national, item)
        items += (
            f'<li><a href="{base}partnerships/{item.id}/">{esc(item.name)}</a> '
            f"<span>{esc(listed(item.short))}{esc(areas)}. Written to {esc(edition)}</span></li>"
        )
    return f'<ul class="pages" role="list">{items}</ul>'


def authority_options(library: Library) -> str:
    """Return every local authority as an option of a list, with its partnership's address."""
    areas = sorted(
        (area.name, item.id) for item in library.partnerships for area in item.areas
    )
    return "".join(
        f'<option value="{esc(name)}" data-to="partnerships/{to}/"></option>'
        for name, to in areas
    )


def partnership_count(library: Library) -> str:
    """Return the number of partnerships in words: "five"."""
    return number(len(library.partnerships))
