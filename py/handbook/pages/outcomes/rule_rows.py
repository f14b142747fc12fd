"""The rows of the decision table in words: condition, answer, lead, duties, ground.

A row's case that asks for more than the row (``raised``) is a row of its own here,
because a reader with paper looks for the outcome, not for the rule's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.national.named_sources import named_sources
from handbook.pages.outcomes.condition_words import condition_html
from rapidreview.check import Here, owes, resolve
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    standing_tag,
    text,
    verify_tag,
)

if TYPE_CHECKING:
    from rapidreview.model import (
        Duty,
        Jurisdiction,
        National,
        NationalIndex,
        OutcomeId,
        Raised,
        Reason,
        Rule,
        When,
    )
    from rapidreview.show import Sources

NO_LEAD = "the process that takes it forward has its own lead"


@dataclass(frozen=True)
class RuleRow:
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


def rows(national: National) -> list[RuleRow]:
    """Return every row of the table in the order in which the rules are tried."""
    found = []
    for rule in national.notifiability.rules:
        found += [RuleRow(rule, case) for case in rule.raised]
        found.append(RuleRow(rule))
    return found


def of_outcome(national: National, outcome: OutcomeId) -> list[RuleRow]:
    """Return the rows with this outcome, those for open questions last."""
    found = [row for row in rows(national) if row.outcome == outcome]
    return sorted(found, key=lambda row: bool(row.rule.gravest_of))


def condition(row: RuleRow, law: NationalIndex, index: str = "") -> Html:
    """Return when the row answers, as HTML: its condition and what comes before it.

    ``index`` leads to the page on which every rule stands.
    """
    told = condition_html(row.rule.when, law.questions)
    if row.raised:
        told += el("p", "And in this case:")
        told += condition_html(row.raised.when, law.questions)
    if row.rule.gravest_of:
        kicker = law.outcomes[row.rule.outcome].kicker
        told += el(
            "p",
            f"And the gravest answer among all that may turn out to be true is: {kicker}.",
        )
    if row.rule.yields_to:
        links = every(
            (
                el("a", name, href=f"{index}#{name.lower()}")
                for name in row.rule.yields_to
            ),
            ", ",
        )
        only = "Only if no earlier rule answers: "
        told += el("p", only, links, ".", css="small mut")
    return told


def leads(row: RuleRow, law: Jurisdiction) -> str:
    """Return who leads, in words that hold for every case of the row."""
    return _capital(who(law, row.part.leads, _settled(row)))


def who(law: Jurisdiction, name: str, given: dict[str, str]) -> str:
    """Return who ``name`` is, as far as the answers ``given`` settle it."""
    return NO_LEAD if name == "nobody" else resolve(law, name, given, Here())


def duty_html(duty: Duty, row: RuleRow, sources: Sources, only_if: str = "") -> Html:
    """Return one duty as a sentence with its mark and standing."""
    law = sources.national.jurisdiction
    name = "whoever leads" if duty.who == "lead" else who(law, duty.who, _settled(row))
    pause = "," if ", with " in name else ""
    start = "".join(owes(f"{name}{pause}", duty.strength))
    words = f"{_capital(start)} {duty.do}. This goes to {duty.to}."
    if only_if:
        words += f" Only if {only_if}."
    said = nowrap_last(words, sources.mark(duty.source))
    return joined(said, " ", standing_tag(duty.standing), verify_tag(duty.evidence))


def routes(row: RuleRow) -> Html:
    """Return the row's other routes as a list."""
    items = [text(route) for route in row.rule.routes]
    return bullets(items, "ticks") if items else NOTHING


def ground(row: RuleRow, law: NationalIndex, base: str) -> Html:
    """Return what the row rests on: standing, provisions by edition, what is unverified."""
    standing = standing_tag(row.rule.standing) + verify_tag(row.part.evidence)
    return el("p", standing) + named_sources(row.part.source, law, base)


def reasons(row: RuleRow, sources: Sources) -> Html:
    """Return what the rule says to each answer that it rests on, as a list."""
    items = [_reason(one, sources) for one in row.part.because]
    return bullets(items, "ticks") if items else NOTHING


def _reason(reason: Reason, sources: Sources) -> Html:
    said = nowrap_last(reason.says, sources.mark(reason.source))
    standing = standing_tag(reason.standing)
    return joined(said, " ", standing, verify_tag(reason.evidence))


def _settled(row: RuleRow) -> dict[str, str]:
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
