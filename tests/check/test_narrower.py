"""Narrower local words are told beside the duty, and never lower an answer."""

from dataclasses import replace

import pytest

from handbook.cli.telling import decision_text
from handbook.prove.everything import prove
from narrow import narrower
from rapidreview.check import Checker, decide
from rapidreview.model import OPEN, Printed, Protocol, When, from_plain, to_plain
from rapidreview.model.partnership import Partnership

ABROAD = {"place": "outside-england", "resident": "yes"}


def place(national, small, *words):
    """Return the small protocol with narrower words in it."""
    return Protocol(national, replace(small, narrower=words))


def told(decision):
    """Return which narrower words an answer tells, beside which duties."""
    return [(one.id, one.duties) for one in decision.narrower]


def test_permanent_residence_is_told_beside_the_notification(national, small, answers):
    """Bedfordshire prints permanent residence; the Act says normally resident, and it holds."""
    given = answers(**ABROAD)
    decision = decide(place(national, small, narrower()), given)
    assert decision.outcome == "must-notify"
    assert told(decision) == [("permanent-residence", ("notify-incident",))]
    [one] = decision.narrower
    assert one.words == ("permanent residence",)
    assert one.law == "The Act asks where the child is normally resident."
    assert (one.source, one.basis) == (("2",), ("ca2004#s16C(1)(b)",))


def test_they_are_told_only_where_they_bear_on_the_answer(national, small, answers):
    """A child harmed in our area is notified wherever the child lives."""
    assert told(decide(place(national, small, narrower()), answers())) == []


def test_without_a_condition_they_are_told_wherever_the_duty_is_owed(
    national, small, answers
):
    """An older printed test of harm stands beside every notification, and nowhere else."""
    older = narrower(
        id="older-test",
        question="harm",
        when=None,
        printed=(Printed(words="cause for concern", at=("2",)),),
    )
    here = place(national, small, older)
    assert told(decide(here, answers())) == [("older-test", ("notify-incident",))]
    assert told(decide(here, answers(harm="less-than-serious"))) == []


def test_an_open_answer_tells_what_may_bear_on_it(national, small, answers):
    """Where the place is not sure it may be outside England."""
    given = answers(place=OPEN, resident="yes")
    assert told(decide(place(national, small, narrower()), given))


def test_no_answer_changes_by_them(national, small, combinations):
    """Every combination: outcome, duties, reasons and clocks are what they are without."""
    with_, without = (
        Checker(place(national, small, *words)) for words in ([narrower(when=None)], [])
    )
    for given in combinations[::17]:
        found = with_.decide(given)
        assert replace(found, narrower=()) == without.decide(given)


def test_the_proof_asks_every_answer_twice(national, small):
    """It counts what it asked, and the policy with narrower words has no fault."""
    quiet = replace(small, examples=(), local_rules=(), questions=())
    proof = prove(national, [replace(quiet, narrower=(narrower(),))])
    assert [str(one) for one in proof.faults] == []
    assert proof.beside == proof.tried["small"]
    assert (
        "asked with and without narrower local words: none differs" in proof.summary()
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"when": When(all_={"harm": ("less-than-serious",)})},
        {
            "duties": ("notify-care-leaver-death",),
            "when": When(all_={"harm": ("serious",)}),
        },
    ],
)
def test_words_that_are_never_shown_are_a_fault(national, small, changed):
    """Their duty is not owed for any answer that they are about."""
    quiet = replace(small, examples=(), local_rules=(), questions=())
    proof = prove(national, [replace(quiet, narrower=(narrower(**changed),))])
    assert [fault.part for fault in proof.faults] == ["permanent-residence"]
    assert "is never shown" in proof.faults[0].says


def test_words_that_can_be_read_as_a_bare_no_are_a_fault(national, small):
    """They stand beside a duty, where a no would be taken for the answer."""
    quiet = replace(small, examples=(), local_rules=(), questions=())
    words = narrower(says="Such a case is not to be notified.")
    proof = prove(national, [replace(quiet, narrower=(words,))])
    assert [fault.check for fault in proof.faults] == ["bare-no"]


def test_the_command_line_tells_them(national, small, answers):
    """After the duties, with the law that holds."""
    text = decision_text(decide(place(national, small, narrower()), answers(**ABROAD)))
    assert "Where the protocol’s words are narrower" in text
    assert "“permanent residence”" in text
    assert "The law’s wider words hold:" in " ".join(text.split())


def test_they_go_to_the_browser_and_come_back(small):
    """As plain data, like every part of a policy."""
    here = replace(small, narrower=(narrower(),))
    assert from_plain(Partnership, to_plain(here)) == here
