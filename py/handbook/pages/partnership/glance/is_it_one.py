"""The card "Is it one?": the conditions of the duty, and the way into the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.statements import said
from rapidreview.show import Html, el, every, listed_html

if TYPE_CHECKING:
    from rapidreview.model import Protocol
    from rapidreview.show import Sources


def is_it_one(protocol: Protocol, sources: Sources) -> Html:
    """Return the card. Where the protocol covers a few areas, each has its own link."""
    conditions = protocol.national.notifiability.conditions
    items = every(el("li", said(one, sources)) for one in conditions)
    return el(
        "div",
        el("h3", "Is it one?"),
        el("p", "It is for the local authority to notify where both are so:"),
        el("ol", items, role="list"),
        el("p", *_ways(protocol, sources), css="donow-ask"),
        css="donow-one",
    )


def _ways(protocol: Protocol, sources: Sources) -> tuple[str, ...]:
    """Return the words and links that lead to the checker, with the area chosen."""
    check = f"{sources.base}check/#{protocol.id}"
    areas = protocol.areas.values()
    ask = "Not sure? Answer the questions"
    if len(areas) > 1 and not protocol.stands_in:
        each = (el("a", one.name, href=f"{check}:{one.id}") for one in areas)
        return (f"{ask} for ", listed_html(each, "or"))
    area = f":{next(iter(areas)).id}" if len(areas) == 1 else ""
    return (el("a", ask, href=check + area),)
