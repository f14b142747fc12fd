"""So many Tuesdays after an event, and hours that run only while the offices are open."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.days import Count, TimeNeededError, working
from rapidreview.days.counting import OfficeHoursNeededError
from rapidreview.model import Clock, OfficeHours
from rapidreview.say import WEEKDAYS

STARTS = st.dates(date(2020, 1, 1), date(2026, 12, 31))
OFFICE = OfficeHours(opens="09:00", closes="17:00", source=("2.3",))
MINUTE = timedelta(minutes=1)
NAMES = [name.lower() for name in WEEKDAYS]


@pytest.mark.parametrize(
    ("start", "counting", "expected"),
    [
        ("2026-11-20", "day-after", "2026-12-01"),  # Friday
        ("2026-11-23", "day-after", "2026-12-01"),  # Monday
        ("2026-11-24", "day-after", "2026-12-08"),  # itself a Tuesday
        ("2026-11-24", "same-day", "2026-12-01"),
        ("2026-12-18", "day-after", "2026-12-29"),  # across Christmas: not moved
    ],
)
def test_the_second_tuesday_after_an_event(england, rules, start, counting, expected):
    """Read off a wall calendar; the event's own Tuesday is not the first one after it."""
    clock = Clock(amount=2, unit="week", weekday="tuesday", counting=counting)
    count = Count(clock, rules[counting], england)
    assert date.fromisoformat(expected) == count.due(date.fromisoformat(start))


@given(STARTS, st.integers(1, 10), st.sampled_from(NAMES), st.booleans())
def test_a_weekday_is_found_by_walking_from_day_to_day(
    england, rules, start, amount, name, back
):
    """A slow counter that looks at one day after another comes to the same day."""
    clock = Clock(amount=amount, unit="week", weekday=name)
    day, seen = start, 0
    while seen < amount:
        day += timedelta(days=-1 if back else 1)
        seen += f"{day:%A}".lower() == name
    assert day == Count(clock, rules["day-after"], england, back).due(start)


def test_the_working_of_a_weekday_says_that_the_day_itself_is_not_counted(
    england, rules
):
    """Only where the event is on such a day is there anything to say."""
    clock = Clock(amount=2, unit="week", weekday="tuesday")
    count = Count(clock, rules["day-after"], england)

    def says(start):
        return working(count, "Notified", start, count.due(start)).says

    assert says(date(2026, 11, 20)) == (
        "Notified: Friday 20 November 2026. The second Tuesday after is Tuesday"
        " 1 December 2026."
    )
    assert says(date(2026, 11, 24)).endswith(
        "The day itself, which is a Tuesday, is not counted."
    )


def test_day_zero_has_the_dates_of_the_day_after(england, rules):
    """Day 14 with the day itself as day 0 is 14 working days after; the working says day 0."""
    start = date(2026, 11, 20)
    zero, after = (
        Count(Clock(amount=14, unit="working-day", counting=rule), rules[rule], england)
        for rule in ("day-zero", "day-after")
    )
    assert zero.due(start) == after.due(start) == date(2026, 12, 10)
    shown = working(zero, "Received", start, zero.due(start)).says
    assert "Day 1 is Monday 23 November 2026, the working day after." in shown
    assert "The day itself is day 0." in shown


def test_working_day_sixteen_with_the_day_itself_as_day_one(england, rules):
    """It is the date of fifteen working days after: one day, printed in two ways."""
    start = date(2026, 11, 20)
    sixteen = Clock(amount=16, unit="working-day", counting="same-day")
    fifteen = Clock(amount=15, unit="working-day")
    assert Count(sixteen, rules["same-day"], england).due(start) == Count(
        fifteen, rules["day-after"], england
    ).due(start)


@pytest.mark.parametrize(
    ("start", "hours", "back", "expected"),
    [
        ("2026-11-20T15:00", 4, False, "2026-11-23T11:00"),  # over a weekend
        ("2026-11-20T15:00", 2, False, "2026-11-20T17:00"),  # ends at closing time
        ("2026-11-21T12:00", 1, False, "2026-11-23T10:00"),  # a Saturday starts nothing
        ("2026-12-24T16:00", 2, False, "2026-12-29T10:00"),  # over Christmas
        ("2026-11-23T10:00", 2, True, "2026-11-20T16:00"),
        ("2026-11-20T08:00", 8, False, "2026-11-20T17:00"),  # before opening
    ],
)
def test_hours_within_office_hours(england, rules, start, hours, back, expected):
    """Worked by hand: nothing runs at night, at weekends or on bank holidays."""
    clock = Clock(amount=hours, unit="hour", hours="office")
    count = Count(clock, rules["day-after"], england, back, OFFICE)
    assert expected == count.due(datetime.fromisoformat(start)).isoformat(
        timespec="minutes"
    )


@given(
    st.datetimes(
        datetime.fromisoformat("2020-01-01T00:00"),
        datetime.fromisoformat("2026-12-31T00:00"),
    ),
    st.integers(1, 20),
)
def test_office_hours_are_found_by_walking_from_minute_to_minute(
    england, rules, start, hours
):
    """A slow counter that looks at one minute after another comes to the same minute."""
    start = start.replace(second=0, microsecond=0)
    clock = Clock(amount=hours, unit="hour", hours="office")
    at, left = start, hours * 60
    while left:
        if at.hour not in range(9, 17) or not england.is_working(at.date()):
            at = at.replace(minute=0) + timedelta(hours=1)
            continue
        at += MINUTE
        left -= 1
    assert at == Count(clock, rules["day-after"], england, office=OFFICE).due(start)


def test_office_hours_need_a_time_of_day_and_office_hours(england, rules):
    """Without either there is no date, rather than a guess."""
    clock = Clock(amount=2, unit="hour", hours="office")
    with pytest.raises(TimeNeededError):
        Count(clock, rules["day-after"], england, office=OFFICE).due(date(2026, 11, 20))
    with pytest.raises(OfficeHoursNeededError):
        Count(clock, rules["day-after"], england).due(
            datetime.fromisoformat("2026-11-20T10:00")
        )
