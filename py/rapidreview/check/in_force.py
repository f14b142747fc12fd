"""Which local rules are in force on the day asked, which come later, and which document governs.

Nothing here asks a clock: the day comes in with the question, and without one every rule holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.check.local import local_rules
from rapidreview.model import Protocol, holds, in_force_on
from rapidreview.say import in_force_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rapidreview.check.owed import Way
    from rapidreview.model import Given, Ref


@dataclass(frozen=True, kw_only=True)
class ComingHere:
    """A local rule that takes these answers and comes into force later: it raises nothing yet.

    ``starts`` says from when, as a sentence.
    """

    id: str
    title: str
    says: str
    starts: str
    source: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class GovernedHere:
    """One of several documents in force that governs a case like this, and which cases those are."""

    id: str
    title: str
    says: str


def as_at(protocol: Protocol | None, today: date | None) -> Protocol | None:
    """Return ``protocol`` with only the local rules that are in force ``today``."""
    if protocol is None or today is None:
        return protocol
    rules = protocol.partnership.local_rules
    kept = tuple(one for one in rules if in_force_on(protocol.in_force(one), today))
    if kept == rules:
        return protocol
    return Protocol(protocol.national, replace(protocol.partnership, local_rules=kept))


def coming(
    protocol: Protocol | None, today: date | None, given: Given, ways: Iterable[Way]
) -> tuple[ComingHere, ...]:
    """Return the local rules that take these answers and come into force after ``today``."""
    if protocol is None or today is None:
        return ()
    found = []
    for rule in local_rules(protocol, given, ways):
        stretch = protocol.in_force(rule)
        if stretch is None or stretch.from_ <= today.isoformat():
            continue
        words = in_force_words(stretch)
        found.append(
            ComingHere(
                id=rule.id,
                title=rule.title,
                says=rule.says,
                starts=f"Not yet: {words}. Until then it changes no answer.",
                source=rule.source,
            )
        )
    return tuple(found)


def governed_by(
    protocol: Protocol | None, area: str, today: date | None, given: Given
) -> tuple[GovernedHere, ...]:
    """Return the documents that govern a case with these answers, of those that say which."""
    documents = protocol.partnership.documents if protocol else ()
    return tuple(
        GovernedHere(id=one.id, title=one.title, says=one.governs)
        for one in documents
        if one.governs
        and (not area or not one.governs_areas or area in one.governs_areas)
        and (one.governs_when is None or holds(one.governs_when, given))
        and (today is None or in_force_on(one.in_force, today))
    )
