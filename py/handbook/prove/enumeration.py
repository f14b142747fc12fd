"""All combinations of answers as one row of bits, so that sets of them can be
compared without asking the engine. This is the proof's own way to read a condition.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import Question, When

type Bits = int
"""A set of combinations: bit n stands for combination n."""


class Space:
    """Every combination of answers to some questions."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.names = tuple(question.id for question in questions)
        self.options = {
            question.id: tuple(option.id for option in question.options)
            for question in questions
        }
        self.rows = [
            dict(zip(self.names, values, strict=True))
            for values in product(*self.options.values())
        ]
        self.all: Bits = (1 << len(self.rows)) - 1
        self._with: dict[tuple[str, str], Bits] = {
            (name, option): 0 for name in self.names for option in self.options[name]
        }
        for place, row in enumerate(self.rows):
            for pair in row.items():
                self._with[pair] |= 1 << place

    def where(self, answers: Mapping[str, tuple[str, ...]]) -> Bits:
        """Return the combinations in which every question has one of its answers."""
        found = self.all
        for name, allowed in answers.items():
            one = 0
            for option in allowed:
                one |= self._with.get((name, option), 0)
            found &= one
        return found

    def of(self, when: When) -> Bits:
        """Return the combinations that a condition takes."""
        return self.fixed(when, {})

    def fixed(self, when: When, answers: Mapping[str, str]) -> Bits:
        """Return the combinations that a condition takes where other questions have
        the given ``answers``."""
        if _refused(when.none or {}, answers):
            return 0
        parts = [_left(part, answers) for part in when.any_]
        first = _left(when.all_ or {}, answers)
        if first is None or (when.any_ and not any(p is not None for p in parts)):
            return 0
        found = self.where(first)
        if when.any_:
            either = 0
            for part in parts:
                either |= 0 if part is None else self.where(part)
            found &= either
        for name, refused in (when.none or {}).items():
            if name not in answers:
                found &= ~self.where({name: refused})
        return found

    def rows_of(self, bits: Bits) -> Iterator[dict[str, str]]:
        """Yield the combinations of a set, first to last."""
        while bits:
            lowest = bits & -bits
            yield self.rows[lowest.bit_length() - 1]
            bits ^= lowest

    def smallest(self, bits: Bits, within: Bits | None = None) -> dict[str, str]:
        """Return the shortest example of a set that is not empty: as few answers as say it.

        An answer is left out where the set holds every combination (``within``,
        or all) that agrees with the answers that stay.
        """
        domain = self.all if within is None else within
        example = dict(next(self.rows_of(bits)))
        for name in reversed(self.names):
            fewer = {key: (value,) for key, value in example.items() if key != name}
            if not self.where(fewer) & domain & ~bits:
                del example[name]
        return example


def _left(
    wanted: Mapping[str, tuple[str, ...]], answers: Mapping[str, str]
) -> dict[str, tuple[str, ...]] | None:
    """Return what ``wanted`` still asks of other questions; None where ``answers`` fail it."""
    if any(answers[name] not in wanted[name] for name in wanted if name in answers):
        return None
    return {name: allowed for name, allowed in wanted.items() if name not in answers}


def _refused(none: Mapping[str, tuple[str, ...]], answers: Mapping[str, str]) -> bool:
    return any(answers[name] in none[name] for name in none if name in answers)


def told(example: Mapping[str, str]) -> str:
    """Return an example as it would be typed: "age=under-18 harm=died"."""
    return " ".join(f"{name}={answer}" for name, answer in example.items())
