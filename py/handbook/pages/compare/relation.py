"""How protocols' answers on one point relate: who says something, and whose words differ.

Only the words that the policies record are compared. Figures and figures in words
count as the same, and so do section numbers in brackets; no meaning is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.say import NUMBERS, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapidreview.model import Compared

FIGURES = {word: str(place) for place, word in enumerate(NUMBERS) if place}
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Point:
    """One point compared.

    ``verdict`` is the row's head ("All differ"); ``differs`` tells for each answer
    whether it stands out; ``same`` is true where no protocol differs from another.
    """

    verdict: str
    differs: tuple[bool, ...]
    same: bool


def compare(answers: Sequence[Compared | None]) -> Point:
    """Return how ``answers`` relate, one for each partnership; None where one has none."""
    said = [
        plain(one.says) if one is not None and not one.silent else "" for one in answers
    ]
    kinds = Counter(words for words in said if words)
    speaking = kinds.total()
    if speaking == 0:
        return Point("None says", (False,) * len(said), same=True)
    if len(kinds) == 1:
        return _agreed(said, speaking)
    if len(kinds) == speaking:
        verdict = "All differ" if speaking == len(said) else _all_differ(speaking)
        return Point(verdict, tuple(bool(words) for words in said), same=False)
    (most, count), (_, second) = kinds.most_common(2)
    usual = most if count > second else ""
    verdict = f"{number(len(kinds)).capitalize()} different answers"
    return Point(verdict, tuple(words not in ("", usual) for words in said), same=False)


def plain(words: str) -> str:
    """Return ``words`` without case, signs, brackets and ways to write a number."""
    found = WORD.findall(IN_BRACKETS.sub("", words).casefold())
    return " ".join(FIGURES.get(word, word) for word in found)


def _agreed(said: list[str], speaking: int) -> Point:
    if speaking == len(said):
        return Point("Same", (False,) * len(said), same=True)
    if speaking == 1:
        return Point("One says", tuple(bool(words) for words in said), same=False)
    verdict = f"{number(speaking).capitalize()} say the same"
    return Point(verdict, (False,) * len(said), same=False)


def _all_differ(speaking: int) -> str:
    return f"{number(speaking).capitalize()} say, and differ"
