"""The real national layer and partnerships, read once, and a small partnership made here."""

from itertools import product
from pathlib import Path

import pytest

from handbook.read.library import read_all
from rapidreview.model import (
    Actor,
    Area,
    Contact,
    Flag,
    Form,
    LocalDuty,
    LocalRule,
    NextStep,
    Partnership,
    Question,
    Step,
    When,
)
from rapidreview.model.base import Option
from rapidreview.model.partnership import LocalReason
from rapidreview.model.steps import Stage

POLICIES = Path(__file__).parents[2] / "policies"


@pytest.fixture(scope="session")
def library():
    """Return everything under ``policies/``."""
    return read_all(POLICIES)


@pytest.fixture(scope="session")
def national(library):
    """Return the national layer."""
    return library.national


@pytest.fixture(scope="session")
def combinations(national):
    """Return every combination of answers to the national questions."""
    questions = national.notifiability.questions
    options = [[option.id for option in question.options] for question in questions]
    names = [question.id for question in questions]
    return [dict(zip(names, values, strict=True)) for values in product(*options)]


@pytest.fixture
def answers():
    """Return a maker of a whole set of answers: serious harm here, abuse suspected, unless said."""

    def make(**changed):
        usual = {
            "age": "under-18",
            "abuse": "suspected",
            "harm": "serious",
            "place": "in-area",
            "resident": "yes",
            "care": "none",
        }
        return usual | changed

    return make


@pytest.fixture
def small():
    """Return a partnership with two areas, one extra question, one local rule and one flag."""
    return Partnership(
        format=2,
        id="small",
        name="Smallshire",
        partnerships=("Smallshire Safeguarding Children Partnership",),
        short=("SSCP",),
        areas=(
            Area(
                id="east", name="East Smallshire", authority="East Smallshire Council"
            ),
            Area(
                id="west", name="West Smallshire", authority="West Smallshire Council"
            ),
        ),
        status="in force",
        rests_on=(),
        checked_on="2026-11-21",
        checked_by="",
        lead="",
        documents=(),
        vocabulary=(),
        actors=(
            Actor(
                id="unit", label="Business Unit", kind="business-unit", source=("1",)
            ),
        ),
        contacts=(
            Contact(
                id="east-box",
                actor="unit",
                label="East",
                email="east@example.org",
                areas=("east",),
                source=("1",),
            ),
            Contact(
                id="west-box",
                actor="unit",
                label="West",
                email="west@example.org",
                areas=("west",),
                source=("1",),
            ),
            Contact(
                id="both-box",
                actor="unit",
                label="Both",
                email="both@example.org",
                source=("1",),
            ),
        ),
        forms=(Form(id="form-a", name="Form A", filled_by="unit", source=("1",)),),
        events=(),
        stages=(Stage(id="first", title="First"),),
        start=("tell",),
        steps=(
            Step(
                id="tell",
                actor="unit",
                kind="tell",
                title="Tell the unit",
                stage="first",
                source=("1",),
            ),
        ),
        deadlines=(),
        topics=(),
        do_now=(),
        questions=(
            Question(
                id="known-family",
                ask="Is the family known?",
                options=(
                    Option(id="yes", label="Yes", said="the family is known"),
                    Option(id="no", label="No", said="the family is not known"),
                ),
                default="no",
            ),
        ),
        local_rules=(
            LocalRule(
                id="SM-1",
                when=When(
                    all_={
                        "age": ("under-18",),
                        "harm": ("died",),
                        "known-family": ("yes",),
                    }
                ),
                to="discuss",
                title="Discuss a death in a known family",
                says="Discuss it.",
                duties=(
                    LocalDuty(
                        id="discuss",
                        do="discuss it",
                        actor="unit",
                        strength="will",
                        source=("2",),
                    ),
                ),
                because=(
                    LocalReason(
                        question="known-family", says="It is known.", source=("2",)
                    ),
                ),
                source=("2",),
            ),
        ),
        local_flags=(
            Flag(
                id="sm-flag",
                title="Tell the unit",
                says="Today.",
                when=When(all_={"harm": ("died",)}),
                source=("3",),
            ),
        ),
        next_steps=(
            NextStep(
                outcome="must-notify",
                steps=("tell",),
                form="form-a",
                contact=("east-box", "west-box", "both-box"),
                says="Send Form A.",
                source=("1",),
            ),
        ),
        notes=(),
        compare=(),
        changes=(),
    )
