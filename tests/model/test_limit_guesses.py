"""What of a limit is a guess: its time, whoever acts, or neither; and why."""

import pytest

from rapidreview.model import Step, limit_guess, time_status


@pytest.fixture
def step():
    """Return a maker of the step that the limit is about."""

    def make(**more):
        return Step(
            **{
                "id": "send", "actor": "office", "kind": "send", "title": "Send it",
                "stage": "first", "source": ("1",), **more,
            }
        )  # fmt: skip

    return make


@pytest.fixture
def limit(make):
    """Return a maker of a limit of five days for the step "send"."""

    def of(**more):
        return make.deadline(
            "report", make.reading("aim", 4, "day"), make.reading("latest", 5, "day"),
            from_="sin_sent", step="send", **more,
        )  # fmt: skip

    return of


def test_a_limit_that_is_printed_is_no_guess(limit, step):
    """The days are stated, and whoever acts too."""
    guess = limit_guess(limit(), [step()])
    assert (guess.time, guess.who, guess.status) == ("stated", "stated", "stated")
    assert guess.reason == ""


def test_a_limit_that_does_not_say_which_days_is_worked_out(limit):
    """The reason is the reading in use, unless the policy gives one of its own."""
    unsaid = limit(unit_stated=False)
    assert time_status(unsaid) == "derived"
    assert limit_guess(unsaid).reason == (
        "The protocol does not say which days it means. Read here as: means latest-5-day-."
    )
    own = limit_guess(limit(unit_stated=False, reason="The form says days."))
    assert (own.time, own.reason) == ("derived", "The form says days.")


def test_without_a_reading_there_is_no_time_to_guess(make):
    """What gives no number has no days to be read in one way or another."""
    silent = make.deadline("report", unit_stated=False, no_time="As soon as possible.")
    assert time_status(silent) == "stated"
    assert limit_guess(silent).reason == ""


def test_whoever_acts_is_a_guess_where_the_step_is(limit, step):
    """The step falls to the same actor, so that its reason is the limit's as well."""
    worked_out = step(status="derived", reason="Nobody is named.")
    guess = limit_guess(limit(), [worked_out])
    assert (guess.time, guess.who, guess.status) == ("stated", "derived", "derived")
    assert guess.reason == "Nobody is named."


@pytest.mark.parametrize("other", [{"id": "other"}, {"actor": "panel"}, {"status": "stated"}])  # fmt: skip
def test_another_step_or_another_actor_says_nothing_of_the_limit(limit, step, other):
    """Only the step that the limit is about, and only where the same actor acts."""
    told = {"status": "derived", "reason": "Nobody is named.", **other}
    guess = limit_guess(limit(), [step(**told)])
    assert (guess.who, guess.reason) == ("stated", "")


def test_a_limit_may_say_itself_that_who_acts_is_a_guess(limit):
    """Then the whole is one, although the time is printed."""
    guess = limit_guess(limit(who_status="derived", reason="It names no one."))
    assert (guess.time, guess.status) == ("stated", "derived")
    assert guess.reason == "It names no one."


def test_two_reasons_are_both_told_each_once(limit, step):
    """First the time, then whoever acts."""
    worked_out = step(status="derived", reason="Nobody is named.")
    both = limit_guess(limit(unit_stated=False, status="derived"), [worked_out] * 2)
    assert both.reason.endswith("means latest-5-day-. Nobody is named.")
    assert both.reason.count("Nobody") == 1
