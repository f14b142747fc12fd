"""Draws the flow as a nested list that style sheets turn into a chart.

There is no picture behind it and no script: a screen reader hears numbered steps,
a phone stacks them, paper prints them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import only_words
from handbook.flow.deciding import deciding_html
from handbook.flow.layout import Exit, Placed, every_placed
from rapidreview.say import NOT_READ, counted
from rapidreview.show import (
    NOTHING,
    due,
    el,
    every,
    has_guesses,
    icon,
    joined,
    key_html,
    status_tag,
)

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from rapidreview.model import Id, Step
    from rapidreview.model.steps import Stage
    from rapidreview.show import Html, Sources


def chart_html(chart: Chart, sources: Sources) -> Html:
    """Return the whole chart: key, stages, steps and branches; marks go to ``sources``."""
    return _Drawing(chart, sources).whole()


def limit_chips(chart: Chart, step: Step) -> list[Html]:
    """Return the limits of ``step`` as chips, with their tags."""
    return [
        joined(due(words), status_tag(status))
        for words, status in chart.limits_in_words(step)
    ]


class _Drawing:
    """One chart being drawn for one page."""

    def __init__(self, chart: Chart, sources: Sources) -> None:
        self.chart = chart
        self.protocol = chart.protocol
        self.sources = sources

    def whole(self) -> Html:
        stages = every(self._stage(*one) for one in self.chart.stages())
        waiting = every(map(self._waiting, self.chart.waiting()))
        return el("div", self._glance(), stages, waiting, css="fl")

    def _waiting(self, stage: Stage) -> Html:
        """Return a stage of a draft whose steps were not read yet."""
        title = el("h2", stage.title, css="fl-h", id=f"stage-{stage.id}")
        return el("section", title, el("p", NOT_READ, css="mut"), css="fl-stage")

    def _glance(self) -> Html:
        steps, decisions, parties = self.chart.counts()
        key = key_html() if has_guesses(self.protocol.partnership) else NOTHING
        starts = self.chart.starts
        ways_in = el(
            "ul",
            *(
                el("li", self._to(one), ": ", self.protocol.steps[one].title)
                for one in starts
            ),
            css="fl-toc",
            role="list",
        )
        contents = every(map(_contents, dict(self.chart.stages())))
        signs = el(
            "ul",
            el("li", _sign("1"), "Step"),
            el("li", _sign("?"), "Decision", css="fl-k-decision"),
            el("li", icon("clock", "fl-i"), "Deadline"),
            el("li", icon("form", "fl-i"), "Form or document"),
            css="fl-key",
            role="list",
            aria_label="Key",
        )
        who = "1 party" if parties == 1 else f"{parties} parties"
        counts = f"{counted(steps, 'step')}, {counted(decisions, 'decision')}, {who}"
        return el(
            "div",
            el("p", "At a glance", css="fl-gh"),
            el("p", counts),
            signs,
            key,
            joined(el("p", "Ways in", css="fl-gh"), ways_in) if starts[1:] else NOTHING,
            el("p", "Stages", css="fl-gh"),
            el("ul", contents, css="fl-toc", role="list"),
            css="fl-glance",
        )

    def _stage(self, stage: Stage, items: tuple[Placed, ...]) -> Html:
        time = el("small", stage.time) if stage.time else NOTHING
        again = "" if items[0] is self._first_of(stage) else f"-{items[0].number}"
        steps = every(self._step(item, held=self._must_hold(item)) for item in items)
        title = el("h2", stage.title, time, css="fl-h", id=f"stage-{stage.id}{again}")
        listed = el("ol", steps, css="fl-ol", role="list")
        return el("section", title, listed, css="fl-stage")

    def _first_of(self, stage: Stage) -> Placed:
        return next(items[0] for one, items in self.chart.stages() if one is stage)

    def _must_hold(self, item: Placed) -> bool:
        """Return whether the branches beside a decision reach past the next decision.

        Then the spine waits for them, so that no branch seems to leave another step.
        """
        beside = item.beside
        if not item.step.ways or not beside:
            return False
        spine = self.chart.spine
        following = spine[spine.index(item) + 1 :]
        tall = len(beside) + sum(1 for way in beside for _ in every_placed(way.nested))
        room = next(
            (place for place, other in enumerate(following, 1) if other.step.ways),
            len(following) + 1,
        )
        return tall > room

    def _step(self, item: Placed, *, held: bool = False) -> Html:
        step = item.step
        kind = "decision" if step.ways else "end" if item.is_end else "do"
        if step.id in self.chart.starts:
            kind = "start"
        # after the end of one way in, the list goes on with another: no line joins them
        stops = item.goes_on is None and item in self.chart.spine[:-1]
        spoken = f"{'Decision' if step.ways else 'Step'} {item.number}. "
        return el(
            "li",
            _sign(item.number),
            el("span", spoken, css="fl-vh"),
            self._card(step),
            self._ways(item),
            el("p", "End", css="fl-endmark") if item.is_end else NOTHING,
            el("span", css="fl-clear") if held else NOTHING,
            css=f"fl-step fl-k-{kind}" + (" fl-stop" if stops else ""),
            id=f"step-{step.id}",
        )

    def _ways(self, item: Placed) -> Html:
        """Return the ways on from a step, but for the one that the list shows by itself."""
        goes_on = item.goes_on
        if not item.step.ways:
            alone = [way for way in item.exits if not way.aside]
            drawn = self._elsewhere(alone[0]) if alone and goes_on is None else NOTHING
            aside = [self._exit(way) for way in item.exits if way.aside]
            if aside:
                drawn += el("ul", *aside, css="fl-exits fl-all", role="list")
            return drawn
        drawn = NOTHING
        if item.beside:
            css = "fl-exits" if goes_on else "fl-exits fl-all"
            drawn += el("ul", *map(self._exit, item.beside), css=css, role="list")
        if goes_on:
            drawn += el(
                "p",
                el("span", goes_on.label, css="fl-lab"),
                el("span", "continue to ", self._to(goes_on.to)),
                css="fl-main",
            )
        return drawn

    def _card(self, step: Step) -> Html:
        where = self.chart.where(step)
        who = el("span", self.protocol.label(step.actor), status_tag(step.status))
        mark = self.sources.mark(step.source, step.status, step.reason)
        forms = (
            el(
                "p",
                icon("form", "fl-i"),
                el("span", self.protocol.forms[form].name),
                css="fl-doc",
            )
            for form in step.forms
        )
        limits = (
            el(
                "p",
                icon("clock", "fl-i"),
                el("span", words, status_tag(status)),
                css="fl-due",
            )
            for words, status in self.chart.limits_in_words(step)
        )
        return el(
            "div",
            el("div", who, mark, css="fl-who"),
            el("p", step.title, css="fl-q" if step.ways else "fl-t"),
            el("p", only_words(step.only), css="fl-only") if step.only else NOTHING,
            el("p", where, css="fl-only") if where else NOTHING,
            el("p", step.detail, css="fl-d") if step.detail else NOTHING,
            deciding_html(self.protocol, step, "fl-d", self.sources),
            *forms,
            *limits,
            css="fl-card",
        )

    def _exit(self, way: Exit) -> Html:
        label = el("span", way.label, css="fl-lab") if way.label else NOTHING
        if way.goes != "into":
            return el("li", label, self._elsewhere(way), css="fl-exit")
        stage = self.protocol.stages[way.nested[0].step.stage]
        steps = every(map(self._step, way.nested))
        return el(
            "li",
            label,
            el("p", stage.title, css="fl-sh"),
            el("ol", steps, css="fl-ol fl-sub", role="list"),
            css="fl-exit fl-aside" if way.aside else "fl-exit",
        )

    def _elsewhere(self, way: Exit) -> Html:
        """Return where a way leads that goes to another place of the list."""
        back = way.goes == "back"
        words = "Back to " if back else "Continue at "
        return el(
            "p",
            icon("back" if back else "ahead", "fl-i"),
            el("span", words, self._to(way.to)),
            css="fl-goto",
        )

    def _to(self, step: Id) -> Html:
        return el("a", f"step {self.chart.numbers[step]}", href=f"#step-{step}")


def _sign(inside: str) -> Html:
    return el("span", el("b", inside), css="fl-n", aria_hidden="true")


def _contents(stage: Stage) -> Html:
    link = el("a", stage.title, href=f"#stage-{stage.id}")
    time = joined(" ", el("span", stage.time)) if stage.time else NOTHING
    return el("li", link, time)
