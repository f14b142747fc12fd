"""The calendar file is read back unchanged by another program, and is stable and plain."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from rapidreview.calendar_file import calendar_file, entries, escape, fold
from rapidreview.schedule import schedule

STAMP = datetime.fromisoformat("2026-11-21T09:30")
TODAY = date(2026, 11, 24)
NASTY = "Semi; comma, back\\slash\nnew “line”; ünïcode 日本語 " + "long " * 30


@pytest.fixture
def plan(make, england):
    """Make a schedule with a day, a range, a time and awkward words."""

    def of(given=None, what=NASTY, today=TODAY):
        policy = make.partnership(
            events=(make.event("sin_sent"), make.event("rr_meeting", time=True)),
            deadlines=(
                make.deadline(
                    "range",
                    make.reading("latest", 5, to=8),
                    from_="sin_sent",
                    what=what,
                ),
                make.deadline(
                    "off", make.reading("latest", 9, "day"), from_="sin_sent"
                ),
                make.deadline(
                    "lead",
                    make.reading("latest", 48, "hour"),
                    from_="rr_meeting",
                    direction="before",
                ),
                make.deadline(
                    "done",
                    make.reading("latest", 1),
                    from_="sin_sent",
                    to_event="sin_sent",
                ),
            ),
        )
        national = make.national(deadlines=())
        given = given or {"sin_sent": "2026-11-20", "rr_meeting": "2026-12-07T10:00"}
        return schedule(national, policy, given, england, today)

    return of


def read_back(text):
    """Return what another program finds: uid, start, summary and description of each event."""
    return [
        (
            str(found["UID"]),
            found.start.replace(tzinfo=None)
            if isinstance(found.start, datetime)
            else found.start,
            str(found["SUMMARY"]),
            str(found["DESCRIPTION"]),
        )
        for found in Parsed.from_ical(text).walk("VEVENT")
    ]


def written(plan):
    """Return the same of what was to be written."""
    return [(e.uid, e.when, e.summary, e.description) for e in entries(plan)]


def test_read_back_unchanged(plan):
    """Semicolons, commas, line breaks and letters of other alphabets come back as they were."""
    found = plan()
    assert written(found) == read_back(calendar_file(found, STAMP))
    assert 4 == len(entries(found))


def test_an_entry_for_each_date(plan):
    """The range has two entries, the done deadline none."""
    found = [(entry.summary, entry.when) for entry in entries(plan(what="Checks"))]
    assert [
        ("Latest: off", date(2026, 11, 29)),
        ("Latest: Checks", date(2026, 12, 2)),
        ("Aim for: Checks", date(2026, 11, 27)),
        ("Latest: lead", datetime.fromisoformat("2026-12-05T10:00")),
    ] == found


def test_all_day_and_timed(plan):
    """A day is an all-day entry; a time stands in the time zone of London."""
    text = calendar_file(plan(), STAMP)
    assert "DTSTART;VALUE=DATE:20261129\r\nDTEND;VALUE=DATE:20261130\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261205T100000\r\n" in text
    timed = [e for e in Parsed.from_ical(text).walk("VEVENT") if "DTEND" not in e]
    assert [timedelta(0)] == [event.start.utcoffset() for event in timed]


def test_a_summer_time_is_british_summer_time(plan):
    """Ten o'clock in June is nine o'clock in universal time."""
    found = plan({"rr_meeting": "2026-06-10T10:00"}, today=None)
    event = Parsed.from_ical(calendar_file(found, STAMP)).walk("VEVENT")[0]
    assert timedelta(hours=1) == event.start.utcoffset()


def test_alarms_on_the_morning_of_the_last_working_day(plan):
    """A limit on Sunday 29 November rings at nine on Friday, and on Thursday."""
    text = calendar_file(plan(), STAMP)
    rings = {}
    for event in Parsed.from_ical(text).walk("VEVENT"):
        start = (
            event.start.replace(tzinfo=None)
            if hasattr(event.start, "hour")
            else (datetime.combine(event.start, datetime.min.time()))
        )
        name = str(event["SUMMARY"])
        rings[name.partition(":")[2].strip()[:4]] = [
            (start + alarm["TRIGGER"].dt).isoformat(" ", "minutes")
            for alarm in event.walk("VALARM")
        ]
    assert ["2026-11-26 09:00", "2026-11-27 09:00"] == rings["off"]
    assert ["2026-12-03 09:00", "2026-12-04 09:00"] == rings["lead"]


def test_ids_are_stable_and_differ(plan):
    """The same dates give the same ids; another start gives others; none is used twice."""
    ids = [entry.uid for entry in entries(plan())]
    assert ids == [entry.uid for entry in entries(plan(today=None))][-len(ids) :]
    assert len(ids) == len(set(ids))
    other = plan({"sin_sent": "2026-11-23", "rr_meeting": "2026-12-08T10:00"})
    assert set(ids).isdisjoint(entry.uid for entry in entries(other))


def test_nothing_depends_on_a_clock(plan):
    """Without a stamp the schedule's own day stands for it."""
    assert "DTSTAMP:20261124T000000Z\r\n" in calendar_file(plan())
    assert "DTSTAMP:20261120T000000Z\r\n" in calendar_file(plan(today=None))
    assert calendar_file(plan(), STAMP) == calendar_file(plan(), STAMP)


def test_lines_end_with_cr_lf_and_are_folded(plan):
    """No line is longer than 75 octets, and none ends with a bare line feed."""
    text = calendar_file(plan(), STAMP)
    lines = text.encode().split(b"\r\n")
    assert b"" == lines[-1]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_an_empty_schedule_is_an_empty_calendar(plan):
    """With no dates the file is still a calendar."""
    text = calendar_file(plan({"sin_sent": ""}, today=None))
    assert [] == read_back(text)
    assert "BEGIN:VCALENDAR" == text.splitlines()[0]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_folding_is_undone_by_unfolding(text):
    """Taking the folds out gives the line back, for any text, never splitting a letter."""
    line = text.replace("\r", "").replace("\n", "")
    folded = fold(line)
    assert line == folded.replace("\r\n ", "")
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_words_are_read_back(text):
    """Whatever a policy's words are, another program reads the same words."""
    event = f"BEGIN:VEVENT\r\n{fold(f'SUMMARY:{escape(text)}')}\r\nEND:VEVENT\r\n"
    assert text == str(Parsed.from_ical(event)["SUMMARY"])


def test_separators_are_escaped():
    """Semicolons, commas and backslashes are escaped as RFC 5545 asks (3.3.11)."""
    assert escape("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"


def test_control_characters_are_left_out():
    """A bell or a null in a text does not reach the file; a tab does."""
    assert "a\tb" == escape("a\t\x00\x07b\x7f")
    assert "a\\nb\\nc" == escape("a\r\nb\rc")
