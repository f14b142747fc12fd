"""What a local rule asks for and why, in one way on every page that shows the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.outcomes.rule_rows import who as national_who
from handbook.pages.statements import marked
from rapidreview.check import owes
from rapidreview.say import Nouns, limit_words
from rapidreview.show import due, silent

if TYPE_CHECKING:
    from rapidreview.model import LocalDuty, LocalRule, Partnership
    from rapidreview.show import Sources


def local_duties(rule: LocalRule, partnership: Partnership, sources: Sources) -> str:
    """Return the rule's duties as a list: who, how strongly, what, to whom, by when."""
    items = [_duty(one, partnership, sources) for one in rule.duties]
    return bullets(items, "ticks") if items else ""


def local_reasons(rule: LocalRule, sources: Sources) -> str:
    """Return the rule's own reasons as a list."""
    items = [marked(one.says, one.source, sources) for one in rule.because]
    return bullets(items, "ticks") if items else ""


def _duty(duty: LocalDuty, partnership: Partnership, sources: Sources) -> str:
    labels = {actor.id: actor.label for actor in partnership.actors}
    name = labels.get(duty.actor) or (
        "whoever leads" if duty.who == "lead" else national_who(duty.who, {})
    )
    start = "".join(owes(name, duty.strength))
    to = f" To: {duty.to}." if duty.to else ""
    text = f"{start[:1].upper()}{start[1:]} {duty.do}.{to}"
    return marked(text, duty.source, sources, duty.status, duty.reason) + _limit(
        duty, partnership, sources
    )


def _limit(duty: LocalDuty, partnership: Partnership, sources: Sources) -> str:
    own = {one.id: one for one in (*sources.national.deadlines, *partnership.deadlines)}
    found = own.get(duty.deadline)
    if found is None:
        return ""
    words = limit_words(found, Nouns(sources.national, partnership))
    return " " + (due(words) if words else silent("No time limit given"))
