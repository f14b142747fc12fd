"""A limit that is said once is given the readings of the house, in words with its event."""

import pytest

from rapidreview.model import Clock
from rapidreview.say import readings_of


@pytest.fixture(scope="module")
def read(library):
    """Read a limit of the notification by the house readings of the national layer."""

    def of(amount, unit, **more):
        keys = ("to", "weekday", "hours")
        parts = {key: more.pop(key) for key in keys if key in more}
        clock = Clock(amount=amount, unit=unit, **parts)
        house = library.national.house_readings
        found = readings_of(clock, "the notification", house, **more)
        return [(one.use, one.clock.counting, one.means) for one in found]

    return of


def test_working_days_after_an_event_have_a_latest_date_and_one_to_aim_for(read):
    """The day after as day 1 gives the latest date; the day itself is the stricter reading."""
    after = "The working day after the notification is day 1."
    itself = "The day of the notification is itself day 1, if it is a working day."
    assert read(3, "working-day") == [
        ("latest", "day-after", after),
        ("aim", "same-day", itself),
    ]


def test_working_days_before_an_event_aim_for_clear_days(read):
    """The day before as day 1 gives the latest date; clear days are the stricter reading."""
    assert read(7, "working-day", back=True, bound="at-least") == [
        (
            "latest",
            "day-after",
            "The working day before the notification is day 1.",
        ),
        (
            "aim",
            "clear-days",
            "7 working days lie clear between the notification and that day.",
        ),
    ]


@pytest.mark.parametrize(
    ("amount", "unit", "more", "means"),
    [
        (
            48,
            "hour",
            {},
            (
                "48 hours after the notification. Hours run by the clock, through weekends"
                " and bank holidays."
            ),
        ),
        (
            2,
            "hour",
            {"hours": "office"},
            (
                "2 office hours after the notification. Only office hours on working days"
                " count."
            ),
        ),
        (6, "month", {}, "6 months after the notification, counted to the same date."),
        (1, "year", {}, "1 year after the notification, counted to the same date."),
        (
            8,
            "week",
            {},
            "8 weeks after the notification, counted to the same day of the week.",
        ),
        (0, "day", {}, "The day of the notification itself."),
        (
            2,
            "week",
            {"weekday": "tuesday"},
            (
                "The second Tuesday after the notification, not counting the day of the"
                " notification itself."
            ),
        ),
    ],
)
def test_what_can_be_read_in_one_way_has_one_reading(read, amount, unit, more, means):
    """Hours, weeks, months, years, the same day and a weekday give one date."""
    assert read(amount, unit, **more) == [("latest", "day-after", means)]


def test_a_printed_day_one_is_the_only_reading(read):
    """Where the source says which day is day 1, nothing is added."""
    found = read(14, "working-day", counting="day-zero")
    means = "The day of the notification is day 0; the next working day is day 1."
    assert found == [("latest", "day-zero", means)]


@pytest.mark.parametrize("bound", ["at-least", "not-before", "full"])
def test_a_time_that_has_to_pass_has_no_earlier_date_to_aim_for(read, bound):
    """Where a time must pass, the earlier date would be too soon."""
    uses = [use for use, _, _ in read(5, "working-day", bound=bound)]
    assert uses == ["latest"]
