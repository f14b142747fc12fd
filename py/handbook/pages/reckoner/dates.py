"""The ready reckoner: for every working day of a year, the dates that follow from it.

Data only; a page sets it in a table that prints and needs no script. One table
for each event that clocks run from, one column for each such deadline.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.dates import Due, Known, date_deadline, with_validity
from rapidreview.model import Reading
from rapidreview.say import iso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Event, Protocol
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Column:
    """One deadline of a table, and the assumptions its two dates rest on."""

    deadline: Deadline
    latest_means: str
    aim_means: str
    national: bool


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The two dates of one deadline, or none where they lie beyond the horizon."""

    latest: Moment | None
    aim_for: Moment | None
    latest_working_day: dt.date | None
    in_force: bool = True
    """False where the text is not in force on the day."""


@dataclass(frozen=True, kw_only=True)
class DatesRow:
    """A working day on which the event happens, and a cell for each column."""

    day: dt.date
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class YearTable:
    """The dates that follow from one event on every working day of one year."""

    event: Event
    year: int
    columns: tuple[Column, ...]
    rows: tuple[DatesRow, ...]


def years(calendar: Calendar) -> tuple[int, ...]:
    """Return the years for which there is a reckoner."""
    return tuple(range(calendar.first.year, calendar.last.year + 1))


def reckoner(
    protocol: Protocol, calendar: Calendar, year: int
) -> tuple[YearTable, ...]:
    """Return the tables of ``year``, in the order in which the events are declared.

    Deadlines in hours and those that only look back from a planned event, or
    that apply to some cases only, are left out, and so are those of which one limit
    runs from another event. A limit that holds only if something is so has a column of
    its own. National deadlines without a
    local date of their own are in it, marked. An event that stands in for another
    while that is not known has the other's deadlines in its table as well.
    """
    days = _working_days(calendar, year)
    tables = []
    events = protocol.events.values()
    for event in events:
        stands_for = {event.id, *(e.id for e in events if e.if_blank == event.id)}
        timed = [
            d
            for d in _timed(protocol)
            if d[0].from_ in stands_for or event.id in d[0].or_from
        ]
        if timed:
            tables.append(_table(protocol, calendar, event, timed, days))
    return tuple(tables)


def _working_days(calendar: Calendar, year: int) -> list[dt.date]:
    first = dt.date(year, 1, 1)
    days = (first + dt.timedelta(days=n) for n in range(366))
    return [day for day in days if day.year == year and calendar.is_working(day)]


def _timed(protocol: Protocol) -> list[tuple[Deadline, bool]]:
    """Return the deadlines that a table can hold, and whether each is national."""
    own = [d for d in protocol.own_deadlines.values() if _is_plain(d)]
    local = [one for limit in own for one in (limit, *if_so(limit))]
    covered = {d.national for d in local if not d.capped and not protocol.in_force(d)}
    law = [
        d
        for d in protocol.national_deadlines.values()
        if d.id not in covered and _is_plain(d)
    ]
    return [*((d, False) for d in local), *((d, True) for d in law)]


def if_so(deadline: Deadline) -> Iterator[Deadline]:
    """Yield the limits that hold instead if something is so, each as a deadline of its own."""
    for limit in deadline.otherwise:
        if limit.from_ not in ("", deadline.from_) or limit.clock.unit == "hour":
            continue
        reading = Reading(
            id="if", means=f"If {limit.if_}", use="latest", clock=limit.clock
        )
        yield replace(
            deadline,
            what=f"{deadline.what}, if {limit.if_}",
            readings=(reading,),
            also=(),
            otherwise=(),
            replaced_by=(),
            national="",
            capped=False,
            printed="",
            unit_stated=True,
        )


def _is_plain(deadline: Deadline) -> bool:
    clocks = [r.clock for r in deadline.readings if r.use == "latest"]
    counts = all(clock is not None and clock.unit != "hour" for clock in clocks)
    forward = deadline.direction == "after" and not deadline.applies
    alone = all(limit.from_ == deadline.from_ for limit in deadline.also)
    return bool(clocks) and counts and forward and bool(deadline.from_) and alone


def _table(
    protocol: Protocol,
    calendar: Calendar,
    event: Event,
    timed: list[tuple[Deadline, bool]],
    days: list[dt.date],
) -> YearTable:
    def dates(day: dt.date) -> list[Due]:
        known = Known(
            calendar=calendar,
            rules=protocol.counting,
            events=protocol.events,
            moments={event.id: day},
            explain=False,
            office=protocol.partnership.office_hours,
        )
        return [date_deadline(d, known, national=law) for d, law in timed]

    def cells(day: dt.date) -> tuple[Cell, ...]:
        found = zip(dates(day), timed, strict=True)
        return tuple(
            _cell(due if law else with_validity(due, protocol))
            for due, (_, law) in found
        )

    rows = tuple(DatesRow(day=day, cells=cells(day)) for day in days)
    heads = dates(days[0]) if days else []
    return YearTable(
        event=event,
        year=days[0].year if days else 0,
        columns=tuple(map(_column, heads)),
        rows=rows,
    )


def _column(due: Due) -> Column:
    return Column(
        deadline=due.deadline,
        latest_means=due.latest_means,
        aim_means=due.aim_means,
        national=due.national,
    )


def _cell(due: Due) -> Cell:
    return Cell(
        latest=due.latest,
        aim_for=due.aim_for if due.latest else None,
        latest_working_day=due.latest_working_day,
        in_force=due.validity is None or due.validity.state != "out",
    )


def as_rows(table: YearTable) -> list[list[str]]:
    """Return the table as text in ISO dates: a heading, then a row for each day."""
    heading = [table.event.label]
    for column in table.columns:
        what = column.deadline.what
        heading += [f"{what}: aim for", f"{what}: latest"]
    found = [heading]
    for row in table.rows:
        line = [iso(row.day)]
        for cell in row.cells:
            line += [iso(d) if d else "" for d in (cell.aim_for, cell.latest)]
        found.append(line)
    return found
