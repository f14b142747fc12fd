"""The proof: it holds for the policies as they are, and finds each fault put into them."""

import sys
from dataclasses import replace
from math import prod

import pytest

from handbook.prove.enumeration import Space
from handbook.prove.everything import prove, prove_national
from handbook.prove.proof import Proof
from handbook.prove.wording import BARE_NO
from rapidreview.model import LocalRule, When
from rapidreview.model.base import AnswerExample


def with_rule(national, name, **changed):
    """Return the national layer with one rule changed; ``drop=True`` takes it out."""
    drop = changed.pop("drop", False)
    table = national.notifiability
    rules = [
        replace(rule, **changed) if rule.id == name else rule
        for rule in table.rules
        if not (drop and rule.id == name)
    ]
    return replace(national, notifiability=replace(table, rules=tuple(rules)))


def faults(proof, check):
    """Return the faults of one check."""
    return [fault for fault in proof.faults if fault.check == check]


@pytest.fixture(scope="module")
def proof_of_all(library):
    """Return the proof of everything under ``policies/``."""
    return prove(library.national, library.partnerships)


def test_the_policies_are_proved_over_every_combination(library, proof_of_all, capsys):
    """Every combination of every partnership has exactly one rule, and nothing is found."""
    proof = proof_of_all
    with capsys.disabled():
        sys.stdout.write(f"\n{proof.summary()}\n")
    assert [str(fault) for fault in proof.faults] == []
    every = prod(len(one.options) for one in library.national.notifiability.questions)
    assert proof.tried["national"] == every
    for partnership in library.partnerships:
        extra = 1
        for question in partnership.questions:
            extra *= len(question.options)
        assert proof.tried[partnership.id] == every * extra


def test_every_rule_takes_something(national):
    """No row of the table is there for nothing, and the rows take all answers together."""
    taken = prove_national(national).taken
    assert {rule.id for rule in national.notifiability.rules} == set(taken)
    questions = national.notifiability.questions
    assert sum(taken.values()) == prod(len(one.options) for one in questions)


def test_every_case_is_run(library, proof_of_all):
    """Hard cases and examples, national and local, are all among the cases tried."""
    wanted = len(library.national.hard_cases) + len(library.national.examples)
    wanted += sum(len(one.examples) for one in library.partnerships)
    assert wanted == proof_of_all.cases


def test_a_gap_is_found_with_the_smallest_example(national):
    """Without R31 the table has no row for a near miss with nothing suspected."""
    proof = prove_national(with_rule(national, "R31", drop=True))
    found = faults(proof, "gap")
    assert [fault.example for fault in found] == [
        {"age": "under-18", "abuse": "no", "harm": "near-miss"}
    ]


def test_a_rule_that_is_never_reached_is_found(national):
    """R25 for died children never gets one: rows before it take them all."""
    when = When(all_={"age": ("25-plus",), "care": ("looked-after-here",)})
    found = faults(prove_national(with_rule(national, "R01", when=when)), "unreachable")
    assert [fault.part for fault in found] == ["R01"]


def test_a_condition_that_nothing_meets_is_found(national):
    """A row that asks for what it also refuses is dead."""
    dead = When(all_={"age": ("unborn",)}, none={"age": ("unborn",)})
    found = faults(prove_national(with_rule(national, "R06", when=dead)), "unreachable")
    assert [fault.part for fault in found] == ["R06"]


def test_an_overlap_that_is_not_declared_is_found(national):
    """R14 without a word about R13 is refused, with a case that meets both."""
    proof = prove_national(with_rule(national, "R14", yields_to=()))
    found = faults(proof, "overlap")
    assert [fault.part for fault in found] == ["R14"]
    assert "R13" in found[0].says
    assert found[0].example["place"] == "in-area"


def test_an_overlap_that_is_declared_and_not_there_is_found(national):
    """R31 overlaps with nothing before it."""
    proof = prove_national(with_rule(national, "R31", yields_to=("R20",)))
    assert [fault.part for fault in faults(proof, "yields")] == ["R31"]


def test_yielding_to_a_later_rule_is_found(national):
    """Only an earlier rule can be yielded to."""
    proof = prove_national(with_rule(national, "R20", yields_to=("R31",)))
    assert "no earlier rule" in faults(proof, "yields")[0].says


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("R24", "other-route"),
        ("R20", "discuss"),
        ("R12", "learn"),
        ("R29", "must-notify"),
    ],
)
def test_a_graver_answer_that_asks_for_less_is_found(national, name, outcome):
    """Lowering one row, or raising one below its neighbours, breaks the order."""
    proof = prove_national(with_rule(national, name, outcome=outcome, raised=()))
    assert faults(proof, "order")


def test_without_its_raised_case_the_table_would_break_the_order(national):
    """R14 alone asks for less when the child dies abroad than when the child is harmed."""
    proof = prove_national(with_rule(national, "R14", raised=()))
    examples = [fault.example for fault in faults(proof, "order")]
    assert examples
    assert all(example["care"] != "care-leaver" for example in examples)


def test_a_raised_case_that_lowers_is_found(national):
    """A case inside a row may only be graver than the row."""
    rule = next(r for r in national.notifiability.rules if r.id == "R14")
    lower = (replace(rule.raised[0], outcome="learn"),)
    proof = prove_national(with_rule(national, "R14", raised=lower))
    assert [fault.part for fault in faults(proof, "raised")] == ["R14"]


def test_a_missing_rule_for_open_questions_is_found(national):
    """Without R42 an open care status has no answer."""
    proof = prove_national(with_rule(national, "R42", drop=True))
    assert ["should-notify" in fault.says for fault in faults(proof, "gap")] == [True]


def test_a_rule_for_open_questions_that_misses_one_is_found(national):
    """A row that only looks at the place leaves out the care status."""
    when = When(all_={"place": ("not-sure",)})
    proof = prove_national(with_rule(national, "R40", when=when))
    assert "R40" in [fault.part for fault in faults(proof, "open")]


def local_rule(to, **asked):
    """Return a local rule that holds where ``asked`` holds."""
    when = When(all_={name: (answer,) for name, answer in asked.items()})
    return LocalRule(id="SM-9", when=when, to=to, title="T", says="S", source=("1",))


def test_a_local_rule_that_lowers_is_refused_with_an_example(national, small):
    """Learning instead of a duty is named, with the answers that show it."""
    rule = local_rule(
        "learn", age="under-18", abuse="known", harm="serious", place="in-area"
    )
    proof = prove(national, [replace(small, local_rules=(rule,))])
    found = faults(proof, "local-lowers")
    assert [fault.policy for fault in found] == ["small"]
    assert "must-notify" in found[0].says
    assert found[0].example["abuse"] == "known"


def test_a_local_rule_that_lowers_for_children_is_refused_though_it_raises_for_adults(
    national, small
):
    """Raising the answer for a person of 30 does not make up for lowering a baby's."""
    rule = local_rule("learn", abuse="suspected", harm="died")
    found = faults(
        prove(national, [replace(small, local_rules=(rule,))]), "local-lowers"
    )
    assert [fault.example["age"] for fault in found] == ["unborn"]


def test_a_local_rule_may_say_at_least(national, small):
    """Discussing every death of a known child is no fault, though some must be notified."""
    rule = local_rule("discuss", age="under-18", harm="died")
    proof = prove(national, [replace(small, local_rules=(rule,))])
    assert [fault.part for fault in proof.faults] == []


def test_a_local_rule_that_never_holds_is_found(national, small):
    """A condition that no answer meets is a slip."""
    rule = local_rule("discuss", age="unborn", care="nowhere")
    proof = prove(national, [replace(small, local_rules=(rule,))])
    assert [fault.part for fault in faults(proof, "local-idle")] == ["SM-9"]


def test_a_local_rule_that_breaks_the_order_is_a_note_on_the_protocol(national, small):
    """Raising a near miss above serious harm is what its text says; the note names the rule."""
    rule = local_rule("must-notify", age="under-18", harm="near-miss")
    proof = prove(national, [replace(small, local_rules=(rule,))])
    assert proof.faults == []
    found = [note for note in proof.notes if note.check == "local-order"]
    assert found
    assert {(note.part, note.policy) for note in found} == {("SM-9", "small")}


def test_a_national_order_that_is_broken_stays_a_fault_for_partnerships(
    national, small
):
    """The protocol is not blamed for what the table does."""
    broken = with_rule(national, "R24", outcome="other-route", raised=())
    proof = prove(broken, [small])
    assert {one.policy for one in faults(proof, "order")} == {"", "small"}
    assert [one for one in proof.notes if one.check == "local-order"] == []


def test_a_case_that_says_otherwise_is_found(national, small, answers):
    """An example with the wrong rule names the right one."""
    wrong = AnswerExample(name="wrong", given=answers(), rule="R31", outcome="learn")
    proof = prove(national, [replace(small, examples=(wrong,))])
    assert [fault.says for fault in faults(proof, "case")] == [
        "the case “wrong” says R31; the answers lead to R20"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Do not notify the Panel",
        "This is not notifiable",
        "You need not report this",
        "There is no need to notify anyone",
        "No further action",
        "It does not have to be notified",
        "No",
    ],
)
def test_words_that_read_as_a_bare_no_are_found(national, text):
    """A rule or an outcome with such words is refused."""
    assert BARE_NO.search(text)
    proof = prove_national(with_rule(national, "R31", says=text))
    assert "R31" in [fault.part for fault in faults(proof, "bare-no")]


def test_a_rule_that_ends_with_nobody_acting_is_found(national):
    """Another route has to be named."""
    proof = prove_national(with_rule(national, "R31", routes=(), duties=()))
    assert [fault.part for fault in faults(proof, "ends")] == ["R31"]


def test_the_smallest_example_leaves_out_what_does_not_matter(national):
    """A set told by one answer is told by one answer."""
    space = Space(national.notifiability.questions)
    unborn = space.where({"age": ("unborn",)})
    assert space.smallest(unborn) == {"age": "unborn"}


def test_the_summary_counts_what_was_tried():
    """Combinations, pairs, cases and faults, in words."""
    proof = Proof(
        tried={"national": 4800},
        compared=12,
        pairs={"national": 12},
        duties={"national": 40},
        cases=3,
        held=94,
    )
    assert proof.summary().splitlines() == [
        "national: 4,800 combinations of answers, each with exactly one rule",
        "12 pairs of answers compared: graver never asks less",
        "national: 40 duties compared in 12 pairs of answers: a graver or unsure answer keeps them all",
        "94 times asked whose duty it is: one row tells it",
        "3 worked cases answered as written",
        "0 faults",
    ]
