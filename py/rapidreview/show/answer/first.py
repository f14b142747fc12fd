"""The first screen of an answer: what it is, then you, to whom, by when; and whose duty it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.show.answer.contacts import ways_html
from rapidreview.show.answer.limits import NO_TIME, limit_html
from rapidreview.show.answer.lines import big_with, line
from rapidreview.show.answer.outcome import outcome_of
from rapidreview.show.answer.talk import talk_lines
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import nowrap_last, silent, status_tag
from rapidreview.show.parts import big, capital, lower, not_read_html

if TYPE_CHECKING:
    from rapidreview.check import Decision, DutyHere, FirstHere
    from rapidreview.model import Outcome
    from rapidreview.show.record import Record
    from rapidreview.show.sources import Sources

SIGNS = {
    "must": el("circle", cx=24, cy=24, r=20)
    + el("path", d="M13.5 24h20M25.5 15.5L34 24l-8.5 8.5"),
    "dec": el("path", d="M24 3l21 21-21 21L3 24z")
    + el("path", d="M19 20c.3-3 2.3-4.6 5.1-4.6 2.9 0 5 1.7 5 4.4 0 3.800-4.800 3.900-4.800 8M24.300 33.200h.1"),
    "way": el("path", d="M10 42V30c0-6 4-9 9-9h18M29 12l9 9-9 9M10 6v10"),
}  # fmt: skip
"""The drawing beside an answer: somebody must act, it has to be decided, or another way leads on."""


def kind_of(outcome: Outcome) -> tuple[str, str]:
    """Return the sign of an outcome, and the end of its block's class: only must is petrol."""
    if outcome.judged:
        return "dec", "-judged"
    return ("must", "") if outcome.must else ("way", "-plain")


def heading_of(decision: Decision) -> tuple[str, str]:
    """Return the heading of an answer and the sentence under it.

    Where another route leads, they are the rule's, because it names that route.
    """
    if decision.routes_on:
        return decision.rule_title, decision.rule_says
    return decision.title, decision.says


def top_html(record: Record, sources: Sources) -> Html:
    """Return the first screen: the answer, then who asks does what, to whom, by when."""
    decision, first = record.decision, record.first
    outcome = outcome_of(decision, sources)
    sign, kind = kind_of(outcome)
    drawn = el(
        "g",
        SIGNS[sign],
        fill="none",
        stroke="currentColor",
        stroke_width="3.5",
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    rules = f"under the {record.partnership.name} protocol"
    if decision.not_read:
        rules = "by the national rules"
    heading, says = heading_of(decision)
    title = el(
        "div",
        el("p", f"Answer for {record.place}, {rules}", css="ans-kicker"),
        el("h1", heading, id="res", tabindex="-1"),
        el("p", says, css="ans-says"),
    )
    svg = el("svg", drawn, viewBox="0 0 48 48", aria_hidden="true")
    lines = joined(
        _first(record, first, sources) if first else NOTHING,
        _whose(record, first, outcome, sources),
        talk_lines(record, sources),
    )
    return joined(
        el("div", svg, title, css=f"ans ans{kind}" if kind else "ans"),
        el("dl", lines, css=f"act act{kind}" if kind else "act"),
        not_read_html(decision.not_read, sources.base),
        el("p", el("a", "Change an answer", href="#mine"), css="act-change"),
    )


def _first(record: Record, first: FirstHere, sources: Sources) -> Html:
    """Return the three lines: you, to whom, by when."""
    only = el("small", f"Only {first.only_if}.") if first.only_if else NOTHING
    mark = sources.mark(first.source, first.status, first.reason)
    return joined(
        line("You", big_with(capital(first.do), mark), only, name="you"),
        line("To", _to(first), name="to"),
        line("By", _by(record, first), name="by"),
    )


def _to(first: FirstHere) -> Html:
    reached = every(el("p", ways_html(one)) for one in first.contacts)
    if first.addressed:
        return reached
    words, _, rest = capital(first.to).partition(". ")
    none = silent("The protocol gives no address for it.") if first.silent else ""
    here = [one for one in first.contacts if one.email or one.phone]
    return joined(
        big(words),
        el("small", f"{rest}.") if rest else NOTHING,
        el("small", none) if none else NOTHING,
        el("small", "And here: ", every(map(ways_html, here), ", ")) if here else "",
    )


def _by(record: Record, first: FirstHere) -> Html:
    if first.deadline:
        return limit_html(record, first.deadline)
    tag = status_tag(first.status) if first.by else NOTHING
    told = f"The protocol says: {first.limit}." if first.limit else ""
    return joined(
        big(first.by or first.limit or NO_TIME),
        tag,
        el("small", told) if told and first.by else NOTHING,
    )


def _whose(
    record: Record, first: FirstHere | None, outcome: Outcome, sources: Sources
) -> Html:
    """Return whose duty the notification is and by when, or who leads where there is none."""
    decision = record.decision
    if outcome.contradiction or decision.talk is not None:
        return NOTHING
    duty = _notifying(decision)
    if not outcome.duty or duty is None:
        leads = first.leads if first and first.leads else decision.leads
        return line("Leads", big(capital(leads)), name="leads")
    if first is not None and first.duty and first.do == duty.do:
        return NOTHING
    start, word, end = owes(duty.who, duty.strength)
    only = f", {duty.only_if}" if duty.only_if else ""
    words = joined(
        capital(start),
        el("b", word),
        nowrap_last(f"{end} {lower(duty.do)}{only}.", sources.mark(duty.basis)),
    )
    if outcome.elsewhere:
        told = el("small", "Its own time runs from when it knew.")
        return line("Then", words, told, name="duty")
    times = limit_html(record, duty.deadline, briefly=True)
    return line("Then", words, " ", times, name="duty")


def _notifying(decision: Decision) -> DutyHere | None:
    """Return the duty with a limit that weighs most: in law before in guidance."""
    timed = [one for one in decision.duties if one.deadline]
    in_law = [one for one in timed if one.standing == "law"]
    return next(iter([*in_law, *timed]), None)
