"""What one actor has to do: its steps, limits, forms, seats, and whom it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import only_words
from handbook.flow.chart_html import limit_chips
from handbook.pages.frame import bullets, section, table
from handbook.pages.partnership.glance import contact_html, placed
from handbook.pages.statements import lines, marked
from rapidreview.model import DERIVED, limit_guess
from rapidreview.show import (
    author_and_recipient,
    esc,
    icon,
    key_html,
    limit_html,
    limit_mark,
    mailed,
    nowrap_last,
    reason_html,
    status_tag,
)

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from handbook.flow.layout import Exit, Placed
    from rapidreview.model import Actor, Form, Id
    from rapidreview.show import Sources

VOTES = {"yes": "votes", "no": "does not vote", "not-stated": "vote not stated"}


class Role:
    """One actor's part, found in the flowchart and in the policy."""

    def __init__(self, actor: Actor, chart: Chart, sources: Sources) -> None:
        self.actor = actor
        self.chart = chart
        self.sources = sources
        policy = chart.protocol.partnership
        self.folder = f"{self.sources.base}partnerships/{policy.id}/"
        self.steps = [one for one in chart.placed if one.step.actor == actor.id]
        self.limits = [one for one in policy.deadlines if one.who == actor.id]
        self.fills = [one for one in policy.forms if one.filled_by == actor.id]
        self.gets = [
            one
            for one in policy.forms
            if one.goes_to == actor.id and one.filled_by != actor.id
        ]

    def html(self) -> str:
        """Return the body of the role's page."""
        steps = "".join(map(self._step, self.steps))
        parts = (
            (
                "Your steps",
                f'<ol class="rsteps" role="list">{steps}</ol>' if steps else "",
                "steps",
            ),
            ("Your limits", self._limits(), "limits"),
            ("Forms you fill in", self._forms(self.fills), "forms"),
            ("Forms and papers that come to you", self._forms(self.gets), "papers"),
            ("Whom to reach", self._contacts(), "contacts"),
            ("Who sits on it", self._members(), "members"),
        )
        told = "".join(
            section(title, body, name) for title, body, name in parts if body
        )
        tagged = status_tag(DERIVED) in told
        key = key_html("the reason stands beside it") if tagged else ""
        return self._who() + key + told

    def _who(self) -> str:
        actor = self.actor
        mark = self.sources.mark(actor.source, actor.status, actor.reason)
        mark = status_tag(actor.status) + mark
        return lines(
            [
                ("Role", esc(self.actor.label) + mark),
                ("Part of", esc(self.actor.organisation)),
                ("Also called", esc(", ".join(self.actor.aliases))),
            ]
        )

    def _step(self, placed: Placed) -> str:
        step = placed.step
        limits = "".join(f"<p>{told}</p>" for told in limit_chips(self.chart, step))
        forms = "".join(
            f'<p class="rdoc">{icon("form")}{esc(self.chart.protocol.forms[form].name)}</p>'
            for form in step.forms
        )
        only = (
            f'<p class="small mut">{esc(only_words(step.only))}</p>'
            if step.only
            else ""
        )
        detail = f"<p>{esc(step.detail)}</p>" if step.detail else ""
        word = "Decision" if step.ways else "Step"
        css = ' class="dec"' if step.ways else ""
        title = marked(step.title, step.source, self.sources, step.status, step.reason)
        reason = reason_html(step.status, step.reason)
        return (
            f'<li{css}><a class="n" href="{self.folder}flowchart/#step-{step.id}">'
            f'<span class="vh">{word} </span>{placed.number}</a>'
            f"<h3>{title}</h3>{only}{detail}{reason}{forms}{limits}{self._on(placed)}</li>\n"
        )

    def _on(self, placed: Placed) -> str:
        """Return where the flow goes from here, so that the hand-over is plain."""
        if not placed.exits:
            return '<p class="small mut">The way ends here.</p>'
        if len(placed.exits) == 1 and not placed.exits[0].label:
            return f'<p class="small mut">Then {self._to(placed.exits[0])}</p>'
        ways = [f"<b>{esc(way.label)}:</b> {self._to(way)}" for way in placed.exits]
        return bullets(ways, "ways-on")

    def _to(self, way: Exit) -> str:
        step = next(
            one for one in self.chart.protocol.partnership.steps if one.id == way.to
        )
        number = self.chart.numbers[way.to]
        who = self.chart.protocol.actors[step.actor]
        whose = "you" if who.id == self.actor.id else who.short or who.label
        return (
            f'<a href="{self.folder}flowchart/#step-{way.to}">step {number}</a> '
            f"({esc(whose)}): {esc(step.title)}{status_tag(step.status)}"
        )

    def _limits(self) -> str:
        rows = []
        for item in self.limits:
            told = limit_html(item, self.chart.protocol.nouns)
            only = (
                f'<span class="sub">Applies: {esc(item.applies)}</span>'
                if item.applies
                else ""
            )
            guess = limit_guess(item, self.chart.protocol.partnership.steps)
            what: str = nowrap_last(item.what, limit_mark(item, self.sources))
            if guess.who == DERIVED:
                what += f'<span class="sub">That it falls to you:{status_tag(DERIVED)}</span>'
            reason = reason_html(guess.status, guess.reason)
            rows.append((what + only, told + reason))
        if not rows:
            return ""
        link = f'<p class="noprint"><a class="lone" href="{self.sources.base}deadlines/">Work out your dates</a></p>'
        return table(("What", "By when"), rows) + link

    def _forms(self, forms: list[Form]) -> str:
        return "".join(self._form(one) for one in forms)

    def _form(self, form: Form) -> str:
        labels = {name: one.label for name, one in self.chart.protocol.actors.items()}
        author, goes = author_and_recipient(form, labels)
        rows = [
            ("Filled in by", author),
            ("Goes to", goes),
            ("Worked out", esc(form.reason) if form.status == DERIVED else ""),
            ("Where to get it", mailed(form.get_it)),
            (
                "Asks for",
                bullets([esc(one) for one in form.asks], "ticks") if form.asks else "",
            ),
            ("Note", esc(form.note)),
        ]
        mark = self.sources.mark(form.source, form.status, form.reason)
        name = nowrap_last(form.name, mark)
        return f'<div class="entry"><h3>{name}</h3>{lines(rows)}</div>'

    def _reaches(self) -> set[Id]:
        """Return the actors whose addresses this one needs: its forms' and next steps'."""
        found = {form.goes_to for form in self.fills} | {self.actor.id}
        steps = {step.id: step for step in self.chart.protocol.partnership.steps}
        for one in self.steps:
            found |= {steps[way.to].actor for way in one.exits}
            found |= {
                form.goes_to
                for form in self.chart.protocol.partnership.forms
                if form.id in one.step.forms
            }
        return found - {""}

    def _contacts(self) -> str:
        areas = {area.id: area.name for area in self.chart.protocol.partnership.areas}
        reached = self._reaches()
        rows = []
        for contact in self.chart.protocol.partnership.contacts:
            if contact.actor not in reached:
                continue
            label = contact.label
            if contact.silent:
                label = self.chart.protocol.actors[contact.actor].label
            label = placed(label, [areas[one] for one in contact.areas])
            how = contact_html(contact, self.sources)
            rows.append((esc(label), how, esc(contact.for_)))
        return table(("Who", "How", "For"), rows) if rows else ""

    def _members(self) -> str:
        rows = []
        for member in self.actor.members:
            part = [VOTES[member.votes]]
            part += ["chairs"] if member.chair else []
            part += ["by invitation"] if member.by_invitation else []
            rows.append(
                (
                    esc(member.title),
                    esc(", ".join(part)) + self.sources.mark(member.source),
                )
            )
        return table(("Member", "Part"), rows) if rows else ""
