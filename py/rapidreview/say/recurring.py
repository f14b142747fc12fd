"""Times that are no single limit, in words: what comes round, what is put aside, what is in
force: "Every 8 weeks from the decision, until publication"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rapidreview.say.english import MONTHS, counted, listed, number, plain_date

if TYPE_CHECKING:
    from rapidreview.model import Deadline, Every, InForce, Nouns


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


def unless_words(deadline: Deadline) -> str:
    """Return what puts a limit aside: "unless the police object"; "" where nothing does."""
    words = listed((one.says for one in deadline.unless), "or")
    return f"unless {words}" if words else ""


def in_force_words(stretch: InForce) -> str:
    """Return "in force from 1 September 2026 until 31 August 2027"."""
    words = "in force"
    if stretch.from_:
        words += f" from {plain_date(date.fromisoformat(stretch.from_))}"
    if stretch.until:
        words += f" until {plain_date(date.fromisoformat(stretch.until))}"
    return words
