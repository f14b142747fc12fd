"""``--area`` answers for any authority in England, by any name of it."""

from __future__ import annotations

import json
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli.asking import Shelf
from handbook.cli.verbs import main
from handbook.exits import AskedWronglyError
from rapidreview.check import Checker
from rapidreview.dates import schedule

POLICIES = Path(__file__).resolve().parents[2] / "policies"
TODAY = date(2026, 11, 28)
HERE = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "serious",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}


@pytest.fixture(scope="module")
def shelf():
    """Return the handbook's own policies."""
    return Shelf(POLICIES)


def asked(*words):
    """Return how the command ended, and what it wrote."""
    done = CliRunner().invoke(main, [*words, "--policies", str(POLICIES)])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("leeds", "england:leeds"),
        ("Leeds City Council", "england:leeds"),
        ("Guildford", "surrey:surrey"),
        ("HARTLEPOOL", "tees:hartlepool"),
        ("st. helens", "england:st-helens"),
        ("B&NES", "england:bath-and-north-east-somerset"),
        ("York", "england:york"),
        ("Cleveland", "tees:redcar-and-cleveland"),
    ],
)
def test_a_council_a_district_and_a_short_name_lead_to_the_authority(
    shelf, typed, where
):
    """The partnership follows from it; without one the national rules do."""
    assert shelf.where(typed, TODAY) == where


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("Cumbria", "Did you mean Cumberland or Westmorland and Furness?"),
        ("Northants", "Did you mean North Northamptonshire or West Northamptonshire?"),
        ("Middlesboro", "Did you mean Middlesbrough?"),
        ("Atlantis", "There is no local authority called “Atlantis”."),
    ],
)
def test_what_is_no_authority_or_several_is_told_with_the_nearest(shelf, typed, says):
    """Nobody is answered for another council's area."""
    with pytest.raises(AskedWronglyError) as wrong:
        shelf.where(typed, TODAY)
    [(field, sentence)] = wrong.value.problems
    assert field == "area"
    assert sentence.endswith(says)


def test_from_the_day_on_which_it_is_succeeded_a_name_leads_to_the_successors(shelf):
    """Surrey is one authority until then."""
    assert shelf.where("Surrey", date(2027, 3, 31)) == "surrey:surrey"
    assert shelf.where("Guildford", date(2027, 4, 1)) == "england:west-surrey"
    with pytest.raises(AskedWronglyError):
        shelf.where("Surrey County Council", date(2027, 4, 1))


def test_an_area_without_a_file_gets_every_national_decision_in_its_own_name(shelf):
    """Each combination of answers, more than 4,800, has the national outcome, duties and next step."""
    where = shelf.where("leeds", TODAY)
    questions = shelf.national.notifiability.questions
    national = Checker(shelf.national)
    tried = 0
    for values in product(*([one.id for one in q.options] for q in questions)):
        answers = {q.id: value for q, value in zip(questions, values, strict=True)}
        here, law = shelf.decide(where, answers), national.decide(answers)
        assert (here.outcome, here.rule) == (law.outcome, law.rule)
        assert [one.id for one in here.duties] == [one.id for one in law.duties]
        assert [one.id for one in here.starts] == [one.id for one in law.starts]
        assert here.next
        assert here.next.says
        assert here.not_read.startswith("Leeds’s own")
        tried += 1
    assert tried >= 4800


def test_an_area_without_a_file_gets_every_national_clock_and_no_other(shelf):
    """Each date is the one that the national rules alone give."""
    given = {
        "la_aware": "2026-12-21",
        "sin_sent": "2026-12-23",
        "publication": "2027-08-02",
    }
    given |= {"report_submitted": "2027-01-15", "lcspr_decided": "2027-01-18"}
    plan = shelf.plan(shelf.where("leeds", TODAY), given, TODAY)
    dated = {one.id: one.latest.isoformat() for one in plan.deadlines if one.latest}
    assert {one.id for one in plan.deadlines} == {
        one.id for one in shelf.national.deadlines
    }
    # Counted by hand: 25 and 28 December and 1 January are bank holidays.
    assert dated == {
        "sin": "2026-12-30",
        "tell-partners": "2026-12-30",
        "looked-after-death": "2026-12-30",
        "rapid-review": "2027-01-18",
        "panel-reply": "2027-02-05",
        "lcspr": "2027-07-18",
        "advance-copy": "2027-07-22",
        "keep-public": "2028-08-02",
    }
    again = schedule(shelf.england.at("leeds"), given, shelf.calendar, TODAY)
    assert again.name == plan.name == "Leeds"


@pytest.mark.parametrize("verb", ["notifiable", "deadlines"])
def test_each_answer_for_such_an_area_says_so_as_text_and_as_data(verb):
    """It names the area, and what to ask the partnership for."""
    says = (
        "Leeds’s own protocol has not been read."
        " Ask your partnership for its form and mailbox."
    )
    given = (
        [f"{k}={v}" for k, v in HERE.items()]
        if verb == "notifiable"
        else ["sin_sent=2026-11-20"]
    )
    code, text = asked(verb, "--area", "leeds", "--format", "text", *given)
    assert code == 0
    assert says in " ".join(text.split())
    code, data = asked(verb, "--area", "leeds", "--format", "json", *given)
    assert code == 0
    assert json.loads(data)["not_read"] == says


def test_another_authority_is_looked_up_too_and_told_with_its_mailbox():
    """By any name of it; what is wrong with it is told at its own key."""
    given = HERE | {"place": "elsewhere-in-england", "incident-area": "Stockton"}
    code, text = asked(
        "notifiable", "--area", "leeds", "--format", "text",
        *(f"{k}={v}" for k, v in given.items()),
    )  # fmt: skip
    assert code == 0
    told = " ".join(text.split())
    assert "Who leads: Stockton-on-Tees Borough Council" in told
    assert "Stockton-on-Tees Borough Council must notify the serious incident" in told
    assert "HSSCP@hartlepool.gov.uk" in told
    given |= {"incident-area": "Cumbria", "home-area": "kent"}
    code, text = asked(
        "notifiable", "--area", "leeds", *(f"{k}={v}" for k, v in given.items())
    )
    assert code == 2
    assert "incident-area: “Cumbria” is more than one local authority." in text
    assert "home-area: Leave this out" in text


def test_an_area_and_a_partnership_together_are_refused():
    """One of them is enough, and two may disagree."""
    code, text = asked("notifiable", "--area", "leeds", "-p", "tees")
    assert code == 2
    assert "Give the partnership or the area, not both." in text
