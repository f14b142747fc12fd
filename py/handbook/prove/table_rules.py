"""Proof that the decision table has no gap, no dead row and no overlap it does not own up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.prove.enumeration import Bits, Space, told
from handbook.prove.proof import Failure
from rapidreview.model import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Notifiability, Rule


class Rules:
    """The table's rows as sets of combinations."""

    def __init__(self, data: Notifiability) -> None:
        self.data = data
        self.space = Space(data.questions)
        self.ordinary = [rule for rule in data.rules if not rule.gravest_of]
        self.for_open = [rule for rule in data.rules if rule.gravest_of]
        self.may_be_open = tuple(
            dict.fromkeys(name for rule in self.for_open for name in rule.gravest_of)
        )
        self.settled: Bits = self.space.all
        for name in self.may_be_open:
            self.settled &= ~self.space.where({name: (OPEN,)})
        self.matches = {
            rule.id: self.space.of(rule.when) & self.settled for rule in self.ordinary
        }
        self.takes = self._takes()

    def _takes(self) -> dict[str, Bits]:
        left, found = self.settled, {}
        for rule in self.ordinary:
            found[rule.id] = self.matches[rule.id] & left
            left &= ~found[rule.id]
        return found


def table_faults(rules: Rules) -> Iterator[Failure]:
    """Yield gaps, rows never reached, and overlaps against what ``yields_to`` says."""
    space, left = rules.space, rules.settled
    for taken in rules.takes.values():
        left &= ~taken
    if left:
        example = space.smallest(left, rules.settled)
        yield Failure("gap", "", f"no rule takes {told(example)}", example)
    for place, rule in enumerate(rules.ordinary):
        earlier = rules.ordinary[:place]
        if not rules.takes[rule.id]:
            yield _never(rule, earlier, rules)
        yield from _overlaps(rule, earlier, rules)
        yield from _raised(rule, rules)


def _never(rule: Rule, earlier: list[Rule], rules: Rules) -> Failure:
    matched = rules.matches[rule.id]
    if not matched:
        says = (
            f"{rule.id} is never reached: no combination of answers meets its condition"
        )
        return Failure("unreachable", rule.id, says)
    takers = [one.id for one in earlier if rules.takes[one.id] & matched]
    says = f"{rule.id} is never reached: {', '.join(takers)} take everything it matches"
    return Failure(
        "unreachable", rule.id, says, rules.space.smallest(matched, rules.settled)
    )


def _overlaps(rule: Rule, earlier: list[Rule], rules: Rules) -> Iterator[Failure]:
    ids = [one.id for one in earlier]
    for name in rule.yields_to:
        if name not in ids:
            says = f"{rule.id} says that it yields to {name}, which is no earlier rule"
            yield Failure("yields", rule.id, says)
    for one in earlier:
        both = rules.matches[rule.id] & rules.matches[one.id]
        if both and one.id not in rule.yields_to:
            example = rules.space.smallest(both, rules.settled)
            says = (
                f"{rule.id} overlaps with {one.id} and does not say so: both match "
                f"{told(example)}; add {one.id} to `yields_to` or narrow the condition"
            )
            yield Failure("overlap", rule.id, says, example)
        if not both and one.id in rule.yields_to:
            says = f"{rule.id} says that it yields to {one.id}, but no combination meets both"
            yield Failure("yields", rule.id, says)


def _raised(rule: Rule, rules: Rules) -> Iterator[Failure]:
    gravity = {one.id: one.gravity for one in rules.data.outcomes}
    left = rules.takes[rule.id]
    for case in rule.raised:
        here = rules.space.of(case.when) & left
        if not here:
            says = f"{rule.id} names a case ({case.title}) that never arises in it"
            yield Failure("raised", rule.id, says)
        if gravity[case.outcome] <= gravity[rule.outcome]:
            says = (
                f"{rule.id} names a case ({case.title}) whose outcome {case.outcome} "
                f"is not graver than its own, {rule.outcome}"
            )
            yield Failure("raised", rule.id, says)
        left &= ~here
