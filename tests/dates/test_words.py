"""Dates, lists and numbers read as people write them, and are read as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.clocks import Clock
from rapidreview.words import (
    NotADateError,
    clock_in_words,
    counted,
    days_in_month,
    iso,
    listed,
    long_date,
    nearest,
    number,
    read_moment,
    sentence,
    short_date,
)

FRIDAY = date(2026, 11, 27)
AT_TEN = datetime.fromisoformat("2026-11-27T10:05")
EXAMPLE = "Write a date as 2026-11-20, or 2026-11-20T10:00 with a time."


def test_dates_in_words():
    """Long in answers, short in tables, with the time where there is one."""
    assert long_date(FRIDAY) == "Friday 27 November 2026"
    assert short_date(FRIDAY) == "Fri 27 Nov 2026"
    assert long_date(AT_TEN) == "Friday 27 November 2026 at 10:05"
    assert short_date(AT_TEN) == "Fri 27 Nov 2026 at 10:05"
    assert (iso(FRIDAY), iso(AT_TEN)) == ("2026-11-27", "2026-11-27T10:05")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27",
        " 2026-11-27 ",
        "27 November 2026",
        "27 nov 2026",
        "Friday 27 November 2026",
        "Fri 27 Nov 2026",
        "Fri, 27 Nov 2026",
    ],
)
def test_dates_as_people_type_them(text):
    """Figures with the year first, or the month in words."""
    assert read_moment(text) == FRIDAY


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27T10:05",
        "2026-11-27 10:05",
        "2026-11-27T10:05:00",
        "27 November 2026 at 10:05",
        "27 Nov 2026, 10:05",
    ],
)
def test_dates_with_a_time(text):
    """A time may follow the date."""
    assert read_moment(text) == AT_TEN


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-02-30", "“2026-02-30” is not a date: February 2026 has 28 days."),
        ("2027-02-29", "“2027-02-29” is not a date: February 2027 has 28 days."),
        ("2026-06-31", "“2026-06-31” is not a date: June 2026 has 30 days."),
        ("2026-11-00", "“2026-11-00” is not a date: November 2026 has 30 days."),
        (
            "2026-13-01",
            f"“2026-13-01” is not a date: there is no such month. {EXAMPLE}",
        ),
        ("0000-01-01", "“0000-01-01” is not a date: there is no year 0."),
        ("tomorrow", f"“tomorrow” is not a date. {EXAMPLE}"),
        ("20/11/2026", f"“20/11/2026” is not a date. {EXAMPLE}"),
        ("26-11-20", f"“26-11-20” is not a date. {EXAMPLE}"),
        ("२०२६-11-20", f"“२०२६-11-20” is not a date. {EXAMPLE}"),
        ("", f"“” is not a date. {EXAMPLE}"),
        (
            "2 Novembre 2026",
            f"“2 Novembre 2026” is not a date: there is no such month. {EXAMPLE}",
        ),
        ("2026-11-27T25:00", "“2026-11-27T25:00” has a time that no clock shows."),
        ("2026-11-27T10:61", "“2026-11-27T10:61” has a time that no clock shows."),
        (
            "2026-11-27T10",
            "“2026-11-27T10” has no clear time. Write the time as 10:00 or 15:30.",
        ),
        (
            "2026-11-27T10:00+01:00",
            "“2026-11-27T10:00+01:00” has no clear time. Write the time as 10:00 or 15:30.",
        ),
        (
            "2026-11-27T10:00:zz",
            "“2026-11-27T10:00:zz” has no clear time. Write the time as 10:00 or 15:30.",
        ),
        (
            "2026-11-27 10:xx",
            "“2026-11-27 10:xx” has no clear time. Write the time as 10:00 or 15:30.",
        ),
    ],
)
def test_what_is_not_a_date_says_why(text, why):
    """Each refusal is a sentence about what was typed."""
    with pytest.raises(NotADateError) as refusal:
        read_moment(text)
    assert why == str(refusal.value)


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_every_date_reads_back(day):
    """A date written in figures or in words is read as the same date."""
    if day.year >= 1000:
        assert day == read_moment(long_date(day)) == read_moment(short_date(day))
    assert day == read_moment(iso(day))


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_is_refused(text):
    """Whatever is typed, the answer is a date or a sentence, never anything else."""
    try:
        moment = read_moment(text)
    except NotADateError as refusal:
        assert f"“{text}”" in str(refusal)
    else:
        assert isinstance(moment, date)


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


def test_a_very_long_entry_is_cut_short_in_the_answer():
    """What is typed by mistake does not come back by the page."""
    with pytest.raises(NotADateError) as refusal:
        read_moment("x" * 100_000)
    assert f"“{'x' * 60}…” is not a date. {EXAMPLE}" == str(refusal.value)
    assert not nearest("x" * 100_000, ["sin_sent"])


def test_sentences_end_once():
    """A full stop is added where there is none, and never doubled."""
    cases = ["a", "a.", "a?", "“a.”", "(a.)", "a)", ""]
    expected = ["a.", "a.", "a?", "“a.”", "(a.)", "a).", ""]
    assert expected == [sentence(case) for case in cases]


def test_days_in_month():
    """February has 29 days in a leap year, and December is followed by January."""
    found = [days_in_month(*m) for m in ((2028, 2), (2027, 2), (2100, 2), (2026, 12))]
    assert [29, 28, 28, 31] == found
