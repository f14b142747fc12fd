"""A page for each authority whose own protocol has not been read: what to do there now.

It says so first, then what law and guidance ask for, and leads to the tools with the
authority chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import (
    ALL,
    Page,
    Plan,
    framed,
    local_entries,
    pages_list,
    section,
)
from handbook.pages.partnership.glance.do_now import do_now
from rapidreview.show import Html, Sources, el, joined, not_read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.library import Library
    from rapidreview.model import Id, Protocol

FOLDER = "areas/"


def area_pages(library: Library) -> Iterator[Page]:
    """Yield the page of each authority that has none of a partnership."""
    if library.england:
        for area in library.england.areas:
            yield area_page(library.england, area)


def area_page(england: Protocol, area: Id) -> Page:
    """Return the page of one area of the national rules."""
    protocol = england.at(area)
    council = protocol.areas[area].authority
    path = f"{FOLDER}{area}.md"
    plan = Plan(
        path=path,
        title=protocol.name,
        lead=f"What law and guidance ask for after a serious incident to a child in the area of {council}.",
        trail=(ALL,),
        contents=local_entries(england),
        contents_title="The national rules",
        searched=False,
    )
    sources = Sources(protocol.national, protocol.partnership, plan.base)
    inside = (
        not_read_html(protocol.not_read, plan.base),
        do_now(protocol, sources),
        section("Answers for this area", _tools(protocol, area, plan.base)),
        section(
            "More on the national rules", pages_list(local_entries(england), plan.base)
        ),
    )
    return framed(
        plan,
        el("div", *inside, data_place_chosen=f"{england.id}:{area}"),
        sources.slips(),
    )


def _tools(protocol: Protocol, area: Id, base: str) -> Html:
    at = f"#{protocol.id}:{area}"
    rows = (
        ("check/", "Is this notifiable?", "Short questions, and who must act by when"),
        (
            "deadlines/",
            "What is due when?",
            "Every national date, from the dates you know",
        ),
    )
    items = (
        el("li", el("a", title, href=f"{base}{to}{at}"), " ", el("span", holds))
        for to, title, holds in rows
    )
    return el("ul", joined(*items), css="pages", role="list")
