"""What the first page takes from the policies: the clocks, the partnerships, the authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.sources.editions import written_to
from rapidreview.say import clock_in_words, listed, number, used_clock
from rapidreview.show import esc, standing_tag

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Event, National

RAIL = ("sin", "rapid-review", "lcspr")
"""The three national clocks that follow one another, by id."""


def national_clocks(national: National) -> str:
    """Return the national clocks as a rail: each runs from its event to the event that ends it.

    An event that ends one clock and starts the next stands once. Where the next clock
    starts with another event, the end of the first has no time after it.
    """
    events = {item.id: item for item in national.events}
    stops: list[tuple[str, str]] = []
    for deadline in (
        one for name in RAIL for one in national.deadlines if one.id == name
    ):
        used = used_clock(deadline)
        if used is None:
            continue
        time = f"{esc(clock_in_words(used[0]))} {standing_tag(deadline.standing)}"
        if stops and stops[-1][0] == used[1]:
            stops.pop()
        stops += [(used[1], time), (deadline.to_event, "")]
    return f'<ol class="clocks" role="list">{"".join(_stop(events[name], time) for name, time in stops)}</ol>'


def _stop(event: Event, time: str) -> str:
    clock = f'<span class="t">{time}</span>' if time else ""
    kind = "" if time else ' class="end"'
    return (
        f"<li{kind}>{clock}<b>{esc(event.label)}</b><span>{esc(event.hint)}</span></li>"
    )


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
