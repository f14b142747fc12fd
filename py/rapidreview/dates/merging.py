"""Local and national deadlines, put together for one partnership.

A national deadline that the protocol has its own version of stands beside it;
one without a local version is listed as national, and so is one that the
protocol names without giving a time. A deadline that is capped is due on the
earlier of the local and the national date, with both told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.dating import date_deadline
from rapidreview.dates.exceptions.missed import with_missed
from rapidreview.dates.exceptions.validity import with_validity
from rapidreview.dates.exceptions.ways import as_taken
from rapidreview.dates.parts import Cap
from rapidreview.dates.rounds import with_rounds
from rapidreview.days import order_key

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.parts import Dated, Dates
    from rapidreview.dates.result import Known
    from rapidreview.model import Deadline, Protocol


def all_deadlines(protocol: Protocol, known: Known, today: date | None) -> list[Due]:
    """Return every deadline that holds here, dated as far as the events are known."""

    def national(deadline: Deadline, known: Known) -> Due:
        return with_rounds(date_deadline(deadline, known, national=True), known, today)

    def own(deadline: Deadline, known: Known) -> Due:
        due = date_deadline(
            deadline,
            known,
            who_label=protocol.label(deadline.who),
            steps=protocol.partnership.steps,
        )
        due = as_taken(due, protocol.ways, known)
        due = with_validity(with_rounds(due, known, today), protocol, known.area)
        return _beside(due, law.get(deadline.national), capped=deadline.capped)

    law = {
        due.id: due
        for due in with_missed(
            [national(one, known) for one in protocol.national_deadlines.values()],
            national,
            known,
            today,
        )
    }
    local = [own(one, known) for one in protocol.whole_deadlines]
    found = with_missed(local, own, known, today, law)
    taken = {due.id for due in found}
    for deadline in protocol.only_national_deadlines:
        due = replace(law[deadline.id], acts=protocol.label(deadline.who))
        if due.id in taken:
            other = replace(due.deadline, id=f"national-{due.id}")
            due = replace(due, deadline=other)
        found.append(due)
    return found


def _beside(due: Due, law: Due | None, *, capped: bool) -> Due:
    """Return ``due`` with its national counterpart told, and capped by it where it must be."""
    if law is None:
        return due
    if not due.readings and due.deadline.every is None:
        return _from_law(due, law)
    due = replace(due, law=law.latest)
    if not capped or law.latest is None:
        return due
    return replace(
        due,
        capped_by=Cap(local=due.latest, national=law.latest),
        dates=_earlier(due.dates, law.dates),
        before=_earlier(due.before, law.before),
    )


def _from_law(due: Due, law: Due) -> Due:
    """Return the national date for what the protocol names but gives no time for."""
    own = due.deadline
    named = replace(
        law.deadline,
        id=own.id,
        what=own.what,
        who=own.who,
        step=own.step,
        status="national",
        applies=own.applies,
        national=own.national,
        no_time=own.no_time,
        every=own.every,
        unless=own.unless,
        suspended=own.suspended,
        in_force=own.in_force,
        source=tuple(dict.fromkeys((*law.source, *own.source))),
    )
    return replace(law, deadline=named, acts=due.acts, validity=due.validity)


def _earlier(ours: Dates, law: Dates) -> Dates:
    """Return the earlier of both latest dates, with the earlier of both dates to aim for."""
    dates = ours if _first(ours.latest, law.latest) is ours.latest else law
    return replace(dates, aim=_first(ours.aim, law.aim))


def _first(ours: Dated, law: Dated) -> Dated:
    """Return the earlier of two dates, ours where they are the same or only ours is known."""
    if law.moment is None:
        return ours
    if ours.moment is None:
        return law
    return ours if order_key(ours.moment) <= order_key(law.moment) else law
