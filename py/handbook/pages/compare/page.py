"""The comparison: every point of every protocol side by side, differences and silences marked.

The reader chooses columns by checkboxes that style rules obey, so nothing needs a
script. For two protocols there is a page of its own, whose heads count only those two.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from handbook.pages.compare.relation import Point, compare
from handbook.pages.national.frame import Entry, Plan, Shelf, general_page
from handbook.pages.sources.editions import written_to
from rapidreview.say import counted, listed
from rapidreview.show import esc, nowrap_last, silent, status_tag, tag, verify_tag

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.read.library import Library
    from rapidreview.model import Attribute, Compared, Partnership

INDEX = "compare/index.md"
TITLE = "Compare partnerships"
MOST = 12
"""How many partnerships one table holds; the style sheet has a rule for each column."""
PAIR = 2
NAMES_NOTHING = ("who", "what", "how", "when", "where", "which", "whether")
"""First words of a silence that only names what is not given."""


def compare_pages(library: Library) -> list[Page]:
    """Return the comparison of all partnerships, and of each two of them."""
    every = library.partnerships
    pages = [_page(library, every[:MOST], INDEX)]
    pages += [
        _page(library, pair, pair_path(*pair))
        for pair in combinations(every[:MOST], PAIR)
    ]
    return pages


def pair_path(first: Partnership, second: Partnership) -> str:
    """Return where the comparison of two partnerships goes."""
    return f"compare/{first.id}-and-{second.id}.md"


def _page(library: Library, chosen: tuple[Partnership, ...], path: str) -> Page:
    points = counted(len(library.national.compare), "point")
    names = listed(one.name for one in chosen)
    pair = path != INDEX
    lead = (
        f"The same {points}, protocol by protocol. Each cell is what the protocol itself says. "
        "Differences are marked; they are not faults."
    )

    def body(shelf: Shelf) -> str:
        return (
            _choice(chosen, pair=pair)
            + _key()
            + _table(library, chosen, shelf)
            + _after(library, chosen, shelf.base, pair=pair)
        )

    plan = Plan(
        path=path,
        title=f"Compare: {names}" if pair else TITLE,
        lead=lead,
        trail=(Entry(INDEX, TITLE),) if pair else (),
    )
    return general_page(library, plan, body)


def _choice(chosen: tuple[Partnership, ...], *, pair: bool) -> str:
    boxes = ""
    if not pair:
        boxes = "".join(
            f'<label class="chk"><input type="checkbox" id="col-{place}" checked>{esc(one.name)}</label>'
            for place, one in enumerate(chosen, start=1)
        )
        boxes = f'<fieldset class="cmpbar pick noprint"><legend>Show</legend>{boxes}</fieldset>'
    return (
        boxes
        + '<div class="cmpbar noprint"><label class="chk"><input type="checkbox" id="onlydiff">'
        "Show only what differs</label>"
        '<label class="chk"><input type="checkbox" id="col-law" checked>Show the national rule</label></div>'
    )


def _key() -> str:
    return (
        '<ul class="key" role="list"><li><span class="sw"></span>differs from the others on this point</li>'
        '<li><span class="silent">the protocol does not say</span></li></ul>'
    )


def _table(library: Library, chosen: tuple[Partnership, ...], shelf: Shelf) -> str:
    heads = "".join(
        f'<th scope="col" class="col{place}"><a href="{shelf.base}partnerships/{one.id}/">{esc(one.name)}</a>'
        f"<small>{esc(listed(one.short))}. Written to {esc(written_to(library.national, one))}</small></th>"
        for place, one in enumerate(chosen, start=1)
    )
    law = '<th scope="col" class="law">National rule</th>'
    rows = "".join(_row(point, chosen, shelf) for point in library.national.compare)
    many = " many" if len(chosen) > PAIR else ""
    return (
        f'<table class="cmp{many}"><thead><tr><th scope="col">Point</th>{heads}{law}</tr></thead>'
        f"<tbody>\n{rows}</tbody></table>"
    )


def _row(attribute: Attribute, chosen: tuple[Partnership, ...], shelf: Shelf) -> str:
    answers = [_answer(one, attribute.id) for one in chosen]
    point = compare(answers)
    cells = "".join(
        _cell(one, answer, place, point, shelf)
        for place, (one, answer) in enumerate(
            zip(chosen, answers, strict=True), start=1
        )
    )
    mark = shelf.national.mark(attribute.source)
    said = nowrap_last(attribute.national, mark) + verify_tag(attribute.evidence)
    css = ' class="same"' if point.same else ""
    return (
        f'<tr{css} id="{attribute.id}"><th scope="row">{esc(attribute.title)}<small>{point.verdict}</small></th>'
        f'{cells}<td class="law" data-p="National rule">{said}</td></tr>\n'
    )


def _cell(
    partnership: Partnership,
    answer: Compared | None,
    place: int,
    point: Point,
    shelf: Shelf,
) -> str:
    css = f"col{place}" + (" df" if point.differs[place - 1] else "")
    text: str = silent("Not compared yet")
    if answer is not None:
        sources = shelf.of(partnership)
        mark = sources.mark(answer.source, answer.status, answer.reason)
        text = (
            f'<span class="silent">{nowrap_last(not_said(answer.says), mark)}</span>'
            if answer.silent
            else nowrap_last(answer.says, mark)
        )
        text += status_tag(answer.status)
    return f'<td class="{css}" data-p="{esc(partnership.name)}">{text}</td>'


def not_said(words: str) -> str:
    """Return a silence as a sentence of its own: "Not said: who may raise a case"."""
    first = words.partition(" ")[0].casefold()
    if first in NAMES_NOTHING:
        return f"Not said: {words[:1].lower()}{words[1:]}"
    return words


def _answer(partnership: Partnership, attribute: str) -> Compared | None:
    return next(
        (one for one in partnership.compare if one.attribute == attribute), None
    )


def _after(
    library: Library, chosen: tuple[Partnership, ...], base: str, *, pair: bool
) -> str:
    text = (
        '<p class="small mut measure">Where a protocol is silent the national rule still applies. '
        "The head of each row counts the protocols of this page. “Same” means that the handbook "
        "records the same words for them; the whole protocol may say more.</p>"
    )
    if pair:
        return text
    items = "".join(
        f'<li><a href="{pair_path(one, other).removeprefix("compare/").removesuffix(".md")}/">'
        f"{esc(one.name)} and {esc(other.name)}</a></li>"
        for one, other in combinations(chosen, PAIR)
    )
    rest = library.partnerships[len(chosen) :]
    if rest:
        more = "".join(
            f'<li><a href="{base}partnerships/{one.id}/">{esc(one.name)}</a> {tag("not in this table")}</li>'
            for one in rest
        )
        items += more
    return (
        text
        + '<section class="sec"><h2 id="two">Two side by side</h2>'
        + "<p>On these pages the head of each row counts only the two.</p>"
        + f'<ul class="pairs" role="list">{items}</ul></section>'
    )
