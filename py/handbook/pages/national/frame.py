"""The frame of the pages that belong to no single partnership.

Outcomes, national rules and comparisons share the way back, the local contents and
the slips of several partnerships' sources on one page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.pages.frame import Entry, Plan, framed, pages_list
from rapidreview.show import Html, Sources, esc, link, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.pages.frame import Page
    from handbook.read.library import Library
    from rapidreview.model import Instrument, National, Partnership, Ref

__all__ = [
    "Entry",
    "Plan",
    "Shelf",
    "general_page",
    "named_source",
    "named_sources",
    "pages_list",
    "spelt",
]


@dataclass
class Shelf:
    """The sources of one page: the national ones, and each partnership's own."""

    library: Library
    base: str
    national: Sources = field(init=False)
    _local: dict[str, Sources] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.national = Sources(self.library.national, None, self.base)

    def of(self, partnership: Partnership) -> Sources:
        """Return the sources of ``partnership``, whose slips have ids of their own."""
        if partnership.id not in self._local:
            self._local[partnership.id] = Sources(
                self.library.national, partnership, self.base, f"src-{partnership.id}"
            )
        return self._local[partnership.id]

    def slips(self) -> str:
        """Return every slip of the page."""
        return "".join(one.slips() for one in (self.national, *self._local.values()))


def general_page(library: Library, plan: Plan, body: Callable[[Shelf], str]) -> Page:
    """Return a page of no partnership: way back, local contents, heading, body and slips."""
    shelf = Shelf(library, plan.base)
    inside = body(shelf)
    return framed(plan, Html(inside), Html(shelf.slips()))


def named_sources(refs: tuple[Ref, ...], national: National, base: str) -> str:
    """Return national references in full, as links to the list of sources.

    They name the edition and say where it has been replaced, so that they serve on
    paper as well. References to a partnership's own documents are left out.
    """
    known = {item.id: item for item in national.instruments}
    items = ""
    for ref in dict.fromkeys(refs):
        name, _, provision = ref.rpartition("#")
        if name in known:
            items += f"<li>{named_source(known[name], provision, base)}</li>"
    return f'<ul class="rests" role="list">{items}</ul>' if items else ""


def named_source(item: Instrument, provision: str, base: str) -> str:
    """Return one instrument and provision as a link, with what its edition asks to know."""
    words = f"{item.short}, {spelt(provision)}" if provision else item.short
    replaced = " (since replaced)" if item.superseded_by else ""
    unread = (
        " " + tag("to be verified", "verify") if item.evidence == "to-verify" else ""
    )
    return link(words, f"{base}national/sources/#{item.id}") + esc(replaced) + unread


def spelt(provision: str) -> str:
    """Return a provision as words: "section 16C(1)" for "s16C(1)"."""
    if provision.startswith("s") and provision[1:2].isdigit():
        return f"section {provision[1:]}"
    return provision
