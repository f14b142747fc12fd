"""What a local rule asks for and why, in one way on every page that shows the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.outcomes.rule_rows import who as national_who
from handbook.pages.statements import marked
from rapidreview.check import owes
from rapidreview.say import limit_words
from rapidreview.show import NOTHING, Html, due, joined, silent

if TYPE_CHECKING:
    from rapidreview.model import LocalDuty, LocalRule, Protocol
    from rapidreview.show import Sources


def local_duties(rule: LocalRule, protocol: Protocol, sources: Sources) -> Html:
    """Return the rule's duties as a list: who, how strongly, what, to whom, by when."""
    items = [_duty(one, protocol, sources) for one in rule.duties]
    return bullets(items, "ticks") if items else NOTHING


def local_reasons(rule: LocalRule, sources: Sources) -> Html:
    """Return the rule's own reasons as a list."""
    items = [marked(one.says, one.source, sources) for one in rule.because]
    return bullets(items, "ticks") if items else NOTHING


def _duty(duty: LocalDuty, protocol: Protocol, sources: Sources) -> Html:
    name = protocol.label(duty.actor) or (
        "whoever leads"
        if duty.who == "lead"
        else national_who(protocol.national.jurisdiction, duty.who, {})
    )
    start = "".join(owes(name, duty.strength))
    to = f" To: {duty.to}." if duty.to else ""
    words = f"{start[:1].upper()}{start[1:]} {duty.do}.{to}"
    told = marked(words, duty.source, sources, duty.status, duty.reason)
    return told + _limit(duty, protocol)


def _limit(duty: LocalDuty, protocol: Protocol) -> Html:
    found = protocol.deadlines.get(duty.deadline)
    if found is None:
        return NOTHING
    words = limit_words(found, protocol.nouns)
    return joined(" ", due(words) if words else silent("No time limit given"))
