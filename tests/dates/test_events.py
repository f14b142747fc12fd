"""Every date that is asked for moves something, and what replaces a national date holds everywhere."""

from datetime import date
from pathlib import Path

import pytest

from handbook.cli.asking import Days, Shelf
from handbook.exits import AskedWronglyError
from handbook.read.policy_files import policy_files
from rapidreview.files import as_dict
from rapidreview.model import Protocol

POLICIES = Path(__file__).parents[2] / "policies"
PARTNERSHIPS = [path.stem for path in policy_files(POLICIES / "partnerships")]
ASKED = [
    (name, event.id)
    for shelf in [Shelf(POLICIES)]
    for name in shelf.names
    for event in shelf.protocol(name).events_used
]
"""Every event that a form offers, by partnership."""

BEFORE = ({}, {"sin_sent": "2026-11-20"}, {"la_aware": "2026-11-20"})
"""What is known already, when the event's date is entered."""
AFTER = ("2026-12-18T10:00", "2027-03-03T10:00")
"""Days that an event of a case may have, with a time for those that need one."""


@pytest.fixture(scope="module")
def shelf():
    """Read the policies once."""
    return Shelf(POLICIES)


def moved(shelf, name, known):
    """Return each deadline's two dates, state and day on which it was done."""
    today = date(2026, 12, 20)
    if not known:
        return {}
    plan = shelf.plan(name, known, today)
    return {
        due.id: (due.latest, due.aim_for, due.counterpart_latest, due.state)
        for due in plan.deadlines
    }


@pytest.mark.parametrize(("name", "event"), ASKED)
def test_every_date_that_is_asked_for_moves_a_deadline(shelf, name, event):
    """Some deadline has another date or state with it than without it."""
    pairs = [
        (known, {**known, event: day})
        for known in BEFORE
        if event not in known
        for day in AFTER
    ]
    found = []
    for without, given in pairs:
        try:
            found.append(moved(shelf, name, without) != moved(shelf, name, given))
        except AskedWronglyError as wrong:
            assert "cannot be before" in str(wrong)
    assert any(found)


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_date_that_moves_nothing_is_refused(shelf, name):
    """Its label is said, and which events there are; it is never taken in and ignored."""
    place = shelf.partnership(name)
    used = {event.id for event in Protocol(shelf.national, place).events_used}
    for event in Protocol(shelf.national, place).events.values():
        if event.id not in used:
            with pytest.raises(AskedWronglyError) as refused:
                shelf.plan(name, {event.id: "2026-11-20"}, date(2026, 11, 20))
            assert f"“{event.label}” changes no date here" in str(refused.value)


REPORTS = {
    "cheshire-east": 14,
    "north-yorkshire": 14,
    "surrey": 11,
    "tees": 14,
    "tower-hamlets": 14,
}
"""The day in December, by partnership, on which the report is due with the 2nd off."""


def reports_of(plan):
    """Return the protocol's own limits of the report, or the national one where it has none."""
    own = [due for due in plan.deadlines if due.counterpart == "rapid-review"]
    return own or [plan.find("rapid-review")]


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_date_that_the_panel_agreed_holds_in_every_partnership(shelf, name):
    """The report is due on the 18th, and not overdue on the 14th."""
    given = {"sin_sent": "2026-11-20", "extension_agreed": "2026-12-18"}
    plan = shelf.plan(name, given, date(2026, 12, 14))
    reports = reports_of(plan)
    assert [date(2026, 12, 18)] == [due.latest for due in reports]
    assert ["later"] == [due.state for due in reports]


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_an_area_that_is_not_there_is_refused_in_the_checkers_words(shelf, name):
    """The calculator and the checker say the same about it; every area of the policy is taken."""
    given = {"sin_sent": "2026-11-20"}
    with pytest.raises(AskedWronglyError) as dates:
        shelf.plan(f"{name}:leeds", given, date(2026, 11, 20))
    with pytest.raises(AskedWronglyError) as checker:
        shelf.decide(f"{name}:leeds", {})
    assert dates.value.problems == checker.value.problems
    plans = [
        shelf.plan(f"{name}:{area.id}", given, date(2026, 11, 20))
        for area in shelf.partnership(name).areas
    ]
    assert plans
    assert all(plan == plans[0] for plan in plans)


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_day_off_that_the_reader_adds_is_not_counted(shelf, name):
    """Fifteen working days from Friday 20 November end on the 14th, with the 2nd off.

    In Surrey the day of the notification is day 1, so they end on the 11th.
    """
    given = {"sin_sent": "2026-11-20"}
    days = Days(off=["2026-12-02"])
    plan = shelf.plan(name, given, date(2026, 11, 20), days)
    due = reports_of(plan)[0]
    if name in REPORTS:
        assert date(2026, 12, REPORTS[name]) == due.latest
    skipped = {
        day.skipped
        for due in plan.deadlines
        for day in due.working.days
        if day.on == date(2026, 12, 2) and "working day" in due.working.title
    }
    assert {"a day off added by you"} == skipped
    assert ["2026-12-02"] == as_dict(plan)["days_off"]
    assert any("because you added it" in says for says in plan.assumptions)


def test_a_day_off_that_is_known_already_changes_nothing_and_is_said(shelf):
    """Boxing Day's substitute keeps its own name."""
    given = {"sin_sent": "2026-12-17"}
    plan = shelf.plan("tees", given, date(2026, 12, 17), Days(off=["2026-12-28"]))
    without = shelf.plan("tees", given, date(2026, 12, 17))
    assert plan.deadlines == without.deadlines
    assert any("Boxing Day" in says for says in plan.assumptions)


def test_every_fault_is_told_at_once(shelf):
    """An unknown area, a day off that is none and an unknown event."""
    with pytest.raises(AskedWronglyError) as wrong:
        shelf.plan(
            "tees:leeds",
            {"sin_sen": "2026-11-20"},
            date(2026, 11, 20),
            Days(off=["soon"]),
        )
    assert ["area", "day-off", "sin_sen"] == [f for f, _ in wrong.value.problems]
