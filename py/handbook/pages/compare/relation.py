"""How protocols' answers on one point relate: who says something, and whose words differ.

Answers of the same value are the same, whatever the wording around. Where only words can be
compared, figures and figures in words count as the same, and so do section numbers in
brackets and articles; no meaning is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.say import NUMBERS, number

if TYPE_CHECKING:
    from collections.abc import Sequence

FIGURES = {word: str(place) for place, word in enumerate(NUMBERS) if place}
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
ARTICLES = {"the", "a", "an"}
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


def compare(values: Sequence[str]) -> Point:
    """Return how answers relate whose ``values`` these are, empty where a protocol says nothing."""
    kinds = Counter(value for value in values if value)
    speaking = kinds.total()
    if speaking == 0:
        return Point("None says", (False,) * len(values), same=True)
    if len(kinds) == 1:
        return _agreed(values, speaking)
    if len(kinds) == speaking:
        verdict = "All differ" if speaking == len(values) else _all_differ(speaking)
        return Point(verdict, tuple(bool(value) for value in values), same=False)
    (most, count), (_, second) = kinds.most_common(2)
    usual = most if count > second else ""
    verdict = f"{number(len(kinds)).capitalize()} different answers"
    return Point(
        verdict, tuple(value not in ("", usual) for value in values), same=False
    )


def plain(words: str) -> str:
    """Return ``words`` without case, signs, brackets, articles and ways to write a number."""
    found = WORD.findall(IN_BRACKETS.sub("", words).casefold())
    return " ".join(FIGURES.get(word, word) for word in found if word not in ARTICLES)


def _agreed(said: Sequence[str], speaking: int) -> Point:
    if speaking == len(said):
        return Point("Same", (False,) * len(said), same=True)
    if speaking == 1:
        return Point("One says", tuple(bool(words) for words in said), same=False)
    verdict = f"{number(speaking).capitalize()} say the same"
    return Point(verdict, (False,) * len(said), same=False)


def _all_differ(speaking: int) -> str:
    return f"{number(speaking).capitalize()} say, and differ"
