"""The ready reckoner has a row for every working day and the engine's own dates in it."""

from datetime import date

import pytest

from handbook.pages.reckoner.dates import as_rows, reckoner, years
from rapidreview.dates import schedule
from rapidreview.model import Clock, ConditionalLimit, OtherLimit, Protocol


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


def test_a_limit_has_a_column_in_the_table_of_each_event_it_may_run_from(make, england):
    """A limit from the notification, or from the referral without one, stands in both."""
    here = make.partnership(
        events=(make.event("sin_sent"), make.event("referral")),
        deadlines=(
            make.deadline(
                "report",
                make.reading("latest", 15),
                from_="sin_sent",
                or_from=("referral",),
            ),
        ),
    )
    found = reckoner(Protocol(make.national(deadlines=()), here), england, 2026)
    assert [table.event.id for table in found] == ["sin_sent", "referral"]
    first, second = ([row.cells[0].latest for row in table.rows] for table in found)
    assert first == second != []


def test_a_limit_that_holds_only_if_something_is_so_has_a_column_of_its_own(
    make, england
):
    """Day 20, where day 15 falls in a school holiday, stands beside day 15."""
    later = ConditionalLimit(
        if_="day 15 falls in a school holiday",
        clock=Clock(amount=20, unit="working-day"),
    )
    report = make.deadline(
        "report", make.reading("latest", 15), from_="sin_sent", otherwise=(later,)
    )
    day20 = make.deadline("day20", make.reading("latest", 20), from_="sin_sent")
    here = make.partnership(events=(make.event("sin_sent"),), deadlines=(report, day20))
    law = make.national(deadlines=())
    (table,) = reckoner(Protocol(law, here), england, 2026)
    assert [column.deadline.what for column in table.columns] == [
        "report",
        "report, if day 15 falls in a school holiday",
        "day20",
    ]
    assert all(row.cells[1] == row.cells[2] != row.cells[0] for row in table.rows)


def test_a_limit_of_which_one_half_runs_from_another_event_is_left_out(make, england):
    """One start date does not give the earlier of two limits from different events."""
    other = OtherLimit(from_="referral", readings=(make.reading("latest", 12),))
    same = OtherLimit(from_="sin_sent", readings=(make.reading("latest", 12),))
    for also, expected in ((other, 0), (same, 1)):
        meeting = make.deadline(
            "meeting", make.reading("latest", 15), from_="sin_sent", also=(also,)
        )
        here = make.partnership(
            events=(make.event("sin_sent"), make.event("referral")),
            deadlines=(meeting,),
        )
        law = make.national(deadlines=())
        assert len(reckoner(Protocol(law, here), england, 2026)) == expected


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
