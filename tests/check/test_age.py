"""An age that is not known or disputed: treated as a child's until it is settled."""

import pytest

from rapidreview.check import Checker, decide, may_be, questions_for

CHILD = {"age": "under-18"}


@pytest.fixture(scope="module")
def disputed(combinations):
    """Return every combination of answers in which the age is not sure."""
    return [given for given in combinations if given["age"] == "not-sure"]


def test_the_question_on_age_offers_an_unsure_answer(national):
    """It says that an age may be disputed, and never means a baby that is not yet born."""
    age = questions_for(national)[0]
    option = next(one for one in age.options if one.id == "not-sure")
    assert "disputed" in option.label
    assert may_be(age) == ("under-18", "18-24", "25-plus")


def test_an_unknown_age_gives_the_answer_for_a_child(library, disputed):
    """Over every other answer: the same outcome nationally, and no lesser one in a partnership.

    A local rule may ask for more of an adult, and an age that is not known may be an adult's.
    """
    gravity = {one.id: one.gravity for one in library.national.notifiability.outcomes}
    for rules in (library.national, *library.protocols):
        checker = Checker(rules)
        own = {one.id: one.options[0].id for one in checker.own}
        for given in disputed:
            whole = given | own
            child, unknown = (
                checker.outcome(whole | CHILD)[0],
                checker.outcome(whole)[0],
            )
            assert gravity[child] <= gravity[unknown], given
            assert child == unknown or rules is not library.national


def test_an_unknown_age_is_taken_by_a_rule_for_open_questions(national, disputed):
    """R40 to R45 take it; the contradiction of an adult in care is left out."""
    checker = Checker(national)
    assert disputed
    for given in disputed:
        assert "R40" <= checker.outcome(given)[1] <= "R45"


def test_the_age_has_to_be_settled_and_the_child_treated_as_one(national, disputed):
    """Every answer asks for it, without a condition."""
    checker = Checker(national)
    for given in disputed[::7]:
        found = [d for d in checker.decide(given).duties if d.id == "settle-age"]
        assert [d.only_if for d in found] == [""]
        assert "as a child" in found[0].do


def test_a_known_age_asks_for_no_settling(national, combinations):
    """The duty is for an open age only."""
    checker = Checker(national)
    for given in combinations[::29]:
        if given["age"] != "not-sure":
            told = [d.id for d in checker.decide(given).duties]
            assert "settle-age" not in told


def test_the_answer_says_what_the_age_decides(national, answers):
    """Serious harm and suspicion: under 18 a duty, from 18 a discussion, from 25 another route."""
    decision = decide(national, answers(age="not-sure"))
    assert (decision.rule, decision.outcome) == ("R40", "must-notify")
    assert [one.question for one in decision.settles] == ["age"]
    assert {one.outcome for one in decision.possible} == {
        "must-notify",
        "discuss",
        "other-route",
    }
    notify = next(d for d in decision.duties if d.id == "notify-incident")
    assert notify.only_if == "if the child is under 18"


def test_flags_for_a_child_hold_for_an_unknown_age(national, disputed):
    """Whatever runs at the same time for a child is named too."""
    checker = Checker(national)
    for given in disputed[::5]:
        flags = {one.id for one in checker.decide(given).flags}
        child = {one.id for one in checker.decide(given | CHILD).flags}
        assert child <= flags
