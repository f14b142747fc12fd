"""The calculator's form, as it stands in the page before any script has run.

It asks for the dates of the national rules. When an authority is chosen, the fields of its
protocol come from a file of their own and take their place; what was typed stays. The
script puts them in, and knows no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.templates import render
from handbook.pages.tools.ahead import fetched_ahead, said_at_choice
from handbook.pages.tools.date_field import DateField
from handbook.pages.tools.places import Group, groups
from handbook.pages.tools.start import runtime_of
from rapidreview.say import plain_date

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Event, Protocol
    from rapidreview.show import Html

TODAY = DateField(
    id="today",
    label="Show as at",
    hint="Leave blank for today, by this device’s clock.",
)


@dataclass(frozen=True, kw_only=True)
class DayList:
    """A list of days that the script makes longer by one field at a time."""

    name: str
    title: str
    hint: str
    label: str
    add: str

    @property
    def first(self) -> DateField:
        """The field of its first day."""
        return DateField(id=f"{self.name}-1", label=f"{self.label} 1", days=self.name)


LISTS = (
    DayList(
        name="closures",
        title="Local closure days",
        hint=(
            "Days on which your offices are closed. They are shown and counted all the same: "
            "they never make a limit later."
        ),
        label="Closure day",
        add="Add another closure day",
    ),
    DayList(
        name="days_off",
        title="Days not counted, that the handbook does not know of",
        hint=(
            "Only a bank holiday for the whole of England, proclaimed after this copy of the handbook was made. "
            "It is left out of every count of working days, and marked as added by you."
        ),
        label="Day not counted",
        add="Add another day not counted",
    ),
    DayList(
        name="booked",
        title="Other rapid review meetings already booked",
        hint="Only the days, nothing about the cases. You are told if two meetings are on one day or back to back.",
        label="Other meeting",
        add="Add another meeting",
    ),
)


@dataclass(frozen=True, kw_only=True)
class DatesForm:
    """What the calculator's form shows."""

    template: ClassVar[str] = "dates_form.html"

    runtime: str
    groups: tuple[Group, ...]
    ahead: tuple[str, ...]
    choice: str
    first: tuple[DateField, ...]
    more: tuple[DateField, ...]
    today: DateField
    horizon: str
    lists: tuple[DayList, ...] = LISTS


@dataclass(frozen=True, kw_only=True)
class OwnDates:
    """The dates that one protocol asks for in one place of the form."""

    template: ClassVar[str] = "own_dates.html"

    fields: tuple[DateField, ...]


def dates_form(library: Library, root: Path) -> Html:
    """Return the form ``form#deadlines`` and the place of the schedule.

    It asks for the dates of the national rules; those of a protocol take their place.
    """
    first, more = _fields(library.england) if library.england else ((), ())
    form = DatesForm(
        runtime=runtime_of(root),
        groups=groups(library),
        ahead=fetched_ahead(library),
        choice=said_at_choice(library),
        first=first,
        more=more,
        today=TODAY,
        horizon=plain_date(library.calendar.last),
    )
    return render(form)


def own_dates(protocol: Protocol) -> dict[str, str]:
    """Return the fields of a protocol's dates: those shown ``first``, and ``more``."""
    first, more = _fields(protocol)
    return {
        "first": render(OwnDates(fields=first)),
        "more": render(OwnDates(fields=more)),
    }


def _fields(protocol: Protocol) -> tuple[tuple[DateField, ...], tuple[DateField, ...]]:
    """Return a field for each event that changes anything: the three of every case, and the rest.

    The three are the day from which the duty to notify runs, the notification and the
    meeting of the rapid review. The rest come in the protocol's order, the rarer ones last.
    """
    review = protocol.national.review
    three = (
        protocol.national.notifiability.dated_by,
        review.starts[0],
        review.meeting,
    )
    own = {event.id for event in protocol.partnership.events}
    used = {event.id: event for event in protocol.events_used}
    rest = [event for event in used.values() if event.id not in three]
    rest.sort(key=lambda event: event.more or event.id not in own)
    first = [used[name] for name in three if name in used]
    return tuple(map(_field, first)), tuple(map(_field, rest))


def _field(event: Event) -> DateField:
    return DateField(id=event.id, label=event.label, hint=event.hint, timed=event.time)
