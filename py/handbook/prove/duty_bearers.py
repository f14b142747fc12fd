"""Who bears a duty once the answers are settled, told apart by body and not by words.

The table of jurisdiction tells it; :mod:`handbook.prove.jurisdiction` proves the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import holders
from rapidreview.model import asked_by

if TYPE_CHECKING:
    from rapidreview.model import Given, Jurisdiction


class Bearers:
    """The bodies that hold each duty, kept by the answers that decide it."""

    def __init__(self, law: Jurisdiction) -> None:
        self.law = law
        self.asks: dict[str, tuple[str, ...]] = {
            who: tuple(
                dict.fromkeys(
                    name
                    for row in holder.rows
                    if row.when
                    for name in asked_by(row.when)
                )
            )
            for holder in law.holders
            for who in holder.who
        }
        self._seen: dict[tuple[str | None, ...], frozenset[str]] = {}

    def of(self, who: str, given: Given) -> frozenset[str]:
        """Return the ids of the bodies that ``who`` of a duty comes to."""
        key = (who, *(given.get(name) for name in self.asks.get(who, ())))
        if key not in self._seen:
            found = holders(self.law, who, given)
            self._seen[key] = frozenset(one.id for one in found)
        return self._seen[key]
