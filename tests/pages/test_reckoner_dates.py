"""The ready reckoner has a row for every working day and the engine's own dates in it."""

from datetime import date

import pytest

from handbook.pages.reckoner.dates import as_rows, reckoner, years
from rapidreview.dates import schedule
from rapidreview.model import Protocol


@pytest.fixture(scope="module")
def policy(make):
    """Build a partnership with clocks from two events, and some that are left out."""
    return make.partnership(
        events=(
            make.event("sin_sent", "Notification sent"),
            make.event("sin_received", if_blank="sin_sent"),
            make.event("rr_meeting"),
        ),
        deadlines=(
            make.deadline(
                "meeting",
                make.reading("latest", 9, to=10, counting="same-day"),
                from_="sin_sent",
            ),
            make.deadline("report", make.reading("latest", 15), from_="sin_received"),
            make.deadline(
                "papers",
                make.reading("latest", 1),
                from_="rr_meeting",
                direction="before",
            ),
            make.deadline(
                "hours", make.reading("latest", 48, "hour"), from_="sin_sent"
            ),
            make.deadline(
                "only",
                make.reading("latest", 1),
                from_="sin_sent",
                applies="Sometimes.",
            ),
            make.deadline("words", no_time="No time limit given."),
        ),
    )


@pytest.fixture(scope="module")
def tables(make, policy, england):
    """Compute the tables of 2026, by event."""
    found = reckoner(Protocol(make.national(), policy), england, 2026)
    return {table.event.id: table for table in found}


def test_one_table_for_each_event_that_clocks_run_from(tables):
    """Local events, then national ones; a stand-in event carries the other's clocks."""
    expected = {
        "sin_sent": ["meeting", "report", "rapid-review"],
        "sin_received": ["report"],
        "la_aware": ["sin"],
        "report_submitted": ["panel-reply"],
    }
    found = {name: [c.deadline.id for c in t.columns] for name, t in tables.items()}
    assert expected == found
    assert [False, False, True] == [c.national for c in tables["sin_sent"].columns]


def test_a_row_for_every_working_day(tables, england):
    """2026 has 253 working days in England, the first on 2 January."""
    rows = tables["sin_sent"].rows
    assert (253, date(2026, 1, 2), date(2026, 12, 31)) == (
        len(rows),
        rows[0].day,
        rows[-1].day,
    )
    assert all(england.is_working(row.day) for row in rows)


def test_the_dates_are_the_engines(tables, make, policy, england):
    """Every cell of the notification's table is the schedule's own date."""
    table = tables["sin_sent"]
    for row in table.rows:
        plan = schedule(
            Protocol(make.national(), policy),
            {"sin_sent": row.day.isoformat()},
            england,
        )
        for column, cell in zip(table.columns, row.cells, strict=True):
            due = plan.find(column.deadline.id)
            assert (due.latest, due.aim_for) == (cell.latest, cell.aim_for)


def test_as_rows(tables):
    """As text: a heading, then ISO dates."""
    rows = as_rows(tables["sin_sent"])
    assert [
        "Notification sent",
        "meeting: aim for",
        "meeting: latest",
        "report: aim for",
        "report: latest",
        "rapid review: aim for",
        "rapid review: latest",
    ] == rows[0]
    by_day = {row[0]: row[1:] for row in rows[1:]}
    expected = ["2026-12-02", "2026-12-03", *["2026-12-11"] * 4]
    assert expected == by_day["2026-11-20"]


def test_past_the_horizon_cells_are_empty(make, policy, england):
    """Late in the last year some dates are not known, and nothing is guessed."""
    table = reckoner(Protocol(make.national(), policy), england, 2028)[0]
    last = table.rows[-1]
    assert date(2028, 12, 29) == last.day
    assert [(None, None)] * 3 == [(c.latest, c.aim_for) for c in last.cells]
    assert [""] * 6 == as_rows(table)[-1][1:]


def test_the_years(england):
    """There is a reckoner for each year of the horizon."""
    assert tuple(range(2019, 2029)) == years(england)
