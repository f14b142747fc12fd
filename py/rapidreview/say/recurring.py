"""What comes round in words: "Every 8 weeks from the decision, until publication"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say.english import MONTHS, counted, number

if TYPE_CHECKING:
    from rapidreview.model import Every, Nouns


def often(every: Every) -> str:
    """Return how often: "every 8 weeks", "every quarter", "every March"."""
    if every.month is not None:
        month = MONTHS[every.month - 1]
        return (
            f"every {month}"
            if every.amount == 1
            else f"every {number(every.amount)} years in {month}"
        )
    unit = every.unit.replace("-", " ")
    return f"every {unit if every.amount == 1 else counted(every.amount, unit)}"


def every_words(every: Every, start: str, nouns: Nouns) -> str:
    """Return the whole limit in words; ``start`` is the event it counts from, or ""."""
    words = often(every)
    words = words[0].upper() + words[1:]
    if start:
        words += f" from {nouns.of(start)}"
    return f"{words}, until {nouns.of(every.until)}" if every.until else words
