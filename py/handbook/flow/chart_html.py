"""Draws the flow as a nested list that style sheets turn into a chart.

There is no picture behind it and no script: a screen reader hears numbered steps,
a phone stacks them, paper prints them.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.flow.layout import Exit, Placed, every_placed, lay_out
from rapidreview.model import time_status
from rapidreview.say import Nouns, limit_words
from rapidreview.show import due, esc, has_guesses, icon, key_html, status_tag

if TYPE_CHECKING:
    from rapidreview.model import Deadline, Partnership, Step
    from rapidreview.show import Sources


def only_words(words: str) -> str:
    """Return when a step happens at all: "Only where the panel asks"."""
    if words[:5].lower() == "only ":
        return words
    lower = words[:1].isupper() and words[1:2] in " abcdefghijklmnopqrstuvwxyz"
    return f"Only {words[:1].lower() if lower else words[:1]}{words[1:]}"


class Chart:
    """One partnership's flow, laid out, with what each step needs to be drawn."""

    def __init__(self, partnership: Partnership, sources: Sources) -> None:
        self.partnership = partnership
        self.sources = sources
        self.spine = lay_out(partnership.steps, partnership.start)
        self.numbers = {item.step.id: item.number for item in every_placed(self.spine)}
        self.actors = {actor.id: actor for actor in partnership.actors}
        self.forms = {form.id: form.name for form in partnership.forms}
        self.stages = {stage.id: stage for stage in partnership.stages}
        self.nouns = Nouns(sources.national, partnership)
        self.limits: dict[str, list[Deadline]] = {}
        for deadline in partnership.deadlines:
            self.limits.setdefault(deadline.step, []).append(deadline)

    def html(self) -> str:
        """Return the whole chart: key, stages, steps and branches."""
        stages = "".join(
            self._stage(stage, tuple(items))
            for stage, items in groupby(self.spine, key=lambda item: item.step.stage)
        )
        return f'<div class="fl">\n{self._glance()}{stages}</div>\n'

    def counts(self) -> tuple[int, int, int]:
        """Return how many steps, decisions and parties the chart shows."""
        steps = [item.step for item in every_placed(self.spine)]
        decisions = sum(bool(step.ways) for step in steps)
        return len(steps) - decisions, decisions, len({step.actor for step in steps})

    def _limits(self, step: Step) -> list[tuple[str, str]]:
        """Return the limits of ``step`` in words, each once, and how its time was found."""
        limits = self.limits.get(step.id, [])
        told = ((limit_words(one, self.nouns), time_status(one)) for one in limits)
        return [pair for pair in dict.fromkeys(told) if pair[0]]

    def limits_of(self, step: Step) -> list[str]:
        """Return the limits of ``step`` as chips, with their tags."""
        return [due(words) + status_tag(status) for words, status in self._limits(step)]

    def _glance(self) -> str:
        steps, decisions, parties = self.counts()
        key = key_html() if has_guesses(self.partnership) else ""
        contents = "".join(
            f'<li><a href="#stage-{stage}">{esc(self.stages[stage].title)}</a>'
            + (
                f" <span>{esc(self.stages[stage].time)}</span>"
                if self.stages[stage].time
                else ""
            )
            + "</li>"
            for stage, _ in groupby(self.spine, key=lambda item: item.step.stage)
        )
        return (
            '<div class="fl-glance"><p class="fl-gh">At a glance</p>'
            f"<p>{steps} steps, {decisions} decisions, {parties} parties</p>"
            '<ul class="fl-key" role="list" aria-label="Key">'
            '<li><span class="fl-n" aria-hidden="true"><b>1</b></span>Step</li>'
            '<li class="fl-k-decision"><span class="fl-n" aria-hidden="true"><b>?</b></span>Decision</li>'
            f"<li>{icon('clock', 'fl-i')}Deadline</li><li>{icon('form', 'fl-i')}Form or document</li></ul>{key}"
            f'<p class="fl-gh">Stages</p><ul class="fl-toc" role="list">{contents}</ul></div>\n'
        )

    def _stage(self, stage_id: str, items: tuple[Placed, ...]) -> str:
        stage = self.stages[stage_id]
        time = f"<small>{esc(stage.time)}</small>" if stage.time else ""
        first = items[0].number
        again = "" if items[0] is self._first_of(stage_id) else f"-{first}"
        steps = "".join(self._step(item, held=self._must_hold(item)) for item in items)
        return (
            f'<section class="fl-stage"><h2 class="fl-h" id="stage-{stage_id}{again}">'
            f"{esc(stage.title)}{time}</h2>\n"
            f'<ol class="fl-ol" role="list">\n{steps}</ol></section>\n'
        )

    def _first_of(self, stage_id: str) -> Placed:
        return next(item for item in self.spine if item.step.stage == stage_id)

    def _must_hold(self, item: Placed) -> bool:
        """Return whether the branches beside a decision reach past the next decision.

        Then the spine waits for them, so that no branch seems to leave another step.
        """
        beside = [way for way in item.exits if way.goes != "on"]
        if not item.step.ways or not beside:
            return False
        following = self.spine[self.spine.index(item) + 1 :]
        tall = len(beside) + sum(1 for way in beside for _ in every_placed(way.nested))
        room = next(
            (place for place, other in enumerate(following, 1) if other.step.ways),
            len(following) + 1,
        )
        return tall > room

    def _step(self, item: Placed, *, held: bool = False) -> str:
        step = item.step
        kind = "decision" if step.ways else "end" if item.is_end else "do"
        if step.id == self.partnership.start:
            kind = "start"
        inner = self._card(step)
        branches = [way for way in item.exits if way.goes != "on"] if step.ways else []
        goes_on = next((way for way in item.exits if way.goes == "on"), None)
        if branches:
            alone = "" if goes_on else " fl-all"
            exits = "".join(self._exit(way) for way in branches)
            inner += f'<ul class="fl-exits{alone}" role="list">{exits}</ul>'
        if step.ways and goes_on:
            inner += (
                f'<p class="fl-main"><span class="fl-lab">{esc(goes_on.label)}</span>'
                f"<span>continue to {self._to(goes_on.to)}</span></p>"
            )
        if not step.ways and item.exits and not goes_on:
            inner += self._told(item.exits[0])
        if item.is_end:
            inner += '<p class="fl-endmark">End</p>'
        number = f'<span class="fl-n" aria-hidden="true"><b>{item.number}</b></span>'
        spoken = f'<span class="fl-vh">{"Decision" if step.ways else "Step"} {item.number}. </span>'
        if held:
            inner += '<span class="fl-clear"></span>'
        return f'<li class="fl-step fl-k-{kind}" id="step-{step.id}">{number}{spoken}{inner}</li>\n'

    def _card(self, step: Step) -> str:
        actor = self.actors[step.actor].label
        question = "fl-q" if step.ways else "fl-t"
        only = (
            f'<p class="fl-only">{esc(only_words(step.only))}</p>' if step.only else ""
        )
        detail = f'<p class="fl-d">{esc(step.detail)}</p>' if step.detail else ""
        forms = "".join(
            f'<p class="fl-doc">{icon("form", "fl-i")}<span>{esc(self.forms[form])}</span></p>'
            for form in step.forms
        )
        limits = "".join(
            f'<p class="fl-due">{icon("clock", "fl-i")}<span>{esc(words)}{status_tag(status)}</span></p>'
            for words, status in self._limits(step)
        )
        mark = self.sources.mark(step.source, step.status, step.reason)
        return (
            f'<div class="fl-card"><div class="fl-who"><span>{esc(actor)}{status_tag(step.status)}</span>'
            f"{mark}</div>"
            f'<p class="{question}">{esc(step.title)}</p>{only}{detail}{forms}{limits}</div>'
        )

    def _exit(self, way: Exit) -> str:
        label = f'<span class="fl-lab">{esc(way.label)}</span>' if way.label else ""
        if way.goes != "into":
            return f'<li class="fl-exit">{label}{self._told(way)}</li>'
        heading = (
            f'<p class="fl-sh">{esc(self.stages[way.nested[0].step.stage].title)}</p>'
        )
        steps = "".join(self._step(item) for item in way.nested)
        return f'<li class="fl-exit">{label}{heading}<ol class="fl-ol fl-sub" role="list">{steps}</ol></li>'

    def _told(self, way: Exit) -> str:
        words = "Back to" if way.goes == "back" else "Continue at"
        return (
            f'<p class="fl-goto">{icon("back" if way.goes == "back" else "ahead", "fl-i")}'
            f"<span>{words} {self._to(way.to)}</span></p>"
        )

    def _to(self, step_id: str) -> str:
        return f'<a href="#step-{step_id}">step {self.numbers[step_id]}</a>'
