"""One deadline: two dates where words are open, each with its assumption and its working."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.dates import date_deadline
from rapidreview.days import order_key
from rapidreview.model import Clock, Replacement

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def dated(known, make):
    """Date a deadline made of readings, from a start on Friday 20 November 2026."""

    def of(*readings, moments=None, events=(), closures=(), **more):
        events = events or (make.event("start"), make.event("other"), make.event("end"))
        parts = {"from_": "start", **more}
        return date_deadline(
            make.deadline("d", *readings, **parts),
            known(moments or {"start": FRIDAY}, events, closures),
        )

    return of


def test_one_reading_gives_one_date(dated, make, day):
    """Where only one reading is accepted, both dates are the same."""
    due = dated(make.reading("latest", 5))
    assert (day("2026-11-27"), day("2026-11-27")) == (due.latest, due.aim_for)
    assert ("means latest-5-working-day-",) * 2 == (due.latest_means, due.aim_means)


def test_two_readings_give_two_dates_each_with_its_assumption(dated, make, day):
    """The stricter reading gives the date to aim for and says what it assumes."""
    due = dated(
        make.reading("aim", 5, "day", id="calendar"),
        make.reading("latest", 5, id="working"),
        make.reading("aim", 5, id="same", counting="same-day"),
    )
    assert (day("2026-11-27"), "means working") == (due.latest, due.latest_means)
    assert (day("2026-11-25"), "means calendar") == (due.aim_for, due.aim_means)


def test_a_rejected_reading_is_dated_and_never_used(dated, make, day):
    """A rejected reading shows its date and why, and moves nothing."""
    due = dated(
        make.reading("latest", 9),
        make.reading("rejected", 1, id="early", why="Too early."),
        make.reading("rejected", 10, id="loose", why="Not what is written."),
    )
    assert day("2026-12-03") == due.latest == due.aim_for
    found = [(r.id, r.use, r.date, r.why) for r in due.readings[1:]]
    assert [
        ("early", "rejected", day("2026-11-23"), "Too early."),
        ("loose", "rejected", day("2026-12-04"), "Not what is written."),
    ] == found


def test_an_aim_later_than_the_latest_is_not_followed(dated, make, day):
    """A looser reading marked as an aim cannot push the aim past the latest date."""
    due = dated(make.reading("latest", 5), make.reading("aim", 8))
    assert day("2026-11-27") == due.latest == due.aim_for


def test_a_range_aims_for_its_start(dated, make, day):
    """5 to 8 working days: aim for the fifth, the eighth at the latest."""
    due = dated(make.reading("latest", 5, to=8))
    assert (day("2026-11-27"), day("2026-12-02")) == (due.aim_for, due.latest)


def test_a_date_on_a_day_off_is_not_moved(dated, make, day):
    """Day 9 of the calendar is a Sunday: it stays, with Friday told beside it."""
    due = dated(make.reading("latest", 9, "day"))
    assert day("2026-11-29") == due.latest
    assert day("2026-11-27") == due.latest_working_day


def test_unknown_events_are_asked_for(dated, make):
    """Without its event a deadline has no date and says which date is missing."""
    due = dated(make.reading("latest", 5), moments={"other": FRIDAY})
    assert (None, None) == (due.latest, due.aim_for)
    assert due.missing == "No date until you enter: start."


def test_the_question_uses_the_events_noun(dated, make):
    """Where the event has a noun, the sentence reads as a person would say it."""
    events = (make.event("start", noun="the notification"),)
    due = dated(make.reading("latest", 5), moments={"x": FRIDAY}, events=events)
    assert due.missing == "No date until you enter the date of the notification."


def test_an_aim_from_another_event_shows_without_the_latest(dated, make, day):
    """A stricter reading whose event is known gives its date although the latest waits."""
    due = dated(
        make.reading("latest", 6, "month"),
        make.reading("aim", 6, "month", from_="other"),
        moments={"other": FRIDAY},
    )
    assert (None, day("2027-05-20")) == (due.latest, due.aim_for)
    assert due.missing == "No date until you enter: start."


def test_a_stand_in_event_says_what_is_assumed(dated, make, day):
    """Where the day of receipt is blank, the day of sending stands in, and it is said."""
    events = (
        make.event("sent"),
        make.event("start", if_blank="sent", assumed="Taken as received when sent."),
    )
    due = dated(make.reading("latest", 15), moments={"sent": FRIDAY}, events=events)
    assert day("2026-12-11") == due.latest
    assert ("Taken as received when sent.",) == due.notes
    assert due.readings[0].assumed == "Taken as received when sent."


def test_stand_ins_that_go_round_in_a_ring_give_no_date(dated, make):
    """Two events that stand in for each other do not loop for ever."""
    events = (
        make.event("start", if_blank="other"),
        make.event("other", if_blank="start"),
    )
    due = dated(make.reading("latest", 1), moments={"x": FRIDAY}, events=events)
    assert due.missing == "No date until you enter: start."


def test_hours_back_need_a_time(dated, make):
    """48 hours before a meeting has no date until the meeting has a time."""
    due = dated(make.reading("latest", 48, "hour"), direction="before")
    assert due.missing == "No date until you enter the time of day of: start."


def test_hours_back_and_two_working_days_back(dated, make, day):
    """A Monday meeting at 10:00: Saturday 10:00 by the clock, Thursday to aim for."""
    monday = datetime.fromisoformat("2026-11-23T10:00")
    due = dated(
        make.reading("latest", 48, "hour"),
        make.reading("aim", 2),
        moments={"start": monday},
        direction="before",
    )
    assert datetime.fromisoformat("2026-11-21T10:00") == due.latest
    assert day("2026-11-20") == due.latest_working_day
    assert day("2026-11-19") == due.aim_for


def test_hours_from_a_day_say_by_the_same_time(dated, make, day):
    """24 hours from a date without a time is the next day, by the same time of day."""
    due = dated(make.reading("latest", 24, "hour"))
    assert day("2026-11-21") == due.latest
    assert "by the same time of day" in due.working.text


def test_a_day_and_a_half_from_a_day(dated, make, day):
    """36 hours from a date without a time are counted from the start of that day."""
    due = dated(make.reading("latest", 36, "hour"))
    assert day("2026-11-21") == due.latest
    assert "counted from the day’s start" in due.working.text


def test_the_working_says_that_the_clocks_change(dated, make):
    """Across a clock change the working says that the hour is left alone."""
    start = datetime.fromisoformat("2026-10-24T10:00")
    due = dated(make.reading("latest", 48, "hour"), moments={"start": start})
    expected = (
        "start: Saturday 24 October 2026 at 10:00. 48 hours on by the clock on the wall"
        " is Monday 26 October 2026 at 10:00. Weekends and bank holidays count. The"
        " clocks change on 25 October 2026; the hour is neither added nor taken off."
    )
    assert expected == due.working.text


def test_the_working_as_text_and_as_days(dated, make):
    """Over Easter, the working names each day that is not counted."""
    due = dated(make.reading("latest", 2), moments={"start": date(2026, 4, 2)})
    expected = (
        "start: Thursday 2 April 2026. Day 1 is Tuesday 7 April 2026, the working day"
        " after. Counted: 2 working days, to Wednesday 8 April 2026. Not counted: Sat 4"
        " Apr 2026, Sun 5 Apr 2026, Good Friday (Fri 3 Apr 2026) and Easter Monday (Mon"
        " 6 Apr 2026)."
    )
    assert expected == due.working.text
    found = [(d.on.day, d.number, d.skipped, d.start, d.due) for d in due.working.days]
    assert [
        (2, 0, "", True, False),
        (3, 0, "Good Friday", False, False),
        (4, 0, "Saturday", False, False),
        (5, 0, "Sunday", False, False),
        (6, 0, "Easter Monday", False, False),
        (7, 1, "", False, False),
        (8, 2, "", False, True),
    ] == found


def test_months_say_when_the_day_is_cut_short(dated, make):
    """31 August and six months is 28 February, and the working says why."""
    due = dated(
        make.reading("latest", 6, "month"), moments={"start": date(2026, 8, 31)}
    )
    expected = (
        "start: Monday 31 August 2026. 6 months on is Sunday 28 February 2027. That"
        " month has no such day, so its last day is taken; it is not moved."
    )
    assert expected == due.working.text


def test_closure_days_are_shown_and_counted(dated, make, day):
    """A local closure day is marked in the working and keeps its number."""
    closed = (day("2026-12-24"), day("2026-12-29"))
    due = dated(
        make.reading("latest", 5),
        moments={"start": date(2026, 12, 18)},
        closures=closed,
    )
    assert day("2026-12-29") == due.latest
    marked = [(d.on, d.number) for d in due.working.days if d.closure]
    assert [(day("2026-12-24"), 4), (day("2026-12-29"), 5)] == marked


def test_past_the_horizon_the_deadline_refuses(dated, make):
    """A due date beyond the known bank holidays is not given, and it says why."""
    due = dated(
        make.reading("latest", 6, "month"), moments={"start": date(2028, 11, 20)}
    )
    assert due.latest is None
    assert due.missing == (
        "No date: bank holidays are known only from 1 January 2019 to 31 December 2028."
    )


def test_at_the_very_start_there_is_no_working_day_before(dated, make):
    """New Year's Day 2019 has a date; the working day before it is not known."""
    start = date(2019, 1, 1)
    due = dated(make.reading("latest", 0, "day"), moments={"start": start})
    assert (start, None) == (due.latest, due.latest_working_day)


def test_a_reading_without_a_number_has_no_date(dated, make):
    """A reading that gives no clock says that the source gives no number."""
    due = dated(make.reading("latest", 1).__class__(id="r", means="m", use="latest"))
    assert due.missing == "No date: the source gives no number."


class TestReplacements:
    """A later fact puts another date in place of the first."""

    request = Replacement(
        event="other",
        says="From the request.",
        clock=Clock(amount=15, unit="working-day"),
    )
    extension = Replacement(event="end", says="As agreed.", source=("2",))

    def test_a_later_request_counts_afresh(self, dated, make, day):
        """15 working days from the Panel's later request, with what it was before."""
        moments = {"start": FRIDAY, "other": date(2026, 11, 24)}
        due = dated(
            make.reading("latest", 15), moments=moments, replaced_by=(self.request,)
        )
        assert day("2026-12-15") == due.latest == due.aim_for
        assert (
            due.replaced
            == "From the request. Before that it was Friday 11 December 2026."
        )
        assert ("other", day("2026-11-24")) == (due.from_, due.from_date)

    def test_a_request_that_is_not_later_changes_nothing(self, dated, make, day):
        """A request on the day of receipt leaves the date, and says so."""
        moments = {"start": FRIDAY, "other": FRIDAY}
        due = dated(
            make.reading("latest", 15), moments=moments, replaced_by=(self.request,)
        )
        assert (day("2026-12-11"), "") == (due.latest, due.replaced)
        assert (
            "From the request. That would give Friday 11 December 2026, which is not later.",
        ) == due.notes

    def test_an_agreed_date_is_the_date(self, dated, make, day):
        """An extension's own date replaces whatever was counted, and its source is told."""
        moments = {"start": FRIDAY, "other": FRIDAY, "end": date(2026, 12, 18)}
        due = dated(
            make.reading("latest", 15),
            moments=moments,
            replaced_by=(self.request, self.extension),
        )
        assert day("2026-12-18") == due.latest
        assert ("1", "2") == due.source

    def test_a_request_alone_is_enough(self, dated, make, day):
        """The request dates the report even while the receipt is unknown."""
        due = dated(
            make.reading("latest", 15),
            moments={"other": FRIDAY},
            replaced_by=(self.request,),
        )
        assert (day("2026-12-11"), "") == (due.latest, due.missing)

    def test_an_earlier_date_where_it_may_come_first(self, dated, make, day):
        """Without ``only_later`` an earlier agreed date is taken."""
        sooner = Replacement(event="end", says="Sooner.", only_later=False)
        due = dated(
            make.reading("latest", 15),
            moments={"start": FRIDAY, "end": date(2026, 12, 1)},
            replaced_by=(sooner,),
        )
        assert day("2026-12-01") == due.latest

    def test_a_replacement_beyond_the_horizon_refuses(self, dated, make):
        """A request so late that its date is not known takes the old date away too."""
        due = dated(
            make.reading("latest", 15),
            moments={"start": date(2028, 11, 1), "other": date(2028, 12, 20)},
            replaced_by=(self.request,),
        )
        assert due.latest is None
        assert due.missing.startswith("No date: bank holidays are known only")


UNITS = ["working-day", "day", "week", "month", "hour"]
READINGS = st.lists(
    st.tuples(
        st.sampled_from(["aim", "rejected"]),
        st.integers(0, 20),
        st.sampled_from(UNITS),
        st.sampled_from(["day-after", "same-day", "clear-days"]),
        st.integers(0, 5),
    ),
    max_size=5,
)


@given(
    start=st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    amount=st.integers(0, 30),
    others=READINGS,
    later=st.integers(0, 30),
)
def test_aim_is_never_after_latest_and_both_grow_with_the_start(
    known, make, start, amount, others, later
):
    """Whatever the readings say: aim-for ≤ latest, and a later start is never due earlier."""
    item = make.deadline(
        "d",
        make.reading("latest", amount),
        *(
            make.reading(use, n, unit, counting=rule, to=n + wide)
            for use, n, unit, rule, wide in others
        ),
        from_="start",
    )
    ends = []
    for day in (start, date.fromordinal(start.toordinal() + later)):
        due = date_deadline(item, known({"start": day}, (make.event("start"),)))
        assert due.latest is not None
        assert due.aim_for is not None
        assert order_key(due.aim_for) <= order_key(due.latest)
        ends.append((due.aim_for, due.latest))
    assert ends[0][0] <= ends[1][0]
    assert ends[0][1] <= ends[1][1]


def test_a_clock_that_may_run_from_either_of_two_events_says_which_it_runs_from(
    dated, make
):
    """From the second only where the first has no date, and then that is said."""
    reading = make.reading("latest", 5)
    either = {"or_from": ("other",)}
    due = dated(reading, moments={"other": FRIDAY}, **either)
    assert (
        due.readings[0].assumed
        == "No date was entered for start, so this counts from other."
    )
    due = dated(reading, moments={"start": FRIDAY, "other": FRIDAY}, **either)
    assert due.readings[0].assumed == ""
