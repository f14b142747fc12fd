"""Dates, lists and numbers read as people write them, in figures and in words."""

from datetime import date, datetime

import pytest

from rapidreview.model import Clock
from rapidreview.say import (
    clock_in_words,
    counted,
    days_in_month,
    iso,
    listed,
    long_date,
    nearest,
    number,
    ordinal,
    sentence,
    short_date,
    shortened,
    written_date,
)
from rapidreview.say.english import _distance

FRIDAY = date(2026, 11, 27)
AT_TEN = datetime.fromisoformat("2026-11-27T10:05")


def test_dates_in_words():
    """Long in answers, short in tables, with the time where there is one."""
    assert long_date(FRIDAY) == "Friday 27 November 2026"
    assert short_date(FRIDAY) == "Fri 27 Nov 2026"
    assert long_date(AT_TEN) == "Friday 27 November 2026 at 10:05"
    assert short_date(AT_TEN) == "Fri 27 Nov 2026 at 10:05"
    assert (written_date("2026-11-07"), written_date("")) == ("7 November 2026", "")
    assert (iso(FRIDAY), iso(AT_TEN)) == ("2026-11-27", "2026-11-27T10:05")


def test_lists_and_numbers():
    """One, two and three things; one day and two days; small numbers in words."""
    assert ["", "a", "a and b", "a, b and c"] == [listed("abc"[:n]) for n in range(4)]
    assert listed("ab", "or") == "a or b"
    assert ["1 day", "2 days"] == [counted(n, "day") for n in (1, 2)]
    assert ["no", "nine", "10"] == [number(n) for n in (0, 9, 10)]


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (Clock(amount=5, unit="working-day"), "5 working days"),
        (Clock(amount=1, unit="working-day"), "1 working day"),
        (Clock(amount=5, to=8, unit="working-day"), "5 to 8 working days"),
        (Clock(amount=10, unit="day", edge="before"), "before day 10"),
        (Clock(amount=0, unit="day"), "the same day"),
        (Clock(amount=48, unit="hour"), "48 hours"),
    ],
)
def test_clocks_in_words(clock, words):
    """A clock reads as a person would say it."""
    assert words == clock_in_words(clock)


def test_the_nearest_word():
    """A misspelt name finds the right one; a strange one finds none."""
    names = ["la_aware", "sin_sent", "sin_received", "rr_meeting"]
    found = [nearest(word, names) for word in ("sin_snet", "LA_aware", "zzzzzzzzz")]
    assert ["sin_sent", "la_aware", ""] == found


def test_sentences_end_once():
    """A full stop is added where there is none, and never doubled."""
    cases = ["a", "a.", "a?", "“a.”", "(a.)", "a)", ""]
    expected = ["a.", "a.", "a?", "“a.”", "(a.)", "a).", ""]
    assert expected == [sentence(case) for case in cases]


def test_days_in_month():
    """February has 29 days in a leap year, and December is followed by January."""
    found = [days_in_month(*m) for m in ((2028, 2), (2027, 2), (2100, 2), (2026, 12))]
    assert [29, 28, 28, 31] == found


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("tess", "tees"),
        ("sureey", "surrey"),
        ("tower-hamlet", "tower-hamlets"),
        ("tese", "tees"),
        ("derby", ""),
        ("leeds", ""),
        ("bury", ""),
        ("kent", ""),
        ("north-somerset", ""),
    ],
)
def test_a_place_is_offered_only_for_a_slip_in_its_name(word, near):
    """Derby is no slip for Surrey, and Leeds is none for Tees."""
    known = ["cheshire-east", "north-yorkshire", "surrey", "tees", "tower-hamlets"]
    assert near == nearest(word, known)


def test_a_name_is_shortened_only_where_it_is_too_long():
    """Sixty signs are told whole; of more, sixty and a mark that there was more."""
    assert shortened("a" * 60) == "a" * 60
    assert shortened("a" * 61) == "a" * 60 + "…"


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [
        ("sin_sent", "sin_sent", 0),
        ("sin_snet", "sin_sent", 1),  # two letters that changed places
        ("a", "abcd", 3),
        ("abcd", "a", 3),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_slips_are_counted_letter_by_letter(left, right, slips):
    """One too many, too few or wrong is one slip, and so is a change of places."""
    assert _distance(left, right) == slips


def test_places_in_an_order():
    """In words to the tenth, then in figures with their endings."""
    places = (1, 3, 10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 101, 111, 122)
    words = "first third tenth 11th 12th 13th 20th 21st 22nd 23rd 30th 31st 101st 111th 122nd"
    assert [ordinal(place) for place in places] == words.split()
