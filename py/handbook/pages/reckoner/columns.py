"""What stands side by side in the ready reckoner: which limits, and which columns.

A table helps with limits counted in days or weeks. What is due the same day, or
after whole months or years, needs none; what is counted in hours needs the time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.model import DERIVED, Protocol, limit_guess
from rapidreview.say import used_clock

if TYPE_CHECKING:
    import datetime as dt

    from handbook.pages.reckoner.dates import Cell, Column, YearTable
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Id, LimitGuess, National

LONG = ("month", "year")
SAME_DAY = "same-day"


@dataclass(frozen=True)
class Shown:
    """One column of a page: the event it starts from, and where its cells stand."""

    event: Id
    event_words: str
    column: Column
    also: tuple[Deadline, ...]
    """Other deadlines that always fall on the same dates."""
    days: tuple[dt.date, ...]
    """The days on which the event happens; ``cells`` has one for each."""
    cells: tuple[Cell, ...]
    capped: bool = False
    """Whether the national date counts where it is the earlier of the two."""
    guess: LimitGuess | None = None
    """What was worked out where the time is not as printed; None where it is printed."""
    printed: str = ""
    """The words of time as printed, where the time was worked out."""

    @property
    def what(self) -> str:
        """What the column gives the date of."""
        return "; ".join(one.what for one in (self.column.deadline, *self.also))

    @property
    def deadlines(self) -> tuple[Id, ...]:
        """The ids of all deadlines whose dates stand in the column."""
        return tuple(one.id for one in (self.column.deadline, *self.also))

    @property
    def is_window(self) -> bool:
        """Whether one reading gives both dates: the first and the last day of a window."""
        same = self.column.aim_means == self.column.latest_means
        return same and any(cell.aim_for != cell.latest for cell in self.cells)

    def same(self, other: Shown) -> bool:
        """Return whether ``other`` says the same dates from the same event, by the same right."""
        right = (self.column.national, self.guess is None, self.printed)
        theirs = (other.column.national, other.guess is None, other.printed)
        alone = self.capped or other.capped
        return (
            (self.event, self.cells, right) == (other.event, other.cells, theirs)
        ) and not alone


def reckoned_years(national: National, calendar: Calendar) -> range:
    """Return the years that have a page: from the year of the last check to the horizon."""
    return range(int(national.checked_on[:4]), calendar.last.year + 1)


def key_limits(protocol: Protocol) -> Protocol:
    """Return ``protocol`` with only the limits for which a table is of use, and only the
    readings that are used."""
    national, partnership = protocol.national, protocol.partnership
    return Protocol(
        replace(national, deadlines=_key(national.deadlines)),
        replace(partnership, deadlines=_key(partnership.deadlines)),
    )


def _key(deadlines: tuple[Deadline, ...]) -> tuple[Deadline, ...]:
    return tuple(
        replace(item, readings=tuple(r for r in item.readings if r.use != "rejected"))
        for item in deadlines
        if is_key(item)
    )


def is_key(deadline: Deadline) -> bool:
    """Return whether a table helps: not for the same day, nor for whole months or years."""
    used = used_clock(deadline)
    if used is None or used[0].unit in LONG:
        return False
    clock = used[0]
    return (clock.to or clock.amount) > (clock.counting == SAME_DAY)


def columns(tables: tuple[YearTable, ...], protocol: Protocol) -> list[Shown]:
    """Return the columns of all tables, side by side; what always falls together stands once."""
    found: list[Shown] = []
    for one in tables:
        for place, column in enumerate(one.columns):
            new = _shown(one, place, column, protocol)
            same = next((item for item in found if item.same(new)), None)
            if same is None:
                found.append(new)
            else:
                also = (*same.also, column.deadline)
                found[found.index(same)] = replace(same, also=also)
    return found


def _shown(one: YearTable, place: int, column: Column, protocol: Protocol) -> Shown:
    limit = column.deadline
    words = protocol.nouns.of(one.event.id)
    days = tuple(row.day for row in one.rows)
    cells = tuple(row.cells[place] for row in one.rows)
    new = Shown(one.event.id, words, column, (), days, cells)
    if column.national:
        return new
    guess = limit_guess(limit, protocol.partnership.steps)
    new = replace(new, capped=limit.capped)
    if guess.time != DERIVED:
        return new
    return replace(new, guess=guess, printed=limit.printed)
