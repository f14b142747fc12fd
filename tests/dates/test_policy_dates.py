"""The worked dates in every policy, computed by hand or by other means, are what we compute."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from handbook.read.library import read_national, read_partnership
from handbook.read.policy_files import policy_files
from rapidreview.dates import DateProblemsError, schedule
from rapidreview.days import order_key
from rapidreview.files import calendar_file
from rapidreview.files.calendar_entries import entries
from rapidreview.model import Protocol
from rapidreview.say import iso

POLICIES = Path(__file__).parents[2] / "policies"
FILES = policy_files(POLICIES / "partnerships")


@pytest.fixture(scope="module")
def national():
    """Read the national layer."""
    return read_national(POLICIES / "national")


@pytest.fixture(params=FILES, ids=lambda path: path.stem, scope="module")
def policy(request, national):
    """Read one partnership's policy."""
    return read_partnership(request.param, national)


def computed(national, policy, england, example):
    """Return the dates that the engine gives for what the example expects."""
    found = schedule(Protocol(national, policy), example.given, england)
    dates = {due.id: (due.latest, due.aim_for) for due in found.deadlines}
    return (
        {name: iso(dates[name][0]) for name in example.due if dates[name][0]},
        {name: iso(dates[name][1]) for name in example.aim if dates[name][1]},
    )


def test_every_worked_date_is_what_we_compute(national, policy, england):
    """Due dates and dates to aim for, for every example of the policy."""
    expected = {e.name: (e.due, e.aim) for e in policy.date_examples}
    found = {
        e.name: computed(national, policy, england, e) for e in policy.date_examples
    }
    assert expected == found


def test_with_no_dates_nothing_is_dated(national, policy, england):
    """An empty form gives a schedule that only says what is missing, or that nothing is timed."""
    found = schedule(Protocol(national, policy), {}, england)
    assert [] == [due.id for due in found.deadlines if due.latest or due.aim_for]
    assert [] == [
        d.id for d in found.deadlines if not (d.missing or d.words or d.applies)
    ]
    ids = [due.id for due in found.deadlines]
    assert sorted(set(ids)) == sorted(ids)


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_is_known_the_two_dates_are_in_order(national, policy, england, data):
    """For any dates entered: aim-for ≤ latest, and the calendar file reads back the same."""
    events = [event.id for event in Protocol(national, policy).events_used]
    days = st.datetimes(
        datetime.fromisoformat("2026-01-01T00:00"),
        datetime.fromisoformat("2027-06-30T00:00"),
    ).map(lambda moment: moment.isoformat(timespec="minutes"))
    dates = st.dictionaries(st.sampled_from(events), days, max_size=6)
    try:
        plan = schedule(Protocol(national, policy), data.draw(dates), england)
    except DateProblemsError as refusal:
        assert all("cannot be before" in p.sentence for p in refusal.problems)
        return
    for due in plan.deadlines:
        if due.latest and due.aim_for:
            assert order_key(due.aim_for) <= order_key(due.latest)
    expected = [(entry.uid, entry.summary) for entry in entries(plan, england)]
    read = Parsed.from_ical(calendar_file(plan, england)).walk("VEVENT")
    assert expected == [(str(item["UID"]), str(item["SUMMARY"])) for item in read]


def test_national_examples(national, england, make):
    """The worked dates of the national layer, without any partnership."""
    bare = make.partnership()
    expected = {e.name: (e.due, e.aim) for e in national.date_examples}
    found = {
        e.name: computed(national, bare, england, e) for e in national.date_examples
    }
    assert expected == found
