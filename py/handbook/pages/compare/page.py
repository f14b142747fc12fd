"""The comparison: every point of every protocol side by side, differences and silences marked.

The reader chooses columns by checkboxes that style rules obey, so nothing needs a
script. For two protocols there is a page of its own, whose heads count only those two.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from handbook.pages.compare.deciding import answer, point
from handbook.pages.compare.relation import Point, compare
from handbook.pages.frame import Entry, Plan
from handbook.pages.page_sources import general_page
from handbook.pages.sources.editions import written_to
from rapidreview.say import NOT_READ, counted, listed
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    place_css,
    silent,
    status_tag,
    tag,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Attribute, Compared, Protocol

INDEX = "compare/index.md"
TITLE = "Compare partnerships"
MOST = 12
"""How many partnerships one table holds; the style sheet has a rule for each column."""
PAIR = 2
AFTER = (
    "Where a protocol is silent the national rule still applies. "
    "The head of each row counts the protocols of this page. “Same” means that the handbook "
    "records the same words for them; the whole protocol may say more."
)
NAMES_NOTHING = ("who", "what", "how", "when", "where", "which", "whether")
"""First words of a silence that only names what is not given."""


def compare_pages(library: Library) -> list[Page]:
    """Return the comparison of all partnerships, and of each two of them."""
    shown = library.protocols[:MOST]
    pages = [_page(library, shown, INDEX)]
    pages += [
        _page(library, pair, pair_path(*pair)) for pair in combinations(shown, PAIR)
    ]
    return pages


def pair_path(first: Protocol, second: Protocol) -> str:
    """Return where the comparison of two partnerships goes."""
    return f"compare/{first.id}-and-{second.id}.md"


def _page(library: Library, chosen: tuple[Protocol, ...], path: str) -> Page:
    points = counted(len(library.national.compare), "point")
    names = listed(one.name for one in chosen)
    pair = path != INDEX
    lead = (
        f"The same {points}, protocol by protocol. Each cell is what the protocol itself says. "
        "Differences are marked; they are not faults."
    )

    def body(sources: PageSources) -> Html:
        return joined(
            NOTHING if pair else _columns(chosen),
            _choice(),
            _key(),
            _table(chosen, sources),
            el("p", AFTER, css="small mut measure"),
            NOTHING if pair else _pairs(chosen, sources),
        )

    plan = Plan(
        path=path,
        title=f"Compare: {names}" if pair else TITLE,
        lead=lead,
        trail=(Entry(INDEX, TITLE),) if pair else (),
    )
    return general_page(library, plan, body)


def _columns(chosen: tuple[Protocol, ...]) -> Html:
    """Return the boxes that show or hide the columns."""
    boxes = every(
        _box(f"col-{place}", one.name, checked=True)
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


def _box(name: str, words: str, *, checked: bool = False) -> Html:
    box = el("input", type="checkbox", id=name, checked=checked)
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


def _table(chosen: tuple[Protocol, ...], sources: PageSources) -> Html:
    heads = el(
        "tr",
        el("th", "Point", scope="col"),
        *(_head(one, place, sources) for place, one in enumerate(chosen, start=1)),
        el("th", "National rule", scope="col", css="cmp-law"),
    )
    points = sources.law.attributes.values()
    rows = every(
        _row(each, [one.compared.get(each.id) for one in chosen], chosen, sources)
        for each in points
    )
    law, decided = point(chosen[0].national), [answer(one) for one in chosen]
    if law and any(decided):
        rows += _row(law, decided, chosen, sources)
    return el(
        "table",
        el("thead", heads),
        el("tbody", "\n", rows),
        css="cmp cmp-many" if len(chosen) > PAIR else "cmp",
    )


def _head(protocol: Protocol, place: int, sources: PageSources) -> Html:
    written = written_to(protocol)
    short = f"{listed(protocol.partnership.short)}. Written to {written}"
    name = el("a", protocol.name, href=sources.base + protocol.folder)
    return el("th", name, el("small", short), scope="col", css=place_css(column=place))


def _row(
    attribute: Attribute,
    answers: list[Compared | None],
    chosen: tuple[Protocol, ...],
    sources: PageSources,
) -> Html:
    point = compare(answers)
    cells = every(
        _cell(one, answer, place, point, sources)
        for place, (one, answer) in enumerate(
            zip(chosen, answers, strict=True), start=1
        )
    )
    mark = sources.national.mark(attribute.source)
    said = nowrap_last(attribute.national, mark) + verify_tag(attribute.evidence)
    title = el("th", attribute.title, el("small", point.verdict), scope="row")
    law = el("td", said, css="cmp-law", data_p="National rule")
    css = "cmp-same" if point.same else ""
    return joined(el("tr", title, cells, law, css=css, id=attribute.id), "\n")


def _cell(
    protocol: Protocol,
    answer: Compared | None,
    place: int,
    point: Point,
    sources: PageSources,
) -> Html:
    css = place_css(column=place) + (" cmp-differs" if point.differs[place - 1] else "")
    said = el("span", NOT_READ, css="mut")
    if answer is not None:
        mark = sources.of(protocol).mark(answer.source, answer.status, answer.reason)
        said = (
            el("span", nowrap_last(not_said(answer.says), mark), css="silent")
            if answer.silent
            else nowrap_last(answer.says, mark)
        )
        said += status_tag(answer.status)
    return el("td", said, css=css, data_p=protocol.name)


def not_said(words: str) -> str:
    """Return a silence as a sentence of its own: "Not said: who may raise a case"."""
    first = words.partition(" ")[0].casefold()
    if first in NAMES_NOTHING:
        return f"Not said: {words[:1].lower()}{words[1:]}"
    return words


def _pairs(chosen: tuple[Protocol, ...], sources: PageSources) -> Html:
    """Return the links to the comparisons of two, and to those that found no place here."""
    pairs = every(
        el("li", el("a", f"{one.name} and {other.name}", href=_pair_folder(one, other)))
        for one, other in combinations(chosen, PAIR)
    )
    rest = every(
        el(
            "li",
            el("a", one.name, href=sources.base + one.folder),
            " ",
            tag("not in this table"),
        )
        for one in sources.library.protocols[len(chosen) :]
    )
    return el(
        "section",
        el("h2", "Two side by side", id="two"),
        el("p", "On these pages the head of each row counts only the two."),
        el("ul", pairs, rest, css="cmp-pairs", role="list"),
        css="sec",
    )


def _pair_folder(first: Protocol, second: Protocol) -> str:
    """Return the way from the whole comparison to that of two."""
    return pair_path(first, second).removeprefix("compare/").removesuffix(".md") + "/"
