"""What a later finding ends: the clocks of a review that need not be finished.

A deadline that has ended is never dropped. It keeps its dates, is no longer due, and
stands under what holds instead. What was done stays done, and so does what began on a
later day than the finding: somebody decided on it afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.dates.clashes.clash import Conflict
from rapidreview.dates.parts import Today
from rapidreview.say import day_of, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Event, Id, Protocol, Statement
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A finding that ended clocks: the event, its label, its day, and what holds then."""

    event: Id
    label: str
    date: Moment
    says: tuple[Statement, ...]


@dataclass(frozen=True)
class Reach:
    """What an event ends: clocks that run ``from_`` an event, or run ``to`` one."""

    event: Event
    from_: frozenset[Id]
    to: frozenset[Id]

    def holds(self, due: Due) -> bool:
        """Return whether the clock of ``due`` is one of those."""
        return due.from_ in self.from_ or due.to_event in self.to


def reaches(protocol: Protocol) -> tuple[Reach, ...]:
    """Return, for each event that ends clocks here, which ones.

    From the events that it ``ends`` follow all that cannot precede them, and all that
    a deadline counted from them leads to. A clock to something that had to come before
    the finding goes on: the notification itself is never undone.
    """
    events, law = protocol.events, protocol.national
    after = {name: set(event.after) for name, event in events.items()}
    for event in law.events:  # what a partnership's own words leave out
        after[event.id] |= set(event.after)
    for deadline in (*law.deadlines, *protocol.partnership.deadlines):
        if deadline.to_event in after and deadline.readings:
            after[deadline.to_event].add(deadline.from_)
    found = []
    for event in events.values():
        if event.ends:
            reached = _follow(set(event.ends), after) - {event.id}
            before = _back(event.id, events)
            found.append(Reach(event, frozenset(reached), frozenset(reached - before)))
    return tuple(found)


def _follow(found: set[Id], after: dict[Id, set[Id]]) -> set[Id]:
    """Return ``found`` and every event that comes after one of them."""
    while True:
        more = {name for name, earlier in after.items() if earlier & found} - found
        if not more:
            return found
        found |= more


def _back(name: Id, events: Mapping[Id, Event]) -> set[Id]:
    """Return every event that ``name`` cannot precede."""
    found: set[Id] = set()
    waiting = [name]
    while waiting:
        event = events.get(waiting.pop())
        more = set(event.after) - found if event else set()
        found |= more
        waiting += more
    return found


def with_ends(
    deadlines: list[Due], over: tuple[Reach, ...], known: Known
) -> tuple[Due, ...]:
    """Return the deadlines, those that a finding of ``over`` ended in the state "ended"."""
    found = []
    for item in deadlines:
        due = item
        for reach in over:
            day = day_of(known.moments[reach.event.id])
            if (
                due.state != "done"
                and reach.holds(due)
                and not _afresh(due, known, day)
            ):
                due = _ended(due, reach.event, day)
        found.append(due)
    return tuple(found)


def _afresh(due: Due, known: Known, day: date) -> bool:
    start = due.from_date or known.moments.get(due.from_)
    return start is not None and day_of(start) > day


def _ended(due: Due, event: Event, day: date) -> Due:
    notes = [f"No longer due: {event.label}, {short_date(day)}."]
    if due.latest is not None and day_of(due.latest) < day:
        notes.append("Its latest date had passed by then.")
    return replace(
        due,
        today=Today(state="ended"),
        dates=replace(due.dates, lacks=None),
        expected=None,
        notes=(*due.notes, *notes),
    )


def over_by(
    found: tuple[Reach, ...], known: Known, today: date | None
) -> tuple[Reach, ...]:
    """Return the findings that were made by ``today``; all that are known without it."""
    return tuple(
        reach
        for reach in found
        if (moment := known.moments.get(reach.event.id)) is not None
        and (today is None or day_of(moment) <= today)
    )


def endings(over: tuple[Reach, ...], known: Known) -> tuple[Ended, ...]:
    """Return what is said of each finding that ended clocks."""
    return tuple(
        Ended(
            event=reach.event.id,
            label=reach.event.label,
            date=known.moments[reach.event.id],
            says=reach.event.says,
        )
        for reach in over
    )


def not_yet(
    found: tuple[Reach, ...], over: tuple[Reach, ...], known: Known
) -> Iterator[Conflict]:
    """Yield a clash for each finding whose day is still to come: it ends nothing yet."""
    for reach in found:
        moment = known.moments.get(reach.event.id)
        if moment is not None and reach not in over:
            yield Conflict(
                kind="not-yet",
                says=f"{reach.event.label} ({long_date(moment)}) is still to come."
                " Until then every date holds.",
                short="Still to come: until then every date holds.",
                events=(reach.event.id,),
                source=reach.event.source,
            )
