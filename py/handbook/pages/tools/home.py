"""What the first page takes from the policies: the clocks, the partnerships, the authorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.sources.editions import written_to
from rapidreview.say import clock_in_words, listed, number, used_clock
from rapidreview.show import NOTHING, Html, el, every, joined, standing_tag

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Event, Id, NationalIndex, Protocol


def national_clocks(law: NationalIndex) -> Html:
    """Return the national clocks as a rail: each runs from its event to the event that ends it.

    An event that ends one clock and starts the next stands once. Where the next clock
    starts with another event, the end of the first has no time after it.
    """
    stops: list[tuple[Id, Html]] = []
    for name in law.national.review.clocks:
        deadline = law.deadlines.get(name)
        used = used_clock(deadline) if deadline else None
        if deadline is None or used is None:
            continue
        clock, start = used
        time = joined(clock_in_words(clock), " ", standing_tag(deadline.standing))
        if stops and stops[-1][0] == start:
            stops.pop()
        stops += [(start, time), (deadline.to_event, NOTHING)]
    items = every(_stop(law.events[name], time) for name, time in stops)
    return el("ol", items, css="clocks", role="list")


def _stop(event: Event, time: Html) -> Html:
    words = el("b", event.label) + el("span", event.hint)
    if not time:
        return el("li", words, css="clocks-open")
    return el("li", el("span", time, css="clocks-time"), words)


def partnership_list(library: Library, base: str = "") -> Html:
    """Return the partnerships as a list of links; ``base`` leads to the site's root."""
    items = every(_item(one, base) for one in library.protocols)
    return el("ul", items, css="pages", role="list")


def _item(protocol: Protocol, base: str) -> Html:
    own = protocol.partnership
    areas = listed(area.name for area in own.areas) if len(own.areas) > 1 else ""
    words = listed(own.short) + (f", for {areas}" if areas else "")
    written = f"{words}. Written to {written_to(protocol)}"
    name = el("a", protocol.name, href=base + protocol.folder)
    return el("li", name, " ", el("span", written))


def partnership_count(library: Library) -> str:
    """Return the number of partnerships in words: "five"."""
    return number(len(library.partnerships))
