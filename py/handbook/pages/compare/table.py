"""The table of a comparison: its rows by theme, what differs marked and what says it apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.compare.deciding import answer, point
from handbook.pages.compare.relation import Point, compare, plain
from handbook.pages.compare.values import outstanding, starts_apart, value
from handbook.pages.sources.editions import written_to
from rapidreview.say import NOT_READ, listed
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    place_css,
    status_tag,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Attribute, Compared, Protocol

FEWEST = 2
"""How many there have to be, for something to be compared."""
NAMES_NOTHING = ("who", "what", "how", "when", "where", "which", "whether")
"""First words of a silence that only names what is not given."""


@dataclass(frozen=True)
class Line:
    """A row of the table: a point, and each protocol's answer with the sign of its value."""

    point: Attribute
    answers: tuple[Compared | None, ...]
    values: tuple[str, ...]


def lines_of(library: Library, chosen: tuple[Protocol, ...]) -> list[Line]:
    """Return the rows, in the order of the national layer."""
    points = tuple(library.law.attributes.values())
    apart = starts_apart(points)
    lines = [
        _line(one, tuple(each.compared.get(one.id) for each in chosen), chosen, apart)
        for one in points
    ]
    law, decided = point(library.national), tuple(answer(one) for one in chosen)
    if law and any(decided):
        lines.append(_line(law, decided, chosen, apart))
    return lines


def _line(
    attribute: Attribute,
    answers: tuple[Compared | None, ...],
    chosen: tuple[Protocol, ...],
    apart: set[str],
) -> Line:
    limit = attribute.follows.limit if attribute.follows else ""
    values = (
        value(protocol, attribute, one, apart=limit in apart)
        for protocol, one in zip(chosen, answers, strict=True)
    )
    return Line(attribute, answers, tuple(values))


def themes_of(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """Return the rows theme by theme, each with its heading, empty where it has none."""
    return [
        (theme, list(found))
        for theme, found in groupby(lines, lambda line: line.point.theme)
    ]


def table_of(
    lines: list[Line], chosen: tuple[Protocol, ...], sources: PageSources
) -> Html:
    """Return the table of the ``chosen`` protocols, a column for each, and the national rule's."""
    heads = el(
        "tr",
        el("th", "Point", scope="col"),
        *(_head(one, place, sources) for place, one in enumerate(chosen, start=1)),
        el("th", "National rule", scope="col", css="cmp-law"),
    )
    bodies = (
        _theme(theme, f"theme-{place}", found, chosen, sources)
        for place, (theme, found) in enumerate(themes_of(lines), start=1)
    )
    return el(
        "table",
        el("thead", heads),
        every(bodies),
        css="cmp cmp-many" if len(chosen) > FEWEST else "cmp",
    )


def _theme(
    theme: str,
    name: str,
    lines: list[Line],
    chosen: tuple[Protocol, ...],
    sources: PageSources,
) -> Html:
    """Return the rows of one theme under its heading."""
    # not across all columns: one that is hidden would keep its room
    heading = el("th", theme, id=name, colspan=2, scope="rowgroup")
    return el(
        "tbody",
        "\n",
        el("tr", heading, css="cmp-theme") if theme else NOTHING,
        "\n",
        every(_row(line, chosen, sources) for line in lines),
    )


def _head(protocol: Protocol, place: int, sources: PageSources) -> Html:
    written = written_to(protocol)
    short = f"{listed(protocol.partnership.short)}. Written to {written}"
    name = el("a", protocol.name, href=sources.base + protocol.folder)
    return el("th", name, el("small", short), scope="col", css=place_css(column=place))


def _row(line: Line, chosen: tuple[Protocol, ...], sources: PageSources) -> Html:
    found = compare(line.values)
    cells = every(
        _cell(one, line, place, found, sources) for place, one in enumerate(chosen)
    )
    law = line.point
    mark = sources.national.mark(law.source)
    said = nowrap_last(law.national, mark) + verify_tag(law.evidence)
    title = el("th", law.title, el("small", found.verdict), scope="row")
    national = el("td", said, css="cmp-law", data_p="National rule")
    css = "cmp-same" if found.same else ""
    return joined(el("tr", title, cells, national, css=css, id=law.id), "\n")


def _cell(
    protocol: Protocol, line: Line, place: int, found: Point, sources: PageSources
) -> Html:
    answer = line.answers[place]
    css = place_css(column=place + 1) + (" cmp-differs" if found.differs[place] else "")
    said = el("span", NOT_READ, css="mut")
    if answer is not None:
        mark = sources.of(protocol).mark(answer.source, answer.status, answer.reason)
        said = (
            el("span", nowrap_last(not_said(answer.says), mark), css="silent")
            if answer.silent
            else _says(answer.says, mark, rest=_same_amount(line))
        )
        said += status_tag(answer.status)
    return el("td", said, css=css, data_p=protocol.name, data_value=line.values[place])


def _same_amount(line: Line) -> bool:
    """Return whether the answers name the same thing, so that what is after it tells them apart."""
    said = [one.says for one in line.answers if one and not one.silent]
    return len(said) > 1 and len({plain(outstanding(one)[1]) for one in said}) == 1


def _says(words: str, mark: Html, *, rest: bool) -> Html:
    """Return what is said, the words that say it apart: they are bold where they differ.

    With ``rest`` these are the words after.
    """
    before, key, after = outstanding(words)
    if not key:
        return nowrap_last(words, mark)
    gap = " " if after.startswith(" ") else ""
    after = after.strip()
    if not after:
        return joined(before, el("b", nowrap_last(key, mark), css="cmp-key"))
    last = nowrap_last(after, mark)
    if rest:
        return joined(before, key, gap, el("b", last, css="cmp-key"))
    return joined(before, el("b", key, css="cmp-key"), gap, last)


def not_said(words: str) -> str:
    """Return a silence as a sentence of its own: "Not said: who may raise a case"."""
    first = words.partition(" ")[0].casefold()
    if first in NAMES_NOTHING:
        return f"Not said: {words[:1].lower()}{words[1:]}"
    return words
