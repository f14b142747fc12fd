"""What a row of the decision table asks for: its own duties and those that hold beside any
row, each with the answers on which it hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.outcomes.condition_words import phrase
from handbook.pages.outcomes.rule_rows import duty_html
from handbook.prove.table_rules import Rules
from rapidreview.check import contradictions
from rapidreview.say import listed
from rapidreview.show import NOTHING, Html, text

if TYPE_CHECKING:
    from handbook.pages.outcomes.rule_rows import RuleRow
    from handbook.prove.enumeration import Bits
    from rapidreview.model import Duty, NationalIndex
    from rapidreview.show import Sources

OPEN_ROW = (
    "And every duty of each answer that may turn out to be true, until it is settled."
)


class RowDuties:
    """The duties of every row of one national table."""

    def __init__(self, law: NationalIndex) -> None:
        self.rules = Rules(law.national.notifiability)
        self.neither = contradictions(law.national.notifiability)
        self.also = law.national.notifiability.also
        self.questions = law.questions

    def html(self, row: RuleRow, sources: Sources) -> Html:
        """Return the row's duties as a list; nothing where it has none."""
        items = [
            duty_html(duty, row, sources, self._hangs_on(duty, row))
            for duty in self.of(row)
        ]
        if row.rule.gravest_of and row.outcome not in self.neither:
            items.append(text(OPEN_ROW))
        return bullets(items, "ticks") if items else NOTHING

    def of(self, row: RuleRow) -> list[Duty]:
        """Return the row's own duties, then those that hold beside it for some of its answers."""
        own = list(row.part.duties)
        if row.rule.gravest_of or row.outcome in self.neither:
            return own
        same = {(one.id, one.who) for one in own if one.when is None}
        taken = self._taken(row)
        return own + [
            one
            for one in self.also
            if (one.id, one.who) not in same
            and (one.when is None or taken & self.rules.space.of(one.when))
        ]

    def _taken(self, row: RuleRow) -> Bits:
        """Return the answers that the row takes, without those of its other cases."""
        taken = self.rules.takes[row.rule.id]
        cases = [self.rules.space.of(case.when) & taken for case in row.rule.raised]
        if row.raised:
            return cases[row.rule.raised.index(row.raised)]
        for case in cases:
            taken &= ~case
        return taken

    def _hangs_on(self, duty: Duty, row: RuleRow) -> str:
        """Return the answers that the duty needs and the row leaves open, in words."""
        if duty.when is None or row.rule.gravest_of:
            return ""
        taken, space = self._taken(row), self.rules.space
        needed = [
            phrase(self.questions[name], answers)
            for name, answers in (duty.when.all_ or {}).items()
            if taken & ~space.where({name: answers})
        ]
        refused = [
            phrase(
                self.questions[name],
                [one for one in space.options[name] if one not in answers],
            )
            for name, answers in (duty.when.none or {}).items()
            if taken & space.where({name: answers})
        ]
        return listed([*needed, *refused], "and")
