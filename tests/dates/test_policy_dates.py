"""The worked dates in every policy, computed by hand or by other means, are what we compute."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from handbook.read.library import read_national, read_partnership
from rapidreview.dates import DateProblemsError, schedule
from rapidreview.days import order_key
from rapidreview.days.counting import clock_changes
from rapidreview.files import calendar_file
from rapidreview.files.calendar_entries import entries
from rapidreview.model import Protocol
from rapidreview.say import day_of, iso, read_moment

POLICIES = Path(__file__).parents[2] / "policies"
FILES = sorted((POLICIES / "partnerships").glob("*.yml"))
EASTERS = (
    (date(2024, 3, 29), date(2024, 4, 1)),
    (date(2025, 4, 18), date(2025, 4, 21)),
    (date(2026, 4, 3), date(2026, 4, 6)),
    (date(2027, 3, 26), date(2027, 3, 29)),
    (date(2028, 4, 14), date(2028, 4, 17)),
)
"""Good Friday to Easter Monday."""
CHRISTMASES = tuple((date(y, 12, 24), date(y + 1, 1, 3)) for y in range(2023, 2029))
"""Christmas Eve to the last day that may stand in for New Year’s Day."""


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


def test_every_deadline_has_three_worked_examples(policy):
    """Each deadline that has a number is worked at least three times."""
    worked = Counter(chain.from_iterable(e.due for e in policy.date_examples))
    few = {d.id for d in policy.deadlines if d.readings and worked[d.id] < 3}
    assert set() == few


@pytest.mark.parametrize("season", ["easter", "christmas", "clock change"])
def test_the_examples_meet_the_hard_days(policy, season):
    """Some clock of each policy runs over Easter, over Christmas and over a clock change."""
    crossed = {span for e in policy.date_examples for span in spans(e)}
    hard = {
        "easter": lambda first, last: any(a <= last and b >= first for a, b in EASTERS),
        "christmas": lambda first, last: any(
            a <= last and b >= first for a, b in CHRISTMASES
        ),
        "clock change": lambda first, last: bool(clock_changes(first, last)),
    }[season]
    assert any(hard(first, last) for first, last in crossed)


NEAR = timedelta(days=3)
LONG = timedelta(weeks=14)


def near(season, first, last):
    """Return whether a stretch of days meets a season, or comes within three days of it."""
    first, last = first - NEAR, last + NEAR
    if season == "clock change":
        return bool(clock_changes(first, last))
    seasons = EASTERS if season == "easter" else CHRISTMASES
    return any(a <= last and b >= first for a, b in seasons)


@pytest.mark.parametrize("season", ["easter", "christmas", "clock change"])
def test_every_deadline_is_worked_around_each_season(national, policy, england, season):
    """Each clock runs over Easter, Christmas and a clock change, or ends there if it is long."""
    worked = set()
    for example in policy.date_examples:
        found = schedule(Protocol(national, policy), example.given, england)
        for name in example.due:
            due = found.find(name)
            first, last = sorted(map(day_of, (due.from_date, due.latest)))
            if near(season, last if last - first > LONG else first, last):
                worked.add(name)
    assert {d.id for d in policy.deadlines if d.readings} <= worked


def spans(example):
    """Yield the stretches of at most five weeks from a given date to a due one."""
    for start in map(read_moment, example.given.values()):
        for due in map(read_moment, example.due.values()):
            if timedelta(0) <= day_of(due) - day_of(start) <= timedelta(weeks=5):
                yield day_of(start), day_of(due)


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
