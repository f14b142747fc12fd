"""The ready reckoner as pages: a table for each month, a row for each working day.

They need no script and print on A4, for days when nothing else is at hand. Key
dates only: what is counted in days or weeks from one event.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.reckoner.columns import Shown, columns, key_limits, reckoned_years
from handbook.pages.reckoner.dates import Cell, Row, YearTable, reckoner
from handbook.pages.sources.editions import edition_notice
from handbook.pages.sources.usage import deadline_anchor
from rapidreview.model import DERIVED, time_status
from rapidreview.say import (
    MONTHS,
    Moment,
    Nouns,
    day_of,
    limit_words,
    plain_date,
    short_date,
)
from rapidreview.show import esc, status_tag, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Partnership, Protocol
    from rapidreview.show import Sources

NOT_KNOWN = "not known"


def reckoner_pages(protocol: Protocol, calendar: Calendar) -> Iterator[Page]:
    """Yield the reckoner's first page and one for each year from the last check on."""
    partnership = protocol.partnership
    slim, law = key_limits(partnership), key_limits(protocol.national)
    years = reckoned_years(protocol.national, calendar)
    for year in years:
        tables = reckoner(law, slim, calendar, year)
        if year == years[0]:
            yield _first_page(protocol, tables, calendar)
        yield _year_page(protocol, tables, calendar, year)


def _first_page(
    protocol: Protocol,
    tables: tuple[YearTable, ...],
    calendar: Calendar,
) -> Page:
    partnership = protocol.partnership
    years = reckoned_years(protocol.national, calendar)
    lead = "The key dates for every working day, worked out beforehand: on screen or on paper, with no script."

    def body(sources: Sources) -> str:
        links = bullets(
            [
                f'<a href="{sources.base}partnerships/{partnership.id}/reckoner/{year}/">{year}</a> '
                f"<span>{len(MONTHS)} tables, one to a sheet of A4</span>"
                for year in years
            ],
            "pages",
        )
        nouns = protocol.nouns
        return (
            edition_notice(protocol, sources)
            + section("Years", links, "years")
            + section("How to read it", _how(calendar), "how")
            + section(
                "What stands in it",
                _legend(columns(tables, partnership, nouns), partnership, sources),
                "columns",
                LEGEND,
            )
            + section(
                "What does not",
                _left_out(protocol, sources, nouns, tables),
                "not-in-it",
                LEFT_OUT,
            )
        )

    return partnership_page(
        protocol,
        "reckoner/index",
        "ready reckoner",
        lead,
        body,
    )


CAPPED = "The national limit runs as well: the earlier of the two dates is the latest."
WINDOW = "The first day of the window."
LEGEND = "Each date rests on the reading beside it. Where two are open, the earlier one is the date to aim for."
LEFT_OUT = (
    "Some limits need no table, or cannot have one. The calculator knows them all."
)


def _how(calendar: Calendar) -> str:
    items = [
        "Find the day on which the event happened, on the left. Read across to the limit.",
        "The upper date is the latest. The date below it, where there is one, is the one to aim for.",
        "An event on a Saturday, a Sunday or a bank holiday has no row here: work it out with the calculator.",
        "A date that the Panel replaces, by a later request or an agreed extension, is not in the tables.",
        f"{calendar.says()[:1].upper()}{calendar.says()[1:]}. A date beyond that reads “{NOT_KNOWN}”, and is never guessed.",
    ]
    return bullets([esc(item) for item in items], "says")


def _legend(shown: list[Shown], partnership: Partnership, sources: Sources) -> str:
    rows = []
    for item in shown:
        column = item.column
        anchor = f"national-{column.deadline}"
        if not column.national:
            anchor = deadline_anchor(_find(partnership.deadlines, column.deadline))
        href = f"{sources.base}partnerships/{partnership.id}/deadlines/#{anchor}"
        mark = sources.mark(column.source)
        if item.guess:
            mark = sources.mark(column.source, DERIVED, item.guess.reason)
            mark += status_tag(DERIVED)
        what = f'<a href="{href}">{esc(item.what)}</a>{mark}'
        if column.national:
            what += f" {tag('national')}"
        aim = "" if column.aim_means == column.latest_means else column.aim_means
        aim = WINDOW if item.is_window else aim
        means = f"<p><b>Latest:</b> {esc(column.latest_means)}</p>"
        means += f"<p><b>Aim for:</b> {esc(aim)}</p>" if aim else ""
        means += f"<p>Printed: “{esc(item.printed)}”</p>" if item.printed else ""
        means += f"<p>{CAPPED}</p>" if item.capped else ""
        rows.append(
            (what, esc(item.event_words[:1].upper() + item.event_words[1:]), means)
        )
    return table(("Date of", "From the day of", "Counted as"), rows)


def _find(deadlines: tuple[Deadline, ...], name: str) -> Deadline:
    return next(item for item in deadlines if item.id == name)


def _left_out(
    protocol: Protocol,
    sources: Sources,
    nouns: Nouns,
    tables: tuple[YearTable, ...],
) -> str:
    partnership = protocol.partnership
    held = {column.deadline for one in tables for column in one.columns}
    own = {item.national for item in partnership.deadlines}
    law = [item for item in protocol.national.deadlines if item.id not in own]
    items = [
        esc(f"{item.what}: {limit_words(item, nouns) or item.no_time}")
        + status_tag(time_status(item))
        for item in (*partnership.deadlines, *law)
        if item.id not in held and item.readings
    ]
    calculator = f'<p><a href="{sources.base}deadlines/#{partnership.id}">Open the calculator</a></p>'
    return bullets(items, "says") + calculator


def _year_page(
    protocol: Protocol,
    tables: tuple[YearTable, ...],
    calendar: Calendar,
    year: int,
) -> Page:
    lead = (
        f"The dates that follow from every working day of {year}. Above: the latest date. Below it: the date to aim for. "
        f"Bank holidays are known to {plain_date(calendar.last)}."
    )

    def body(sources: Sources) -> str:
        partnership, nouns = protocol.partnership, protocol.nouns
        shown = columns(tables, partnership, nouns)
        days = [row.day for row in tables[0].rows]
        months = [
            (month, [place for place, _ in found])
            for month, found in groupby(enumerate(days), key=lambda pair: pair[1].month)
        ]
        jump = "".join(
            f'<li><a href="#m{month}">{MONTHS[month - 1]}</a></li>'
            for month, _ in months
        )
        others = "".join(
            f'<li><a href="../{other}/">{other}</a></li>'
            for other in reckoned_years(protocol.national, calendar)
            if other != year
        )
        head = _head(shown)
        whole = "".join(
            f'<table class="rk" id="m{month}"><caption>{MONTHS[month - 1]} {year}: {esc(partnership.name)}</caption>\n{head}'
            f"<tbody>\n{''.join(_row(tables[0].rows[place], place, shown, year) for place in places)}</tbody></table>\n"
            for month, places in months
        )
        return (
            edition_notice(protocol, sources)
            + f'<nav class="rk-jump" aria-label="Months and years"><ul role="list">{jump}{others}</ul></nav>\n'
            f'<div class="rk-all">\n{whole}</div>\n'
            f'<p class="small mut">How each date is counted: <a href="../">what stands in the reckoner</a>.</p>\n'
        )

    page = partnership_page(
        protocol,
        f"reckoner/{year}",
        f"ready reckoner {year}",
        lead,
        body,
    )
    return replace(
        page, text=page.text.replace("hide:\n", "search:\n  exclude: true\nhide:\n", 1)
    )


def _head(shown: list[Shown]) -> str:
    groups = ""
    for _, found in groupby(shown, key=lambda item: item.event):
        items = list(found)
        groups += f'<th scope="colgroup" colspan="{len(items)}">From {esc(items[0].event_words)}</th>'
    names = "".join(
        f'<th scope="col">{esc(item.what)}{esc(_mark(item))}{_tag(item)}</th>'
        for item in shown
    )
    return (
        f'<thead><tr><th class="rk-day" scope="col" rowspan="2">If it happens on</th>{groups}</tr>'
        f"<tr>{names}</tr></thead>\n"
    )


def _tag(item: Shown) -> str:
    return status_tag(DERIVED) if item.guess else ""


def _mark(item: Shown) -> str:
    printed = f" (printed: “{item.printed}”)" if item.printed else ""
    if item.capped:
        return f"{printed} (or the national date, if that is earlier)"
    if printed:
        return printed
    return " (national)" if item.column.national else ""


def _row(row: Row, place: int, shown: list[Shown], year: int) -> str:
    cells = "".join(
        f'<td {_label(item)}="{esc(item.what)}">{_cell(item.cells[place], year)}</td>'
        for item in shown
    )
    return f'<tr><th scope="row">{_short(row.day, year)}</th>{cells}</tr>\n'


def _label(item: Shown) -> str:
    """Return the attribute with the column's name for phones, which see no heads; the
    style sheet adds the tag to that of a guess."""
    return "data-g" if item.guess else "data-l"


def _cell(cell: Cell, year: int) -> str:
    if cell.latest is None:
        return NOT_KNOWN
    words = _short(day_of(cell.latest), year)
    last = cell.latest_working_day
    if last is not None and last != day_of(cell.latest):
        words += f" <i>(day off; last working day {_short(last, year)})</i>"
    if cell.aim_for is not None and cell.aim_for != cell.latest:
        words += f"<small>{_short(day_of(cell.aim_for), year)}</small>"
    return words


def _short(day: Moment, year: int) -> str:
    """Return "Fri 27 Nov", with the year where it is another one."""
    return short_date(day).removesuffix(f" {year}")
