"""What one actor has to do: its steps, limits, forms, seats, and whom it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of, only_words
from handbook.flow.deciding import deciding_html
from handbook.pages.frame import bullets, local_address, section, table
from handbook.pages.partnership.seats import acts_for, member_row
from handbook.pages.statements import lines, marked
from handbook.pages.ungiven import reached_html
from rapidreview.model import DERIVED, limit_guess
from rapidreview.say import listed
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    el,
    every,
    icon,
    joined,
    key_html,
    limit_html,
    limit_mark,
    mailed,
    nowrap_last,
    reason_html,
    status_tag,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handbook.flow.layout import Exit, Placed
    from rapidreview.model import Actor, Deadline, Form, Id, Protocol, Step
    from rapidreview.show import Sources


class Role:
    """One actor's part, found in the flowchart and in the policy."""

    def __init__(self, actor: Actor, protocol: Protocol, sources: Sources) -> None:
        self.actor = actor
        self.protocol = protocol
        self.sources = sources
        self.chart = chart_of(protocol)
        self.flowchart = sources.base + local_address(protocol, "flowchart")
        limits = protocol.deadlines if protocol.stands_in else protocol.own_deadlines
        forms = protocol.forms.values()
        self.steps = [one for one in self.chart.placed if one.step.actor == actor.id]
        self.limits = [one for one in limits.values() if one.who == actor.id]
        own = {one.step.id for one in self.steps}
        self._beside = [
            one for one in self.limits if one.step not in own and not one.no_time
        ]
        self.fills = [one for one in forms if one.filled_by == actor.id]
        self.gets = [
            one
            for one in forms
            if one.goes_to == actor.id and one.filled_by != actor.id
        ]

    def html(self) -> Html:
        """Return the body of the role's page."""
        steps = every(map(self._step, self.steps))
        listed = el("ol", steps, css="rsteps", role="list") if steps else NOTHING
        reached = self._reaches()
        contacts = [
            one for one in self.protocol.contacts.values() if one.actor in reached
        ]
        parts = (
            ("Your steps", listed, "steps"),
            ("Your other limits", self._limits(), "limits"),
            ("Forms you fill in", self._forms(self.fills), "forms"),
            ("Forms and papers that come to you", self._forms(self.gets), "papers"),
            (
                "Whom to reach",
                reached_html(contacts, self.protocol, self.sources),
                "contacts",
            ),
            ("Who sits on it", self._members(), "members"),
        )
        told = every(section(title, body, name) for title, body, name in parts if body)
        key = key_html("the reason is beside it")
        tagged = status_tag(DERIVED) in told
        return joined(self._who(), key if tagged else NOTHING, told)

    def _who(self) -> Html:
        actor = self.actor
        mark = self.sources.mark(actor.source, actor.status, actor.reason)
        return lines(
            [
                ("Role", joined(actor.label, status_tag(actor.status), mark)),
                ("Part of", actor.organisation),
                ("Acts for", acts_for(actor, self.protocol)),
                ("Areas", listed(self.protocol.not_for_all(actor.areas))),
                ("Also called", ", ".join(actor.aliases)),
            ]
        )

    def _step(self, placed: Placed) -> Html:
        step = placed.step
        word = "Decision " if step.ways else "Step "
        number = el("span", word, css="vh")
        forms = (self.protocol.forms[form].name for form in step.forms)
        item = el(
            "li",
            el("a", number, placed.number, css="rsteps-number", href=self._at(step.id)),
            el(
                "h3",
                marked(step.title, step.source, self.sources, step.status, step.reason),
            ),
            _small(only_words(step.only)) if step.only else NOTHING,
            _small(where) if (where := self.chart.where(step)) else NOTHING,
            el("p", step.detail) if step.detail else NOTHING,
            deciding_html(self.protocol, step, "small", self.sources),
            reason_html(step.status, step.reason),
            every(el("p", icon("form"), form, css="rsteps-form") for form in forms),
            self._by(step),
            self._on(placed),
            css="rsteps-judged" if step.ways else "",
        )
        return joined(item, "\n")

    def _by(self, step: Step) -> Html:
        """Return the limits of a step: they are told here, and not again further down."""
        mine = [one for one in self.chart.limits(step) if not one.no_time]
        several = len(mine) > 1
        return every(
            el("p", f"{item.what}: " if several else "", self._due(item, step))
            for item in mine
        )

    def _due(self, item: Deadline, step: Step | None = None) -> Html:
        """Return a limit's time with its mark, when it applies, and why it was worked out.

        What its ``step`` has said above is not said again.
        """
        applies = self.protocol.applies(item)
        guess = limit_guess(item, self.protocol.partnership.steps)
        told = step is not None and step.status == DERIVED
        again = step is not None and guess.reason == step.reason
        return joined(
            limit_html(item, self.protocol.nouns),
            limit_mark(item, self.sources),
            _sub("That it falls to you:", status_tag(DERIVED))
            if guess.who == DERIVED and not told
            else NOTHING,
            _sub(f"Applies: {applies}") if applies else NOTHING,
            NOTHING if told and again else reason_html(guess.status, guess.reason),
        )

    def _at(self, step: Id) -> str:
        """Return the address of ``step`` in the flowchart."""
        return f"{self.flowchart}#step-{step}"

    def _on(self, placed: Placed) -> Html:
        """Return where the flow goes from here, so that the hand-over is plain."""
        if not placed.exits:
            return _small("There is no further step.")
        if len(placed.exits) == 1 and not placed.exits[0].label:
            return _small("Then ", self._to(placed.exits[0]))
        ways = [
            joined(el("b", f"{way.label}:"), " ", self._to(way)) for way in placed.exits
        ]
        return bullets(ways, "rsteps-ways")

    def _to(self, way: Exit) -> Html:
        step = self.protocol.steps[way.to]
        number = self.chart.numbers[way.to]
        mine = step.actor == self.actor.id
        whose = "you" if mine else self.protocol.in_short(step.actor)
        return joined(
            el("a", f"step {number}", href=self._at(way.to)),
            f" ({whose}): {step.title}",
            status_tag(step.status),
        )

    def _limits(self) -> Html:
        """Return the limits that belong to none of the steps above."""
        rows = [(text(item.what), self._due(item)) for item in self._beside]
        return table(("What", "By when"), rows) if rows else NOTHING

    def _forms(self, forms: Iterable[Form]) -> Html:
        return every(map(self._form, forms))

    def _form(self, form: Form) -> Html:
        author, goes = author_and_recipient(form, self.protocol)
        rows = [
            ("Filled in by", author),
            ("Goes to", goes),
            ("Areas", listed(self.protocol.not_for_all(form.areas))),
            ("Worked out", form.reason if form.status == DERIVED else ""),
            ("Where to get it", mailed(form.get_it)),
            ("Asks for", bullets(form.asks, "ticks") if form.asks else NOTHING),
            ("Note", form.note),
        ]
        mark = self.sources.mark(form.source, form.status, form.reason)
        name = nowrap_last(form.name, mark)
        return el("div", el("h3", name), lines(rows), css="entry")

    def _reaches(self) -> set[Id]:
        """Return the actors whose addresses this one needs: its forms' and next steps'."""
        steps, forms = self.protocol.steps, self.protocol.forms
        found = {form.goes_to for form in self.fills} | {self.actor.id}
        for one in self.steps:
            found |= {steps[way.to].actor for way in one.exits}
            found |= {forms[form].goes_to for form in one.step.forms}
        return found - {""}

    def _members(self) -> Html:
        rows = [
            member_row(one, self.protocol, self.sources, "vote not stated")
            for one in self.actor.members
        ]
        return table(("Member", "Part"), rows) if rows else NOTHING


def _small(*words: str) -> Html:
    return el("p", *words, css="small mut")


def _sub(*words: str) -> Html:
    return el("span", *words, css="sub")
