"""The discussion on whether to notify: its times, what to ask, what settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import OPEN
from rapidreview.show.answer.limits import limit_html
from rapidreview.show.answer.lines import line
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import nowrap_last, silent, status_tag
from rapidreview.show.parts import big, capital, lower, pair, pairs, section, ticks

if TYPE_CHECKING:
    from rapidreview.check import Decision
    from rapidreview.show.record import Record
    from rapidreview.show.sources import Sources


def talk_lines(record: Record, sources: Sources) -> Html:
    """Return when they talk, by when they notify if the answer is yes, and what holds if
    they cannot agree; nothing where nothing is discussed."""
    talk = record.decision.talk
    if talk is None:
        return NOTHING
    mark = sources.mark(talk.source, talk.status, talk.reason)
    words = big(talk.limit) if talk.limit else silent("The protocol does not say when")
    who = talk.who or "The safeguarding partners"
    dispute = NOTHING
    if talk.dispute is not None:
        own = sources.mark(talk.dispute.source)
        dispute = joined(
            " The protocol has a step for it: ",
            nowrap_last(f"{lower(talk.dispute.title)}.", own),
        )
    return joined(
        line(
            "Talk",
            words,
            status_tag(talk.status),
            el("small", nowrap_last(f"{who}.", mark)),
            name="talk",
        ),
        line("If yes", limit_html(record, talk.deadline, briefly=True), name="if-yes"),
        line(
            "If they cannot agree",
            nowrap_last(talk.cannot_agree, sources.mark(talk.cannot_agree_source)),
            dispute,
            name="disagree",
        ),
    )


def ask_html(decision: Decision) -> Html:
    """Return what to ask in the discussion, as the handbook suggests it."""
    if decision.talk is None or not decision.talk.ask:
        return NOTHING
    return section(
        "What to ask in the discussion",
        ticks(decision.talk.ask),
        el("p", "The handbook’s own questions, from no protocol.", css="small mut"),
        part="ask",
    )


def settled_by_html(decision: Decision) -> Html:
    """Return what the answer becomes when what the partners discuss is settled."""
    if decision.talk is None:
        return NOTHING
    found = [
        pair(capital(one.says), f"{one.title}.")
        for one in decision.would_change
        if settles_one(decision, tuple(one.changes))
    ]
    return (
        section("What would settle it", pairs(found), part="settles")
        if found
        else NOTHING
    )


def settles_one(decision: Decision, changed: tuple[str, ...]) -> bool:
    """Return whether every one of the ``changed`` questions was answered “not sure”."""
    return all(decision.answers[name] == OPEN for name in changed)
