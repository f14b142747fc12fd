"""The ready reckoner is whole: every working day of every year, with the engine's own dates."""

import datetime as dt

import pytest

from handbook.pages.reckoner.columns import is_key, reckoned_years
from handbook.pages.reckoner.pages import reckoner_pages
from handbook.pages.reckoner.year import NOT_KNOWN
from rapidreview.dates import schedule
from rapidreview.model import Clock, Deadline, Protocol, Reading
from rapidreview.say import MONTHS, plain_date, short_date

SHELL, A_DATE = 30_000, 124
"""Bytes: what a page may weigh before it is slow on a phone, beside each of its dates."""


def label(cell):
    """Return the name of a cell's column; that of a guess is in an attribute of its own."""
    return cell.attributes.get("data-l") or cell.attributes["data-g"]


@pytest.fixture(scope="module")
def made(library, partnership):
    """Return the reckoner's pages of the partnership by name."""
    start = f"partnerships/{partnership.id}/reckoner/"
    return {
        page.path.removeprefix(start).removesuffix(".md"): page.text
        for page in reckoner_pages(library.protocol(partnership.id), library.calendar)
    }


@pytest.fixture(scope="module")
def years(library):
    """Return the years that have a page."""
    return list(reckoned_years(library.national, library.calendar))


@pytest.fixture(scope="module")
def trees(made, years, parse):
    """Return the years' pages as trees."""
    return {year: parse(made[str(year)]) for year in years}


def test_there_is_a_page_for_each_year_to_the_horizon(library, made, years):
    """From the year of the last check to the last year of known bank holidays."""
    assert ["index", *map(str, years)] == list(made)
    assert library.calendar.last.year == years[-1]


def test_a_month_is_a_table_with_a_caption(trees, partnership):
    """Twelve tables a year, each named after its month."""
    for year, tree in trees.items():
        captions = [one.text() for one in tree.all("caption")]
        assert [f"{month} {year}: {partnership.name}" for month in MONTHS] == captions


def test_every_working_day_has_one_row(library, trees):
    """Each working day of the year heads a row; no other day does."""
    calendar = library.calendar
    for year, tree in trees.items():
        days = (dt.date(year, 1, 1) + dt.timedelta(days=n) for n in range(366))
        expected = [
            short_date(day).removesuffix(f" {year}")
            for day in days
            if day.year == year and calendar.is_working(day)
        ]
        heads = [
            row.all("th")[0].text()
            for body in tree.all("tbody")
            for row in body.all("tr")
        ]
        assert expected == heads


def test_the_dates_are_the_schedules(library, partnership, trees):
    """What stands in the first row of each month is what the calculator gives for that day."""
    calendar = library.calendar
    year, tree = next(iter(trees.items()))
    for table in tree.all("table", "rk"):
        month = MONTHS.index(table.all("caption")[0].text().split()[0]) + 1
        day = calendar.next_working(dt.date(year, month, 1))
        row = table.all("tbody")[0].all("tr")[0]
        shown = {(label(cell), cell.inside[0]) for cell in row.all("td")}
        wanted = set()
        for event in ("la_aware", "sin_sent", "referral_received"):
            if event in {one.id for one in partnership.events}:
                plan = schedule(
                    Protocol(library.national, partnership),
                    {event: day.isoformat()},
                    calendar,
                )
                wanted |= {
                    (due.what, short_date(due.latest).removesuffix(f" {year}"))
                    for due in plan.deadlines
                    if due.latest
                    and due.from_ == event
                    and due.from_date == day
                    and (due.validity is None or due.validity.state == "in")
                }
        cells = {
            (what, date.strip()) for label, date in shown for what in label.split("; ")
        }
        titles = {what for what, _ in cells}
        assert titles & {what for what, _ in wanted} or not wanted
        assert {pair for pair in wanted if pair[0] in titles} <= cells


def test_a_date_past_the_horizon_is_not_guessed(trees, years, partnership):
    """At the end of the last year the cells say that the date is not known."""
    last = trees[years[-1]].all("tbody")[-1].all("tr")[-1]
    assert NOT_KNOWN in [cell.text() for cell in last.all("td")]
    begins = [one.in_force.from_ for one in partnership.documents if one.in_force]
    whole = next(year for year in years if all(one <= f"{year}-01-01" for one in begins))  # fmt: skip
    first = trees[whole]
    assert NOT_KNOWN not in [cell.text() for cell in first.all("td")]


def test_the_horizon_is_said_on_every_page(library, made):
    """How far bank holidays are known stands on each page."""
    horizon = plain_date(library.calendar.last)
    assert [] == [name for name, text in made.items() if horizon not in text]


def test_pages_are_light_and_need_no_script(made):
    """A date weighs little, there are no scripts, and a page is kept out of the search."""
    for name, text in made.items():
        assert len(text.encode()) < SHELL + A_DATE * text.count("<td")
        assert "<script" not in text
        assert " style=" not in text
        assert ("exclude: true" in text) == (name != "index")


def test_the_whole_page_is_one_block(made):
    """No blank line in the body, at which Markdown would begin to read the tables."""
    for text in made.values():
        body = text.split("---\n", 2)[2].lstrip()
        assert "\n\n" not in body.rpartition("</table>")[0]


def test_each_column_is_explained(made, trees, parse):
    """Whatever heads a column stands on the first page with how it is counted."""
    words = parse(made["index"]).text(without=("src",))
    for tree in trees.values():
        for name in {label(cell) for cell in tree.all("td")}:
            assert name in words


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ({"amount": 5, "unit": "working-day"}, True),
        ({"amount": 4, "unit": "week"}, True),
        ({"amount": 0, "unit": "day"}, False),
        ({"amount": 1, "unit": "working-day", "counting": "same-day"}, False),
        ({"amount": 9, "to": 10, "unit": "working-day", "counting": "same-day"}, True),
        ({"amount": 6, "unit": "month"}, False),
        ({"amount": 1, "unit": "year"}, False),
    ],
)
def test_a_table_is_made_where_it_helps(clock, expected):
    """Days and weeks are counted for the reader; the same day and whole months are not."""
    reading = Reading(id="one", means="one", use="latest", clock=Clock(**clock))
    limit = Deadline(
        id="a", what="a", who="b", from_="c", readings=(reading,), source=("1",)
    )
    assert expected == is_key(limit)
