"""Each named way of counting gives the dates it promises, whatever the unit."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.days import Count, PastHorizonError, TimeNeededError, working
from rapidreview.days.counting import add_months, clock_changes
from rapidreview.model import Clock
from rapidreview.say import days_in_month, read_moment

STARTS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
MOMENTS = st.datetimes(
    datetime.fromisoformat("2020-01-01T00:00"),
    datetime.fromisoformat("2026-12-31T00:00"),
)
RULES = st.sampled_from(["day-after", "same-day", "clear-days"])
DAY_UNITS = st.sampled_from(["working-day", "day", "week"])
UNITS = st.sampled_from(["working-day", "day", "week", "month", "year"])


@pytest.fixture
def due(england, rules):
    """Say what a clock gives from a start, both as text."""

    def count(start, amount, unit="working-day", counting="day-after", **more):
        back, first = more.pop("back", False), more.pop("first", False)
        clock = Clock(amount=amount, unit=unit, counting=counting, **more)
        moment = Count(clock, rules[counting], england, back).due(
            read_moment(start), first=first
        )
        return moment.isoformat(
            *(["T", "minutes"] if "T" in moment.isoformat() else [])
        )

    return count


# Dates from wall calendars: Easter is 3 to 6 April 2026; 28 December 2026 is a
# bank holiday in place of Saturday 26 December.
WORKING_DAYS = [
    ("2026-03-31", "day-after", 5, "2026-04-09"),
    ("2026-03-31", "same-day", 5, "2026-04-08"),
    ("2026-03-31", "clear-days", 5, "2026-04-10"),
    ("2026-04-02", "day-after", 5, "2026-04-13"),
    ("2026-04-02", "same-day", 5, "2026-04-10"),
    ("2026-04-04", "day-after", 5, "2026-04-13"),
    ("2026-04-04", "same-day", 5, "2026-04-13"),
    ("2026-12-18", "day-after", 5, "2026-12-29"),
    ("2026-12-18", "same-day", 5, "2026-12-24"),
    ("2026-12-31", "day-after", 5, "2027-01-08"),
    ("2026-12-31", "same-day", 5, "2027-01-07"),
    ("2026-11-21", "same-day", 1, "2026-11-23"),
    ("2026-11-20", "same-day", 1, "2026-11-20"),
    ("2026-11-20", "day-after", 1, "2026-11-23"),
    ("2026-08-31", "day-after", 15, "2026-09-21"),
    ("2027-12-24", "day-after", 15, "2028-01-19"),
]


@pytest.mark.parametrize(("start", "rule", "amount", "expected"), WORKING_DAYS)
def test_working_days_forward(due, start, rule, amount, expected):
    """Working days are counted by the rule that was named."""
    assert expected == due(start, amount, counting=rule)


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2026-11-30", "day-after", "2026-11-19"),
        ("2026-11-30", "clear-days", "2026-11-18"),
        ("2026-11-30", "same-day", "2026-11-20"),
        ("2026-09-30", "day-after", "2026-09-21"),
        ("2027-01-04", "day-after", "2026-12-21"),
    ],
)
def test_seven_working_days_before(due, start, rule, expected):
    """Counting back, the day before the event is day 1; clear days take one more."""
    assert expected == due(start, 7, counting=rule, back=True)


@pytest.mark.parametrize(
    ("unit", "start", "amount", "rule", "expected"),
    [
        ("day", "2026-11-20", 5, "day-after", "2026-11-25"),
        ("day", "2026-11-20", 5, "same-day", "2026-11-24"),
        ("day", "2026-11-21", 1, "same-day", "2026-11-21"),
        ("day", "2026-11-20", 5, "clear-days", "2026-11-26"),
        ("week", "2026-11-02", 4, "day-after", "2026-11-30"),
        ("week", "2026-11-02", 4, "same-day", "2026-11-29"),
        ("month", "2026-08-31", 6, "day-after", "2027-02-28"),
        ("month", "2026-08-29", 6, "day-after", "2027-02-28"),
        ("month", "2027-08-31", 6, "day-after", "2028-02-29"),
        ("month", "2026-11-02", 6, "day-after", "2027-05-02"),
        ("month", "2026-11-02", 6, "same-day", "2027-05-01"),
        ("year", "2024-02-29", 1, "day-after", "2025-02-28"),
        ("year", "2026-06-18", 1, "day-after", "2027-06-18"),
    ],
)
def test_other_units(due, unit, start, amount, rule, expected):
    """Days of the calendar, weeks, months and years; months keep within the month."""
    assert expected == due(start, amount, unit, rule)


def test_before_day_ten_is_day_nine(due):
    """Strictly before day 10 means day 9 at the latest, in either kind of day."""
    assert due("2026-11-20", 9) == due("2026-11-20", 10, edge="before") == "2026-12-03"
    assert due("2026-11-20", 10, "day", edge="before") == "2026-11-29"
    assert due("2026-11-20", 2, "week", edge="before") == "2026-12-03"
    assert due("2026-11-20", 1, "month", edge="before") == "2026-12-19"


def test_strictly_more_than_seven_days_before(due):
    """Counted back, strictly before the seventh day is the eighth."""
    assert due("2026-11-30", 7, edge="before", back=True) == "2026-11-18"
    assert due("2026-11-30", 1, "week", edge="before", back=True) == "2026-11-22"


def test_a_window_has_two_ends(due):
    """Day 9 to day 10: the first day and the last; counted back they swap."""
    window = {"to": 10, "counting": "same-day"}
    assert due("2026-11-20", 9, first=True, **window) == "2026-12-02"
    assert due("2026-11-20", 9, **window) == "2026-12-03"
    assert due("2026-11-20", 2, "day", to=4, back=True, first=True) == "2026-11-16"
    assert due("2026-11-20", 2, "day", to=4, back=True) == "2026-11-18"


def test_nought_is_the_same_day_even_a_day_off(due):
    """The same day is that day under every rule; a Saturday is not moved."""
    for rule in ("day-after", "same-day", "clear-days"):
        for unit in ("day", "working-day"):
            assert due("2026-11-21T17:00", 0, unit, rule) == "2026-11-21"


def test_hours_keep_the_time_of_day(due):
    """48 hours after 10:00 is 10:00 two days on, over a weekend as well."""
    assert due("2026-11-20T10:00", 48, "hour") == "2026-11-22T10:00"
    assert due("2026-11-23T10:00", 48, "hour", back=True) == "2026-11-21T10:00"
    assert due("2026-11-20T10:00", 0, "hour") == "2026-11-20T10:00"


def test_hours_across_the_clock_change_are_wall_clock(due):
    """The clocks go on at 01:00 on 29 March 2026; 10:00 to 10:00 still counts as 24 hours."""
    assert due("2026-03-28T10:00", 24, "hour") == "2026-03-29T10:00"
    assert due("2026-10-26T10:00", 48, "hour", back=True) == "2026-10-24T10:00"


def test_hours_without_a_time(due):
    """Forward, hours give a day; back, the time of day is needed."""
    assert due("2026-11-20", 24, "hour") == "2026-11-21"
    with pytest.raises(TimeNeededError):
        due("2026-11-20", 48, "hour", back=True)


def test_beyond_the_horizon_no_unit_gives_a_date(due):
    """A date past the known bank holidays is refused even if it needs no counting."""
    for amount, unit in ((2, "month"), (60, "day"), (40, "working-day"), (9, "week")):
        with pytest.raises(PastHorizonError):
            due("2028-11-20", amount, unit)
    with pytest.raises(PastHorizonError):
        due("2028-12-31T10:00", 24, "hour")


def test_the_clocks_change_on_the_last_sundays():
    """29 March and 25 October in 2026; none in between."""
    year = date(2026, 1, 1), date(2026, 12, 31)
    assert (date(2026, 3, 29), date(2026, 10, 25)) == clock_changes(*year)
    assert () == clock_changes(date(2026, 3, 30), date(2026, 10, 24))


@given(start=STARTS, months=st.integers(-24, 24))
def test_months_keep_the_day_or_the_end_of_the_month(start, months):
    """The day of the month stays, unless that month is too short."""
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + timedelta(1)).day == 1


@st.composite
def clocks(draw, units):
    """Draw a clock of one of the units, short enough for the horizon."""
    unit = draw(units)
    most = 2 if unit == "year" else 20
    return Clock(
        amount=draw(st.integers(0, most)),
        unit=unit,
        counting=draw(RULES),
        edge=draw(st.sampled_from(["by", "before"])),
    )


@given(STARTS, st.integers(0, 60), clocks(UNITS), st.booleans())
def test_a_later_start_never_gives_an_earlier_date(
    england, rules, start, later, clock, back
):
    """Whatever the unit and the rule, a later event is never due earlier."""
    count = Count(clock, rules[clock.counting], england, back)
    try:
        ends = count.due(start), count.due(start + timedelta(later))
    except PastHorizonError:
        return
    assert ends[0] <= ends[1]


@given(STARTS, clocks(DAY_UNITS), st.booleans())
def test_the_working_counts_as_many_days_as_were_asked_for(
    england, rules, start, clock, back
):
    """Walked day by day, the working ends on the due date with the number asked for."""
    count = Count(clock, rules[clock.counting], england, back)
    due = count.due(start)
    days = working(count, "Event", start, due).days
    numbers = sorted(day.number for day in days if day.number)
    strict = (1 if back else -1) if clock.edge == "before" else 0
    asked = clock.amount * (7 if clock.unit == "week" else 1)
    expected = max(asked + strict, 0) if asked or clock.unit != "week" else 0
    assert list(range(1, expected + 1)) == numbers
    ends = {day.on for day in days if day.start}, {day.on for day in days if day.due}
    assert ({start}, {due}) == ends
    for day in days:
        off = clock.unit == "working-day" and not england.is_working(day.on)
        assert off == bool(day.skipped)
        assert not (day.number and day.skipped)


@given(start=MOMENTS, amount=st.integers(0, 100), back=st.booleans())
def test_hours_there_and_back(england, rules, start, amount, back):
    """Hours counted on and back again return to the same minute."""
    clock = Clock(amount=amount, unit="hour")
    there = Count(clock, rules["day-after"], england, back).due(start)
    assert start == Count(clock, rules["day-after"], england, not back).due(there)


@pytest.mark.parametrize(
    "unit", ["hour", "working-day", "day", "week", "month", "year"]
)
@pytest.mark.parametrize("amount", [100_000, 500_000, 3_000_000, 10**17])
@pytest.mark.parametrize("back", [False, True])
def test_an_amount_beyond_every_calendar_gives_no_date_and_says_why(
    due, unit, amount, back
):
    """The sentence says how far bank holidays are known; nothing breaks."""
    with pytest.raises(PastHorizonError, match="bank holidays are known only from"):
        due("2026-11-20T10:00", amount, unit, back=back)


def test_the_last_month_of_the_last_year_has_31_days():
    """The month after it has no date, and is not asked for one."""
    assert days_in_month(9999, 12) == 31
    assert read_moment("9999-12-31") == date(9999, 12, 31)
    assert [days_in_month(2028, month) for month in (1, 2, 4, 12)] == [31, 29, 30, 31]
