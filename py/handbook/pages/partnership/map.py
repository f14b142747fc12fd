"""The hand-off map's page: the picture, the same as a file, and the flow as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.map.svg import HandOff
from handbook.flow.mermaid import mermaid
from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.sources.editions import edition_notice
from rapidreview.model import Protocol
from rapidreview.show import esc, has_guesses, key_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.flow.chart import Chart
    from handbook.read.library import Library
    from rapidreview.model import Partnership
    from rapidreview.show import Sources

FILE = "map.svg"


def map_pages(library: Library, partnership: Partnership) -> Iterator[Page]:
    """Yield the page "Hand-off map" of ``partnership`` and, beside it, the picture as a file."""
    chart = chart_of(Protocol(library.national, partnership))
    drawing = HandOff(chart)
    lead = (
        "Who holds the case at each step. Each column is one party; the line runs through "
        "the steps of the way usually taken, dotted lines through the others."
    )

    key = (
        key_html("the list of steps gives the reason")
        if has_guesses(partnership)
        else ""
    )

    def body(sources: Sources) -> str:
        return (
            edition_notice(library.national, partnership, sources)
            + f'<p class="take"><a class="btn" href="../{FILE}" download>Keep the picture (SVG)</a>'
            '<a class="btn plain" href="../flowchart/">The same as a list</a></p>\n'
            f'<p class="lm-small">This picture needs a wide screen or paper. <a href="../{FILE}">Open it by itself</a>, '
            'or <a href="../flowchart/">read the same steps as a list</a>.</p>\n'
            f'{key}<div class="lm-wrap">\n{drawing.html("../flowchart/")}{drawing.sheets()}</div>\n'
            + section("The flow as text", _text(chart), "text", TEXT)
        )

    yield partnership_page(
        Protocol(library.national, partnership),
        "map",
        "who holds the case when",
        lead,
        body,
    )
    path = f"partnerships/{partnership.id}/{FILE}"
    yield Page(path, drawing.file("flowchart/"))


TEXT = "For those who keep their own diagrams: every step and every way in Mermaid’s notation, to copy."


def _text(chart: Chart) -> str:
    return (
        '<details class="open"><summary><span>Show the text</span></summary>'
        f'<div class="bare"><pre class="lm-text" tabindex="0">{esc(mermaid(chart))}</pre></div></details>\n'
    )
