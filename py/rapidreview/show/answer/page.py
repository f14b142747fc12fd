"""The checker's answer as a page shows it: the answer first, then everything behind it.

The order is: who does what, to whom and by when; what a discussion or another route needs;
what happens next here; then folded why, what would settle or change it, whose job it is and
what runs at the same time; and a record of it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show.answer.changes import changes_html, settles_html
from rapidreview.show.answer.first import top_html
from rapidreview.show.answer.next_here import clocks_html, next_html
from rapidreview.show.answer.outcome import about_whose_job
from rapidreview.show.answer.talk import ask_html, settled_by_html
from rapidreview.show.answer.whose import flag_html, others_html, whose_html
from rapidreview.show.answer.why import why_html
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import icon, verify_tag
from rapidreview.show.parts import button, capital, fold, pairs, section, ticks, way
from rapidreview.show.record import Record, record_html

if TYPE_CHECKING:
    from rapidreview.check import Decision
    from rapidreview.model import Partnership
    from rapidreview.show.sources import Sources


TO_VERIFY = "to-verify"


def answer_html(
    record: Record, sources: Sources, others: tuple[Partnership, ...] = ()
) -> Html:
    """Return the whole answer that ``record`` holds.

    ``others`` are the policies of the authorities that the reader named.
    """
    decision = record.decision
    top = top_html(record, sources)
    both, slips = others_html(decision, others, sources)
    folded = el(
        "div",
        why_html(decision, sources),
        settles_html(decision, record.asked),
        changes_html(decision),
        whose_html(decision, sources),
        clocks_html(record, sources),
        NOTHING if decision.routes_on else _routes(decision),
        _flags(decision, sources),
        css="fold-all",
    )
    main = el(
        "div",
        top,
        _routes(decision) if decision.routes_on else NOTHING,
        ask_html(decision),
        settled_by_html(decision),
        both,
        next_html(record, sources),
        folded,
        _record(decision, sources),
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
    if not decision.routes_on:
        return fold("Other routes from here", ticks(decision.routes))
    if len(decision.routes) == 1:
        return NOTHING
    return section("The routes from here", ticks(decision.routes), part="routes")


def _flags(decision: Decision, sources: Sources) -> Html:
    whose = about_whose_job(sources)
    flags = [flag_html(one, sources) for one in decision.flags if one.id not in whose]
    if not flags:
        return NOTHING
    return fold("What runs at the same time", pairs(flags), part="parallel")


def _unread(decision: Decision) -> Html:
    """Return what of the answer rests on texts that could not be read, told once."""
    parts = [
        *([decision.rule_title] if decision.evidence == TO_VERIFY else []),
        *(one.do for one in decision.duties if one.evidence == TO_VERIFY),
        *(
            f"why it matters that {one.said}"
            for one in decision.because
            if one.evidence == TO_VERIFY
        ),
        *(one.title for one in decision.flags if one.evidence == TO_VERIFY),
    ]
    if not parts:
        return NOTHING
    told = "; ".join(dict.fromkeys(map(capital, parts)))
    words = f" The texts behind these could not be read for this handbook: {told}."
    return el("p", verify_tag(TO_VERIFY), words, css="small mut", data_unread=True)


def _record(decision: Decision, sources: Sources) -> Html:
    base = sources.base
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
        _unread(decision),
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
    decision, dated_by = record.decision, sources.national.notifiability.dated_by
    readers = {one.id: one.label for one in sources.national.routes.readers}
    mine = record.first.reader if record.first else ""
    rows = [
        ("partnership", "Local authority", record.place),
        *([("reader", "Who you are", readers[mine])] if mine in readers else []),
        *((one.id, one.ask, record.chosen(one)) for one in record.asked),
        *(
            (one.id, capital(one.role), capital(one.authority))
            for one in decision.others
        ),
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
