"""One deadline: from what is known to its dates, with every reading and the working.

Where the words are open there are two dates. ``latest`` comes from the reading
the handbook uses; ``aim_for`` is the earliest that any accepted reading gives.
Dates are literal and never moved; the last working day on or before each stands
beside it. What cannot be dated says what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.due import Due
from rapidreview.dates.lacking import BeyondHorizon, NoNumber
from rapidreview.dates.parts import Dated, Dates, IfSo, Replaced, Start
from rapidreview.dates.result import Known, ReadingDate
from rapidreview.dates.several import counting_one
from rapidreview.days import (
    Count,
    PastHorizonError,
    TimeNeededError,
    Working,
    order_key,
    working,
)
from rapidreview.model import Reading, limit_guess
from rapidreview.say import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Clock, Deadline, Id, OtherLimit, Replacement, Step

__all__ = ["Due", "Known", "ReadingDate", "date_deadline"]


def date_deadline(
    deadline: Deadline,
    known: Known,
    *,
    who_label: str = "",
    national: bool = False,
    steps: Iterable[Step] = (),
) -> Due:
    """Return ``deadline`` with all its readings dated, as far as the events are known.

    ``steps`` are the partnership's, among which the one that it limits is found.
    """
    guess = limit_guess(deadline, steps)
    readings = tuple(_read(deadline, reading, known) for reading in deadline.readings)
    accepted = [r for r in readings if r.use != "rejected"]
    latest = next((r for r in accepted if r.use == "latest"), None)
    event = (latest.from_ if latest else "") or deadline.from_
    start = Start(
        event=event,
        label=known.label(event) if event else "",
        date=latest.from_date if latest else None,
    )
    due = Due(
        deadline=deadline,
        acts=who_label,
        guess=guess,
        national=national,
        dates=Dates(start=start),
        readings=readings,
        done_on=known.moments.get(deadline.to_event),
    )
    if latest is not None:
        due = _with_dates(due, latest, accepted, known)
    if deadline.also:
        others = (_other(deadline, one, known) for one in deadline.also)
        due = counting_one(due, tuple(others), known)
    due = replace(due, if_so=_if_so(deadline, known), before=due.dates)
    for item in deadline.replaced_by:
        due = _replace(due, item, known)
    return due


def _other(deadline: Deadline, limit: OtherLimit, known: Known) -> Due:
    """Return one more limit of ``deadline``, dated by itself."""
    alone = replace(
        deadline,
        from_=limit.from_,
        or_from=limit.or_from,
        direction=limit.direction,
        readings=limit.readings,
        also=(),
        otherwise=(),
        replaced_by=(),
    )
    return date_deadline(alone, known)


def _if_so(deadline: Deadline, known: Known) -> tuple[IfSo, ...]:
    """Return the dates that hold instead if something is so."""
    found = []
    for limit in deadline.otherwise:
        own = Reading(id="if", means=limit.if_, use="latest", clock=limit.clock)
        dated = _read(deadline, replace(own, from_=limit.from_), known)
        found.append(
            IfSo(
                limit=limit,
                moment=dated.date,
                working_day=dated.last_working_day,
            )
        )
    return tuple(found)


def _read(deadline: Deadline, reading: Reading, known: Known) -> ReadingDate:
    event = reading.from_ or deadline.from_
    others = () if reading.from_ else deadline.or_from
    found = known.first((event, *others))
    result = ReadingDate(
        id=reading.id,
        means=reading.means,
        use=reading.use,
        why=reading.why,
        from_=found[0] if found else event,
        from_date=found[1] if found else None,
        assumed=_assumed(event, others, found[0], known) if found else "",
    )
    if reading.clock is None:
        return replace(result, lacks=NoNumber())
    if found is None:
        return replace(result, lacks=known.lacking(event, others))
    back = deadline.direction == "before"
    return _count(result, reading.clock, known, back=back)


def _assumed(event: Id, others: tuple[Id, ...], found: Id, known: Known) -> str:
    """Return what is assumed where the clock starts with another event than its own."""
    if found == event:
        return ""
    if found in others:
        return (
            f"No date was entered for {known.noun(event)}, so this counts from"
            f" {known.noun(found)}."
        )
    return known.events[event].assumed if event in known.events else ""


def _count(
    result: ReadingDate, clock: Clock, known: Known, *, back: bool
) -> ReadingDate:
    count = Count(
        clock, known.rules[clock.counting], known.calendar, back, known.office
    )
    start = result.from_date
    if start is None:
        return result
    try:
        due = count.due(start)
        first = count.due(start, first=True)
        label = known.label(result.from_)
        shown = Working()
        if known.explain:
            shown = working(count, label, start, due, known.closures)
        return replace(
            result,
            date=due,
            first=first,
            last_working_day=known.last_working(due),
            working=shown,
        )
    except PastHorizonError as fault:
        return replace(result, lacks=BeyondHorizon(str(fault)))
    except TimeNeededError:
        lacks = replace(known.lacking(result.from_), time=True)
        return replace(result, lacks=lacks)


def _with_dates(
    due: Due, latest: ReadingDate, accepted: list[ReadingDate], known: Known
) -> Due:
    dates = replace(due.dates, working=latest.working, lacks=latest.lacks)
    dated = [(r.first, r) for r in accepted if r.first is not None]
    if not dated:
        return replace(due, dates=dates)
    aim_for, aim = min(dated, key=lambda pair: order_key(pair[0]))
    if latest.date is not None and order_key(latest.date) < order_key(aim_for):
        aim_for, aim = latest.date, latest
    return replace(
        due,
        dates=replace(
            dates,
            latest=known.dated(latest.date, latest.means),
            aim=known.dated(aim_for, aim.means),
        ),
        notes=tuple(dict.fromkeys(r.assumed for r in accepted if r.assumed)),
    )


def _replace(due: Due, item: Replacement, known: Known) -> Due:
    """Return ``due`` with the date that a later fact puts in its place, if it is known."""
    moment = known.moments.get(item.event)
    if moment is None:
        return due
    label = known.label(item.event)
    result = ReadingDate(
        id=item.event,
        means=item.says,
        use="latest",
        from_=item.event,
        from_date=moment,
    )
    if item.clock is not None:
        result = _count(result, item.clock, known, back=False)
    else:
        shown = Working(says=f"{label}: {long_date(moment)}.")
        result = replace(result, date=moment, working=shown)
    if result.date is None:
        undated = Dated(means=due.dates.latest.means)
        dates = replace(due.dates, latest=undated, lacks=result.lacks)
        return replace(due, dates=dates)
    if item.only_later and due.latest is not None:
        new, old = order_key(result.date), order_key(due.latest)
        if new <= old:
            stands = f"That would give {long_date(result.date)}, which is not later."
            return replace(due, notes=(*due.notes, f"{item.says} {stands}"))
    dated = known.dated(result.date, item.says)
    return replace(
        due,
        dates=Dates(
            start=Start(event=item.event, label=label, date=moment),
            latest=dated,
            aim=dated,
            working=result.working,
        ),
        replacements=(*due.replacements, Replaced(by=item, before=due.latest)),
    )
