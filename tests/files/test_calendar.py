"""The calendar file is read back unchanged by another program, and is stable and plain."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from handbook.cli.asking import Shelf
from handbook.read.policy_files import policy_files
from rapidreview.dates import DateProblemsError, schedule, with_reference
from rapidreview.files import calendar_file
from rapidreview.files.calendar import escape, fold
from rapidreview.files.calendar_entries import entries
from rapidreview.model import Protocol

POLICIES = Path(__file__).parents[2] / "policies"
PARTNERSHIPS = [path.stem for path in policy_files(POLICIES / "partnerships")]
SENT = {"sin_sent": "2026-11-20"}
LATER = datetime.fromisoformat("2026-12-07T16:00")
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
        return schedule(Protocol(national, policy), given, england, today)

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


def written(plan, england):
    """Return the same of what was to be written."""
    return [(e.uid, e.when, e.summary, e.description) for e in entries(plan, england)]


def test_read_back_unchanged(plan, england):
    """Semicolons, commas, line breaks and letters of other alphabets come back as they were."""
    found = plan()
    assert written(found, england) == read_back(calendar_file(found, england, STAMP))
    assert 5 == len(entries(found, england))


def test_an_entry_for_each_date(plan, england):
    """The range has two entries; what is done says so."""
    checks = entries(plan(what="Checks"), england)
    found = [(entry.summary, entry.when) for entry in checks]
    assert [
        ("Done: done", date(2026, 11, 23)),
        ("Latest: off", date(2026, 11, 29)),
        ("Latest: Checks", date(2026, 12, 2)),
        ("Aim for: Checks", date(2026, 11, 27)),
        ("Latest: lead", datetime.fromisoformat("2026-12-05T10:00")),
    ] == found


def test_all_day_and_timed(plan, england):
    """A day is an all-day entry; a time stands in the time zone of London."""
    text = calendar_file(plan(), england, STAMP)
    assert "DTSTART;VALUE=DATE:20261129\r\nDTEND;VALUE=DATE:20261130\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261205T100000\r\n" in text
    timed = [e for e in Parsed.from_ical(text).walk("VEVENT") if "DTEND" not in e]
    assert [timedelta(0)] == [event.start.utcoffset() for event in timed]


def test_a_summer_time_is_british_summer_time(plan, england):
    """Ten o'clock in June is nine o'clock in universal time."""
    found = plan({"rr_meeting": "2026-06-10T10:00"}, today=None)
    event = Parsed.from_ical(calendar_file(found, england, STAMP)).walk("VEVENT")[0]
    assert timedelta(hours=1) == event.start.utcoffset()


def rings(event):
    """Return when the alarms of an entry sound, as another program finds it."""
    start = event.start
    if isinstance(start, datetime):
        start = start.replace(tzinfo=None)
    else:
        start = datetime.combine(start, datetime.min.time())
    return [
        (start + alarm["TRIGGER"].dt).isoformat(" ", "minutes")
        for alarm in event.walk("VALARM")
    ]


def test_one_alarm_on_the_morning_of_the_working_day_before(plan, england):
    """A limit on Sunday 29 November can be kept until Friday, and sounds at nine on Thursday."""
    text = calendar_file(plan(), england, STAMP)
    found = {
        str(event["SUMMARY"]).partition(":")[2].strip()[:4]: rings(event)
        for event in Parsed.from_ical(text).walk("VEVENT")
    }
    assert ["2026-11-26 09:00"] == found["off"]
    assert ["2026-12-03 09:00"] == found["lead"]
    assert [] == found["done"]


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_every_alarm_is_before_the_start_and_on_a_working_day(shelf, england, name):
    """Outlook takes one alarm, and ignores one that is later than the start of the entry."""
    known = SENT | {"la_aware": "2026-11-16"}
    text = calendar_file(shelf.plan(name, known, TODAY), england, STAMP)
    found = Parsed.from_ical(text).walk("VEVENT")
    for event in found:
        for alarm in event.walk("VALARM"):
            assert alarm["TRIGGER"].dt < timedelta(0)
        days = [datetime.fromisoformat(text) for text in rings(event)]
        timed = isinstance(event.start, datetime)
        assert len(days) == (not str(event["SUMMARY"]).startswith("Done"))
        assert timed or all(england.is_working(day.date()) for day in days)
    assert found


def test_an_alarm_for_a_clock_in_hours_is_not_before_its_start(make, england):
    """Due four hours after the event: an hour before that, and not the day before."""
    policy = make.partnership(
        events=(make.event("told", time=True),),
        deadlines=(
            make.deadline("call", make.reading("latest", 4, "hour"), from_="told"),
        ),
    )
    known = {"told": "2026-11-24T10:00"}
    plan = schedule(
        Protocol(make.national(deadlines=()), policy), known, england, TODAY
    )
    [event] = Parsed.from_ical(calendar_file(plan, england, STAMP)).walk("VEVENT")
    assert ["2026-11-24 13:00"] == rings(event)


@pytest.fixture(scope="module")
def shelf():
    """Read the policies once."""
    return Shelf(POLICIES)


def by_id(shelf, name, known, stamp, reference=""):
    """Return what another program finds in the file of a schedule, by the entries' ids."""
    plan = shelf.plan(name, known, TODAY, reference=reference)
    text = calendar_file(plan, shelf.calendar, stamp)
    found = Parsed.from_ical(text).walk("VEVENT")
    assert len(found) == len({str(event["UID"]) for event in found})
    return {str(event["UID"]): event for event in found}


@pytest.mark.parametrize("reference", ["", "RR 26/014"])
@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_an_agreed_extension_replaces_the_entries_of_the_earlier_file(
    shelf, name, reference
):
    """The same ids, a greater number in the sequence, the report on its new day."""
    before = by_id(shelf, name, SENT, STAMP, reference)
    extended = SENT | {"extension_agreed": "2026-12-18"}
    after = by_id(shelf, name, extended, LATER, reference)
    assert before.keys() == after.keys()
    assert all(before[uid]["SEQUENCE"] < after[uid]["SEQUENCE"] for uid in before)
    moved = [uid for uid in before if before[uid].start != after[uid].start]
    assert moved
    assert {date(2026, 12, 18)} == {after[uid].start for uid in moved}
    cancelled = [one for one in after.values() if one["STATUS"] == "CANCELLED"]
    aims = [one for one in cancelled if str(one["SUMMARY"]).startswith("Replaced: ")]
    assert cancelled == aims
    assert all(not event.walk("VALARM") for event in cancelled)


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_corrected_date_keeps_the_entries_of_a_case_with_a_reference(shelf, name):
    """The notification went a working day later than was typed at first."""
    before = by_id(shelf, name, SENT, STAMP, "RR 26/014")
    corrected = {"sin_sent": "2026-11-23"}
    after = by_id(shelf, name, corrected, LATER, "  rr 26/014 ")
    assert before.keys() == after.keys()


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_two_cases_that_begin_on_one_day_share_no_entry(shelf, name):
    """Each has its own reference, which the title says."""
    one = by_id(shelf, name, SENT, STAMP, "RR 26/014")
    other = by_id(shelf, name, SENT, STAMP, "RR 26/015")
    assert one.keys().isdisjoint(other.keys())
    assert one.keys().isdisjoint(by_id(shelf, name, SENT, STAMP).keys())
    assert all("(RR 26/014)" in str(event["SUMMARY"]) for event in one.values())


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_what_is_done_stays_without_its_alarm(shelf, name):
    """A later file takes the alarm out of what was done in the meantime."""
    before = by_id(shelf, name, SENT, STAMP)
    local = shelf.partnership(name).deadlines
    own = {one.to_event for one in local if one.national == "rapid-review"}
    [ends] = own or {"report_submitted"}
    after = by_id(shelf, name, SENT | {ends: "2026-11-23"}, LATER)
    assert before.keys() <= after.keys()
    silent = {uid for uid in before if not after[uid].walk("VALARM")}
    assert all(str(after[uid]["SUMMARY"]).startswith("Done: ") for uid in silent)
    assert silent


def test_a_reference_too_long_for_a_title_is_refused(plan):
    """Forty letters are taken; the sentence says how many there are."""
    assert "x" * 40 == with_reference(plan(), "x" * 40).reference
    with pytest.raises(DateProblemsError, match="this one has 41"):
        with_reference(plan(), "x" * 41)


def test_a_reference_is_text_to_a_calendar(plan, england):
    """Signs of the format and line breaks in it end no line."""
    found = with_reference(plan(), "A;B,C\\D\nEND:VEVENT")
    assert "A;B,C\\D END:VEVENT" == found.reference
    assert written(found, england) == read_back(calendar_file(found, england, STAMP))


def test_the_ids_are_those_of_the_first_day_entered(plan, england):
    """Later dates keep them; another first day gives others; none is used twice."""
    ids = [entry.uid for entry in entries(plan(), england)]
    known = [entry.uid for entry in entries(plan(today=None), england)]
    assert set(ids) == set(known)
    assert len(ids) == len(set(ids))
    later = plan({"sin_sent": "2026-11-20", "rr_meeting": "2026-12-08T10:00"})
    assert ids == [entry.uid for entry in entries(later, england)]
    other = plan({"sin_sent": "2026-11-23", "rr_meeting": "2026-12-08T10:00"})
    assert set(ids).isdisjoint(entry.uid for entry in entries(other, england))


def test_nothing_depends_on_a_clock(plan, england):
    """Without a stamp the schedule's own day stands for it."""
    assert "DTSTAMP:20261124T000000Z\r\n" in calendar_file(plan(), england)
    assert "DTSTAMP:20261120T000000Z\r\n" in calendar_file(plan(today=None), england)
    assert calendar_file(plan(), england, STAMP) == calendar_file(
        plan(), england, STAMP
    )


def test_lines_end_with_cr_lf_and_are_folded(plan, england):
    """No line is longer than 75 octets, and none ends with a bare line feed."""
    text = calendar_file(plan(), england, STAMP)
    lines = text.encode().split(b"\r\n")
    assert b"" == lines[-1]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_an_empty_schedule_is_an_empty_calendar(plan, england):
    """With no dates the file is still a calendar."""
    text = calendar_file(plan({"sin_sent": ""}, today=None), england)
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


def test_the_alarm_on_the_day_of_the_start_is_in_the_morning(make, england):
    """Due in 30 hours from ten o'clock on Tuesday: nine o'clock of that Tuesday is no longer before it."""
    policy = make.partnership(
        events=(make.event("told", time=True),),
        deadlines=(
            make.deadline("call", make.reading("latest", 30, "hour"), from_="told"),
        ),
    )
    protocol = Protocol(make.national(deadlines=()), policy)
    plan = schedule(protocol, {"told": "2026-11-24T10:00"}, england, TODAY)
    [event] = Parsed.from_ical(calendar_file(plan, england, STAMP)).walk("VEVENT")
    assert ["2026-11-24 09:00"] == rings(event)
