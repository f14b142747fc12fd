"""Whose job an answer is, and whom to tell where another authority may lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import may_be_elsewhere, neighbours, no_address
from rapidreview.model import Protocol
from rapidreview.show.answer.contacts import contact_html
from rapidreview.show.answer.duties import duties_html
from rapidreview.show.answer.outcome import about_whose_job
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import nowrap_last, silent, tag
from rapidreview.show.parts import fold, head, pair, pairs, way
from rapidreview.show.sources import Sources

if TYPE_CHECKING:
    from rapidreview.check import Decision, FlagHere, Neighbour
    from rapidreview.model import Partnership


def whose_html(
    decision: Decision,
    own: Partnership,
    area: str,
    others: tuple[Partnership, ...],
    sources: Sources,
) -> tuple[Html, Html]:
    """Return whose job it is, and the slips that its marks open.

    The contacts of the areas of ``others`` stand in it where these answers may bring
    another authority in.
    """
    ours = about_whose_job(sources)
    flags = [flag_html(one, sources) for one in decision.flags if one.id in ours]
    table, slips = NOTHING, NOTHING
    if may_be_elsewhere(sources.national.jurisdiction, decision.answers):
        table, slips = _neighbours(own, area, others, sources)
    whose = fold(
        "Whose job it is: who must or should do what",
        duties_html(decision, sources),
        pairs(flags) if flags else NOTHING,
        table,
        el(
            "p",
            way(
                "Whose job: two areas, placed children, other nations",
                f"{sources.base}national/whose-job/",
            ),
        ),
        part="whose",
    )
    return whose, slips


def _neighbours(
    own: Partnership, area: str, others: tuple[Partnership, ...], sources: Sources
) -> tuple[Html, Html]:
    """Return whom to tell in the other areas, and the slips of the marks there."""
    national = sources.national
    kept: dict[str, Sources] = {}
    rows = []
    for one in neighbours(
        [Protocol(national, other) for other in others], Protocol(national, own), area
    ):
        protocol = one.protocol
        if protocol.id not in kept:
            kept[protocol.id] = Sources(
                national, protocol.partnership, sources.base, f"src-{protocol.id}"
            )
        rows.append(_neighbour(one, kept[protocol.id]))
    heads = head("Local authority", "Whom to tell there")
    table = el("table", heads, el("tbody", *rows), css="stack")
    title = el("span", "Is it one of these areas? Whom to tell there")
    opened = el("div", table, css="open-bare")
    return (
        el("details", el("summary", title), opened, css="open"),
        every(one.slips() for one in kept.values()),
    )


def _neighbour(one: Neighbour, sources: Sources) -> Html:
    home = f"{sources.base}{one.protocol.folder}"
    none = silent("The protocol gives no address for this.")
    return el(
        "tr",
        el("th", el("a", one.area.authority, href=home), scope="row"),
        el(
            "td",
            every(el("p", contact_html(contact, sources)) for contact in one.contacts)
            if one.contacts
            else el("p", none, " ", no_address(one.area)),
            data_label="Whom to tell there",
        ),
    )


def flag_html(flag: FlagHere, sources: Sources) -> Html:
    """Return one thing that applies as well, as an item of a list."""
    return pair(
        flag.title,
        nowrap_last(flag.says, sources.mark(flag.source)),
        joined(" ", tag("local")) if flag.origin == "local" else NOTHING,
    )
