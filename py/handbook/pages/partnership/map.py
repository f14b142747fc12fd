"""The hand-off map's page: the picture, the same as a file, and the flow as a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.map.svg import HandOff
from handbook.flow.mermaid import mermaid
from handbook.pages.drafts import unread
from handbook.pages.frame import Page, partnership_page
from handbook.pages.sources.editions import edition_line
from rapidreview.show import NOTHING, Html, el, has_guesses, joined, key_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Protocol
    from rapidreview.show import Sources

FILE = "map.svg"
FLOW = "flow.txt"
"""The file with the flow in Mermaid's notation."""
TEXT = "For those who keep their own diagrams, every step and every way in Mermaid’s notation: "


def map_pages(protocol: Protocol) -> Iterator[Page]:
    """Yield the page "Hand-off map" of ``protocol`` and, beside it, the picture and the flow as files."""
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
            edition_line(protocol, sources),
            _ways(),
            key_html("the list of steps gives the reason") if guessed else NOTHING,
            el("div", picture, css="lm-wrap"),
            "\n",
            el(
                "p",
                TEXT,
                el("a", "The flow as text", href=f"../{FLOW}", download=True),
                css="small",
            ),
        )

    yield partnership_page(protocol, "map", "who holds the case when", lead, body)
    if drawing is not None:
        yield Page(f"{protocol.folder}{FILE}", drawing.file("flowchart/"))
        yield Page(f"{protocol.folder}{FLOW}", mermaid(chart) + "\n")


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
