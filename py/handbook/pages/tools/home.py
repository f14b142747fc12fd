"""What the first page takes from the policies: the clocks, the partnerships, the authorities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.sources.editions import written_to
from handbook.pages.templates import render
from handbook.pages.tools.check_form import checker
from rapidreview.model import Nouns
from rapidreview.say import clock_in_words, listed, number, used_clock
from rapidreview.show import Html, el, every, joined, standing_tag

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import NationalIndex, Protocol, Stop


@dataclass(frozen=True, kw_only=True)
class Home:
    """What the first page takes from the policies."""

    template: ClassVar[str] = "home.html"

    questions: str
    clocks: Html
    partnerships: Html


def home_page(library: Library, root: Path) -> Html:
    """Return the first page; ``root`` is the handbook's folder."""
    return render(
        Home(
            questions=number(asked(library, root)).capitalize(),
            clocks=national_clocks(library.law),
            partnerships=partnership_list(library),
        )
    )


def asked(library: Library, root: Path) -> int:
    """Return how many questions the checker asks before a partnership adds its own."""
    return checker(library, root).count("data-field=")


def national_clocks(law: NationalIndex) -> Html:
    """Return the way of a case as a rail: each point with the time that leads to the next."""
    nouns = Nouns(law.national)
    items = every(_stop(one, law, nouns) for one in law.national.review.rail)
    return el("ol", items, css="clocks", role="list")


def _stop(stop: Stop, law: NationalIndex, nouns: Nouns) -> Html:
    words = el("b", stop.title) + el("span", stop.says)
    deadline = law.deadlines.get(stop.deadline)
    used = used_clock(deadline) if deadline else None
    if deadline is None or used is None:
        return el("li", words)
    clock, start = used
    since = "" if start == stop.event else f" from {nouns.of(start)}"
    time = joined(clock_in_words(clock), since, " ", standing_tag(deadline.standing))
    return el("li", words, el("span", time, css="clocks-time"))


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
