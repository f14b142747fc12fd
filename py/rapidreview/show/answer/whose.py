"""Whose job an answer is, and whom to tell where another authority may lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import may_be_elsewhere
from rapidreview.show.answer.contacts import contact_html
from rapidreview.show.answer.duties import duties_html
from rapidreview.show.answer.outcome import about_whose_job
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import nowrap_last, tag
from rapidreview.show.parts import capital, fold, pair, pairs, section, way
from rapidreview.show.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check import Decision, FlagHere, OtherHere
    from rapidreview.model import Partnership

NOT_NAMED = (
    "If another authority is concerned, name it beside your answers: "
    "then its duties and its address are shown here."
)


def whose_html(decision: Decision, sources: Sources) -> Html:
    """Return whose job it is: every duty, and what applies besides."""
    ours = about_whose_job(sources)
    flags = [flag_html(one, sources) for one in decision.flags if one.id in ours]
    law = sources.national.jurisdiction
    open_ = not decision.others and may_be_elsewhere(law, decision.answers)
    return fold(
        "Whose job it is: who must or should do what",
        duties_html(decision, sources),
        el("p", NOT_NAMED, css="measure") if open_ else NOTHING,
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


def others_html(
    decision: Decision, others: Iterable[Partnership], sources: Sources
) -> tuple[Html, Html]:
    """Return the own authority and those that the reader named, each with what it has to do,
    and the slips of the marks there. Nothing where the reader named none.

    ``others`` are the policies of those.
    """
    if not decision.others:
        return NOTHING, NOTHING
    kept = {
        one.id: Sources(sources.national, one, sources.base, f"src-{one.id}")
        for one in others
    }
    own = dict.fromkeys(duty.who for duty in decision.duties if duty.here)
    rows = [pair(who, does) for who in own for does in [_does(decision, who)] if does]
    rows += [
        _other(one, decision, kept.get(one.protocol, sources))
        for one in decision.others
    ]
    title = "Which authority does what"
    told = section(title, pairs(rows, {"data-others": True}), part="others")
    return told, every(one.slips() for one in kept.values())


def _does(decision: Decision, who: str) -> str:
    """Return what an authority must or should do, as a sentence without it."""
    duties = [
        f"{duty.strength} {duty.do}{f', {duty.only_if}' if duty.only_if else ''}"
        for duty in decision.duties
        if duty.who == who and duty.strength != "required"
    ]
    return f"{capital('; '.join(duties))}." if duties else ""


def _other(one: OtherHere, decision: Decision, sources: Sources) -> Html:
    """Return one of them: how it comes in, its partnership, and whom to tell there."""
    href = f"{sources.base}{one.folder}"
    name = el("a", one.authority, href=href) if one.folder else capital(one.authority)
    own = f"Its partnership: {one.partnership}." if one.partnership else one.not_read
    does = _does(decision, one.authority)
    return pair(
        joined(name, f", {one.role}"),
        f"{does} " if does else "",
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
