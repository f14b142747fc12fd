"""What a working day is, and where our knowledge of it ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.days import Calendar, PastHorizonError, calendar_from

FIRST, LAST = date(2019, 1, 1), date(2028, 12, 31)
MIDDLE = st.dates(date(2020, 1, 1), date(2027, 12, 31))
COUNTS = st.integers(-60, 60)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-11-20", ""),
        ("2026-11-21", "Saturday"),
        ("2026-11-22", "Sunday"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2026-12-25", "Christmas Day"),
        ("2026-12-26", "Saturday"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2023-05-08", "Bank holiday for the coronation of King Charles III"),
        ("2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ("2026-12-24", ""),
    ],
)
def test_why_a_day_is_off(england, day, why):
    """A day off is named: the weekday, or the bank holiday."""
    assert why == england.why_off(date.fromisoformat(day))


def test_both_ends_of_the_horizon_are_known(england):
    """The first and last day can be asked about; the days beyond cannot."""
    assert (FIRST, LAST) == (england.first, england.last)
    assert england.why_off(FIRST) == "New Year’s Day"
    assert england.why_off(LAST) == "Sunday"
    for beyond in (date(2018, 12, 31), date(2029, 1, 1)):
        with pytest.raises(PastHorizonError) as refusal:
            england.is_working(beyond)
        expected = (
            "No date: bank holidays are known only from 1 January 2019"
            " to 31 December 2028."
        )
        assert expected == str(refusal.value)


def test_counting_off_the_end_is_refused(england):
    """A count that would need bank holidays of 2029 or 2018 gives no date."""
    assert date(2028, 12, 29) == england.add(date(2028, 12, 27), 2)
    with pytest.raises(PastHorizonError):
        england.add(date(2028, 12, 27), 3)
    assert date(2019, 1, 2) == england.add(date(2019, 1, 3), -1)
    with pytest.raises(PastHorizonError):
        england.add(date(2019, 1, 3), -2)


def test_next_and_last_working_day(england, day):
    """From Good Friday: Thursday before, Tuesday after; a working day is its own."""
    assert day("2026-04-07") == england.next_working(day("2026-04-03"))
    assert day("2026-04-02") == england.last_working(day("2026-04-03"))
    assert day("2026-04-02") == england.next_working(day("2026-04-02"))
    assert day("2026-04-02") == england.last_working(day("2026-04-02"))


def test_days_off_between(england, day):
    """The days off of a Christmas, with the reason for each."""
    expected = [
        ("2026-12-25", "Christmas Day"),
        ("2026-12-26", "Saturday"),
        ("2026-12-27", "Sunday"),
        ("2026-12-28", "Boxing Day (substitute day)"),
    ]
    found = england.days_off(day("2026-12-24"), day("2026-12-29"))
    assert expected == [(item.isoformat(), why) for item, why in found]


def test_calendar_from_plain_data(day):
    """The browser builds the same calendar from the bank-holiday file."""
    plain = {
        "first": "2026-01-01",
        "last": "2026-12-31",
        "holidays": {"2026-12-25": "Christmas Day"},
    }
    expected = Calendar(
        {day("2026-12-25"): "Christmas Day"}, day("2026-01-01"), day("2026-12-31")
    )
    assert expected == calendar_from(plain)
    assert plain == expected.plain()


@given(start=MIDDLE, later=st.integers(0, 40), count=COUNTS)
def test_a_later_start_is_never_earlier(england, start, later, count):
    """Counting the same number from a later day never gives an earlier day."""
    if count == 0:
        assert start == england.add(start, 0)
    assert england.add(start, count) <= england.add(start + timedelta(later), count)


@given(start=MIDDLE, count=st.integers(1, 60))
def test_there_and_back(england, start, count):
    """From a working day, counting on and back again returns to it."""
    day = england.next_working(start)
    assert day == england.add(england.add(day, count), -count)


@given(start=MIDDLE, count=st.integers(1, 60))
def test_between_counts_what_add_added(england, start, count):
    """The working days after a start, up to the n-th, are n."""
    assert count == england.between(start, england.add(start, count))


@given(start=MIDDLE, count=COUNTS.filter(bool))
def test_the_result_is_a_working_day(england, start, count):
    """Counting one or more working days always ends on a working day."""
    assert england.is_working(england.add(start, count))
