"""Wider local triggers: a parent, a service, and children whom the law does not name."""

from dataclasses import replace

import pytest

from handbook.cli.telling import decision_text
from handbook.prove.everything import prove
from rapidreview.check import AnswersError, Checker, decide
from rapidreview.model import LocalDuty, LocalRule, Protocol, Question, When
from rapidreview.model.base import Option
from rapidreview.model.partnership import LocalReason
from wider import subject, trigger, with_wider


@pytest.fixture
def camden(national, small):
    """Return a protocol whose triggers include the death of a parent."""
    return Protocol(national, with_wider(small))


def test_a_parents_death_needs_no_age_of_a_child(camden):
    """The protocol's own rule answers alone: who does what, why, and from where."""
    decision = decide(camden, {"subject": "a-parent"})
    assert (decision.rule, decision.outcome) == ("CM-1", "discuss")
    assert decision.title == "Discuss the case of a parent or a service"
    assert [(d.id, d.who, d.rule) for d in decision.duties] == [
        ("discuss-parent", "Business Unit", "CM-1")
    ]
    assert decision.leads == "Business Unit"
    [reason] = decision.because
    assert (reason.said, reason.standing) == (
        "a parent died or was seriously injured",
        "local",
    )
    assert decision.answers == {"subject": "a-parent"}


def test_the_answer_asks_after_a_child(camden):
    """The national duty is about children, and the sentence with its source says so."""
    decision = decide(camden, {"subject": "a-parent"})
    assert "answer the questions about that child as well" in decision.says
    assert "ca2004#s16C(1)" in decision.sources
    assert decision.nationally is None


def test_a_child_is_never_lost_behind_a_parent(camden, answers):
    """Whoever answers both gets the duty for the child, and the protocol's own as well."""
    decision = decide(camden, answers(harm="died") | {"subject": "a-parent"})
    assert decision.outcome == "must-notify"
    assert "notify-incident" in [one.id for one in decision.duties]
    assert "discuss-parent" in [one.id for one in decision.duties]


def test_half_an_answer_about_a_child_is_asked_for_the_rest(camden):
    """An age alone means that there is a child."""
    with pytest.raises(AnswersError) as wrong:
        decide(camden, {"subject": "a-parent", "age": "under-18"})
    fields = [one.field for one in wrong.value.problems]
    assert fields == ["abuse", "harm", "place", "resident", "care"]


def test_without_the_question_the_national_ones_are_asked(camden, answers):
    """Its default is a child: who leaves it out is asked everything."""
    assert decide(camden, answers()).outcome == "must-notify"
    with pytest.raises(AnswersError):
        decide(camden, {})


def test_the_proof_compares_each_with_every_child(national, small):
    """Two subjects without a child, each with every answer about a child."""
    proof = prove(national, [with_wider(small)])
    assert [str(one) for one in proof.faults] == []
    assert proof.apart == 2 * proof.tried["national"]
    assert "a child never makes it less" in proof.summary()


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (
            {"when": When(all_={"subject": ("a-parent",)})},
            "no local rule takes subject=a-service",
        ),
        ({"to": "must-notify"}, "CM-1 makes a legal duty of a case without a child"),
        ({"duties": ()}, "CM-1 has to name who does what"),
        (
            {
                "when": When(
                    any_=({"subject": ("a-parent", "a-service")},),
                    none={"age": ("under-18",)},
                )
            },
            "CM-1 asks for more of subject=a-parent than with",
        ),
    ],
)
def test_the_proof_finds_what_would_mislead(national, small, rule, says):
    """Nobody acts; a duty that the law does not know; a child that makes it less."""
    proof = prove(national, [with_wider(small, trigger(**rule))])
    assert any(says in fault.says for fault in proof.faults if fault.check == "apart")


def test_the_command_line_tells_it(camden):
    """As text, and as plain data."""
    decision = decide(camden, {"subject": "a-service"})
    assert "Business Unit will discuss the case (CM-1)" in decision_text(decision)
    assert decision.plain()["rule"] == "CM-1"


TRIGGERS = ("fgm", "police-appeal", "victim-of-crime")


def child_trigger(national, small):
    """Return a protocol that takes a child with nothing suspected, for any of three triggers."""
    question = Question(
        id="trigger",
        ask="Does any of these apply?",
        options=(
            Option(id="fgm", label="FGM", said="female genital mutilation is known"),
            Option(
                id="police-appeal", label="Appeal", said="the police make an appeal"
            ),
            Option(
                id="victim-of-crime",
                label="Crime",
                said="the child is a victim of a serious crime",
            ),
            Option(
                id="none-of-these", label="None", said="none of the triggers applies"
            ),
        ),
        default="none-of-these",
        graver=(("none-of-these",), TRIGGERS),
        source=("2",),
    )
    rule = LocalRule(
        id="TR-1",
        when=When(all_={"trigger": TRIGGERS}),
        to="discuss",
        title="A trigger of the protocol's own",
        says="The unit is told, and the partners discuss it.",
        duties=(
            LocalDuty(
                id="tell-unit",
                do="tell the unit",
                actor="unit",
                strength="will",
                deadline="sin",
                source=("2",),
            ),
        ),
        because=(LocalReason(question="trigger", says="It is listed.", source=("2",)),),
        source=("2",),
    )
    place = replace(small, questions=(question,), local_rules=(rule,), examples=())
    return Protocol(national, place)


@pytest.mark.parametrize("which", TRIGGERS)
def test_a_trigger_that_the_law_does_not_know_has_its_duty_reason_and_time(
    national, small, answers, which
):
    """FGM, an appeal or media attention, a serious crime: nothing suspected, yet discussed."""
    protocol = child_trigger(national, small)
    given = answers(abuse="no", harm="less-than-serious")
    assert decide(protocol, given).outcome == "other-route"
    decision = decide(protocol, given | {"trigger": which})
    assert (decision.outcome, decision.local_rules[0].raises) == ("discuss", True)
    assert [d.id for d in decision.duties if d.rule == "TR-1"] == ["tell-unit"]
    assert any(one.limit.startswith("Within 5 working days") for one in decision.starts)
    assert decision.because[0].says == "It is listed."
    assert decision.duties[0].basis == ("2",)


def test_such_a_trigger_passes_the_proof_and_lowers_nothing(
    national, small, combinations
):
    """Whatever the law asks for stays."""
    protocol = child_trigger(national, small)
    proof = prove(national, [protocol.partnership])
    assert [str(one) for one in proof.faults] == []
    checker, alone = Checker(protocol), Checker(national)
    gravity = checker.table.gravity
    for given in combinations[::19]:
        found = checker.outcome(given | {"trigger": "fgm"})[0]
        before = alone.outcome(given)[0]
        assert (
            gravity[found] >= gravity[before] or before in checker.table.contradictions
        )


def test_a_first_question_keeps_its_place_in_the_model(small):
    """It is a question of the protocol, with a default like any other."""
    assert with_wider(small).questions[0].default == "a-child"
    assert subject().option("a-parent").no_child
