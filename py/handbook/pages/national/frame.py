"""The frame of the pages that belong to no single partnership.

Outcomes, national rules and comparisons share the way back, the local contents and
the slips of several partnerships' sources on one page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.pages.frame import Page, address, base_of, front_matter
from rapidreview.show import Sources, esc, link, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.read.library import Library
    from rapidreview.model import Instrument, National, Partnership, Ref


@dataclass(frozen=True)
class Entry:
    """A line of a list of pages: where it is below ``docs/``, its title, what it holds."""

    path: str
    title: str
    holds: str = ""


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


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What surrounds a page: the way to it, the list it stands in, and its heading.

    ``contents`` empty gives the page the full width. ``heading`` replaces the
    ordinary heading and lead by HTML of the page's own.
    """

    path: str
    title: str
    lead: str
    trail: tuple[Entry, ...] = ()
    contents: tuple[Entry, ...] = ()
    contents_title: str = ""
    heading: str = ""


def general_page(library: Library, plan: Plan, body: Callable[[Shelf], str]) -> Page:
    """Return a page of no partnership: way back, local contents, heading, body and slips."""
    base = base_of(plan.path)
    shelf = Shelf(library, base)
    inside = body(shelf)
    heading = plan.heading or (
        f'<h1>{esc(plan.title)}</h1>\n<p class="lead">{esc(plan.lead)}</p>\n'
    )
    main = heading + inside + shelf.slips()
    if plan.contents:
        nav = _contents(plan, base)
        main = (
            f'<div class="side">\n{nav}\n<div class="page">\n{main}\n</div>\n</div>\n'
        )
    else:
        main = f'<div class="page">\n{main}\n</div>\n'
    text = front_matter(plan.title, plan.lead) + _crumbs(plan, base) + main
    return Page(plan.path, text)


def pages_list(entries: tuple[Entry, ...], base: str) -> str:
    """Return pages as a list of links with what each holds."""
    items = "".join(
        f'<li><a href="{base}{address(one.path)}">{esc(one.title)}</a> <span>{esc(one.holds)}</span></li>'
        for one in entries
    )
    return f'<ul class="pages" role="list">{items}</ul>'


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


def _crumbs(plan: Plan, base: str) -> str:
    if not plan.trail:
        return ""
    items = "".join(
        f'<li><a href="{base}{address(one.path)}">{esc(one.title)}</a></li>'
        for one in plan.trail
    )
    items += f'<li aria-current="page">{esc(plan.title)}</li>'
    return f'<nav class="crumbs" aria-label="You are here"><ol>{items}</ol></nav>\n'


def _contents(plan: Plan, base: str) -> str:
    items = ""
    for one in plan.contents:
        current = ' aria-current="page"' if one.path == plan.path else ""
        items += f'<li><a href="{base}{address(one.path)}"{current}>{esc(one.title)}</a></li>'
    return (
        f'<nav class="local wide" aria-labelledby="loc"><h2 id="loc">{esc(plan.contents_title)}</h2>'
        f"<ul>{items}</ul></nav>"
    )
