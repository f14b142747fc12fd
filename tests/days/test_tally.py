"""How a date was counted is told word for word, for every unit, rule and direction."""

from datetime import date

import pytest

from rapidreview.days import Count, working
from rapidreview.model import Clock
from rapidreview.say import read_moment

SENT = "Notification sent"
CLOCK_ON_THE_WALL = "by the clock on the wall is"
DAYS_OFF_COUNT = "Weekends and bank holidays count."
LAST_DAY = "That month has no such day, so its last day is taken; it is not moved."


@pytest.fixture
def told(england, rules):
    """Return the working of a clock from a start, both as text."""

    def count(start, amount, unit="working-day", rule="day-after", **more):
        back, closures = more.pop("back", False), more.pop("closures", ())
        clock = Clock(amount=amount, unit=unit, counting=rule, **more)
        found = Count(clock, rules[rule], england, back)
        moment = read_moment(start)
        return working(found, SENT, moment, found.due(moment), closures)

    return count


# Thursday 17 December 2026; Christmas Day is a Friday, and Monday 28 is the day in
# place of Boxing Day.
WORKINGS = [
    (("2026-12-17", 5), {}, "5 working days from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Friday 18 December 2026, the working day after."
     " Counted: 5 working days, to Thursday 24 December 2026."
     " Not counted: Sat 19 Dec 2026 and Sun 20 Dec 2026.")),
    (("2026-12-17", 5), {"rule": "same-day"}, "5 working days from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Thursday 17 December 2026, the day itself."
     " Counted: 5 working days, to Wednesday 23 December 2026."
     " Not counted: Sat 19 Dec 2026 and Sun 20 Dec 2026.")),
    (("2026-12-17", 2), {"rule": "clear-days"}, "2 working days from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Friday 18 December 2026, the working day after."
     " 2 working days lie clear between; Tuesday 22 December 2026 is the day beyond."
     " Not counted: Sat 19 Dec 2026 and Sun 20 Dec 2026.")),
    (("2026-12-30", 3), {"back": True}, "3 working days back from Wednesday 30 December 2026",
     ("Wednesday 30 December 2026. Day 1 is Tuesday 29 December 2026, the working day before."
     " Counted back: 3 working days, to Wednesday 23 December 2026."
     " Not counted: Sat 26 Dec 2026, Sun 27 Dec 2026, Christmas Day (Fri 25 Dec 2026)"
     " and Boxing Day (substitute day) (Mon 28 Dec 2026).")),
    (("2026-12-11", 15), {}, "15 working days from Friday 11 December 2026",
     ("Friday 11 December 2026. Day 1 is Monday 14 December 2026, the working day after."
     " Counted: 15 working days, to Wednesday 6 January 2027."
     " Not counted: 8 days at weekends, Christmas Day (Fri 25 Dec 2026), Boxing Day"
     " (substitute day) (Mon 28 Dec 2026) and New Year’s Day (Fri 1 Jan 2027).")),
    (("2026-12-17", 0), {}, "The same day: Thursday 17 December 2026",
     "Thursday 17 December 2026. Due the same day; the day is not moved."),
    (("2026-12-19", 0), {}, "The same day: Saturday 19 December 2026",
     "Saturday 19 December 2026. Due the same day; the day is not moved."),
    (("2026-12-17", 3, "day"), {}, "3 days from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Friday 18 December 2026, the day after."
     " Counted: 3 days, to Sunday 20 December 2026.")),
    (("2026-12-17", 1, "day"), {"back": True}, "1 day back from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Wednesday 16 December 2026, the day before."
     " Counted back: 1 day, to Wednesday 16 December 2026.")),
    (("2026-12-17", 10, "day"), {"edge": "before"}, "Before day 10: Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Friday 18 December 2026, the day after."
     " Counted: 9 days, to Saturday 26 December 2026."
     " The words are “before day 10”, so strictly earlier.")),
    (("2026-12-17", 2, "week"), {}, "2 weeks from Thursday 17 December 2026",
     ("Thursday 17 December 2026. Day 1 is Friday 18 December 2026, the day after."
     " Counted: 14 days, to Thursday 31 December 2026.")),
    (("2026-08-31", 6, "month"), {}, "6 months from Monday 31 August 2026",
     f"Monday 31 August 2026. 6 months on is Sunday 28 February 2027. {LAST_DAY}"),
    (("2026-08-31", 6, "month"), {"rule": "same-day"}, "6 months from Monday 31 August 2026",
     f"Monday 31 August 2026. 6 months on is Saturday 27 February 2027. {LAST_DAY}"),
    (("2026-09-30", 1, "month"), {"rule": "same-day"}, "1 month from Wednesday 30 September 2026",
     "Wednesday 30 September 2026. 1 month on is Thursday 29 October 2026."),
    (("2026-08-31", 6, "month"), {"rule": "clear-days"}, "6 months from Monday 31 August 2026",
     "Monday 31 August 2026. 6 months on is Monday 1 March 2027."),
    (("2026-08-31", 1, "year"), {"back": True}, "1 year back from Monday 31 August 2026",
     "Monday 31 August 2026. 1 year before is Sunday 31 August 2025."),
    (("2026-10-20T10:00", 48, "hour"), {}, "48 hours from Tuesday 20 October 2026 at 10:00",
     (f"Tuesday 20 October 2026 at 10:00. 48 hours on {CLOCK_ON_THE_WALL}"
     f" Thursday 22 October 2026 at 10:00. {DAYS_OFF_COUNT}")),
    (("2026-10-20T10:00", 48, "hour"), {"back": True},
     "48 hours back from Tuesday 20 October 2026 at 10:00",
     (f"Tuesday 20 October 2026 at 10:00. 48 hours back {CLOCK_ON_THE_WALL}"
     f" Sunday 18 October 2026 at 10:00. {DAYS_OFF_COUNT}")),
    (("2026-10-23", 72, "hour"), {}, "72 hours from Friday 23 October 2026",
     ("Friday 23 October 2026. 72 hours on is Monday 26 October 2026, by the same time of day."
     f" {DAYS_OFF_COUNT} The clocks change on 25 October 2026; the hour is neither added"
     " nor taken off.")),
    (("2026-10-20", 30, "hour"), {}, "30 hours from Tuesday 20 October 2026",
     ("Tuesday 20 October 2026. 30 hours on is Wednesday 21 October 2026, counted from the"
     f" day’s start. {DAYS_OFF_COUNT}")),
]  # fmt: skip


@pytest.mark.parametrize(("clock", "more", "title", "text"), WORKINGS)
def test_a_working_is_told_word_for_word(told, clock, more, title, text):
    """What was counted, from when, to when, and which days were left out."""
    found = told(*clock, **more)
    assert found.title == title
    assert found.text == f"{SENT}: {text}"


def test_every_day_of_a_count_has_its_place(told):
    """The start is no day of it, weekends are none, and the last is the day it is due."""
    found = told("2026-12-17", 3, closures=[date(2026, 12, 21)])
    assert [
        (one.on.day, one.weekday, one.number, one.skipped) for one in found.days
    ] == [
        (17, "Thursday", 0, ""),
        (18, "Friday", 1, ""),
        (19, "Saturday", 0, "Saturday"),
        (20, "Sunday", 0, "Sunday"),
        (21, "Monday", 2, ""),
        (22, "Tuesday", 3, ""),
    ]
    assert [one.on.day for one in found.days if one.start] == [17]
    assert [one.on.day for one in found.days if one.due] == [22]
    assert [one.on.day for one in found.days if one.closure] == [21]
    assert [one.on.day for one in found.skipped] == [19, 20]
    assert all(one.weekend for one in found.skipped)
    assert found.rule == "The day after is day 1"


def test_days_counted_back_stand_in_the_order_of_the_calendar(told):
    """The earliest is first, and the numbers run backwards."""
    found = told("2026-12-30", 3, back=True)
    assert [one.on.day for one in found.days] == [23, 24, 25, 26, 27, 28, 29, 30]
    assert [one.number for one in found.days] == [3, 2, 0, 0, 0, 0, 1, 0]
    christmas = next(one for one in found.days if one.on.day == 25)
    assert (christmas.skipped, christmas.weekend) == ("Christmas Day", False)


def test_the_day_beyond_clear_days_has_no_number(told):
    """It is due on it, and it is not one of the days that lie between."""
    found = told("2026-12-17", 2, rule="clear-days")
    assert found.days[-1].due
    assert found.days[-1].number == 0
    assert [one.number for one in found.days if one.number] == [1, 2]


def test_months_and_hours_are_not_counted_day_by_day(told):
    """They have no days and no rule to name."""
    for unit, amount in (("month", 1), ("year", 1), ("hour", 48)):
        found = told("2026-12-17", amount, unit)
        assert (found.days, found.skipped, found.rule) == ((), (), "")


def test_nothing_is_left_out_of_a_count_of_no_days(told):
    """On a Saturday too: the day itself is when it is due."""
    assert told("2026-12-19", 0).skipped == ()
