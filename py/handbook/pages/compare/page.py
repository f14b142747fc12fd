"""The comparison: every point of every protocol side by side, by theme, differences and silences marked.

The reader chooses columns by checkboxes that style rules obey, so nothing needs a script. A
script counts anew for the columns that are shown, and an address can name them
(``compare/#surrey+tees``), so that any two can be compared without a page for each pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.compare.table import FEWEST, Line, lines_of, table_of, themes_of
from handbook.pages.frame import Entry, Plan, section
from handbook.pages.page_sources import general_page
from rapidreview.say import counted
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    silent,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Protocol

INDEX = "compare/index.md"
TITLE = "Compare partnerships"
MOST = 12
"""How many partnerships the page has from the beginning; of more it has two, and the others are added by choice."""
MORE = "Choose one to add it to the table. Without JavaScript it opens on a page of its own."
ALONE = "This handbook holds one protocol. There is nothing to compare it with."
AFTER = (
    "Where a protocol is silent the national rule still applies. "
    "“Same” means the same limit, the same person or the same words as the handbook records "
    "them, whatever the wording around; the whole protocol may say more. The head of a row counts "
    "the protocols that are shown; without JavaScript, all of this page."
)


def compare_pages(library: Library) -> list[Page]:
    """Return the comparison of all partnerships.

    Where there is nothing to compare it says so, and the style sheet of places hides its tab.
    """
    if len(library.protocols) < FEWEST:
        plan = Plan(path=INDEX, title=TITLE, lead=ALONE, searched=False)
        return [general_page(library, plan, lambda _: NOTHING)]
    protocols = library.protocols
    if len(protocols) <= MOST:
        return [_page(library, protocols, INDEX, TITLE)]
    return [
        _page(library, protocols[:FEWEST], INDEX, TITLE),
        *(
            _page(library, (one,), f"compare/{one.id}.md", f"{TITLE}: {one.name}")
            for one in protocols
        ),
    ]


def _page(
    library: Library, chosen: tuple[Protocol, ...], path: str, title: str
) -> Page:
    """Return the page whose table has a column for each that is ``chosen``."""
    lines = lines_of(library, chosen)
    points = counted(len(lines), "point")
    lead = (
        f"The same {points}, protocol by protocol. Each cell is what the protocol itself says. "
        "Differences are marked; they are not faults."
    )

    def body(sources: PageSources) -> Html:
        return joined(
            _columns(chosen),
            _choice(),
            _key(),
            _contents(lines),
            table_of(lines, chosen, sources),
            el("p", AFTER, css="small mut measure"),
            _more(chosen, sources) if path == INDEX else NOTHING,
        )

    trail = () if path == INDEX else (Entry(INDEX, TITLE),)
    plan = Plan(path=path, title=title, lead=lead, trail=trail)
    return general_page(library, plan, body)


def _contents(lines: list[Line]) -> Html:
    """Return a link to each theme."""
    items = every(
        el("li", el("a", theme, href=f"#theme-{place}"))
        for place, (theme, _) in enumerate(themes_of(lines), start=1)
        if theme
    )
    return el(
        "nav", el("ul", items, role="list"), css="jump", aria_label="On this page"
    )


def _columns(chosen: tuple[Protocol, ...]) -> Html:
    """Return the boxes that show or hide the columns."""
    boxes = every(
        _box(f"col-{place}", one.name, checked=True, one=one.id)
        for place, one in enumerate(chosen, start=1)
    )
    return el(
        "fieldset", el("legend", "Show"), boxes, css="cmp-bar cmp-pick paper-never"
    )


def _choice() -> Html:
    return el(
        "div",
        _box("onlydiff", "Show only what differs"),
        _box("col-law", "Show the national rule", checked=True),
        css="cmp-bar paper-never",
    )


def _box(name: str, words: str, *, checked: bool = False, one: str = "") -> Html:
    box = el(
        "input",
        type="checkbox",
        id=name,
        checked=checked,
        value=one or None,
        autocomplete="off",
    )
    return el("label", box, words, css="cmp-check")


def _key() -> Html:
    return el(
        "ul",
        el(
            "li", el("span", css="key-differs"), "differs from the others on this point"
        ),
        el("li", silent("the protocol does not say")),
        css="key",
        role="list",
    )


def _more(chosen: tuple[Protocol, ...], sources: PageSources) -> Html:
    """Return the protocols that are not in the table: each a link to its own column, which a script adds."""
    rest = sources.library.protocols[len(chosen) :]
    if not rest:
        return NOTHING
    items = every(
        el("li", el("a", one.name, href=f"{one.id}/", data_adds=one.id)) for one in rest
    )
    listing = el("ul", items, css="cmp-rest", role="list")
    return section("More partnerships", listing, "more", MORE)
