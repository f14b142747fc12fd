"""The checker's answer as a page shows it: the answer first, then everything behind it.

The order is: the answer, why, what would settle or change it, what is not asked, whose
job it is, what to do here, what runs at the same time, and a record of it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.say import iso, listed, long_date
from rapidreview.show.answer_changes import changes_html, settles_html
from rapidreview.show.answer_next import (
    BORDERS,
    flag_html,
    limits,
    next_html,
    whose_html,
)
from rapidreview.show.guesses import due_tags
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import (
    STANDINGS,
    icon,
    nowrap_last,
    standing_tag,
    status_tag,
    tag,
    time_element,
    verify_tag,
)
from rapidreview.show.marks import (
    due as due_chip,
)
from rapidreview.show.parts import (
    big,
    button,
    capital,
    head,
    pair,
    pairs,
    section,
    ticks,
    way,
)
from rapidreview.show.record import Record, record_html

if TYPE_CHECKING:
    from rapidreview.check import Because, Decision, DutyHere, Nationally
    from rapidreview.check.decision import LocalHere
    from rapidreview.dates import Due
    from rapidreview.model import Partnership
    from rapidreview.say import Moment
    from rapidreview.show.sources import Sources

SIGNS = {
    "must": el("circle", cx=24, cy=24, r=20)
    + el("path", d="M13.5 24h20M25.5 15.5L34 24l-8.5 8.5"),
    "dec": el("path", d="M24 3l21 21-21 21L3 24z")
    + el("path", d="M19 20c.3-3 2.3-4.6 5.1-4.6 2.9 0 5 1.7 5 4.4 0 3.800-4.800 3.900-4.800 8M24.300 33.200h.1"),
}  # fmt: skip
"""The drawing beside an answer: somebody must act, or it has to be decided."""
BROWN = ("discuss", "ask-again")
"""The outcomes that ask for judgement; all others say who acts."""


def answer_html(
    record: Record, area: str, others: tuple[Partnership, ...], sources: Sources
) -> Html:
    """Return the whole answer that ``record`` holds.

    ``area`` is the id of the reader's area or "", ``others`` the partnerships among
    whose areas another authority may be.
    """
    decision = record.decision
    top = _top(record, sources)
    whose, slips = whose_html(decision, record.partnership, area, others, sources)
    main = el(
        "div",
        top,
        _why(decision, sources),
        settles_html(decision, record.asked),
        changes_html(decision),
        whose,
        next_html(record, sources),
        _routes(decision),
        _flags(decision, sources),
        _record(decision, sources.base),
    )
    return joined(
        el("div", main, _mine(record), css="withaside", data_answer=True),
        _sheet(record, sources),
        sources.slips(),
        slips,
    )


def _top(record: Record, sources: Sources) -> Html:
    """Return the answer itself: who has to do what, and by when."""
    decision = record.decision
    brown = decision.outcome in BROWN
    css = " dec" if brown else ""
    sign = el(
        "g",
        SIGNS["dec" if brown else "must"],
        fill="none",
        stroke="currentColor",
        stroke_width="3.5",
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    whose = f"Answer for {record.place}, under the {record.partnership.name} protocol"
    title = el(
        "div",
        el("p", whose, css="k"),
        el("h1", decision.title, id="res", tabindex="-1"),
        el("p", decision.says, css="sub"),
    )
    drawn = el("svg", sign, viewBox="0 0 48 48", aria_hidden="true")
    return joined(
        el("div", drawn, title, css=f"ans{css}"),
        el(
            "dl",
            _named("By when", _when(record, sources)),
            _named("Who leads", big(capital(decision.leads))),
            _what(decision, sources),
            css=f"act{css}",
        ),
        el("p", el("a", "Change an answer", href="#mine"), css="tochange"),
    )


def _named(name: str, *words: str, css: str = "") -> Html:
    return el("div", el("dt", name), el("dd", *words), css=css)


def _when(record: Record, sources: Sources) -> Html:
    decision = record.decision
    dated = [item for item in record.dates if item.latest is not None]
    if decision.outcome == "another-authority":
        return _at_once(
            "Today",
            "Tell the other authority, in writing. Its own time runs from when it knew.",
        )
    if dated:
        return _first_date(dated[0])
    if decision.starts:
        clocks = limits(decision.starts, record.partnership, sources)[:2]
        return joined(
            *(
                el("p", due_chip(words) if words else "", f" {item.what}", mark)
                for item, words, mark in clocks
            ),
            el(
                "p",
                "Enter when the authority became aware to see the dates.",
                css="small mut",
            ),
        )
    if decision.outcome == "ask-again":
        return _at_once("Now", "Change one of the two answers, then ask again.")
    return _at_once("Today", "Do not wait: tell whoever acts next.")


def _at_once(when: str, what: str) -> Html:
    return joined(big(when), el("small", what))


def _first_date(due: Due) -> Html:
    """Return the dates of the first deadline: when to aim for, where this is another, and the latest."""
    aim = NOTHING
    if due.aim_for != due.latest:
        aim = _date("Aim for", due.aim_for, due.aim_means)
    means = joined(due.latest_means, due_tags(due)[1], f" {due.cap}")
    return el("dl", aim, _date("Latest", due.latest, means), css="dates2")


def _date(name: str, moment: Moment | None, means: str) -> Html:
    if moment is None:
        return NOTHING
    day = time_element(iso(moment), long_date(moment))
    return joined(el("dt", name), el("dd", big(day), el("small", means)))


def _what(decision: Decision, sources: Sources) -> Html:
    if not decision.duties:
        return _named("What this means", decision.rule_says, css="w")
    duties = ticks(_duty(item, sources) for item in decision.duties)
    return _named("What has to be done", duties, css="w")


def _duty(duty: DutyHere, sources: Sources) -> Html:
    only = f" Only if {duty.only_if}." if duty.only_if else ""
    start = "".join(owes(duty.who, duty.strength))
    to = f" To: {duty.to}." if duty.to else ""
    words = f"{capital(start)} {_lower(duty.do)}.{to}{only}"
    return joined(
        nowrap_last(words, sources.mark(duty.basis, duty.status, duty.reason)),
        " ",
        standing_tag(duty.standing),
        status_tag(duty.status),
        verify_tag(duty.evidence),
    )


def _why(decision: Decision, sources: Sources) -> Html:
    reasons = _reasons("What the rule says", decision.because, sources)
    local = [
        _local(item, sources)
        for item in decision.local_rules
        if item.title != decision.rule_title
    ]
    return section(
        "Why",
        el(
            "p",
            f"{decision.rule_title}. {decision.rule_says} ",
            _rules(decision, sources.base),
            verify_tag(decision.evidence),
            css="measure",
        ),
        reasons,
        pairs(local) if local else NOTHING,
        _nationally(decision.nationally, sources),
        part="why",
    )


def _local(rule: LocalHere, sources: Sources) -> Html:
    says = nowrap_last(rule.says, sources.mark(rule.source))
    raises = " It raises the answer." if rule.raises else ""
    return pair(rule.title, says, " ", tag("local"), raises)


def _rules(decision: Decision, base: str) -> Html:
    """Return which rule gives the answer: the local one where it raises the national one's."""
    href = f"{base}outcomes/#{decision.rule.lower()}"
    national = el("a", decision.rule, href=href)
    raised = [one.id for one in decision.local_rules if one.raises]
    if not raised:
        return el("span", "Rule ", national, ".", css="small mut")
    words = f" Rule {listed(raised)} raises the answer of national rule "
    return el("span", tag("local"), words, national, ".", css="small mut")


def _nationally(here: Nationally | None, sources: Sources) -> Html:
    """Return what the national rules alone would answer, and why, where a local rule raised it."""
    if here is None:
        return NOTHING
    return joined(
        el("h3", f"What the national rules alone would answer: {here.kicker}"),
        el(
            "p",
            f"{here.rule_title}. {here.rule_says} The protocol’s own rule asks for more, "
            "and its answer counts here.",
            css="measure",
        ),
        _reasons("What the national rule says", here.because, sources),
    )


def _reasons(title: str, because: tuple[Because, ...], sources: Sources) -> Html:
    """Return what was answered, and what the rule says to it."""
    rows = every(_because(item, sources) for item in because)
    return el(
        "table", head("You answered", title), el("tbody", rows), css="stack because"
    )


def _because(item: Because, sources: Sources) -> Html:
    standing = (
        standing_tag(item.standing) if item.standing in STANDINGS else tag("handbook")
    )
    says = joined(
        nowrap_last(item.says, sources.mark(item.source)),
        " ",
        standing,
        verify_tag(item.evidence),
    )
    return el(
        "tr",
        el("td", capital(item.said), data_label="You answered"),
        el("td", says, data_label="What the rule says"),
    )


def _routes(decision: Decision) -> Html:
    if not decision.routes:
        return NOTHING
    return section("Other routes from here", ticks(decision.routes))


def _flags(decision: Decision, sources: Sources) -> Html:
    flags = [flag_html(one, sources) for one in decision.flags if one.id not in BORDERS]
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
        css="sec noprint",
        part="record",
    )


def _sheet(record: Record, sources: Sources) -> Html:
    """Return the record, hidden until the reader opens it."""
    buttons = el(
        "div",
        button("Print this record", "print", ("data-take", "print"), "btn main"),
        button("Save it as a file", "record", ("data-take", "record")),
        button("Back to the answer", "back", ("data-record", "close")),
        css="take noprint",
    )
    return el(
        "div",
        record_html(record, sources),
        buttons,
        css="record",
        data_sheet=True,
        hidden=True,
    )


def _mine(record: Record) -> Html:
    """Return what the reader answered, each with a way to change it."""
    rows = [
        ("partnership", "Local authority", record.place),
        *((one.id, one.ask, record.chosen(one)) for one in record.asked),
        ("la_aware", "Authority became aware", record.aware or "Not given"),
    ]
    title = "Your answers"
    answers = el("dl", *(_row(*row) for row in rows))
    return el(
        "aside",
        el("section", el("h2", title), answers),
        css="aside mine",
        id="mine",
        aria_label=title,
    )


def _row(field: str, name: str, value: str) -> Html:
    words = joined("Change", el("span", f": {name}", css="vh"))
    change = el("button", words, type="button", css="aslink", data_change=field)
    return el("div", el("dt", name), el("dd", value), el("dd", change, css="ch"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
