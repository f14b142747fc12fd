"""Whose job an answer is, and whom to tell where another authority may lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import may_be_elsewhere
from rapidreview.show.answer.contacts import contact_html
from rapidreview.show.answer.duties import duties_html
from rapidreview.show.answer.outcome import about_whose_job
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import nowrap_last, tag
from rapidreview.show.parts import capital, fold, pair, pairs, way
from rapidreview.show.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check import Decision, FlagHere, OtherHere
    from rapidreview.model import Partnership

NOT_NAMED = (
    "If another authority is concerned, name it beside your answers: "
    "then its duties and its address stand here."
)


def whose_html(
    decision: Decision, others: Iterable[Partnership], sources: Sources
) -> tuple[Html, Html]:
    """Return whose job it is, and the slips that its marks open.

    ``others`` are the policies of the authorities that the reader named.
    """
    ours = about_whose_job(sources)
    flags = [flag_html(one, sources) for one in decision.flags if one.id in ours]
    named, slips = _others(decision, others, sources)
    if not named and may_be_elsewhere(sources.national.jurisdiction, decision.answers):
        named = el("p", NOT_NAMED, css="measure")
    whose = fold(
        "Whose job it is: who must or should do what",
        duties_html(decision, sources),
        named,
        pairs(flags) if flags else NOTHING,
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


def _others(
    decision: Decision, others: Iterable[Partnership], sources: Sources
) -> tuple[Html, Html]:
    """Return the authorities that the reader named, and the slips of the marks there."""
    kept = {
        one.id: Sources(sources.national, one, sources.base, f"src-{one.id}")
        for one in others
    }
    rows = [_other(one, kept.get(one.protocol, sources)) for one in decision.others]
    slips = every(one.slips() for one in kept.values())
    return (pairs(rows, {"data-others": True}), slips) if rows else (NOTHING, NOTHING)


def _other(one: OtherHere, sources: Sources) -> Html:
    """Return one of them: how it comes in, its partnership, and whom to tell there."""
    href = f"{sources.base}{one.folder}"
    name = el("a", one.authority, href=href) if one.folder else capital(one.authority)
    own = f"Its partnership: {one.partnership}." if one.partnership else one.not_read
    return pair(
        joined(name, f", {one.role}"),
        f"{own} " if own else "",
        every((contact_html(contact, sources) for contact in one.contacts), ". "),
        nowrap_last(one.says, sources.mark(one.source)) if one.says else NOTHING,
    )


def flag_html(flag: FlagHere, sources: Sources) -> Html:
    """Return one thing that applies as well, as an item of a list."""
    return pair(
        flag.title,
        nowrap_last(flag.says, sources.mark(flag.source)),
        joined(" ", tag("local")) if flag.origin == "local" else NOTHING,
    )
