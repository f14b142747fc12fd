"""The checker's answer as a page shows it: the answer first, then everything behind it.

The order is: the answer, why, what would settle or change it, what is not asked, whose
job it is, what to do here, what runs at the same time, and a record of it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show.answer.changes import changes_html, settles_html
from rapidreview.show.answer.first import top_html
from rapidreview.show.answer.next_here import next_html
from rapidreview.show.answer.outcome import about_whose_job
from rapidreview.show.answer.whose import flag_html, whose_html
from rapidreview.show.answer.why import why_html
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import icon
from rapidreview.show.parts import button, pairs, section, ticks, way
from rapidreview.show.record import Record, record_html

if TYPE_CHECKING:
    from rapidreview.check import Decision
    from rapidreview.model import Partnership
    from rapidreview.show.sources import Sources


def answer_html(
    record: Record, area: str, others: tuple[Partnership, ...], sources: Sources
) -> Html:
    """Return the whole answer that ``record`` holds.

    ``area`` is the id of the reader's area or "", ``others`` the partnerships among
    whose areas another authority may be.
    """
    decision = record.decision
    top = top_html(record, sources)
    whose, slips = whose_html(decision, record.partnership, area, others, sources)
    main = el(
        "div",
        top,
        why_html(decision, sources),
        settles_html(decision, record.asked),
        changes_html(decision),
        whose,
        next_html(record, sources),
        _routes(decision),
        _flags(decision, sources),
        _record(decision, sources.base),
    )
    return joined(
        el("div", main, _mine(record, sources), css="page-aside", data_answer=True),
        _sheet(record, sources),
        sources.slips(),
        slips,
    )


def _routes(decision: Decision) -> Html:
    if not decision.routes:
        return NOTHING
    return section("Other routes from here", ticks(decision.routes))


def _flags(decision: Decision, sources: Sources) -> Html:
    whose = about_whose_job(sources)
    flags = [flag_html(one, sources) for one in decision.flags if one.id not in whose]
    if not flags:
        return NOTHING
    return section("What runs at the same time", pairs(flags), part="parallel")


def _record(decision: Decision, base: str) -> Html:
    kept = (
        " Nothing you chose has left this device. It goes when you clear or close this page. "
        "The printed answer and the record list the rules and editions used."
    )
    outcome = f"{base}outcomes/{decision.outcome}/"
    return section(
        "Keep a record",
        el(
            "div",
            button("Print or save this answer", "print", ("data-take", "print")),
            button("Blank decision record", "record", ("data-record", "open")),
            button("Clear everything", "cross", ("data-take", "clear")),
            css="take",
        ),
        el("p", icon("lock"), kept, css="small mut"),
        el(
            "p",
            way("Everything about this answer", outcome),
            " ",
            way("All outcomes", f"{base}outcomes/"),
        ),
        css="sec paper-never",
        part="record",
    )


def _sheet(record: Record, sources: Sources) -> Html:
    """Return the record, hidden until the reader opens it."""
    buttons = el(
        "div",
        button("Print this record", "print", ("data-take", "print"), "btn btn-main"),
        button("Save it as a file", "record", ("data-take", "record")),
        button("Back to the answer", "back", ("data-record", "close")),
        css="take paper-never",
    )
    return el(
        "div",
        record_html(record, sources),
        buttons,
        css="record",
        data_sheet=True,
        hidden=True,
    )


def _mine(record: Record, sources: Sources) -> Html:
    """Return what the reader answered, each with a way to change it."""
    dated_by = sources.national.notifiability.dated_by
    rows = [
        ("partnership", "Local authority", record.place),
        *((one.id, one.ask, record.chosen(one)) for one in record.asked),
        (dated_by, "Authority became aware", record.aware or "Not given"),
    ]
    title = "Your answers"
    answers = el("dl", *(_row(*row) for row in rows))
    return el(
        "aside",
        el("section", el("h2", title), answers),
        css="aside aside-mine",
        id="mine",
        aria_label=title,
    )


def _row(field: str, name: str, value: str) -> Html:
    words = joined("Change", el("span", f": {name}", css="vh"))
    change = el("button", words, type="button", css="aside-link", data_change=field)
    return el(
        "div", el("dt", name), el("dd", value), el("dd", change, css="aside-change")
    )
