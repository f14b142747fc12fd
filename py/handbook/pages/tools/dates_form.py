"""The calculator's form, as it stands in the page before any script has run.

Each date that changes anything in any partnership has one field, so that what was
typed stays when another partnership is chosen. Labels, hints, times and the order
are those of the partnership chosen: ``data-for`` says whose each part is, and
``data-orders`` holds the orders, so the script knows no rule.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handbook.pages.tools.date_field import date_field
from handbook.pages.tools.start import runtime_of, starting
from rapidreview.model import Event
from rapidreview.say import listed, plain_date, read_moment
from rapidreview.show import esc, icon

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Partnership

type Asked = dict[str, list[tuple[Partnership, Event]]]
"""The events by id, each with the partnerships that ask for it and their own words."""

TODAY = Event(
    id="today",
    label="Show as at",
    hint="Leave blank for today, by this device’s clock.",
)
CLOSURES = (
    "closures",
    "Local closure days",
    (
        "Days on which your offices are closed. They are shown and counted all the same: "
        "they never make a limit later."
    ),
    "Closure day",
    "Add another closure day",
)
DAYS_OFF = (
    "days_off",
    "Days not counted, that the handbook does not know of",
    (
        "Only a bank holiday for the whole of England, proclaimed after this copy of the handbook was made. "
        "It is left out of every count of working days, and marked as added by you."
    ),
    "Day not counted",
    "Add another day not counted",
)
BOOKED = (
    "booked",
    "Other rapid review meetings already booked",
    "Only the days, nothing about the cases. You are told if two meetings are on one day or back to back.",
    "Other meeting",
    "Add another meeting",
)


def dates_form(library: Library, root: Path) -> str:
    """Return the form ``form#deadlines`` and the place of the schedule."""
    asked, orders = _asked(library)
    fields = {event: _field(event, found) for event, found in asked.items()}
    later = {event for order in orders.values() for event in order["more"]}
    first = "".join(html for event, html in fields.items() if event not in later)
    more = "".join(html for event, html in fields.items() if event in later)
    known = (root / "policies" / "national" / "bank-holidays.json").read_text("utf-8")
    horizon = plain_date(read_moment(json.loads(known)["last"]))
    return (
        f'<form id="deadlines" class="ask" novalidate{runtime_of(root)} data-failed="partnerships/"'
        f' data-orders="{esc(json.dumps(orders))}">'
        f"{starting('calculator', '../partnerships/')}"
        '<div class="sum" data-problems hidden></div>'
        '<div class="field first" data-field="partnership"><label for="p">Partnership</label>'
        f'<select id="p" name="partnership" required>{_partnerships(library)}</select><p class="msg" hidden></p></div>'
        f'<div class="grid4" data-place="first">{first}</div>'
        '<details class="open"><summary><span>More dates, closure days, days not counted, other meetings, and “as at”</span></summary>'
        f'<div class="bare"><div class="grid4" data-place="more">{more}{date_field(TODAY)}</div>'
        f"{_days(*CLOSURES)}{_days(*DAYS_OFF)}{_days(*BOOKED)}</div></details>"
        '<div class="row"><button class="btn main" type="submit">Work out the dates</button>'
        '<button class="btn plain" type="reset">Clear everything</button>'
        f'<span class="small mut">{icon("lock")} Nothing you type leaves this device. '
        f"Bank holidays are known to {esc(horizon)}.</span></div></form>"
        '<div class="result" data-result="deadlines" role="status" tabindex="-1"></div>'
    )


def _asked(library: Library) -> tuple[Asked, dict[str, dict[str, list[str]]]]:
    """Return who asks for which event, and each partnership's order: first and more."""
    asked: Asked = {}
    orders: dict[str, dict[str, list[str]]] = {}
    for protocol in library.protocols:
        partnership = protocol.partnership
        order: dict[str, list[str]] = {"first": [], "more": []}
        own = {event.id for event in partnership.events}
        for event in protocol.events_used:
            asked.setdefault(event.id, []).append((partnership, event))
            place = "more" if event.more or event.id not in own else "first"
            order[place].append(event.id)
        orders[partnership.id] = order
    return asked, orders


def _field(event_id: str, found: list[tuple[Partnership, Event]]) -> str:
    """Return the field of one event with each partnership's label and hint."""
    ids = " ".join(partnership.id for partnership, _ in found)
    return date_field(
        Event(id=event_id, label=""),
        f' data-for="{ids}" hidden disabled',
        label=_whose([(p, event.label) for p, event in found]),
        hint=_whose([(p, event.hint) for p, event in found if event.hint]),
        timed=tuple(p.id for p, event in found if event.time),
    )


def _whose(words: list[tuple[Partnership, str]]) -> str:
    """Return each of the words once, marked with the partnerships whose they are."""
    owners: dict[str, list[str]] = {}
    for partnership, text in words:
        owners.setdefault(text, []).append(partnership.id)
    return "".join(
        f'<span data-for="{" ".join(ids)}" hidden>{esc(text)}</span>'
        for text, ids in owners.items()
    )


def _days(field: str, title: str, hint: str, label: str, add: str) -> str:
    """Return a list of days that the script makes longer by one field at a time."""
    first = date_field(
        Event(id=f"{field}-1", label=f"{label} 1"), f' data-days="{field}"'
    )
    return (
        f'<div class="daylist" role="group" data-list aria-labelledby="{field}-l" aria-describedby="{field}-h">'
        f'<p class="lab" id="{field}-l">{esc(title)}</p><p class="hint" id="{field}-h">{esc(hint)}</p>'
        f'<div class="grid4">{first}</div>'
        f'<button class="btn" type="button" data-add>{esc(add)}</button></div>'
    )


def _partnerships(library: Library) -> str:
    options = '<option value="">Choose one</option>'
    return options + "".join(
        f'<option value="{item.id}">{esc(item.name)} ({esc(listed(item.short, "and"))})</option>'
        for item in library.partnerships
    )
