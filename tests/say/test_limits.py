"""A limit reads as a person would say it, for every bound, unit and direction."""

import pytest

from rapidreview.model import Clock, ConditionalLimit, Protocol
from rapidreview.say import limit_words, used_clock


@pytest.fixture
def words(make):
    """Return the words of a limit with one reading."""

    def of(
        amount, unit="working-day", to=None, edge="by", counting="day-after", **more
    ):
        clock = {"to": to, "edge": edge, "counting": counting}
        limit = make.deadline(
            "report",
            make.reading("latest", amount, unit, **clock),
            **{"from_": "sin_sent", **more},
        )
        events = (make.event("sin_sent", "Sent", noun="the notification"),)
        protocol = Protocol(
            make.national(events=events), make.partnership(deadlines=(limit,))
        )
        return limit_words(limit, protocol.nouns)

    return of


@pytest.mark.parametrize(
    ("amount", "more", "said"),
    [
        (5, {}, "Within 5 working days of the notification"),
        (1, {"unit": "day"}, "Within 1 day of the notification"),
        (48, {"unit": "hour"}, "Within 48 hours of the notification"),
        (9, {"to": 10}, "9 to 10 working days from the notification"),
        (0, {"unit": "day"}, "The same day as the notification"),
        (
            0,
            {"unit": "day", "direction": "before"},
            "The same day as the notification",
        ),
        (10, {"unit": "day", "edge": "before"}, "Before day 10 after the notification"),
        (
            9,
            {"counting": "same-day", "bound": "within"},
            "Working day 9, day 1 being the notification",
        ),
        (
            9,
            {"counting": "same-day", "to": 10, "unit": "day"},
            "Day 9 to 10, day 1 being the notification",
        ),
        (
            9,
            {"counting": "same-day", "bound": "by"},
            "By working day 9, day 1 being the notification",
        ),
        (
            9,
            {"counting": "same-day", "bound": "by", "to": 10},
            "Working day 9 to 10, day 1 being the notification",
        ),
        (
            6,
            {"counting": "same-day", "unit": "month"},
            "Within 6 months of the notification",
        ),
        (3, {"direction": "before", "bound": "within"}, "3 working days before the notification"),
        (
            3,
            {"direction": "before", "bound": "at-least"},
            "At least 3 working days before the notification",
        ),
        (
            3,
            {"direction": "before", "bound": "by"},
            "At least 3 working days before the notification",
        ),
        (1, {"unit": "year", "bound": "at-least"}, "For at least 1 year from the notification"),
        (5, {"bound": "aim"}, "Aims for 5 working days from the notification"),
        (5, {"bound": "aim", "to": 6}, "Aims for 5 to 6 working days from the notification"),
        (5, {"bound": "on"}, "5 working days after the notification"),
    ],
)  # fmt: skip
def test_a_limit_reads_as_its_bound_its_amount_and_its_event(words, amount, more, said):
    """Each bound has its own words, and a range has both of its ends."""
    assert words(amount, **more) == said


def test_the_printed_words_stand_beside_only_what_was_worked_out(words):
    """Where the protocol says which days it means, its own words would say nothing more."""
    printed = {"printed": "within five days"}
    beside = "Within 5 working days of the notification (the protocol says “within five days”)"
    plain = "Within 5 working days of the notification"
    assert words(5, **printed) == plain
    assert words(5, unit_stated=False, **printed) == beside
    assert words(5, status="derived", **printed) == beside
    assert words(5, status="derived") == plain
    assert words(5, unit_stated=False) == plain


def test_the_reading_that_gives_the_latest_date_gives_the_words(make):
    """An aim and a rejected reading have none, and a reading may run from its own event."""
    aim, own = make.reading("aim", 3), make.reading("latest", 5, from_="la_aware")
    both = make.deadline("report", aim, own, from_="sin_sent")
    assert used_clock(both) == (own.clock, "la_aware")
    only = make.deadline("report", aim, from_="sin_sent")
    assert used_clock(only) is None
    protocol = Protocol(make.national(), make.partnership(deadlines=(only,)))
    assert limit_words(only, protocol.nouns) == ""


def test_a_second_start_is_told_only_of_the_reading_that_may_run_from_it(make):
    """A reading with a start of its own runs from nothing else."""
    shared = make.reading("latest", 5)
    own = make.reading("latest", 5, from_="panel_reply")
    protocol = Protocol(make.national(), make.partnership())
    said = [
        limit_words(
            make.deadline("report", one, from_="sin_sent", or_from=("la_aware",)),
            protocol.nouns,
        )
        for one in (shared, own)
    ]
    assert said == [
        "Within 5 working days of sin sent (where there is none, la aware)",
        "Within 5 working days of panel reply",
    ]


@pytest.mark.parametrize(
    ("bound", "amount", "unit", "to", "said"),
    [
        ("by", 20, "working-day", None, "by working day 20"),
        ("on", 20, "day", None, "by day 20"),
        ("within", 20, "day", None, "20 days"),
        ("by", 2, "month", None, "2 months"),
        ("by", 20, "day", 25, "20 to 25 days"),
        ("by", 0, "day", None, "the same day"),
    ],
)
def test_what_holds_otherwise_reads_as_the_limit_does(
    make, bound, amount, unit, to, said
):
    """Numbered days where the limit is of numbered days, an amount elsewhere."""
    other = ConditionalLimit(if_="it is a holiday", clock=Clock(amount=amount, unit=unit, to=to))  # fmt: skip
    limit = make.deadline("x", make.reading("latest", 15), from_="sent", bound=bound, otherwise=(other,))  # fmt: skip
    protocol = Protocol(make.national(), make.partnership(events=(make.event("sent"),)))
    assert limit_words(limit, protocol.nouns).endswith(f"; if it is a holiday, {said}")
