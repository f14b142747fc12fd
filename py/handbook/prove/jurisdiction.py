"""Proof that the table of jurisdiction tells for every answer who holds a duty or leads.

Proved for every combination of answers that it looks at, and for each of them left out:
one row holds and no row is idle; every word that a rule uses is in the table. Whether it
tells the right body is reckoned a second time in the tests.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from handbook.prove.enumeration import told
from handbook.prove.proof import Failure
from rapidreview.model import asked_by, holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Holder, National


def jurisdiction_faults(national: National) -> Iterator[Failure | None]:
    """Yield for each word and combination of answers None, or what is wrong with the table."""
    options = {
        question.id: ("", *(option.id for option in question.options))
        for question in national.notifiability.questions
    }
    words: set[str] = set()
    for holder in national.jurisdiction.holders:
        for who in holder.who:
            if who in words:
                yield Failure("whose", who, f"two rows of holders say who “{who}” is")
            words.add(who)
        yield from _holder(holder, options)
    for used, part in _used(national):
        if used not in words:
            says = f"{part} names “{used}”, and the table of jurisdiction does not say who that is"
            yield Failure("whose", part, says)


def _holder(
    holder: Holder, options: dict[str, tuple[str, ...]]
) -> Iterator[Failure | None]:
    """Yield what is wrong with the rows for one word."""
    name = " and ".join(holder.who)
    whens = [row.when for row in holder.rows if row.when]
    asked = tuple(dict.fromkeys(one for when in whens for one in asked_by(when)))
    reached: set[int] = set()
    for answers in product(*(options[one] for one in asked)):
        given = {key: one for key, one in zip(asked, answers, strict=True) if one}
        place = next(
            (
                number
                for number, row in enumerate(holder.rows)
                if row.when is None or holds(row.when, given)
            ),
            None,
        )
        if place is None:
            says = f"nobody is named for “{name}” where {told(given)}"
            yield Failure("whose", name, says, given)
            continue
        reached.add(place)
        yield None
    for number in range(len(holder.rows)):
        if number not in reached:
            says = f"row {number + 1} of “{name}” is never reached"
            yield Failure("whose", name, says)


def _used(national: National) -> Iterator[tuple[str, str]]:
    """Yield every word for a bearer or a lead that the rules use, and the rule."""
    table = national.notifiability
    for rule in table.rules:
        yield rule.leads, rule.id
        yield from ((duty.who, rule.id) for duty in rule.duties)
        for case in rule.raised:
            yield case.leads, rule.id
            yield from ((duty.who, rule.id) for duty in case.duties)
    for duty in table.also:
        yield duty.who, duty.id
