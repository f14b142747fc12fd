"""A limit that is put aside under a condition, or relaxed between two days.

The dates as counted never move; what the text says stands beside them.
"""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from rapidreview.dates import schedule
from rapidreview.files import as_text, calendar_file
from rapidreview.model import Protocol, Suspension, Unless
from rapidreview.say import limit_words

STAMP = datetime.fromisoformat("2026-11-21T09:30")
POLICE = Unless(
    says="the police object because of a live investigation",
    event="police_objection",
    ends="objection_withdrawn",
    source=("7.1",),
)
DECIDED = {"decided": "2026-11-02"}
TEN_DAYS_ON = date(2026, 11, 16)
RELAXED = Suspension(
    from_="2020-03-25",
    until="2020-07-31",
    says="The fifteen days are relaxed.",
    source=("2",),
)


class TestUnlessThePoliceObject:
    """Wealdshire 7.1: parents are told within 10 working days unless the police object."""

    @pytest.fixture
    def protocol(self, make):
        """Make the limit with its condition."""
        return Protocol(
            make.national(deadlines=(), events=()),
            make.partnership(
                events=(
                    make.event("decided", "Decision", noun="the decision"),
                    make.event("police_objection", "Police objection"),
                    make.event("objection_withdrawn", "Objection withdrawn"),
                    make.event("parents_told", "Parents told"),
                ),
                deadlines=(
                    make.deadline(
                        "tell",
                        make.reading("latest", 10),
                        from_="decided",
                        to_event="parents_told",
                        unless=(POLICE,),
                    ),
                ),
            ),
        )

    @pytest.fixture
    def due(self, protocol, england):
        """Return the limit on a day, with more dates given."""

        def of(today, **more):
            day = date.fromisoformat(today)
            return schedule(protocol, DECIDED | more, england, day).find("tell")

        return of

    def test_without_an_objection_the_limit_holds(self, due):
        """The condition stands beside the date; the limit is overdue after it."""
        before, after = due("2026-11-10"), due("2026-11-17")
        assert (before.latest, before.state) == (TEN_DAYS_ON, "later")
        assert after.state == "overdue"
        assert before.unless == (
            "unless the police object because of a live investigation"
        )

    def test_from_the_objection_on_it_is_put_aside(self, due):
        """The date as counted stays, and it is said since when it is put aside."""
        found = due("2026-11-20", police_objection="2026-11-09")
        assert (found.latest, found.state) == (TEN_DAYS_ON, "aside")
        (says,) = found.aside.says
        assert says == (
            "Put aside since Mon 9 Nov 2026, because the police object because of a live"
            " investigation."
        )
        assert "7.1" in found.source

    def test_an_objection_still_to_come_puts_nothing_aside(self, due):
        """Until its day the limit holds."""
        found = due("2026-11-06", police_objection="2026-11-09")
        assert found.state == "later"
        assert "still to come" in found.aside.says[0]

    def test_an_objection_after_the_date_says_that_it_had_passed(self, due):
        """Nobody is told to do now what the police object to; the miss is not hidden."""
        found = due("2026-11-20", police_objection="2026-11-18")
        assert found.state == "aside"
        assert found.aside.says[0].endswith("Its latest date had passed by then.")

    def test_once_withdrawn_the_limit_holds_again_without_more_days(self, due):
        """The text adds no days, and neither does the date."""
        found = due(
            "2026-11-20",
            police_objection="2026-11-09",
            objection_withdrawn="2026-11-18",
        )
        assert (found.latest, found.state) == (TEN_DAYS_ON, "overdue")
        assert "the time in between is not added" in found.aside.says[0]

    def test_what_was_done_stays_done(self, due):
        """An objection undoes nothing."""
        found = due(
            "2026-11-20", police_objection="2026-11-18", parents_told="2026-11-10"
        )
        assert found.state == "done"

    def test_the_condition_is_part_of_the_words(self, protocol):
        """The limit in words ends with the condition."""
        words = limit_words(protocol.own_deadlines["tell"], protocol.nouns)
        assert words == (
            "Within 10 working days of the decision, unless the police object because of"
            " a live investigation"
        )

    def test_the_entry_in_a_calendar_is_silent_and_keeps_its_date(
        self, protocol, england
    ):
        """An alarm would ask for what is put aside; the entry itself is not cancelled."""
        given = DECIDED | {"police_objection": "2026-11-09"}
        plan = schedule(protocol, given, england, date(2026, 11, 10))
        (entry,) = Parsed.from_ical(calendar_file(plan, england, STAMP)).walk("VEVENT")
        assert (entry.start, str(entry["STATUS"])) == (TEN_DAYS_ON, "CONFIRMED")
        assert str(entry["SUMMARY"]) == "Put aside: tell"
        assert entry.walk("VALARM") == []
        assert "Put aside since Mon 9 Nov 2026" in as_text(plan)


class TestRelaxedBetweenTwoDays:
    """Sussex 2020: the five days remain, the fifteen are relaxed."""

    @pytest.fixture
    def plan(self, make, england):
        """Make a schedule with five days as they are and fifteen that were relaxed."""

        def of(sent, today="2020-08-31", law=()):
            own = make.partnership(
                events=(make.event("la_aware"), make.event("sin_sent")),
                deadlines=(
                    make.deadline(
                        "notify", make.reading("latest", 5), from_="la_aware"
                    ),
                    make.deadline(
                        "report",
                        make.reading("latest", 15),
                        from_="sin_sent",
                        suspended=(RELAXED,),
                        national="rapid-review" if law else "",
                    ),
                ),
            )
            national = make.national(**({} if law else {"deadlines": ()}))
            given = {"la_aware": sent, "sin_sent": sent}
            return schedule(
                Protocol(national, own), given, england, date.fromisoformat(today)
            )

        return of

    def test_a_date_within_the_days_is_put_aside_and_not_moved(self, plan):
        """The fifteen are told as counted with what the text says; the five are as ever."""
        found = plan("2020-04-01")
        report, notify = found.find("report"), found.find("notify")
        assert (report.latest, report.state) == (date(2020, 4, 24), "aside")
        (says,) = report.aside.says
        assert says == (
            "Its date lies within 25 March 2020 to 31 July 2020. The fifteen days are"
            " relaxed. As counted it is due on Friday 24 April 2020; the date is not moved."
        )
        assert (notify.aside.says, notify.state) == ((), "passed")

    @pytest.mark.parametrize("sent", ["2020-03-05", "2020-07-20"])
    def test_a_time_that_runs_into_or_out_of_the_days_is_told(self, plan, sent):
        """Where the date lies within, it is put aside; where only the time does, told."""
        report = plan(sent).find("report")
        inside = date(2020, 3, 25) <= report.latest <= date(2020, 7, 31)
        begins = "Its date lies" if inside else "Part of its time lies"
        assert report.aside.says[0].startswith(begins)
        assert (report.state == "aside") == inside

    def test_a_national_limit_is_not_put_aside_by_a_local_text(self, plan):
        """Where the limit is a national one too, that it remains is said with its date."""
        report = plan("2020-04-01", law=True).find("report")
        assert report.state == "passed"
        assert report.aside.says[-1] == (
            "The national limit, Friday 24 April 2020, is not put aside by this."
        )


@given_by(begins=st.dates(date(2019, 10, 1), date(2020, 12, 1)))
def test_a_day_is_told_exactly_when_its_time_meets_the_relaxed_days(
    make, england, begins
):
    """Held to the days one by one; and the date is the one without any relaxation."""

    def due(suspended):
        limit = make.deadline(
            "report", make.reading("latest", 15), from_="sin_sent", suspended=suspended
        )
        own = make.partnership(events=(make.event("sin_sent"),), deadlines=(limit,))
        protocol = Protocol(make.national(deadlines=(), events=()), own)
        given = {"sin_sent": begins.isoformat()}
        return schedule(protocol, given, england).find("report")

    relaxed = due((RELAXED,))
    assert relaxed.latest == due(()).latest
    days = {
        begins + timedelta(days=n) for n in range((relaxed.latest - begins).days + 1)
    }
    within = {date(2020, 3, 25) + timedelta(days=n) for n in range(129)}
    assert max(within) == date(2020, 7, 31)
    assert bool(relaxed.aside.says) == bool(days & within)
