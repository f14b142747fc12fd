"""The reckoner's first page: how to read it, what each column holds, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, partnership_page, section, table
from handbook.pages.reckoner.columns import reckoned_years
from handbook.pages.reckoner.find import find_a_day
from handbook.pages.reckoner.year import NOT_KNOWN
from handbook.pages.sources.editions import edition_line
from handbook.pages.sources.usage import deadline_anchor
from rapidreview.model import DERIVED, time_status
from rapidreview.say import MONTHS, limit_words
from rapidreview.show import NOTHING, el, joined, status_tag, tag, text

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.reckoner.columns import Shown
    from rapidreview.days import Calendar
    from rapidreview.model import Protocol
    from rapidreview.show import Html, Sources

LEAD = "The key dates for every working day, worked out beforehand: on screen or on paper, with no script."
CAPPED = "The national limit runs as well: the earlier of the two dates is the latest."
WINDOW = "The first day of the window."
LEGEND = "Each date rests on the reading beside it. Where two are open, the earlier one is the date to aim for."
LEFT_OUT = (
    "Some limits need no table, or cannot have one. The calculator knows them all."
)


def first_page(protocol: Protocol, shown: list[Shown], calendar: Calendar) -> Page:
    """Return the reckoner's first page; ``shown`` are the columns of the years' pages."""

    def body(sources: Sources) -> Html:
        years = reckoned_years(protocol.national, calendar)
        notice = edition_line(protocol, sources)
        legend, left_out = _legend(shown, protocol, sources), _left_out(shown, protocol)
        calculator = f"{sources.base}deadlines/#{protocol.id}"
        link = el("p", el("a", "Open the calculator", href=calculator))
        return joined(
            notice,
            find_a_day(protocol, calendar, years, sources, ""),
            section("Years", _years(protocol, sources, calendar), "years"),
            section("How to read it", _how(calendar), "how"),
            section("What is in it", legend, "columns", LEGEND),
            section("What does not", left_out + link, "not-in-it", LEFT_OUT),
        )

    return partnership_page(protocol, "reckoner/index", "ready reckoner", LEAD, body)


def _years(protocol: Protocol, sources: Sources, calendar: Calendar) -> Html:
    place = f"{sources.base}{protocol.folder}reckoner/"
    holds = el(
        "span",
        f"{len(MONTHS)} tables, a month at a time; in print one to a sheet of A4",
    )
    links = [
        joined(el("a", str(year), href=f"{place}{year}/"), " ", holds)
        for year in reckoned_years(protocol.national, calendar)
    ]
    return bullets(links, "pages")


def _how(calendar: Calendar) -> Html:
    known = calendar.says()
    items = [
        "Find the day on which the event happened, on the left. Read across to the limit.",
        "The date in bold is the latest. Where an earlier one is safer, it is below: aim for that.",
        "An event on a Saturday, a Sunday or a bank holiday has no row here: work it out with the calculator.",
        "A date that the Panel replaces, by a later request or an agreed extension, is not in the tables.",
        f"{known[:1].upper()}{known[1:]}. A date beyond that reads “{NOT_KNOWN}”, and is never guessed.",
    ]
    return bullets(map(text, items), "says")


def _legend(shown: list[Shown], protocol: Protocol, sources: Sources) -> Html:
    rows = [
        (
            _what(item, protocol, sources),
            text(item.event_words[:1].upper() + item.event_words[1:]),
            _counted_as(item),
        )
        for item in shown
    ]
    return table(("Date of", "From the day of", "Counted as"), rows)


def _what(item: Shown, protocol: Protocol, sources: Sources) -> Html:
    limit, national = item.column.deadline, item.column.national
    anchor = f"national-{limit.id}" if national else deadline_anchor(limit)
    href = f"{sources.base}{protocol.folder}deadlines/#{anchor}"
    mark = sources.mark(limit.source)
    if item.guess:
        mark = sources.mark(limit.source, DERIVED, item.guess.reason)
    return joined(
        el("a", item.what, href=href),
        mark,
        status_tag(DERIVED) if item.guess else NOTHING,
        joined(" ", tag("national")) if national else NOTHING,
    )


def _counted_as(item: Shown) -> Html:
    column = item.column
    aim = "" if column.aim_means == column.latest_means else column.aim_means
    aim = WINDOW if item.is_window else aim
    return joined(
        el("p", el("b", "Latest:"), f" {column.latest_means}"),
        el("p", el("b", "Aim for:"), f" {aim}") if aim else NOTHING,
        el("p", f"The protocol says “{item.printed}”.") if item.printed else NOTHING,
        el("p", CAPPED) if item.capped else NOTHING,
    )


def _left_out(shown: list[Shown], protocol: Protocol) -> Html:
    held = {one for item in shown for one in item.deadlines}
    limits = (*protocol.partnership.deadlines, *protocol.only_national_deadlines)
    items = [
        joined(
            f"{item.what}: {limit_words(item, protocol.nouns) or item.no_time}",
            status_tag(time_status(item)),
        )
        for item in limits
        if item.id not in held and item.readings
    ]
    return bullets(items, "says")
