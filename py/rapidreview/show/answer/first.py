"""The answer itself: what it is, by when, who leads, and what has to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.say import iso, long_date
from rapidreview.show.answer.next_here import limits
from rapidreview.show.answer.outcome import outcome_of
from rapidreview.show.guesses import due_tags
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import due as due_chip
from rapidreview.show.marks import (
    nowrap_last,
    standing_tag,
    status_tag,
    time_element,
    verify_tag,
)
from rapidreview.show.narrower import narrower_html
from rapidreview.show.parts import big, capital, not_read_html, ticks

if TYPE_CHECKING:
    from rapidreview.check import Decision, DutyHere
    from rapidreview.dates import Due
    from rapidreview.say import Moment
    from rapidreview.show.record import Record
    from rapidreview.show.sources import Sources

SIGNS = {
    "must": el("circle", cx=24, cy=24, r=20)
    + el("path", d="M13.5 24h20M25.5 15.5L34 24l-8.5 8.5"),
    "dec": el("path", d="M24 3l21 21-21 21L3 24z")
    + el("path", d="M19 20c.3-3 2.3-4.6 5.1-4.6 2.9 0 5 1.7 5 4.4 0 3.800-4.800 3.900-4.800 8M24.300 33.200h.1"),
}  # fmt: skip
"""The drawing beside an answer: somebody must act, or it has to be decided."""


def top_html(record: Record, sources: Sources) -> Html:
    """Return the answer itself: who has to do what, and by when."""
    decision = record.decision
    brown = outcome_of(decision, sources).judged
    kind = "-judged" if brown else ""
    sign = el(
        "g",
        SIGNS["dec" if brown else "must"],
        fill="none",
        stroke="currentColor",
        stroke_width="3.5",
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    rules = f"under the {record.partnership.name} protocol"
    if decision.not_read:
        rules = "by the national rules"
    whose = f"Answer for {record.place}, {rules}"
    title = el(
        "div",
        el("p", whose, css="ans-kicker"),
        el("h1", decision.title, id="res", tabindex="-1"),
        el("p", decision.says, css="ans-says"),
    )
    drawn = el("svg", sign, viewBox="0 0 48 48", aria_hidden="true")
    return joined(
        el("div", drawn, title, css=f"ans ans{kind}" if brown else "ans"),
        not_read_html(decision.not_read, sources.base),
        el(
            "dl",
            _named("By when", _when(record, sources)),
            _named("Who leads", big(capital(decision.leads))),
            _what(decision, sources),
            css=f"act act{kind}" if brown else "act",
        ),
        el("p", el("a", "Change an answer", href="#mine"), css="act-change"),
    )


def _named(name: str, *words: str, css: str = "") -> Html:
    return el("div", el("dt", name), el("dd", *words), css=css)


def _when(record: Record, sources: Sources) -> Html:
    decision = record.decision
    dated = [item for item in record.dates if item.latest is not None]
    outcome = outcome_of(decision, sources)
    if outcome.elsewhere:
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
    if outcome.contradiction:
        return _at_once("Now", "Change one of the two answers, then ask again.")
    return _at_once("Today", "Do not wait: tell whoever acts next.")


def _at_once(when: str, what: str) -> Html:
    return joined(big(when), el("small", what))


def _first_date(due: Due) -> Html:
    """Return the dates of the first deadline: when to aim for, where this is another, and the latest."""
    aim = NOTHING
    if due.aim_for != due.latest:
        aim = _date("Aim for", due.aim_for, due.aim_means)
    more = "".join(f" {part}" for part in (due.limits, due.cap, *due.otherwise) if part)
    means = joined(due.latest_means, due_tags(due)[1], more)
    return el("dl", aim, _date("Latest", due.latest, means), css="act-dates")


def _date(name: str, moment: Moment | None, means: str) -> Html:
    if moment is None:
        return NOTHING
    day = time_element(iso(moment), long_date(moment))
    return joined(el("dt", name), el("dd", big(day), el("small", means)))


def _what(decision: Decision, sources: Sources) -> Html:
    if not decision.duties:
        return _named("What this means", decision.rule_says, css="act-wide")
    acts = [item.id for item in decision.duties]
    # Where several bodies owe one act, narrower words stand beside the first.
    first = {act: acts.index(act) for act in acts}
    duties = ticks(
        _duty(item, sources)
        + (
            narrower_html(decision.narrower, item.id, sources)
            if first[item.id] == number
            else NOTHING
        )
        for number, item in enumerate(decision.duties)
    )
    return _named("What has to be done", duties, css="act-wide")


def _duty(duty: DutyHere, sources: Sources) -> Html:
    only = f" Only {duty.only_if}." if duty.only_if else ""
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


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
