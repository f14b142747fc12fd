"""Every duty of an answer: who owes it, what it is, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import nowrap_last, standing_tag, status_tag
from rapidreview.show.narrower import narrower_html
from rapidreview.show.parts import capital, head

if TYPE_CHECKING:
    from rapidreview.check import Decision, DutyHere
    from rapidreview.show.sources import Sources


def duties_html(decision: Decision, sources: Sources) -> Html:
    """Return the duties as a table; nothing where nobody owes one."""
    if not decision.duties:
        return NOTHING
    acts = [item.id for item in decision.duties]
    # Where several bodies owe one act, narrower words stand beside the first.
    rows = (
        _row(
            duty,
            narrower_html(decision.narrower, duty.id, sources)
            if acts.index(duty.id) == number
            else NOTHING,
            sources,
        )
        for number, duty in enumerate(decision.duties)
    )
    heads = head("Who", "What", "To or with whom")
    return el("table", heads, el("tbody", *rows), css="stack", data_duties=True)


def _row(duty: DutyHere, narrower: Html, sources: Sources) -> Html:
    start, word, end = owes(duty.who, duty.strength)
    only = f" Only {duty.only_if}." if duty.only_if else ""
    what = joined(
        nowrap_last(
            f"{capital(duty.do)}.{only}",
            sources.mark(duty.basis, duty.status, duty.reason),
        ),
        " ",
        standing_tag(duty.standing),
        status_tag(duty.status),
        narrower,
    )
    return el(
        "tr",
        el("td", capital(start), el("b", word), end, data_label="Who"),
        el("td", what, data_label="What"),
        el(
            "td",
            capital(duty.to) if duty.to else "Nobody is named",
            data_label="To or with whom",
        ),
    )
