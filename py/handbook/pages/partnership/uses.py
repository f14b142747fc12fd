"""What the handbook's tools take from a protocol: who it is, its questions, answers and points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.fold import fold
from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.partnership.protocol_rules import at_each_answer, checker, points
from handbook.pages.sources.editions import edition_line
from handbook.pages.statements import lines
from rapidreview.show import Html, el, joined

if TYPE_CHECKING:
    from rapidreview.model import Protocol
    from rapidreview.show import Sources

TITLE = "How the handbook uses it"


def uses_page(protocol: Protocol) -> Page:
    """Return the page "How the handbook uses it" of ``protocol``."""
    lead = "What the checker, the answers and the comparison take from this protocol."

    def body(sources: Sources) -> Html:
        told = joined(
            checker(protocol, sources),
            at_each_answer(protocol, sources),
            points(protocol, sources),
            _identity(protocol),
        )
        return joined(edition_line(protocol, sources), section("In the tools", told))

    return partnership_page(protocol, "uses", TITLE[0].lower() + TITLE[1:], lead, body)


def _identity(protocol: Protocol) -> Html:
    partnership = protocol.partnership
    areas = [
        f"{area.name} ({'; '.join(filter(None, (area.authority, area.partnership)))})"
        for area in partnership.areas
    ]
    rows = [
        ("In short", partnership.lead),
        ("Areas", "; ".join(areas)),
    ]
    return fold(el("h3", "The partnership"), lines(rows), "partnership")
