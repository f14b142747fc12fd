"""Dates are read as people type them, and what is no date is refused in words that fit the place."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapidreview.say import (
    MONTHS,
    WEEKDAYS,
    InBoxes,
    NotADateError,
    iso,
    long_date,
    nearest,
    read_moment,
    short_date,
)

FRIDAY = date(2026, 11, 27)
AT_TEN = datetime.fromisoformat("2026-11-27T10:05")
EXAMPLE = "Write a date as 2026-11-20, or 2026-11-20T10:00 with a time."
BOXES = "Write the day, the month and the year, such as 20 11 2026."
SHORT_NAMES = (
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Sept", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
)
"""Short names of months that are in use, by hand; May has none."""
SHORT_DAYS = [
    "Mon",
    "Tue",
    "Tues",
    "Wed",
    "Weds",
    "Thu",
    "Thur",
    "Thurs",
    "Fri",
    "Sat",
    "Sun",
]


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
        "Fri. 27 Nov. 2026",
        "Friday, 27th November 2026",
        "27th of November 2026",
        "27/11/2026",
        "27.11.2026",
        "27. 11. 2026",
        "27-11-2026",
        "27 11 2026",
        "27-Nov-2026",
        "2026/11/27",
    ],
)
def test_dates_as_people_type_them(text):
    """The day first, or the year in figures; the month in figures or in words."""
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
        (
            "26-11-20",
            f"“26-11-20” is not a date: the year has no four figures. {EXAMPLE}",
        ),
        (
            "11/27/2026",
            f"“11/27/2026” is not a date: there is no such month. {EXAMPLE}",
        ),
        ("-2026-11-20", f"“-2026-11-20” is not a date. {EXAMPLE}"),
        (
            "Mon 20 November 2026",
            "“Mon 20 November 2026” does not fit: 20 November 2026 is a Friday, not a Monday.",
        ),
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


def test_a_very_long_entry_is_cut_short_in_the_answer():
    """What is typed by mistake does not come back by the page."""
    with pytest.raises(NotADateError) as refusal:
        read_moment("x" * 100_000)
    assert f"“{'x' * 60}…” is not a date. {EXAMPLE}" == str(refusal.value)
    assert not nearest("x" * 100_000, ["sin_sent"])


@pytest.mark.parametrize(("short", "name"), SHORT_NAMES)
@pytest.mark.parametrize("written", ["{}", "{}.", "{:upper}", "{:lower}"])
def test_every_usual_short_name_of_a_month_is_read(short, name, written):
    """With or without a full stop, in capitals or not."""
    words = {"{:upper}": short.upper(), "{:lower}": short.lower()}
    text = words.get(written) or written.format(short)
    expected = date(2026, MONTHS.index(name) + 1, 16)
    assert expected == read_moment(f"16 {text} 2026")
    assert expected == read_moment(InBoxes(f"16/{text}/2026"))


@pytest.mark.parametrize("short", SHORT_DAYS)
def test_a_day_of_the_week_is_held_against_the_date(short):
    """Of seven days in a row exactly one is that day; the other six say which day they are."""
    fitting = []
    for number in range(16, 23):
        try:
            fitting.append(read_moment(f"{short} {number} Nov 2026"))
        except NotADateError as refusal:
            day = date(2026, 11, number)
            assert f"is a {day:%A}, not a " in str(refusal)
    assert [short[:3]] == [f"{day:%a}" for day in fitting]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "26-12-22//",
            "“26-12-22//” is not a date: write the year with four figures, as 2026.",
        ),
        (
            "20/11/206",
            "“20/11/206” is not a date: write the year with four figures, as 2026.",
        ),
        ("31/11/2026", "“31/11/2026” is not a date: November 2026 has 30 days."),
        (
            "11/27/2026",
            f"“11/27/2026” is not a date: there is no such month. {BOXES}",
        ),
        ("x/y/z", f"“x/y/z” is not a date. {BOXES}"),
        ("20//2026", "Write the month too, such as 20 11 2026."),
        ("20/11/", "Write the year too, such as 20 11 2026."),
        ("20//", "Write the month and year too, such as 20 11 2026."),
        ("// 10:00", "Write the day, month and year too, such as 20 11 2026."),
        (
            "27/11/2026 10",
            "“27/11/2026 10” has no clear time. Write the time as 10:00 or 15:30.",
        ),
        (
            "Mon/11/2026",
            f"“Mon/11/2026” is not a date. {BOXES}",
        ),
    ],
)
def test_three_boxes_are_told_what_to_write_in_them(text, why):
    """Nobody can write a date with the year first into a box for the day."""
    with pytest.raises(NotADateError) as refusal:
        read_moment(InBoxes(text))
    assert why == str(refusal.value)


@pytest.mark.parametrize(
    "text", ["27 Nov 2026//", "27/11/2026//", "/27.11.2026/", "Fri 27/Nov/2026"]
)
def test_a_whole_date_in_one_box_is_a_date(text):
    """People paste a date into the first box that they see."""
    assert read_moment(InBoxes(text)) == FRIDAY


@pytest.mark.parametrize("text", ["27/11/2026 10:05", "27/Nov/2026 10.05"])
def test_a_time_stands_after_the_boxes(text):
    """With a colon or a full stop."""
    assert read_moment(InBoxes(text)) == AT_TEN


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from("/.- "))
def test_every_date_is_read_with_the_day_first(day, sign):
    """With any of the signs that people put between figures."""
    text = sign.join((str(day.day), str(day.month), f"{day.year}"))
    assert day == read_moment(text)
    assert day == read_moment(f"{WEEKDAYS[day.weekday()]} {text}")
    assert day == read_moment(InBoxes(f"{day.day}/{day.month}/{day.year}"))


@given(st.text(max_size=20), st.text(max_size=9), st.text(max_size=9))
def test_whatever_stands_in_the_boxes_is_a_date_or_gets_a_sentence(day, month, year):
    """Never anything else, and never advice that does not fit three boxes."""
    try:
        moment = read_moment(InBoxes(f"{day}/{month}/{year}"))
    except NotADateError as refusal:
        assert EXAMPLE not in str(refusal)
    else:
        assert isinstance(moment, date)
