"""A question that is asked first stands before those about a child, which it may leave out."""

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.tools.check_form import checker, own_questions
from wider import subject, trigger

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def widened(library):
    """Return the library in which Surrey takes the death of a parent."""
    surrey = next(one for one in library.partnerships if one.id == "surrey")
    at = (surrey.documents[0].sections[0].at,)
    actor = surrey.actors[0].id
    duties = tuple(replace(d, actor=actor, source=at) for d in trigger().duties)
    because = tuple(replace(one, source=at) for one in trigger().because)
    rule = trigger(duties=duties, because=because, source=at)
    here = replace(
        surrey, questions=(replace(subject(), source=at),), local_rules=(rule,)
    )
    others = tuple(one for one in library.partnerships if one.id != here.id)
    return replace(library, partnerships=(*others, here))


@pytest.fixture(scope="module")
def fields(widened, parse):
    """Return the questions of Surrey's own that the page puts before the national ones."""
    own = own_questions(widened.protocol("surrey"))
    return parse("---\n---\n" + own["before"]).all("fieldset")


def test_it_stands_before_the_questions_about_a_child(fields):
    """It is handed to the page as one that comes first, and none besides it."""
    assert [one.attributes["data-field"] for one in fields] == ["subject"]


def test_only_the_national_questions_are_about_a_child(library, parse):
    """They are marked, so that the page can leave them out."""
    page = parse("---\n---\n" + checker(library, ROOT))
    marked = [
        one.attributes["data-field"]
        for one in page.all("fieldset")
        if "data-child" in one.attributes
    ]
    assert marked == [one.id for one in library.national.notifiability.questions]


def test_the_answers_that_leave_them_out_are_marked(fields):
    """A parent and a service; no answer is chosen from the start."""
    inputs = fields[0].all("input")
    alone = [i.attributes["value"] for i in inputs if "data-alone" in i.attributes]
    chosen = [i.attributes["value"] for i in inputs if "checked" in i.attributes]
    assert (alone, chosen) == (["a-parent", "a-service"], [])


def test_the_rule_is_on_the_page_of_its_outcome(widened, parse):
    """With its condition in words, its duty and its reason."""
    page = next(p for p in outcome_pages(widened) if p.path == "outcomes/discuss.md")
    told = parse(page.text).text()
    assert "Surrey: Discuss the case of a parent or a service" in told
    assert "a parent died or was seriously injured" in told.lower()
