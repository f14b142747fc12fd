"""The national layer is whole: ids that others lean on, evidence, sources."""

from pathlib import Path

from handbook.read.library import read_calendar
from rapidreview.check import Checker
from rapidreview.dates import Known, date_deadline
from rapidreview.say import iso, read_moment

POLICIES = Path(__file__).parents[2] / "policies"

EVENTS = (
    "child_died case_identified referral_received la_aware partners_decide sin_sent "
    "sin_received panel_request extension_agreed criteria_not_met forms_sent forms_back rr_meeting draft_sent "
    "final_draft_sent report_submitted panel_reply lcspr_decided imr_requested report_final "
    "publication cdop_discussed"
)
DEADLINES = (
    "sin tell-partners looked-after-death care-leaver-death rapid-review panel-reply lcspr "
    "advance-copy keep-public"
)


def test_every_event_of_the_shared_vocabulary_is_there(national):
    """Partnerships declare the same events with their own words."""
    assert EVENTS.split() == [event.id for event in national.events]


def test_every_national_clock_is_there(national):
    """Each has one latest reading, or says why it gives no date."""
    assert DEADLINES.split() == [deadline.id for deadline in national.deadlines]
    for deadline in national.deadlines:
        latest = [one for one in deadline.readings if one.use == "latest"]
        assert len(latest) == (0 if deadline.no_time else 1)


def test_there_are_thirty_three_points_of_comparison(national):
    """Every point says what the national layer holds, or that it leaves it open."""
    assert len(national.compare) == 33
    assert all(one.national and one.source for one in national.compare)


def test_every_hard_case_says_what_to_ask_and_what_it_rests_on(national):
    """Each asks something and answers it; the cases met in the field are among them."""
    met = {"hospital-in-another-area", "dies-later", "criteria-not-met"}
    met |= {"another-nations-council", "service-family", "age-unknown"}
    assert set() == met - {case.id for case in national.hard_cases}
    assert all(case.ask and case.answer and case.source for case in national.hard_cases)


def test_the_examples_reach_every_rule(national):
    """At least one worked case for each row of the table."""
    rules = {rule.id for rule in national.notifiability.rules}
    assert rules == {example.rule for example in national.examples}


def test_superseded_editions_form_a_line_to_the_one_in_force(national):
    """2018 gave way to 2023, and 2023 to 2026."""
    after = {one.id: one.superseded_by for one in national.instruments}
    assert (after["wt2018"], after["wt2023"], after["wt2026"]) == (
        "wt2023",
        "wt2026",
        "",
    )
    assert after["panel-guidance-2022"] == "panel-guidance-2025"


def test_whatever_is_to_be_verified_says_so_on_the_answer(national, answers):
    """The unborn row rests on a guide that was not read, and the answer carries that."""
    decision = Checker(national).decide(answers(age="unborn"))
    assert (decision.rule, decision.evidence) == ("R05", "to-verify")


def test_no_flag_depends_on_the_outcome(national, answers):
    """A child's death brings the child death review whatever the answer on abuse."""
    checker = Checker(national)
    for abuse in ("known", "not-sure", "no"):
        flags = [
            flag.id for flag in checker.decide(answers(abuse=abuse, harm="died")).flags
        ]
        assert "child-death-review" in flags


def test_every_worked_date_of_the_national_clocks_is_reached(national):
    """Dates worked out apart from the engine come out of it, latest and aim."""
    calendar = read_calendar(POLICIES / "national")
    tried = 0
    for example in national.date_examples:
        known = Known(
            calendar=calendar,
            rules={rule.id: rule for rule in national.counting},
            events={event.id: event for event in national.events},
            moments={name: read_moment(day) for name, day in example.given.items()},
        )
        due = {one.id: date_deadline(one, known) for one in national.deadlines}
        for name, day in example.due.items():
            assert (example.name, day) == (example.name, iso(due[name].latest))
            tried += 1
        for name, day in example.aim.items():
            assert (example.name, day) == (example.name, iso(due[name].aim_for))
    assert tried > len(national.date_examples)
