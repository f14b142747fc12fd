"""Limits that hold on some ways out of a decision only: which way the dates show was taken.

A way shows by an event that only it leads to. While no event shows a way, the limit may
still hold: it is dated, and its words say when it applies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.parts import Today
from rapidreview.say import day_of, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Id
    from rapidreview.model.ways import Ways


def as_taken(due: Due, ways: Mapping[Id, Ways], known: Known) -> Due:
    """Return ``due`` as one that applies, where an event shows that its way was taken."""
    here = ways.get(due.id)
    if here is None or not any(True for _ in _shown(here.taken, known, None)):
        return due
    return replace(due, deadline=replace(due.deadline, applies=""))


def with_other_ways(
    deadlines: Iterable[Due], ways: Mapping[Id, Ways], known: Known, today: date | None
) -> Iterator[Due]:
    """Yield the deadlines; one whose way was not taken is no longer due, and says why."""
    for due in deadlines:
        here = ways.get(due.id)
        shown = next(_shown(here.other, known, today), None) if here else None
        taken = here is not None and any(True for _ in _shown(here.taken, known, None))
        if shown is None or taken or due.state == "done":
            yield due
            continue
        moment = known.moments[shown]
        why = f"Not due: another way was taken. {known.label(shown)}, {short_date(moment)}."
        yield replace(
            due,
            today=Today(state="ended"),
            dates=replace(due.dates, lacks=None),
            expected=None,
            notes=(*due.notes, why),
        )


def _shown(events: frozenset[Id], known: Known, today: date | None) -> Iterator[Id]:
    """Yield those of ``events`` that have happened by ``today``, in order of their ids."""
    for event in sorted(events):
        moment = known.moments.get(event)
        if moment is not None and (today is None or day_of(moment) <= today):
            yield event
