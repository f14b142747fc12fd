"""The words for an amount of time: what is read, what is refused, and the way back."""

import itertools

import pytest

from handbook.read.short.limits.grammar import NotAClock, SaidClock, clock_of
from handbook.read.short.limits.slips import ALLOWED

UNITS = ("working-day", "day", "hour", "week", "month", "year")
WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("3 working days", {"amount": 3, "unit": "working-day"}),
        ("1 working day", {"amount": 1, "unit": "working-day"}),
        ("two working days", {"amount": 2, "unit": "working-day"}),
        ("5 days", {"amount": 5, "unit": "day"}),
        ("5 calendar days", {"amount": 5, "unit": "day"}),
        ("48 hours", {"amount": 48, "unit": "hour"}),
        ("4 office hours", {"amount": 4, "unit": "hour", "hours": "office"}),
        ("8 weeks", {"amount": 8, "unit": "week"}),
        ("6 months", {"amount": 6, "unit": "month"}),
        ("1 year", {"amount": 1, "unit": "year"}),
        ("same day", {"amount": 0, "unit": "day"}),
        ("day 9", {"amount": 9, "unit": "working-day"}),
        ("Day 0", {"amount": 0, "unit": "working-day"}),
        ("working day 16", {"amount": 16, "unit": "working-day"}),
        ("calendar day 9", {"amount": 9, "unit": "day"}),
        ("day 9 to 10", {"amount": 9, "unit": "working-day", "to": 10}),
        ("5 to 8 working days", {"amount": 5, "unit": "working-day", "to": 8}),
        ("before day 10", {"amount": 10, "unit": "working-day", "edge": "before"}),
        ("more than 7 days", {"amount": 7, "unit": "day", "edge": "before"}),
        ("second Tuesday", {"amount": 2, "unit": "week", "weekday": "tuesday"}),
    ],
)
def test_words_are_read_as_the_fields_of_a_clock(text, clock):
    """The words give the full form's own fields, and only those that are not as always."""
    found = clock_of(text)
    assert isinstance(found, SaidClock)
    assert found.clock == clock


def test_only_a_bare_day_of_a_count_leaves_open_which_days():
    """“Day 9” does not say which days are counted; “working day 9” does."""
    said = {text: clock_of(text).unit_said for text in ("day 9", "working day 9")}
    assert said == {"day 9": False, "working day 9": True}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("3 wrking days", "3 working days"),
        ("within 3 working days", "3 working days"),
        ("second Tusday", "second Tuesday"),
        ("secnd Tuesday", "second Tuesday"),
        ("day 10 to 9", "day 9 to 10"),
        ("day 9 to 9", "day 9"),
        ("0 days", "same day"),
        ("5", "5 working days"),
        ("15th working day", "working day 15"),
        ("a fortnight", "2 weeks"),
        ("a week", "1 week"),
        ("3 working days of receipt", "3 working days"),
        ("before day 9 to 10", "before day 10"),
        ("less than 5 to 8 days", "less than 8 days"),
    ],
)
def test_a_slip_is_told_with_the_right_words(text, right):
    """The right words stand in the fault, and they are read."""
    found = clock_of(text)
    assert isinstance(found, NotAClock)
    assert f"“{right}”" in found.says
    assert isinstance(clock_of(right), SaidClock)


@pytest.mark.parametrize(
    "text", ["", "promptly", "3.5 days", "1 quarter", "99999 days", "x" * 500]
)
def test_what_is_no_amount_is_told_with_all_that_is_allowed(text):
    """Where nothing is near, the fault lists what may be written."""
    found = clock_of(text)
    assert isinstance(found, NotAClock)
    assert ALLOWED in found.says


def test_words_without_a_number_are_led_to_the_way_to_say_so():
    """“Promptly” is no limit; a number with a fraction is a slip of another kind."""
    assert "limit: not given" in clock_of("promptly").says
    assert "limit: not given" not in clock_of("3.5 days").says


def every_clock():
    """Yield clocks of every kind that the grammar can say."""
    numbers = [0, 1, 2, 9, 15, 365, 9990]
    for unit, amount, edge in itertools.product(UNITS, numbers, ("by", "before")):
        back = (False, True) if edge == "before" else (False,)
        for one in back:
            if amount:
                yield SaidClock(amount=amount, unit=unit, edge=edge, back=one)
        if edge == "by":
            yield SaidClock(amount=amount, to=amount + 3, unit=unit)
    yield SaidClock(amount=0, unit="day")
    for amount in numbers[1:]:
        yield SaidClock(amount=amount, unit="hour", hours="office")
    for said, unit in ((True, "working-day"), (False, "working-day"), (True, "day")):
        for amount, to in itertools.product(numbers, (None, 10_000)):
            if to is None or amount < to <= 9999:
                yield SaidClock(
                    amount=amount, to=to, unit=unit, numbered=True, unit_said=said
                )
        yield SaidClock(amount=9, to=10, unit=unit, numbered=True, unit_said=said)
        yield SaidClock(
            amount=9, edge="before", unit=unit, numbered=True, unit_said=said
        )
    for amount, day in itertools.product(range(1, 11), WEEKDAYS):
        yield SaidClock(amount=amount, unit="week", weekday=day)


def test_what_is_written_is_read_back_as_it_was():
    """Writing and reading are each other's inverse for every kind of clock."""
    tried = list(every_clock())
    wrong = [said for said in tried if clock_of(said.text) != said]
    assert wrong == []
    assert len(tried) > 200


def test_no_two_clocks_are_written_in_the_same_words():
    """Each clock has words of its own."""
    texts = [said.text for said in set(every_clock())]
    assert len(texts) == len(set(texts))


def test_every_clock_of_the_policies_can_be_said_and_read_back(library):
    """Upgrading an old file loses no clock: with a direction, numbered or not."""
    tried = 0
    for policy in (*library.partnerships, library.national):
        for deadline in policy.deadlines:
            for clock in (reading.clock for reading in deadline.readings):
                if clock is None:
                    continue
                for numbered in {clock.unit in ("working-day", "day"), False}:
                    said = SaidClock(
                        amount=clock.amount,
                        unit=clock.unit,
                        to=clock.to,
                        edge=clock.edge,
                        numbered=numbered,
                        back=clock.edge == "before"
                        and deadline.direction == "before"
                        and not numbered,
                    )
                    assert clock_of(said.text) == said
                    tried += 1
    assert tried > 100
