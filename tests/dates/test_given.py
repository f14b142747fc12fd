"""What was entered is told in the order of time, and the last working day only where it helps."""

from datetime import date

import pytest

from rapidreview.dates import DateProblemsError, schedule, with_reference
from rapidreview.dates.rounds import _few
from rapidreview.model import Protocol


@pytest.fixture
def dated(make, england):
    """Return the schedule of a partnership with a report due so many days after a notification."""

    def plan(given, amount=3, today=date(2026, 11, 24), **more):
        limit = make.deadline(
            "report",
            make.reading("latest", amount, "day"),
            from_="sin_sent",
            to_event="report_submitted",
            **more,
        )
        protocol = Protocol(make.national(), make.partnership(deadlines=(limit,)))
        return schedule(protocol, given, england, today)

    return plan


def test_what_was_entered_is_told_by_date(dated):
    """Not by the name of the event, nor in the order in which it was typed."""
    given = {
        "report_submitted": "2026-11-23",
        "sin_sent": "2026-11-20",
        "la_aware": "2026-11-18",
        "panel_reply": "2026-11-24",
    }
    assert [one.event for one in dated(given).given] == [
        "la_aware",
        "sin_sent",
        "report_submitted",
        "panel_reply",
    ]


def test_two_events_of_one_day_are_told_by_name(dated):
    """So that the same dates always give the same page."""
    given = {"sin_sent": "2026-11-20", "la_aware": "2026-11-20"}
    assert [one.event for one in dated(given).given] == ["la_aware", "sin_sent"]


@pytest.mark.parametrize(
    ("sent", "latest", "helps"),
    [
        ("2026-11-18", "2026-11-21", "2026-11-20"),  # a Saturday: the Friday before
        ("2026-11-17", "2026-11-20", None),  # a Friday is a working day itself
        ("2026-11-21", "2026-11-22", None),  # Saturday to Sunday: none lies between
    ],
)
def test_the_last_working_day_is_told_only_where_it_helps(dated, sent, latest, helps):
    """It is another day than the date, and not before the clock has started."""
    days = (date.fromisoformat(latest) - date.fromisoformat(sent)).days
    due = dated({"sin_sent": sent}, days).find("report")
    assert due.latest == date.fromisoformat(latest)
    found = due.in_time(due.latest, due.latest_working_day)
    assert found == (date.fromisoformat(helps) if helps else None)
    assert due.in_time(due.latest, None) is None


def test_before_an_event_any_working_day_that_is_left_helps(dated):
    """The clock runs back, so that the day it starts on is the later one."""
    due = dated({"sin_sent": "2026-11-23"}, 1, direction="before").find("report")
    assert due.latest == date(2026, 11, 22)
    assert due.in_time(due.latest, due.latest_working_day) == date(2026, 11, 20)


def test_a_case_reference_has_forty_letters_and_figures_at_most(dated):
    """Gaps at its ends and double ones inside are not counted."""
    plan = dated({"sin_sent": "2026-11-20"})
    assert with_reference(plan, f"  {'a' * 20}   {'b' * 19} ").reference == (
        f"{'a' * 20} {'b' * 19}"
    )
    with pytest.raises(DateProblemsError) as refused:
        with_reference(plan, "a" * 41)
    [problem] = refused.value.problems
    assert (problem.field, problem.sentence) == (
        "reference",
        "A case reference has 40 letters and figures at most; this one has 41.",
    )


def test_of_many_times_five_are_told_and_the_rest_counted():
    """Five are told whole."""
    assert _few(list("abcde")) == "a, b, c, d, e"
    assert _few(list("abcdefg")) == "a, b, c, d, e and two more within a year"


def test_an_event_that_nobody_declares_is_called_by_its_id_in_words(known, make):
    """One that is declared is called by its label."""
    declared = known(events=[make.event("sin_sent", "Notification sent")])
    assert declared.label("sin_sent") == "Notification sent"
    assert declared.label("papers_sent_out") == "papers sent out"
