"""What a proof says: what was tried, and every fault with the smallest example of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Failure:
    """One thing that is not as it has to be.

    ``check`` names what was checked, ``part`` the rule, outcome or case at fault,
    ``policy`` the partnership's id ("" for the national layer).
    """

    check: str
    part: str
    says: str
    example: dict[str, str] = field(default_factory=dict)
    policy: str = ""

    def __str__(self) -> str:
        """Return the fault as a line to print."""
        return f"{self.policy or 'national'}: {self.says} [{self.check}]"


@dataclass(frozen=True)
class Remark(Failure):
    """What a protocol's own text does, and nobody can mend but the partnership: its own
    rule asks for more than a graver answer that the rule does not reach."""


@dataclass
class Proof:
    """What was proved: counts of what was tried, the faults, and notes on protocols.

    ``tried`` maps "national" and each partnership's id to the number of combinations,
    ``taken`` each rule to the number of national combinations that it takes. ``pairs``
    and ``duties`` count, by the same names, what was compared duty by duty.
    """

    tried: dict[str, int] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)
    compared: int = 0
    pairs: dict[str, int] = field(default_factory=dict)
    duties: dict[str, int] = field(default_factory=dict)
    cases: int = 0
    held: int = 0
    """Words and answers for which the table of jurisdiction was asked."""
    apart: int = 0
    """Pairs of an answer about no child and one about a child as well that were compared."""
    beside: int = 0
    """Answers asked with and without the protocols' narrower words."""
    faults: list[Failure] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Return whether nothing was found."""
        return not self.faults

    def summary(self) -> str:
        """Return the counts in a few lines."""
        lines = [
            f"{name}: {count:,} combinations of answers, each with exactly one rule"
            for name, count in self.tried.items()
        ]
        lines.append(
            f"{self.compared:,} pairs of answers compared: graver never asks less"
        )
        lines += [
            f"{name}: {self.duties[name]:,} duties compared in {count:,} pairs of answers: "
            "a graver or unsure answer keeps them all"
            for name, count in self.pairs.items()
        ]
        lines.append(f"{self.held:,} times asked whose duty it is: one row tells it")
        lines.append(f"{self.cases:,} worked cases answered as written")
        if self.apart:
            lines.append(
                f"{self.apart:,} pairs of answers without a child and with one: "
                "a child never makes it less"
            )
        if self.beside:
            lines.append(
                f"{self.beside:,} answers asked with and without narrower local words: "
                "none differs"
            )
        if self.notes:
            lines.append(f"{len(self.notes):,} notes on protocols' own rules")
        lines.append(f"{len(self.faults):,} faults")
        return "\n".join(lines)
