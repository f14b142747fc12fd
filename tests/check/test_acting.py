"""A trust or a company that acts for an authority never takes the authority's duty over."""

import pytest

from rapidreview.check import decide

DUTY = "Lake Borough Council (for which Lake Children First acts)"


def test_the_authority_holds_the_duty_and_the_trust_acts_for_it(three_areas, answers):
    """Where the area is known, the answer names the authority, and the trust beside it."""
    decision = decide(three_areas, answers(), "lake")
    notify = next(one for one in decision.duties if one.id == "notify-incident")
    assert (DUTY, "must") == (notify.who, notify.strength)
    assert DUTY == decision.leads


def test_no_duty_of_any_answer_is_the_trust_s_own(three_areas, answers, national):
    """Whatever is answered, a duty that names the trust names the authority first."""
    harms = [one for one in national.notifiability.questions if one.id == "harm"]
    for option in harms[0].options:
        for duty in decide(three_areas, answers(harm=option.id), "lake").duties:
            assert not duty.who.startswith("Lake Children First")


@pytest.mark.parametrize("area", ["hill", "port"])
def test_an_area_without_a_trust_is_told_of_none(three_areas, answers, area):
    """The trust of one area is not named to a reader of another."""
    assert "Lake Children First" not in str(decide(three_areas, answers(), area).duties)


def test_what_is_next_leaves_out_the_steps_and_forms_of_other_areas(
    three_areas, answers
):
    """A reader in Lake notifies through the trust on its form; one in Hill by the council."""
    lake = decide(three_areas, answers(), "lake").next
    hill = decide(three_areas, answers(), "hill").next
    assert ["refer", "notify-lake"] == [one.id for one in lake.steps]
    assert ["refer", "notify"] == [one.id for one in hill.steps]
    assert ("lake-form", "") == (lake.form, hill.form)


def test_what_is_next_marks_the_areas_of_a_step_where_the_area_is_not_known(
    three_areas, answers
):
    """Without an area every step stands there, with the areas for which it is taken."""
    steps = decide(three_areas, answers()).next.steps
    assert [(), ("Hill", "Port"), ("Lake",)] == [one.only_in for one in steps]
