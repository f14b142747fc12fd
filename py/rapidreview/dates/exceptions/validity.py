"""Which text is in force: a limit goes by the one in force on the day its clock starts.

A clock has days of its own, or those of the document that it is in. Where the start lies
outside them it gives no date, and a national limit takes its place. Where the start lies
inside and the date outside, the case straddles the change, and both are told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from rapidreview.dates.clashes.clash import Conflict
from rapidreview.dates.parts import Dates
from rapidreview.days import order_key
from rapidreview.model import in_force_on
from rapidreview.say import day_of, in_force_words, listed, long_date, plain_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Id, InForce, Protocol, Ref

RULE = "A limit goes by the text in force on the day its clock starts."
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Validity:
    """The days on which a limit is in force, and how the case lies to them.

    ``state`` is "open" while the start has no date, "in", "straddles" or "out".
    """

    says: str
    state: Literal["open", "in", "straddles", "out"]


def with_validity(due: Due, protocol: Protocol, area: Id = "") -> Due:
    """Return ``due`` with how it lies to its text: without a date where that is not in force,
    or governs other areas than ``area``.
    """
    governs = protocol.governs(due.deadline)
    if area and governs and area not in governs:
        where = listed(protocol.in_areas(governs))
        return _out(due, f"Not counted: its text governs cases in {where}.")
    stretch = protocol.in_force(due.deadline)
    if stretch is None:
        return due
    days = in_force_words(stretch)
    start = due.from_date
    if start is None:
        return _within(due, stretch, days)
    if not in_force_on(stretch, day_of(start)):
        says = (
            f"Not counted by this text: {days}; its clock starts on {long_date(start)}."
        )
        return _out(due, says)
    due = _within(due, stretch, days)
    said = f"Counted by the text in force on the day its clock starts ({days})"
    if due.latest is None or in_force_on(stretch, day_of(due.latest)):
        return replace(due, validity=Validity(says=f"{said}.", state="in"))
    says = f"{said}. The case straddles the change: the date lies outside those days."
    return replace(due, validity=Validity(says=says, state="straddles"))


def _out(due: Due, says: str) -> Due:
    """Return ``due`` without a date, and why."""
    return replace(
        due,
        dates=Dates(start=due.dates.start),
        readings=(),
        rounds=replace(due.rounds, next=(), before=None),
        validity=Validity(says=says, state="out"),
    )


def _within(due: Due, stretch: InForce, days: str) -> Due:
    """Return ``due`` with the days told, and what comes round kept to them."""
    times = tuple(
        one
        for one in due.rounds.next
        if (not stretch.until or one.first.isoformat() <= stretch.until)
        and (not stretch.from_ or one.last.isoformat() >= stretch.from_)
    )
    says = f"{days[0].upper()}{days[1:]}."
    return replace(
        due,
        rounds=replace(due.rounds, next=times),
        validity=Validity(says=says, state="open"),
    )


def straddling(protocol: Protocol, known: Known) -> Iterator[Conflict]:
    """Yield a clash for each change of text that lies between two of the dates given."""
    given = sorted(known.moments, key=lambda name: order_key(known.moments[name]))
    for what, stretch, source in _stretches(protocol):
        for boundary in _boundaries(stretch):
            before = [n for n in given if day_of(known.moments[n]) < boundary]
            after = [n for n in given if n not in before]
            if not before or not after:
                continue
            left, right = before[-1], after[0]
            yield Conflict(
                kind="straddles",
                says=f"The case straddles a change of text: “{what}” is"
                f" {in_force_words(stretch)}. {known.label(left)} is before the change"
                f" ({long_date(known.moments[left])}), {known.label(right)} after it"
                f" ({long_date(known.moments[right])}). {RULE}",
                short=f"The text changed on {plain_date(boundary)}. {RULE}",
                events=(left, right),
                source=source,
            )


def _stretches(
    protocol: Protocol,
) -> Iterator[tuple[str, InForce, tuple[Ref, ...]]]:
    for document in protocol.partnership.documents:
        if document.in_force is not None:
            yield document.title, document.in_force, ()
    for one in protocol.partnership.deadlines:
        if one.in_force is not None:
            yield one.what, one.in_force, one.source


def _boundaries(stretch: InForce) -> Iterator[date]:
    """Yield the first day of the text, and the first day after it."""
    if stretch.from_:
        yield date.fromisoformat(stretch.from_)
    if stretch.until:
        yield date.fromisoformat(stretch.until) + ONE_DAY
