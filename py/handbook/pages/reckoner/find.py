"""The box that finds a day of the reckoner: a day, a month and a year, with a button.

The script shows the row of the day; it counts nothing. Where scripts are off the box
is not shown, and the months and years beside it lead to the same rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import MONTHS
from rapidreview.show import el, every

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.days import Calendar
    from rapidreview.model import Protocol
    from rapidreview.show import Html, Sources


def find_a_day(
    protocol: Protocol,
    calendar: Calendar,
    years: Iterable[int],
    sources: Sources,
    to: str,
) -> Html:
    """Return the box; ``to`` is the way from its page to the pages of the years."""
    named = enumerate(MONTHS, 1)
    months = every(el("option", name, value=number) for number, name in named)
    options = every(el("option", str(year), value=year) for year in years)
    day = el(
        "input",
        type="text",
        id="rk-day",
        name_="day",
        inputmode="numeric",
        autocomplete="off",
        maxlength="2",
    )
    boxes = el(
        "div",
        _part("Day", "rk-day", day),
        _part("Month", "rk-month", el("select", months, id="rk-month", name_="month")),
        _part("Year", "rk-year", el("select", options, id="rk-year", name_="year")),
        el("button", "Show the day", css="btn btn-main", type="submit"),
        css="rk-boxes",
    )
    calculator = f"{sources.base}deadlines/#{protocol.id}"
    none = el(
        "p",
        "There is no row for that day: it is a weekend or a bank holiday, or the calendar has no such day. ",
        el("a", "The calculator", href=calculator),
        f" works from every day to the end of {calendar.last.year}.",
        css="field-message",
        data_none="",
        hidden=True,
        role="status",
    )
    legend = el("legend", "Find the day on which it happened", css="field-label")
    return el(
        "form",
        el("fieldset", legend, boxes, css="field"),
        none,
        css="rk-find",
        data_reckoner=to,
        novalidate=True,
    )


def _part(label: str, name: str, box: Html) -> Html:
    return el("span", el("label", label, for_=name), box)
