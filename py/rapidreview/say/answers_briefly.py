"""Telling a set of answers briefly: "here or abroad, and looked after by us".

A duty that hangs on open questions holds for some of the ways they may turn out.
Listing them one by one would bury the point, so they are told in blocks.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rapidreview.say.english import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapidreview.model.base import Option

type Block = list[list[tuple[str, str]]]
"""For each question that matters, the (question, answer) pairs that it allows."""


def if_answered(option: Option) -> str:
    """Return an answer as it reads after "if": "the child died"."""
    return option.said or f"you answer “{option.label}”"


def any_of(phrases: Sequence[str]) -> str:
    """Return phrases of which one holds, what several begin with said once.

    "the child died", "the child was harmed" becomes "the child died or was harmed".
    """
    groups: list[list[str]] = []
    for phrase in dict.fromkeys(phrases):
        if groups and _shared([*groups[-1], phrase]) >= SHARED:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return ", or ".join(map(_once, groups))


SHARED = 2
"""So many words in common at the start are said once."""


def _shared(phrases: list[str]) -> int:
    """Return how many words all of ``phrases`` begin with; none of them is used up whole."""
    words = [phrase.split() for phrase in phrases]
    least = min(map(len, words)) - 1
    same = takewhile(
        lambda place: len({one[place] for one in words}) == 1, range(least)
    )
    return len(list(same))


def _once(phrases: list[str]) -> str:
    start = phrases[0].split()[: _shared(phrases)] if len(phrases) > 1 else []
    ends = [" ".join(phrase.split()[len(start) :]) for phrase in phrases]
    return " ".join([*start, listed(ends, "or")])


def blocks(settled: list[dict[str, str]], every: dict[str, int]) -> list[Block]:
    """Return ``settled`` in as few blocks as telling it question by question needs.

    ``every`` holds the number of answers that each question may have; a question
    that allows them all is left out of its block.
    """
    if not every:
        return [[]]
    name, *rest = every
    by_rest: dict[str, tuple[list[str], list[dict[str, str]]]] = {}
    for value in dict.fromkeys(one[name] for one in settled):
        left = [
            {key: one[key] for key in rest} for one in settled if one[name] == value
        ]
        by_rest.setdefault(repr(left), ([], left))[0].append(value)
    found: list[Block] = []
    for values, left in by_rest.values():
        own = [] if len(values) == every[name] else [[(name, one) for one in values]]
        inner = blocks(left, {key: every[key] for key in rest})
        found.extend([*own, *block] for block in inner)
    return found
