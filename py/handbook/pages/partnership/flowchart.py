"""The flow chart's page, with the hand-off map behind a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.chart_html import chart_html
from handbook.pages.frame import Page, partnership_page
from handbook.pages.sources.editions import edition_notice
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Partnership
    from rapidreview.show import Sources


def flow_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "Flowchart" of ``partnership``."""
    lead = "Every step and every branch of the protocol, in order: who does what, on which form, by when."

    def body(sources: Sources) -> str:
        picture = '<p class="lone"><a href="../map/">Who holds the case when: the same steps as one picture</a></p>\n'
        notice = edition_notice(library.national, partnership, sources)
        return (
            notice
            + picture
            + chart_html(chart_of(Protocol(library.national, partnership)), sources)
        )

    return partnership_page(
        Protocol(library.national, partnership), "flowchart", "flowchart", lead, body
    )
