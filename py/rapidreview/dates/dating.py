"""One deadline: from what is known to its dates, with every reading and the working.

Where the words are open there are two dates. ``latest`` comes from the reading
the handbook uses; ``aim_for`` is the earliest that any accepted reading gives.
Dates are literal and never moved; the last working day on or before each stands
beside it. What cannot be dated says what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.result import Due, Known, ReadingDate
from rapidreview.days import (
    Count,
    PastHorizonError,
    TimeNeededError,
    Working,
    order_key,
    working,
)
from rapidreview.model import limit_guess
from rapidreview.say import long_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Clock, Deadline, Reading, Replacement, Step

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
    due = Due(
        id=deadline.id,
        what=deadline.what,
        who=deadline.who,
        who_label=who_label or deadline.who.replace("-", " "),
        step=deadline.step,
        from_=event,
        from_label=known.label(event) if event else "",
        from_date=latest.from_date if latest else None,
        to_event=deadline.to_event,
        direction=deadline.direction,
        bound=deadline.bound,
        standing=deadline.standing,
        national=national,
        status=deadline.status,
        who_status=guess.who,
        reason=guess.reason,
        applies=deadline.applies,
        printed=deadline.printed,
        unit_stated=deadline.unit_stated,
        readings=readings,
        words=deadline.no_time,
        counterpart=deadline.national,
        missing=latest.missing if latest else "",
        working=latest.working if latest else Working(text=""),
        done_on=known.moments.get(deadline.to_event),
        source=deadline.source,
    )
    if latest is not None:
        due = _with_dates(due, latest, accepted, known)
    for item in deadline.replaced_by:
        due = _replace(due, item, known)
    return due


def _read(deadline: Deadline, reading: Reading, known: Known) -> ReadingDate:
    event = reading.from_ or deadline.from_
    found = known.find(event)
    result = ReadingDate(
        id=reading.id,
        means=reading.means,
        use=reading.use,
        why=reading.why,
        from_=found[0] if found else event,
        from_date=found[1] if found else None,
        assumed=known.events[event].assumed if found and found[0] != event else "",
    )
    if reading.clock is None:
        return replace(result, missing="No date: the source gives no number.")
    if found is None:
        return replace(result, missing=known.ask(event))
    back = deadline.direction == "before"
    return _count(result, reading.clock, known, back=back)


def _count(
    result: ReadingDate, clock: Clock, known: Known, *, back: bool
) -> ReadingDate:
    count = Count(clock, known.rules[clock.counting], known.calendar, back)
    start = result.from_date
    if start is None:
        return result
    try:
        due = count.due(start)
        first = count.due(start, first=True)
        label = known.label(result.from_)
        shown = Working(text="")
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
        return replace(result, missing=str(fault))
    except TimeNeededError:
        label = known.label(result.from_)
        return replace(
            result, missing=f"No date until you enter the time of day of: {label}."
        )


def _with_dates(
    due: Due, latest: ReadingDate, accepted: list[ReadingDate], known: Known
) -> Due:
    dated = [(r.first, r) for r in accepted if r.first is not None]
    if not dated:
        return due
    aim_for, aim = min(dated, key=lambda pair: order_key(pair[0]))
    if latest.date is not None and order_key(latest.date) < order_key(aim_for):
        aim_for, aim = latest.date, latest
    return replace(
        due,
        latest=latest.date,
        latest_working_day=known.last_working(latest.date),
        latest_means=latest.means,
        aim_for=aim_for,
        aim_working_day=known.last_working(aim_for),
        aim_means=aim.means,
        notes=tuple(dict.fromkeys(r.assumed for r in accepted if r.assumed)),
    )


def _replace(due: Due, item: Replacement, known: Known) -> Due:
    """Return ``due`` with the date that a later fact puts in its place, if it is known."""
    moment = known.moments.get(item.event)
    if moment is None:
        return due
    result = ReadingDate(
        id=item.event,
        means=item.says,
        use="latest",
        from_=item.event,
        from_date=moment,
        date=moment,
    )
    if item.clock is not None:
        result = _count(replace(result, date=None), item.clock, known, back=False)
    else:
        text = f"{known.label(item.event)}: {long_date(moment)}."
        result = replace(result, working=Working(text=text))
    if result.date is None:
        return replace(
            due, latest=None, latest_working_day=None, missing=result.missing
        )
    if item.only_later and due.latest is not None:
        new, old = order_key(result.date), order_key(due.latest)
        if new <= old:
            stands = f"That would give {long_date(result.date)}, which is not later."
            return replace(due, notes=(*due.notes, f"{item.says} {stands}"))
    before = f" Before that it was {long_date(due.latest)}." if due.latest else ""
    last = known.last_working(result.date)
    return replace(
        due,
        latest=result.date,
        latest_working_day=last,
        latest_means=item.says,
        aim_for=result.date,
        aim_working_day=last,
        aim_means=item.says,
        from_=item.event,
        from_label=known.label(item.event),
        from_date=moment,
        replaced=f"{item.says}{before}",
        missing="",
        working=result.working,
        source=tuple(dict.fromkeys((*due.source, *item.source))),
    )
