"""One year of the ready reckoner: a table for each month, a row for each working day.

It needs no script and prints on A4, for days when nothing else is at hand. Key
dates only: what is counted in days or weeks from one event. On screen one month is
shown at a time, chosen by a button of the page; on paper all of them stand.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import partnership_page
from handbook.pages.reckoner.columns import reckoned_years
from handbook.pages.reckoner.find import find_a_day
from handbook.pages.sources.editions import edition_line
from rapidreview.model import DERIVED
from rapidreview.say import MONTHS, Moment, day_of, plain_date, short_date
from rapidreview.show import NOTHING, el, every, joined, status_tag, text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from handbook.pages.frame import Page
    from handbook.pages.reckoner.columns import Shown
    from handbook.pages.reckoner.dates import Cell
    from rapidreview.days import Calendar
    from rapidreview.model import Protocol
    from rapidreview.show import Html, Sources

NOT_KNOWN = "not known"
NOT_IN_FORCE = "not in force"


def year_page(
    protocol: Protocol, shown: list[Shown], calendar: Calendar, year: int
) -> Page:
    """Return the page of ``year``; site search leaves it out, because it is all dates."""
    lead = (
        f"The latest dates that follow from every working day of {year}, and the dates to aim for where they are earlier. "
        f"Bank holidays are known to {plain_date(calendar.last)}."
    )

    def body(sources: Sources) -> Html:
        months = _months(shown[0].days)
        head = _head(shown)
        tables = every(
            _month(protocol, head, shown, (month, year), places)
            for month, places in months.items()
        )
        notice = edition_line(protocol, sources)
        others = reckoned_years(protocol.national, calendar)
        legend = el("a", "what is in the reckoner", href="../")
        return joined(
            notice,
            find_a_day(protocol, calendar, others, sources, "../"),
            _years(year, others),
            el("div", _pick(months, year), tables, css="rk-all"),
            el("p", "How each date is counted: ", legend, ".", css="small mut"),
        )

    name = f"reckoner/{year}"
    return partnership_page(
        protocol, name, f"ready reckoner {year}", lead, body, searched=False
    )


def _months(days: tuple[dt.date, ...]) -> dict[int, list[int]]:
    """Return, for each month, the places of its days in ``days``."""
    by_month = groupby(enumerate(days), key=lambda pair: pair[1].month)
    return {month: [place for place, _ in found] for month, found in by_month}


def _years(year: int, others: Iterable[int]) -> Html:
    """Return the years as links, this one told apart."""
    links = [
        el(
            "a",
            str(one),
            href=f"../{one}/",
            aria_current="page" if one == year else None,
        )
        for one in others
    ]
    items = el("ul", *(el("li", link) for link in links), role="list")
    return el("nav", items, css="rk-years", aria_label="Years")


def _pick(months: Iterable[int], year: int) -> Html:
    """Return the months to choose from; the style sheet shows the table of the one chosen."""
    first, *_ = months
    tiles = every(
        el(
            "label",
            el(
                "input",
                type="radio",
                name_="month",
                id=f"month-{month}",
                checked=month == first,
            ),
            el(
                "span",
                el("span", MONTHS[month - 1][:3], aria_hidden="true"),
                el("span", MONTHS[month - 1], css="vh"),
            ),
        )
        for month in months
    )
    legend = el("legend", f"Month of {year}")
    return el("fieldset", legend, el("div", tiles), css="rk-pick")


def _month(
    protocol: Protocol,
    head: Html,
    shown: list[Shown],
    when: tuple[int, int],
    places: list[int],
) -> Html:
    month, year = when
    caption = f"{MONTHS[month - 1]} {year}: {protocol.name}"
    rows = every((_row(place, shown, year) for place in places), "\n")
    return el(
        "table",
        el("caption", caption),
        "\n",
        head,
        el("tbody", rows),
        css="rk",
        id=f"m{month}",
    )


def _head(shown: list[Shown]) -> Html:
    groups = NOTHING
    for _, found in groupby(shown, key=lambda item: item.event):
        items = list(found)
        groups += el(
            "th",
            f"From {items[0].event_words}",
            scope="colgroup",
            colspan=len(items),
        )
    day = el("th", "If it happens on", css="rk-day", scope="col", rowspan="2")
    names = every(
        el("th", item.what, _mark(item), _tag(item), scope="col") for item in shown
    )
    return el("thead", el("tr", day, groups), el("tr", names))


def _tag(item: Shown) -> Html:
    return status_tag(DERIVED) if item.guess else NOTHING


def _mark(item: Shown) -> str:
    printed = f" (the protocol says “{item.printed}”)" if item.printed else ""
    if item.capped:
        return f"{printed} (or the national date, if that is earlier)"
    if printed:
        return printed
    return " (national)" if item.column.national else ""


def _row(place: int, shown: list[Shown], year: int) -> Html:
    cells = (
        el("td", _cell(item.cells[place], year), more={_label(item): item.what})
        for item in shown
    )
    on = shown[0].days[place]
    head = el("th", _short(on, year), scope="row")
    return el("tr", head, *cells, id=f"d{on:%m%d}")


def _label(item: Shown) -> str:
    """Return the attribute with the column's name for phones, which see no heads; the
    style sheet adds the tag to that of a guess."""
    return "data-g" if item.guess else "data-l"


def _cell(cell: Cell, year: int) -> Html:
    if cell.latest is None:
        return text(NOT_KNOWN if cell.in_force else NOT_IN_FORCE)
    words = text(_short(day_of(cell.latest), year))
    last = cell.latest_working_day
    if last is not None and last != day_of(cell.latest):
        off = f"(day off; last working day {_short(last, year)})"
        words = joined(words, " ", el("i", off))
    if cell.aim_for is not None and cell.aim_for != cell.latest:
        words += el("small", f"aim for {_short(day_of(cell.aim_for), year)}")
    return words


def _short(day: Moment, year: int) -> str:
    """Return "Fri 27 Nov", with the year where it is another one."""
    return short_date(day).removesuffix(f" {year}")
