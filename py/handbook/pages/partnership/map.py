"""The hand-off map's page: the picture, the same as a file, and the flow as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.map.svg import HandOff
from handbook.flow.mermaid import mermaid
from handbook.pages.drafts import unread
from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.sources.editions import edition_notice
from rapidreview.show import NOTHING, Html, el, has_guesses, joined, key_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.flow.chart import Chart
    from rapidreview.model import Protocol
    from rapidreview.show import Sources

FILE = "map.svg"
TEXT = "For those who keep their own diagrams: every step and every way in Mermaid’s notation, to copy."


def map_pages(protocol: Protocol) -> Iterator[Page]:
    """Yield the page "Hand-off map" of ``protocol`` and, beside it, the picture as a file."""
    chart = chart_of(protocol)
    drawing = HandOff(chart) if chart.placed else None
    lead = (
        "Who holds the case at each step. Each column is one party; the line runs through "
        "the steps of the way usually taken, dotted lines through the others."
    )

    def body(sources: Sources) -> Html:
        if drawing is None:
            return unread(protocol)
        guessed = has_guesses(protocol.partnership)
        picture = joined("\n", drawing.html("../flowchart/"), drawing.sheets())
        return joined(
            edition_notice(protocol, sources),
            _ways(),
            key_html("the list of steps gives the reason") if guessed else NOTHING,
            el("div", picture, css="lm-wrap"),
            "\n",
            section("The flow as text", _text(chart), "text", TEXT),
        )

    yield partnership_page(protocol, "map", "who holds the case when", lead, body)
    if drawing is not None:
        yield Page(f"{protocol.folder}{FILE}", drawing.file("flowchart/"))


def _ways() -> Html:
    """Return the links to the picture as a file and to the list of steps."""
    picture, steps = f"../{FILE}", "../flowchart/"
    keep = el("a", "Keep the picture (SVG)", css="btn", href=picture, download=True)
    listed = el("a", "The same as a list", css="btn btn-plain", href=steps)
    return joined(
        el("p", keep, listed, css="take"),
        "\n",
        el(
            "p",
            "This picture needs a wide screen or paper. ",
            el("a", "Open it by itself", href=picture),
            ", or ",
            el("a", "read the same steps as a list", href=steps),
            ".",
            css="lm-small",
        ),
        "\n",
    )


def _text(chart: Chart) -> Html:
    text = el("pre", mermaid(chart), css="lm-text", tabindex=0)
    return joined(
        el(
            "details",
            el("summary", el("span", "Show the text")),
            el("div", text, css="open-bare"),
            css="open",
        ),
        "\n",
    )
