"""What is taken away says the same as the schedule, and identifies nobody."""

import csv
import io
import json
from datetime import date

import pytest

from rapidreview.dates import schedule, with_reference
from rapidreview.files import as_csv, as_dict, as_text
from rapidreview.files.export import COLUMNS
from rapidreview.model import Protocol, Replacement


@pytest.fixture
def plan(make, england):
    """Make a schedule with a range, a waiting deadline, one without a number and one done."""
    policy = make.partnership(
        events=(make.event("sin_sent", "Notification sent"), make.event("rr_meeting")),
        deadlines=(
            make.deadline(
                "checks",
                make.reading("latest", 9, "day"),
                make.reading("aim", 5),
                from_="sin_sent",
                what="=Checks, “all”",
                source=("10", "wt2023#chapter 5"),
                replaced_by=(Replacement(event="rr_meeting", says="Moved."),),
            ),
            make.deadline("papers", make.reading("latest", 1), from_="rr_meeting"),
            make.deadline("learning", no_time="No time limit given."),
            make.deadline("sent", to_event="sin_sent", no_time="At once."),
        ),
    )
    national = make.national(deadlines=())
    given = {"sin_sent": "2026-11-20"}
    return schedule(Protocol(national, policy), given, england, date(2026, 12, 1))


def test_as_plain_data(plan):
    """The plain data goes through JSON unchanged, with the keys that others rely on."""
    found = as_dict(plan)
    assert found == json.loads(json.dumps(found))
    first = found["deadlines"][0]
    expected = {
        "id": "checks",
        "who": "office",
        "from": "sin_sent",
        "latest": "2026-11-29",
        "latest_working_day": "2026-11-27",
        "aim_for": "2026-11-27",
        "standing": "local",
        "source": ["10", "wt2023#chapter 5"],
        "missing": "",
        "state": "passed",
    }
    assert expected == {key: first[key] for key in expected}
    dates = [(r["use"], r["date"], r["means"]) for r in first["readings"]]
    assert [
        ("latest", "2026-11-29", "means latest-9-day-"),
        ("aim", "2026-11-27", "means aim-5-working-day-"),
    ] == dates
    assert 10 == len(first["working"]["days"])
    waiting = found["deadlines"][1]
    assert (None, "No date until you enter: rr meeting.") == (
        waiting["latest"],
        waiting["missing"],
    )


def test_as_a_table(plan):
    """A heading and a row for each deadline; nothing that a spreadsheet takes for a formula."""
    rows = list(csv.DictReader(io.StringIO(as_csv(plan))))
    assert list(COLUMNS) == list(rows[0])
    assert [due.id for due in plan.deadlines] == [row["id"] for row in rows]
    assert {
        "what": "'=Checks, “all”",
        "aim for": "2026-11-27",
        "latest": "2026-11-29",
        "last working day": "2026-11-27",
        "counted from": "Notification sent",
        "from date": "2026-11-20",
        "source": "10, wt2023#chapter 5",
    }.items() <= rows[0].items()


def test_as_text(plan):
    """An email can carry the whole of it in plain words."""
    expected = """\
Somewhere: rapid review dates

Notification sent: Friday 20 November 2026

Dates
- Sun 29 Nov 2026: =Checks, “all” (office)
  The date has passed: check that it was done.
  Aim for Fri 27 Nov 2026: means aim-5-working-day-.
  The last working day before is Fri 27 Nov 2026.
  Counted from: Notification sent. means latest-9-day-.

No date
- papers (office): No date until you enter: rr meeting.
- learning (office): No time limit given.
- sent (office): Done on Friday 20 November 2026.

How days are counted
- A working day is not a Saturday, a Sunday or a bank holiday in England; bank holidays \
are known only from 1 January 2019 to 31 December 2028.
- A date is never moved because it falls on a day off; the last working day before it \
is shown beside it.
- Hours are counted by the clock on the wall in England.
"""
    assert expected == as_text(plan)


def test_as_text_with_a_clash_and_a_plan(make, england):
    """Clashes have their own heading; what is planned is not called done."""
    policy = make.partnership(
        events=(make.event("rr_meeting"), make.event("papers_sent")),
        deadlines=(
            make.deadline(
                "meet", to_event="rr_meeting", no_time="No time limit given."
            ),
            make.deadline("papers", make.reading("latest", 1), from_="papers_sent"),
        ),
    )
    national = make.national(deadlines=())
    given = {"rr_meeting": "2026-12-28"}
    found = as_text(
        schedule(Protocol(national, policy), given, england, date(2026, 12, 1))
    )
    expected = """\
Somewhere: rapid review dates

rr meeting: Monday 28 December 2026

Check these
- rr meeting (Monday 28 December 2026) is not on a working day: Boxing Day (substitute day).

No date
- meet (office): Planned for Monday 28 December 2026.
- papers (office): No date until you enter: papers sent.
"""
    assert expected == found.partition("\nHow days")[0]


def test_lines_of_a_table_end_with_cr_lf_and_curly_quotes_are_kept(plan):
    """As RFC 4180 asks; the words of a policy are written as they are."""
    text = as_csv(plan)
    assert "“all”" in text
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))


def test_the_reference_goes_into_the_table_and_the_text(plan):
    """A column of the table, which no spreadsheet takes for a formula; a line of the text."""
    named = with_reference(plan, "=RR 26/014")
    rows = list(csv.DictReader(io.StringIO(as_csv(named))))
    assert {"'=RR 26/014"} == {row["case reference"] for row in rows}
    assert "Case reference: =RR 26/014" in as_text(named)
    assert "Case reference" not in as_text(plan)
