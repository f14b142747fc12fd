"""How a decision is taken is said from closed values."""

from dataclasses import replace

import pytest

from rapidreview.model.steps import Deciding
from rapidreview.say import how_decided


def test_a_decision_says_how_by_what_rule_and_who_is_behind_it(three_areas):
    """Manner, rule, casting view, quorum, votes, recommendation and sign-off, in that order."""
    told = dict(how_decided(three_areas, three_areas.steps["decide"]))
    assert {
        "How": "by correspondence or online",
        "Rule": "A majority decides",
        "If the votes do not decide": "Scrutineer",
        "Quorum": "two take part, not without Joint Business Unit",
        "Votes": "The local authority, The police, The ICB and Public Health",
        "Attends without a vote": "Business Manager",
        "Recommends": "Joint Business Unit",
        "Signs off": "Scrutineer",
    } == told


def test_a_meeting_says_where_it_is_held_and_nothing_of_votes(three_areas):
    """A step that decides nothing has its manner only."""
    told = how_decided(three_areas, three_areas.steps["meet"])
    assert (("How", "at a meeting"),) == told


def test_a_step_of_which_nothing_is_said_says_nothing(three_areas):
    """No words are made where the policy has none."""
    assert () == how_decided(three_areas, three_areas.steps["refer"])


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("unanimity", "All who vote must agree"),
        ("consensus", "They agree together"),
        ("one-decides", "One person decides"),
    ],
)
def test_every_rule_has_its_words(three_areas, rule, words):
    """What carries a decision is one of four, or not said."""
    step = replace(
        three_areas.steps["meet"], decides=Deciding(rule=rule, source=("2",))
    )
    assert ("Rule", words) in how_decided(three_areas, step)
