"""What comes round: the next times from today, until the event that ends it.

The days are reckoned here apart from the engine: weeks by sevens on the proleptic day
number, months by dateutil.
"""

import csv
import io
from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule
from hypothesis import given as given_by
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from rapidreview.dates import schedule
from rapidreview.files import as_csv, as_dict, as_text, calendar_file
from rapidreview.model import Every, Protocol
from rapidreview.say import limit_words

DECIDED = "2026-06-01"
SIX_MONTHS_ON = date(2026, 12, 1)
STAMP = datetime.fromisoformat("2026-11-21T09:30")
EIGHT = Every(unit="week", amount=8, until="published")


@pytest.fixture
def protocol(make):
    """Make Wealdshire's review: six months to publish, and if that is missed, reports."""

    def of(*deadlines):
        events = (
            make.event("decided", "Decision to carry out a review"),
            make.event("published", "Review published", noun="publication"),
        )
        own = make.partnership(
            events=events, deadlines=(publish(make), *(deadlines or (report(make),)))
        )
        return Protocol(make.national(deadlines=(), events=()), own)

    return of


def publish(make):
    """Return the limit of six months to publication."""
    return make.deadline(
        "publish",
        make.reading("latest", 6, "month"),
        from_="decided",
        to_event="published",
    )


def report(make, **more):
    """Return the report every 8 weeks that is due only if the six months are missed."""
    return make.deadline("report", **({"every": EIGHT, "if_missed": "publish"} | more))


@pytest.fixture
def plan(protocol, england):
    """Make the schedule of a day for dates given."""

    def of(today, *deadlines, **given):
        day = date.fromisoformat(today) if today else None
        return schedule(protocol(*deadlines), given, england, day)

    return of


def times(due):
    """Return the last days of the next times."""
    return [one.last for one in due.rounds.next]


class TestTheReportEveryEightWeeks:
    """Wealdshire 8.2: a progress report every 8 weeks, only if the review is delayed."""

    def test_before_the_six_months_are_over_none_is_due(self, plan):
        """What would follow is told: eight weeks after the six months."""
        due = plan("2026-11-28", decided=DECIDED).find("report")
        assert (due.latest, due.state, times(due)) == (None, "only-if", [])
        assert due.forecast == SIX_MONTHS_ON + timedelta(weeks=8)
        assert due.if_missed == (
            "Only if “publish” is missed; its latest date is Tuesday 1 December 2026."
            " Then this is due by Tuesday 26 January 2027."
        )

    def test_on_the_last_day_the_limit_is_not_missed_yet(self, plan):
        """A limit is missed on the day after it, not on it."""
        states = [
            plan(day, decided=DECIDED).find("report").state
            for day in ("2026-12-01", "2026-12-02")
        ]
        assert states == ["only-if", "later"]

    def test_once_the_review_is_late_the_next_reports_are_dated(self, plan):
        """The times are eight, sixteen, … weeks after the six months, within a year."""
        due = plan("2027-02-01", decided=DECIDED).find("report")
        expected = [SIX_MONTHS_ON + timedelta(weeks=8 * n) for n in range(2, 8)]
        assert times(due) == [day for day in expected if day <= date(2028, 2, 1)]
        assert due.latest == date(2027, 3, 23)
        assert due.rounds.before.last == date(2027, 1, 26)
        assert "The last before today was Tuesday 26 January 2027" in due.rounds_say

    def test_a_report_is_due_on_its_own_day(self, plan):
        """On the day itself it is due today; on the day after, the next one is."""
        on, after = (
            plan(day, decided=DECIDED).find("report")
            for day in ("2027-01-26", "2027-01-27")
        )
        assert (on.state, on.latest) == ("today", date(2027, 1, 26))
        assert (after.state, after.latest) == ("later", date(2027, 3, 23))

    def test_publication_in_time_makes_none_due(self, plan):
        """A review published on its last day is not delayed."""
        found = plan("2027-02-01", decided=DECIDED, published="2026-12-01")
        due = found.find("report")
        assert (due.state, due.latest, times(due)) == ("not-due", None, [])
        assert due.if_missed.startswith("Not due: “publish” was done in time")

    def test_publication_stops_the_reports(self, plan):
        """After a late publication no report is due, and the schedule says since when."""
        due = plan("2027-04-01", decided=DECIDED, published="2027-03-23").find("report")
        assert (due.state, times(due)) == ("ended", [])
        assert due.notes[-1] == "No longer due: Review published, Tue 23 Mar 2027."

    def test_a_planned_publication_is_the_known_end(self, plan):
        """Reports are due before the planned day, none on it or after it."""
        due = plan("2027-02-01", decided=DECIDED, published="2027-05-18").find("report")
        assert times(due) == [date(2027, 3, 23)]
        assert "It ends with “Review published”, Tue 18 May 2027." in due.rounds_say

    def test_the_limit_in_words(self, protocol):
        """The words name the interval and the end."""
        found = protocol()
        words = limit_words(found.own_deadlines["report"], found.nouns)
        assert words == "Every 8 weeks, until publication"


@given_by(
    begins=st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    later=st.integers(0, 700),
    weeks=st.integers(1, 30),
)
def test_the_next_time_is_the_first_multiple_of_the_weeks_from_today(
    make, england, begins, later, weeks
):
    """Held to whole division of day numbers."""
    today = begins + timedelta(days=later)
    every = Every(unit="week", amount=weeks)
    own = make.partnership(
        events=(make.event("decided"),),
        deadlines=(make.deadline("report", every=every, from_="decided"),),
    )
    protocol = Protocol(make.national(deadlines=(), events=()), own)
    plan = schedule(protocol, {"decided": begins.isoformat()}, england, today)
    step = weeks * 7
    wanted = begins + timedelta(days=max(-(-later // step), 1) * step)
    due = plan.find("report")
    if wanted > england.last:
        assert (due.latest, due.state) == (None, "beyond")
    else:
        assert due.latest == wanted
        assert all((day - begins).days % step == 0 for day in times(due))


def test_months_do_not_drift_from_the_end_of_a_month(plan, make):
    """Every month from 31 August: 30 September, 31 October, … 28 February, 31 March."""
    monthly = make.deadline("log", every=Every(unit="month"), from_="decided")
    due = plan("2026-09-01", monthly, decided="2026-08-31").find("log")
    assert times(due) == [
        date(2026, 8, 31) + relativedelta(months=n) for n in range(1, 13)
    ]


class TestWithoutAnEvent:
    """Wealdshire 9.1 and 9.2: every quarter, and each year in March."""

    def test_every_quarter_is_told_by_its_months(self, plan, make):
        """The quarter of today comes first; four are told, by their last days."""
        quarterly = make.deadline("log", every=Every(unit="quarter"))
        due = plan("2026-11-28", quarterly, decided=DECIDED).find("log")
        ends = [
            day.date() - timedelta(days=1)
            for day in rrule(
                MONTHLY,
                interval=3,
                dtstart=datetime.fromisoformat("2027-01-01"),
                count=5,
            )
        ]
        assert times(due) == ends
        assert due.words == "Every quarter. The next is October to December 2026."
        assert (due.state, due.latest) == ("comes-round", None)

    @pytest.mark.parametrize(
        ("today", "year"),
        [("2027-03-01", 2027), ("2027-03-31", 2027), ("2027-04-01", 2028)],
    )
    def test_each_year_in_march_is_due_until_march_is_over(
        self, plan, make, today, year
    ):
        """On 31 March it is due this year; on 1 April next year."""
        audit = make.deadline("audit", every=Every(unit="year", month=3))
        due = plan(today, audit, decided=DECIDED).find("audit")
        assert due.rounds.next[0].last == date(year, 3, 31)
        assert due.words == f"Every March. The next is March {year}."

    def test_without_today_no_time_is_next(self, plan, make):
        """Nothing in the engine asks a clock what day it is."""
        audit = make.deadline("audit", every=Every(unit="year", month=3))
        due = plan("", audit, decided=DECIDED).find("audit")
        assert (due.words, times(due)) == ("Every March.", [])


class TestTakenAway:
    """Each time is an entry of the calendar file, a date in the table, words in the text."""

    def entries(self, found, england):
        """Return status, day and title of each entry, and its identity."""
        read = Parsed.from_ical(calendar_file(found, england, STAMP)).walk("VEVENT")
        return {
            str(one["UID"]): (str(one["STATUS"]), one.start, str(one["SUMMARY"]))
            for one in read
            if "report" in one["SUMMARY"] or "audit" in one["SUMMARY"]
        }

    def test_each_report_is_an_entry_and_those_after_the_end_are_cancelled(
        self, plan, england
    ):
        """A later file cancels, by the same identities, what an earlier one put in."""
        first = self.entries(plan("2027-02-01", decided=DECIDED), england)
        days = [SIX_MONTHS_ON + timedelta(weeks=8 * n) for n in range(2, 8)]
        assert [row[:2] for row in first.values()] == [("CONFIRMED", d) for d in days]
        later = plan("2027-05-18", decided=DECIDED, published="2027-04-01")
        second = self.entries(later, england)
        stopped = {uid: row for uid, row in second.items() if uid in first}
        assert [row[:2] for row in stopped.values()] == [
            ("CANCELLED", d) for d in days[1:]
        ]

    def test_what_the_calendar_brings_round_is_an_entry_too(self, plan, make, england):
        """The yearly audit stands on the last day of March."""
        audit = make.deadline("audit", every=Every(unit="year", month=3))
        found = self.entries(plan("2026-11-28", audit, decided=DECIDED), england)
        assert list(found.values()) == [
            ("CONFIRMED", date(2027, 3, 31), "Comes round: audit")
        ]

    def test_the_table_and_the_text_have_the_times(self, plan):
        """ISO dates in a column of their own; the sentence in the text."""
        found = plan("2027-02-01", decided=DECIDED)
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(as_csv(found)))}
        assert rows["report"]["comes round"].startswith(
            "2027-03-23; 2027-05-18; 2027-07-13"
        )
        assert "Then Tuesday 18 May 2027, " in as_text(found)
        told = next(d for d in as_dict(found)["deadlines"] if d["id"] == "report")
        assert told["rounds"]["next"][0]["last"] == "2027-03-23"
