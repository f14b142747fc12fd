"""What is wrong with words that are no amount of time, and the nearest right ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidreview.say import ORDINALS, WEEKDAYS, counted, nearest, shortened

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = {
    "working day": "working-day",
    "day": "day",
    "calendar day": "day",
    "hour": "hour",
    "office hour": "hour",
    "week": "week",
    "month": "month",
    "year": "year",
}
"""The word for one unit, and the clock's own word for it."""
ALLOWED = (
    "Write an amount (“3 working days”, “5 to 8 working days”, “10 days”, “48 hours”,"
    " “2 office hours”, “8 weeks”, “6 months”, “1 year”), “same day”, a day of the count"
    " (“day 9”, “day 9 to 10”, “before day 10”, “working day 16”) or a weekday"
    " (“second Tuesday”)."
)
NO_NUMBER = "Where the protocol gives no number, write “limit: not given”."
TURNED = (
    (r"(?:1|an?) fortnight", "2 weeks"),
    (r"an? ([a-z ]+)", r"1 \1"),
    (r"(?:the )?(\d+)(?:st|nd|rd|th) ((?:working |calendar )?day)", r"\2 \1"),
    (r"(\d+ [a-z ]+?) (?:of|after|from|before|between) .+", r"\1"),
)
"""Other ways to say an amount, and how the grammar says it."""


def what_is_wrong(text: str, words: str, right: Callable[[str], str]) -> str:
    """Return what is wrong with ``words``, with the nearest right words where there are some.

    ``text`` is what was written; ``right`` gives the words of the grammar for words that
    are a clock, and nothing for others.
    """
    shown = f"“{shortened(text.strip())}” is not an amount of time."
    if re.fullmatch(r"\d+", words):
        return (
            f"“{words}” has no unit. Write “{counted(int(words), 'working day')}” or"
            f" “{counted(int(words), 'calendar day')}”, or another unit. {ALLOWED}"
        )
    near = _turned(words, right) or _repaired(words, right)
    if near:
        return f"{shown} Did you mean “{near}”?"
    none = "" if re.search(r"\d", words) else f" {NO_NUMBER}"
    return f"{shown} {ALLOWED}{none}"


def _turned(words: str, right: Callable[[str], str]) -> str:
    """Return the right words for one that says an amount in another turn, or nothing."""
    for pattern, turned in TURNED:
        if (match := re.fullmatch(pattern, words)) is not None:
            return right(match.expand(turned))
    return ""


def _repaired(words: str, right: Callable[[str], str]) -> str:
    """Return the words with each one that is misspelt put right, if they then make sense."""
    vocabulary = sorted(
        {part for unit in UNITS for part in (*unit.split(), *f"{unit}s".split())}
        | {"same", "before", "less", "more", "than", "to"}
        | set(ORDINALS)
        | {day.lower() for day in WEEKDAYS}
    )
    plain = [
        word for word in words.split() if word not in {"within", "by", "on", "the"}
    ]
    mended = [
        word if word.isdigit() or word in vocabulary else nearest(word, vocabulary)
        for word in plain
    ]
    if not all(mended) or not mended or mended == words.split():
        return ""
    return right(" ".join(mended))
