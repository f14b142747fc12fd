"""Local rules in force from and until a day, and which of several documents governs a case."""

from dataclasses import replace
from datetime import date

import pytest

from handbook.cli.telling import decision_text
from rapidreview.check import Checker, decide
from rapidreview.model import Document, InForce, Protocol, When, from_plain, to_plain
from rapidreview.model.partnership import Partnership

SEPTEMBER = InForce(from_="2026-09-01", until="2027-08-31")
FAMILY = {"known-family": "yes"}
PROTOCOL = Document(
    id="protocol",
    title="Protocol",
    scheme="headings",
    retrieved_on="2026-11-21",
    review_by="2027-11-21",
    sections=(),
)


@pytest.fixture
def timed(national, small):
    """Make the small protocol with its rule in force for a year from 1 September 2026."""
    rule = replace(small.local_rules[0], in_force=SEPTEMBER)
    return Protocol(national, replace(small, local_rules=(rule,)))


@pytest.fixture
def given(answers):
    """Give a death with nothing suspected in a family that is known."""
    return answers(abuse="no", harm="died") | FAMILY


@pytest.mark.parametrize(
    ("today", "outcome", "coming"),
    [
        ("2026-08-31", "other-route", ["SM-1"]),
        ("2026-09-01", "discuss", []),
        ("2027-08-31", "discuss", []),
        ("2027-09-01", "other-route", []),
    ],
)
def test_a_rule_raises_only_while_it_is_in_force(timed, given, today, outcome, coming):
    """Before its first day it is told as still to come; after its last it is gone."""
    decision = decide(timed, given, today=date.fromisoformat(today))
    assert decision.outcome == outcome
    assert [one.id for one in decision.coming] == coming
    assert bool(decision.local_rules) == (outcome == "discuss")


def test_what_is_to_come_says_from_when(timed, given):
    """A reader is told the days, and that the rule changes no answer yet."""
    decision = decide(timed, given, today=date(2026, 8, 1))
    (one,) = decision.coming
    assert one.starts == (
        "Not yet: in force from 1 September 2026 until 31 August 2027. Until then it"
        " changes no answer."
    )
    told = " ".join(decision_text(decision).split())
    assert one.starts in told


def test_a_rule_that_does_not_take_the_answers_is_not_told(timed, answers):
    """A family that is not known concerns no rule."""
    decision = decide(timed, answers(abuse="no", harm="died"), today=date(2026, 8, 1))
    assert decision.coming == ()


def test_a_rule_out_of_force_asks_for_no_duty(timed, given):
    """Its duties come and go with it."""
    before, during = (
        decide(timed, given, today=date.fromisoformat(day)).duties
        for day in ("2026-08-31", "2026-09-01")
    )
    assert [one.id for one in before if one.rule] == []
    assert len(during) >= len(before)


def test_without_a_day_every_rule_holds(timed, given):
    """The proof asks about all rules, whenever they are in force."""
    assert Checker(timed).decide(given).outcome == "discuss"


def test_a_rule_is_in_force_as_long_as_its_document(national, small, given):
    """A rule without days of its own has those of the text that it is in."""
    documents = (replace(PROTOCOL, in_force=SEPTEMBER),)
    protocol = Protocol(national, replace(small, documents=documents))
    outcomes = [
        decide(protocol, given, today=date.fromisoformat(day)).outcome
        for day in ("2026-08-31", "2026-09-01")
    ]
    assert outcomes == ["other-route", "discuss"]


class TestWhichTextGoverns:
    """Several texts in force: which governs is told by area and by answers."""

    @pytest.fixture
    def protocol(self, national, small):
        """Make two documents, one for the west, one for deaths anywhere."""
        west = replace(
            PROTOCOL, governs="It governs cases in the west.", governs_areas=("west",)
        )
        deaths = replace(
            PROTOCOL,
            id="deaths",
            title="Deaths",
            governs="It governs deaths.",
            governs_when=When(all_={"harm": ("died",)}),
        )
        return Protocol(national, replace(small, documents=(west, deaths)))

    @pytest.mark.parametrize(
        ("area", "harm", "governing"),
        [
            ("west", "died", ["It governs cases in the west.", "It governs deaths."]),
            ("west", "serious", ["It governs cases in the west."]),
            ("east", "died", ["It governs deaths."]),
            ("east", "serious", []),
        ],
    )
    def test_by_area_and_by_answers(self, protocol, answers, area, harm, governing):
        """A document is told where its areas and its answers are those of the case."""
        decision = decide(protocol, answers(harm=harm), area)
        assert [one.says for one in decision.governed_by] == governing

    def test_one_text_alone_says_nothing(self, national, small, answers):
        """Where no document says what it governs, nothing is told."""
        assert decide(Protocol(national, small), answers()).governed_by == ()

    def test_the_days_and_the_cases_survive_the_way_to_the_browser(self, protocol):
        """What is written as JSON is read back the same."""
        there = to_plain(protocol.partnership)
        assert from_plain(Partnership, there) == protocol.partnership
