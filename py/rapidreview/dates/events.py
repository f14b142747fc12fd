"""The events of one partnership, and which of them change anything there.

An event is asked for only where a date, or the state of a deadline, follows from
it: a field that moves nothing would look as if it had been taken into account.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import (
        Deadline,
        Event,
        Id,
        National,
        Partnership,
        Replacement,
    )


def events_of(national: National, partnership: Partnership) -> dict[Id, Event]:
    """Return the events by id: the partnership's own, then the national ones it left out."""
    events = {event.id: event for event in partnership.events}
    for event in national.events:
        events.setdefault(event.id, event)
    return events


def events_used(national: National, partnership: Partnership) -> tuple[Event, ...]:
    """Return the events that change anything here: a form needs a field for each."""
    events = events_of(national, partnership)
    used: set[Id] = {event.id for event in events.values() if event.ends}
    law = {one.id: one for one in national.deadlines}
    for deadline in (*partnership.deadlines, *national.deadlines):
        used |= set(_moving(with_national(deadline, law.get(deadline.national))))
    waiting = list(used)
    while waiting:
        event = events.get(waiting.pop())
        if event and event.if_blank and event.if_blank not in used:
            used.add(event.if_blank)
            waiting.append(event.if_blank)
    return tuple(event for event in events.values() if event.id in used)


def with_national(deadline: Deadline, law: Deadline | None) -> Deadline:
    """Return the local ``deadline`` with what replaces ``law``, the national one it stands for.

    A later fact that replaces the national date replaces the local one too, marked as
    national, unless the protocol says itself what that fact does.
    """
    if law is None:
        return deadline
    return replace(
        deadline, replaced_by=(*deadline.replaced_by, *_inherited(deadline, law))
    )


def _inherited(deadline: Deadline, law: Deadline) -> Iterator[Replacement]:
    own = {item.event for item in deadline.replaced_by}
    for item in law.replaced_by:
        if item.event not in own:
            yield replace(item, status="national")


def _moving(deadline: Deadline) -> Iterator[Id]:
    """Yield the events that date ``deadline``, put another date in its place, or end it."""
    for reading in deadline.readings:
        if reading.clock is not None and reading.use != "rejected":
            yield reading.from_ or deadline.from_
    yield from (item.event for item in deadline.replaced_by)
    if deadline.to_event:
        yield deadline.to_event
