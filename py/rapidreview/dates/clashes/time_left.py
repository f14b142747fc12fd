"""Whether the working days that are left are enough: from the start, and from today.

A later date that was agreed moves the limit. It starts nothing, so the steps
still run from the event that the clock itself runs from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.dates.clashes.clash import Conflict
from rapidreview.days import PastHorizonError
from rapidreview.say import counted, day_of, long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Protocol
    from rapidreview.say import Moment


def chains(
    protocol: Protocol,
    deadlines: tuple[Due, ...],
    known: Known,
    today: date | None,
) -> Iterator[Conflict]:
    """Yield the printed chains of steps that do not fit, from their start or from today."""
    by_id = {due.id: due for due in deadlines}
    agreed = {
        r.event for item in protocol.partnership.deadlines for r in item.replaced_by
    }
    agreed |= {due.from_ for due in deadlines if due.replaced}
    steps = [day_of(known.moments[e]) for e in known.moments if e not in agreed]
    for chain in protocol.partnership.chains:
        due = by_id.get(chain.deadline)
        began = _began(due) if due else None
        if due is None or began is None or due.latest_working_day is None:
            continue
        days = sum(spend.days for spend in chain.spend)
        limit, start = due.latest_working_day, day_of(began)
        takes = f"{chain.says} That takes {counted(days, 'working day')}"
        untouched = not any(day > start for day in steps)
        try:
            if known.calendar.add(start, days) > limit:
                end = long_date(known.calendar.add(start, days))
                says = f"{takes}, to {end}; the limit is {long_date(limit)}."
                kind = "cannot-be-kept"
            elif today and today > start and untouched and due.done_on is None:
                end = long_date(known.calendar.add(today, days))
                if known.calendar.add(today, days) <= limit:
                    continue
                says = (
                    f"Too few working days are left. {takes}; from today, to {end}."
                    f" The limit is {long_date(limit)}."
                )
                kind = "too-few"
            else:
                continue
        except PastHorizonError:
            continue
        yield Conflict(kind=kind, says=says, deadlines=(due.id,), source=chain.source)


def _began(due: Due) -> Moment | None:
    """Return when the clock started, also where a date that was agreed replaced its end."""
    used = next((r for r in due.readings if r.use == "latest"), None)
    if used is not None and due.replaced and due.from_date == due.latest:
        return used.from_date
    return due.from_date


def too_few(
    deadlines: tuple[Due, ...], known: Known, today: date | None
) -> Iterator[Conflict]:
    """Yield what had to come before a date that is still ahead, and is already late for it."""
    for due in deadlines:
        late = due.direction == "before" and due.done_on is None and due.bound != "aim"
        if not late or today is None or due.latest is None or due.from_date is None:
            continue
        ahead = day_of(due.from_date)
        if not day_of(due.latest) < today <= ahead or due.national:
            continue
        try:
            left = counted(known.calendar.between(today, ahead), "working day")
        except PastHorizonError:
            continue
        yield Conflict(
            kind="too-few",
            says=f"Too few working days are left before “{known.label(due.from_)}”"
            f" ({long_date(due.from_date)}): {left}. “{due.what}” was due on"
            f" {long_date(due.latest)}.",
            short=f"Too late for “{due.what}”, due {short_date(due.latest)}.",
            events=(due.from_,),
            deadlines=(due.id,),
            source=due.source,
        )
