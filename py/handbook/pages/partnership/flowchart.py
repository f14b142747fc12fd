"""The flow chart's page, with the hand-off map behind a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.chart_html import chart_html
from handbook.pages.drafts import unread
from handbook.pages.frame import Page, partnership_page
from handbook.pages.sources.editions import edition_line
from rapidreview.show import Html, el, joined

if TYPE_CHECKING:
    from rapidreview.model import Protocol
    from rapidreview.show import Sources


def flow_page(protocol: Protocol) -> Page:
    """Return the page "Flowchart" of ``protocol``."""
    lead = "Every step and every branch of the protocol, in order: who does what, on which form, by when."

    def body(sources: Sources) -> Html:
        chart = chart_of(protocol)
        if not chart.placed:
            return unread(protocol)
        words = "Who holds the case when: the same steps as one picture"
        return joined(
            edition_line(protocol, sources),
            el("p", el("a", words, href="../map/"), css="lone"),
            "\n",
            chart_html(chart, sources),
        )

    return partnership_page(protocol, "flowchart", "flowchart", lead, body)
