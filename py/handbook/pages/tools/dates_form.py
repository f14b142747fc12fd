"""The calculator's form, as it stands in the page before any script has run.

Each date that changes anything in any partnership has one field, so that what was
typed stays when another partnership is chosen. Labels, hints, times and the order
are those of the partnership chosen: ``data-for`` says whose each part is, and
``data-orders`` holds the orders, so the script knows no rule.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.templates import render
from handbook.pages.tools.date_field import DateField
from handbook.pages.tools.start import runtime_of
from rapidreview.say import listed, plain_date
from rapidreview.show import Html, el, every

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Event, Id, Protocol

type AskedBy = dict[Id, list[tuple[Protocol, Event]]]
"""The events by id, each with the protocols that ask for it and their own words."""

type Orders = dict[Id, dict[str, list[Id]]]
"""For each partnership, the events in order: those shown first, and more."""

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
    """What the calculator's form shows. ``partnerships`` are values with their labels."""

    template: ClassVar[str] = "dates_form.html"

    runtime: str
    orders: str
    partnerships: tuple[tuple[Id, str], ...]
    first: tuple[DateField, ...]
    more: tuple[DateField, ...]
    horizon: str
    lists: tuple[DayList, ...] = LISTS


def dates_form(library: Library, root: Path) -> Html:
    """Return the form ``form#deadlines`` and the place of the schedule."""
    asked, orders = _asked(library)
    later = {event for order in orders.values() for event in order["more"]}
    fields = [_field(event, found) for event, found in asked.items()]
    form = DatesForm(
        runtime=runtime_of(root),
        orders=json.dumps(orders),
        partnerships=tuple(map(_choice, library.protocols)),
        first=tuple(one for one in fields if one.id not in later),
        more=(*(one for one in fields if one.id in later), TODAY),
        horizon=plain_date(library.calendar.last),
    )
    return render(form)


def _asked(library: Library) -> tuple[AskedBy, Orders]:
    """Return who asks for which event, and each partnership's order."""
    asked: AskedBy = {}
    orders: Orders = {}
    for protocol in library.protocols:
        own = {event.id for event in protocol.partnership.events}
        order: dict[str, list[Id]] = {"first": [], "more": []}
        for event in protocol.events_used:
            asked.setdefault(event.id, []).append((protocol, event))
            place = "more" if event.more or event.id not in own else "first"
            order[place].append(event.id)
        orders[protocol.id] = order
    return asked, orders


def _field(event_id: Id, found: list[tuple[Protocol, Event]]) -> DateField:
    """Return the field of one event with each partnership's label and hint."""
    return DateField(
        id=event_id,
        label=_whose((one, event.label) for one, event in found),
        hint=_whose((one, event.hint) for one, event in found if event.hint),
        owners=" ".join(one.id for one, _ in found),
        timed=" ".join(one.id for one, event in found if event.time),
    )


def _whose(words: Iterable[tuple[Protocol, str]]) -> Html:
    """Return each of the words once, marked with the partnerships whose they are."""
    owners: dict[str, list[Id]] = {}
    for protocol, told in words:
        owners.setdefault(told, []).append(protocol.id)
    return every(
        el("span", told, data_for=" ".join(ids), hidden=True)
        for told, ids in owners.items()
    )


def _choice(protocol: Protocol) -> tuple[Id, str]:
    return protocol.id, f"{protocol.name} ({listed(protocol.partnership.short, 'and')})"
