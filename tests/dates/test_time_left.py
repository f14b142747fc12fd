"""Too few working days: from the start of a clock, from today, before a meeting."""

from datetime import date
from pathlib import Path

import pytest

from handbook.cli.asking import Shelf
from rapidreview.show import beside


@pytest.fixture(scope="module")
def shelf():
    """Open the five policies."""
    return Shelf(Path(__file__).parents[2] / "policies")


def too_few(plan):
    """Return what is said of too few days."""
    return [clash.says for clash in plan.conflicts if clash.kind == "too-few"]


SENT = {"sin_sent": "2026-11-02"}


class TestFromToday:
    """What cannot be kept any more, though it could have been at the start."""

    def test_a_chain_that_fitted_at_the_start_may_not_fit_now(self, shelf):
        """Tower Hamlets: five days of checks fit on the first day, not a week later."""
        first = shelf.plan("tower-hamlets", SENT, date(2026, 11, 2))
        later = shelf.plan("tower-hamlets", SENT, date(2026, 11, 11))
        assert [] == too_few(first)
        said = too_few(later)
        assert said
        assert all("from today, to" in sentence for sentence in said)

    def test_nothing_is_said_once_the_steps_have_begun(self, shelf):
        """How far the steps are is not known then, so no clash is made up."""
        events = {**SENT, "forms_sent": "2026-11-03"}
        assert [] == too_few(shelf.plan("tower-hamlets", events, date(2026, 11, 11)))


class TestBeforeAMeeting:
    """Papers that had to go out before a meeting that is still ahead."""

    def test_papers_that_are_late_for_the_meeting(self, shelf):
        """Surrey: papers due two days before: in time on that day, too late at the meeting, past after it."""
        events = {"sin_sent": "2026-11-02", "rr_meeting": "2026-11-13 14:00"}
        before = shelf.plan("surrey", events, date(2026, 11, 10))
        on_the_day = shelf.plan("surrey", events, date(2026, 11, 13))
        due = shelf.plan("surrey", events, date(2026, 11, 11))
        after = shelf.plan("surrey", events, date(2026, 11, 16))
        assert [] == too_few(before) == too_few(due) == too_few(after)
        assert 1 == len(too_few(on_the_day))

    def test_it_stands_beside_the_meeting(self, shelf):
        """The date of the meeting is the one to look at, and it is kept."""
        events = {"sin_sent": "2026-11-02", "rr_meeting": "2026-11-13 14:00"}
        notes = dict(beside(shelf.plan("surrey", events, date(2026, 11, 13))))
        assert "rr_meeting" in notes
        assert notes["rr_meeting"].endswith("Kept as you typed it.")

    def test_a_date_from_which_limits_pass_the_horizon_says_so(self, shelf):
        """Six months from December 2028 has no date, said beside the decision."""
        notes = dict(
            beside(
                shelf.plan("tees", {"lcspr_decided": "2028-12-04"}, date(2028, 12, 5))
            )
        )
        assert "bank holidays are known only" in notes["lcspr_decided"]


class TestWhatIsNoClash:
    """What was reported as a clash and is none."""

    def test_a_later_date_that_was_agreed_gives_the_steps_more_room(self, shelf):
        """Tower Hamlets: the checks run from the notification, not from the agreed day."""
        events = {"sin_sent": "2026-12-24", "later_meeting_agreed": "2027-01-19"}
        plan = shelf.plan("tower-hamlets", events, date(2026, 12, 24))
        assert () == plan.conflicts

    def test_with_nothing_begun_an_agreed_date_can_be_too_near(self, shelf):
        """The agreed day is no step begun: two working days are left, and five are needed."""
        events = {"sin_sent": "2026-12-24", "later_meeting_agreed": "2027-01-19"}
        plan = shelf.plan("tower-hamlets", events, date(2027, 1, 15))
        assert too_few(plan)
        assert all("is Tuesday 19 January 2027." in says for says in too_few(plan))

    def test_what_another_body_aims_at_is_no_limit(self, shelf):
        """North Yorkshire: the Panel's reply is counted from receipt, and is its own aim."""
        events = {"report_submitted": "2026-11-12", "report_received": "2026-11-13"}
        plan = shelf.plan("north-yorkshire", events, date(2026, 11, 13))
        (reply,) = [due for due in plan.deadlines if due.id == "panel-reply"]
        assert (date(2026, 12, 4), date(2026, 12, 3)) == (
            reply.latest,
            reply.counterpart_latest,
        )
        assert [] == [
            clash.says for clash in plan.conflicts if clash.kind == "national"
        ]

    def test_a_step_left_blank_before_one_that_is_done(self, shelf):
        """Tees: notified on 2 November, and the day of the teleconference not entered."""
        events = {"referral_received": "2026-11-02", "sin_sent": "2026-11-02"}
        assert () == shelf.plan("tees", events, date(2026, 11, 3)).conflicts

    def test_a_plan_that_leaves_no_room_is_told(self, shelf):
        """Tees: the form came on the fourth day, so the partners may meet after the limit."""
        events = {"la_aware": "2026-11-02", "referral_received": "2026-11-06"}
        plan = shelf.plan("tees", events, date(2026, 11, 6))
        assert ["no-room"] == [clash.kind for clash in plan.conflicts]
