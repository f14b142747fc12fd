"""The outcomes as pages: the whole table, in the data's own words, with what comes next."""

from itertools import product

import pytest

from handbook.pages.outcomes.all import outcomes_page
from handbook.pages.outcomes.condition_words import (
    condition_text,
    parts,
    phrase,
)
from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.outcomes.rule_rows import rows
from rapidreview.model import Question, When
from rapidreview.model.base import Option

COLOUR = Question(
    id="colour",
    ask="Which colour?",
    options=(
        Option(id="red", label="Red", said="the door is red"),
        Option(id="blue", label="Blue", said="the door is blue"),
        Option(id="open", label="Not sure", said="you are not sure"),
    ),
)
SIZE = Question(
    id="size",
    ask="Which size?",
    options=(
        Option(id="big", label="Big", said="it is big"),
        Option(id="small", label="Small", said="it is small"),
    ),
)
BOTH = {one.id: one for one in (COLOUR, SIZE)}


@pytest.fixture(scope="module")
def index(library, parse):
    """Return the page of all outcomes."""
    return parse(outcomes_page(library).text)


@pytest.fixture(scope="module")
def each(library, parse):
    """Return the page of each outcome by its id."""
    return {
        page.path.removeprefix("outcomes/").removesuffix(".md"): parse(page.text)
        for page in outcome_pages(library)
    }


def opened(page, anchor):
    """Return what opens under the line whose id is ``anchor``."""
    return next(
        one for one in page.all("div", "opens-body") if one.attributes["id"] == anchor
    )


def test_answers_that_begin_alike_share_their_first_words():
    """Two answers that start with the same words are told as one clause."""
    assert phrase(COLOUR, ["red", "blue"]) == "the door is red or blue"


def test_answers_that_begin_differently_are_set_apart():
    """An answer with other first words follows after a comma."""
    assert phrase(COLOUR, ["blue", "open"]) == "the door is blue, or you are not sure"


def test_one_shared_word_is_not_enough_to_fold():
    """Answers that share only "the" are told in full, so that no clause loses its subject."""
    question = Question(
        id="who",
        ask="Who?",
        options=(
            Option(id="cat", label="Cat", said="the cat is in"),
            Option(id="dog", label="Dog", said="the dog is in"),
            Option(id="none", label="None", said="nobody is in"),
        ),
    )
    assert phrase(question, ["cat", "dog"]) == "the cat is in, or the dog is in"


def test_a_question_that_allows_every_answer_is_left_out():
    """A condition that any answer meets says nothing."""
    assert phrase(COLOUR, ["red", "blue", "open"]) == ""
    assert condition_text(When(all_={"size": ("big", "small")}), BOTH) == "Always"


def test_what_alternatives_share_is_said_once():
    """The common part of an "any" condition stands before the alternatives."""
    when = When(
        any_=(
            {"colour": ("red",), "size": ("big",)},
            {"colour": ("red",), "size": ("small",)},
        )
    )
    assert parts(when, BOTH) == [
        "the door is red",
        "either it is big, or it is small",
    ]


def test_what_must_not_hold_is_said():
    """A "none" condition is told as "unless"."""
    when = When(all_={"size": ("big",)}, none={"colour": ("open",)})
    assert condition_text(when, BOTH) == "It is big; unless you are not sure"


def test_different_conditions_read_differently():
    """No two different conditions over these questions have the same words."""
    told = {}
    subsets = [("red",), ("blue",), ("open",), ("red", "blue"), ("blue", "open")]
    for colours, sizes in product(subsets, [("big",), ("small",)]):
        when = When(all_={"colour": colours, "size": sizes})
        told.setdefault(condition_text(when, BOTH), []).append(when)
    assert len(told) == 10


def test_every_row_of_the_table_stands_on_the_page_once(index, library):
    """Each rule, and each case inside a rule, has its own row, found by its anchor."""
    anchors = [
        item.attributes["id"]
        for item in index.all("span")
        if item.attributes.get("id", "").startswith("r")
    ]
    assert sorted(row.anchor for row in rows(library.national)) == sorted(anchors)


def test_a_row_says_its_answer_its_duties_and_its_instruments(index, library):
    """A row holds the rule's title, words, duties and other routes."""
    by_anchor = {}
    for line in index.all("tr"):
        for item in line.all("span"):
            if item.attributes.get("id", "").startswith("r"):
                by_anchor[item.attributes["id"]] = line.text(without=("src",))
    known = {one.id: one for one in library.national.instruments}
    for row in rows(library.national):
        text = by_anchor[row.anchor]
        wanted = [row.part.title, row.part.says, *row.rule.routes]
        for duty in row.part.duties:
            word = "to" if duty.strength == "required" else duty.strength
            wanted.append(f"{word} {duty.do}. This goes to {duty.to}.")
        wanted += [known[ref.partition("#")[0]].short for ref in row.part.source]
        assert [] == [words for words in wanted if " ".join(words.split()) not in text]


def test_what_is_unverified_is_marked_in_its_row(index, library):
    """Every row that nobody has verified says so."""
    for line in index.all("tr"):
        for item in line.all("span"):
            anchor = item.attributes.get("id", "")
            row = next((r for r in rows(library.national) if r.anchor == anchor), None)
            if row is not None and row.part.evidence == "to-verify":
                assert "to be verified" in line.text()


def test_the_order_of_the_rules_is_kept(index, library):
    """The list to look a rule up in has the settled rules in the order they are tried."""
    section = opened(index, "order")
    shown = [row.all("th")[0].all("a")[0].text() for row in section.all("tr")[1:]]
    settled = [row for row in rows(library.national) if not row.rule.gravest_of]
    assert [row.rule.id for row in settled] == shown


def test_every_flag_and_everything_not_asked_is_told(index, library):
    """Flags and what does not matter stand on the page in full."""
    text = index.text(without=("src",))
    table = library.national.notifiability
    for flag in table.flags:
        assert flag.title in text
        assert " ".join(flag.says.split()) in text
    for statement in table.irrelevant:
        assert statement.says in text


def test_every_question_and_answer_is_told(index, library):
    """A reader with paper finds all six questions and what may be answered."""
    text = index.text()
    for question in library.national.notifiability.questions:
        assert question.ask in text
        for option in question.options:
            assert option.label in text


def test_what_local_protocols_add_is_told(index, library):
    """Local rules and flags stand on the page, each under its partnership."""
    text = index.text(without=("src",))
    for partnership in library.partnerships:
        for rule in (*partnership.local_rules, *partnership.local_flags):
            assert " ".join(rule.says.split()) in text


def test_a_local_rule_stands_with_its_duties_and_reasons(index, each, library):
    """On the page of all outcomes and on its outcome's own: who does what, and why."""
    tried = 0
    for partnership in library.partnerships:
        labels = {actor.id: actor.label for actor in partnership.actors}
        for rule in partnership.local_rules:
            for page in (index, each[rule.to]):
                text = page.text(without=("src",))
                for duty in rule.duties:
                    start = f"{labels[duty.actor]} {duty.strength} {duty.do}."
                    assert start in text
                    tried += 1
                for reason in rule.because:
                    assert " ".join(reason.says.split()) in text
    assert tried > 0


def test_a_duty_beside_the_rules_stands_on_the_rows_that_it_meets(index):
    """A care leaver's death is told at the row for known or suspected abuse, and its case."""
    lines = {
        item.attributes["id"]: line.text(without=("src",))
        for line in index.all("tr")
        for item in line.all("span")
        if item.attributes.get("id", "").startswith("r")
    }
    notice = "The authority responsible for the child or young person should notify the death"
    assert notice in lines["r20"]
    assert (
        "Only if the young person is a care leaver and the child died" in lines["r20"]
    )
    assert notice not in lines["r26"]
    assert "Only if the child died" in lines["r27"]


def test_an_outcome_has_a_page_and_the_list_leads_to_it(index, each, library):
    """Every outcome of the table has a page of its own, linked from the list."""
    wanted = [one.id for one in library.national.notifiability.outcomes]
    links = {
        item.attributes["href"] for item in index.all("a") if "href" in item.attributes
    }
    assert wanted == list(each)
    assert {f"../outcomes/{name}/" for name in wanted} <= links


def test_an_outcome_page_holds_its_rules_and_no_others(each, library):
    """A page shows exactly the rows with its outcome, each with all its reasons."""
    for name, page in each.items():
        mine = [row for row in rows(library.national) if row.outcome == name]
        anchors = {
            item.attributes["id"]
            for item in page.all("div", "opens-body")
            if item.attributes["id"][:2] in ("r0", "r1", "r2", "r3", "r4")
        }
        text = page.text(without=("src",))
        assert {row.anchor for row in mine} == anchors
        for row in mine:
            for reason in row.part.because:
                assert " ".join(reason.says.split()) in text


def test_an_outcome_page_says_what_comes_next_in_each_partnership(each, library):
    """Steps, form and contacts of every partnership stand under its name."""
    for partnership in library.partnerships:
        steps = {step.id: step.title for step in partnership.steps}
        forms = {form.id: form.name for form in partnership.forms}
        for here in partnership.next_steps:
            entry = opened(each[here.outcome], f"next-{partnership.id}")
            text = entry.text(without=("src",))
            wanted = [here.says, *(steps[name] for name in here.steps)]
            wanted += [forms[here.form]] if here.form else []
            assert [] == [
                words for words in wanted if " ".join(words.split()) not in text
            ]


def test_where_the_protocol_has_no_route_the_page_says_so(each, library):
    """A silent next step carries the mark of a silence."""
    for partnership in library.partnerships:
        for here in partnership.next_steps:
            entry = opened(each[here.outcome], f"next-{partnership.id}")
            first = entry.all("p", "measure")[0]
            assert here.silent == bool(first.all("span", "silent"))


def test_contradicting_answers_lead_to_no_next_step(each):
    """Where answers contradict each other, no partnership's route is shown."""
    shown = [
        item.attributes["id"] for item in each["ask-again"].all("div", "opens-body")
    ]
    assert [] == [name for name in shown if name.startswith("next-")]
