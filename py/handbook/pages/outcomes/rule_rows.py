"""The rows of the decision table in words: condition, answer, lead, duties, ground.

A row's case that asks for more than the row (``raised``) is a row of its own here,
because a reader with paper looks for the outcome, not for the rule's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.pages.national.frame import named_sources
from handbook.pages.outcomes.condition_words import condition_html
from rapidreview.check import Here, owes, resolve
from rapidreview.show import esc, nowrap_last, standing_tag, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import (
        Duty,
        National,
        OutcomeId,
        Question,
        Raised,
        Reason,
        Rule,
        When,
    )
    from rapidreview.show import Sources

BY_PLACE = (
    "the authority where it happened (outside England: where the child normally lives)"
)
NO_LEAD = "the process that takes it forward has its own lead"


@dataclass(frozen=True)
class Row:
    """A row to show: a rule, or a case inside it that asks for more."""

    rule: Rule
    raised: Raised | None = None

    @property
    def part(self) -> Rule | Raised:
        """Return whatever gives the words of the answer."""
        return self.raised or self.rule

    @property
    def outcome(self) -> OutcomeId:
        """Return the outcome of the row."""
        return self.part.outcome

    @property
    def anchor(self) -> str:
        """Return the row's id on a page: "r14", "r14-1" for its first case."""
        place = self.rule.raised.index(self.raised) + 1 if self.raised else 0
        return self.rule.id.lower() + (f"-{place}" if place else "")


def rows(national: National) -> list[Row]:
    """Return every row of the table in the order in which the rules are tried."""
    found = []
    for rule in national.notifiability.rules:
        found += [Row(rule, case) for case in rule.raised]
        found.append(Row(rule))
    return found


def of_outcome(national: National, outcome: OutcomeId) -> list[Row]:
    """Return the rows with this outcome, those for open questions last."""
    found = [row for row in rows(national) if row.outcome == outcome]
    return sorted(found, key=lambda row: bool(row.rule.gravest_of))


def condition(
    row: Row, national: National, questions: dict[str, Question], index: str = ""
) -> str:
    """Return when the row answers, as HTML: its condition and what comes before it.

    ``index`` leads to the page on which every rule stands.
    """
    text = condition_html(row.rule.when, questions)
    if row.raised:
        text += "<p>And in this case:</p>" + condition_html(row.raised.when, questions)
    if row.rule.gravest_of:
        titles = {one.id: one.kicker for one in national.notifiability.outcomes}
        text += (
            f"<p>And the gravest answer among all that may turn out to be true is: "
            f"{esc(titles[row.rule.outcome])}.</p>"
        )
    if row.rule.yields_to:
        links = ", ".join(
            f'<a href="{index}#{name.lower()}">{esc(name)}</a>'
            for name in row.rule.yields_to
        )
        text += f'<p class="small mut">Only if no earlier rule answers: {links}.</p>'
    return text


def leads(row: Row) -> str:
    """Return who leads, in words that hold for every case of the row."""
    return _capital(who(row.part.leads, _settled(row)))


def who(name: str, given: dict[str, str]) -> str:
    """Return who ``name`` is, as far as the answers ``given`` settle it."""
    if name == "nobody":
        return NO_LEAD
    if name in ("by-place", "lead") and given.get("place") in (
        None,
        "outside-england",
    ):
        return BY_PLACE if "resident" not in given else resolve(name, given, Here())
    if name == "them" and not given.get("place"):
        return BY_PLACE
    return resolve(name, given, Here())


def duty_html(duty: Duty, row: Row, sources: Sources, only_if: str = "") -> str:
    """Return one duty as a sentence with its mark and standing."""
    name = "whoever leads" if duty.who == "lead" else who(duty.who, _settled(row))
    pause = "," if ", with " in name else ""
    start = "".join(owes(f"{name}{pause}", duty.strength))
    text = f"{_capital(start)} {duty.do}. This goes to {duty.to}."
    if only_if:
        text += f" Only if {only_if}."
    mark = sources.mark(duty.source)
    return f"{nowrap_last(text, mark)} {standing_tag(duty.standing)}{verify_tag(duty.evidence)}"


def routes(row: Row) -> str:
    """Return the row's other routes as a list."""
    items = "".join(f"<li>{esc(route)}</li>" for route in row.rule.routes)
    return f'<ul class="ticks">{items}</ul>' if items else ""


def ground(row: Row, national: National, base: str) -> str:
    """Return what the row rests on: standing, provisions by edition, what is unverified."""
    standing = standing_tag(row.rule.standing) + verify_tag(row.part.evidence)
    return f"<p>{standing}</p>" + named_sources(row.part.source, national, base)


def reasons(
    row: Row, questions: dict[str, Question], sources: Sources
) -> list[tuple[str, str]]:
    """Return the row's reasons: the question it is about, and what the rule says to it."""
    return [
        (esc(questions[one.question].ask), _reason(one, sources))
        for one in row.part.because
    ]


def _reason(reason: Reason, sources: Sources) -> str:
    said = nowrap_last(reason.says, sources.mark(reason.source))
    return f"{said} {standing_tag(reason.standing)}{verify_tag(reason.evidence)}"


def _settled(row: Row) -> dict[str, str]:
    """Return the answers that the row's condition leaves no choice about."""
    found: dict[str, str] = {}
    conditions: list[When] = [row.rule.when]
    if row.raised:
        conditions.append(row.raised.when)
    for when in conditions:
        for name, answers in (when.all_ or {}).items():
            if len(answers) == 1:
                found[name] = answers[0]
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
