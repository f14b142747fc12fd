"""What a partnership's own protocol adds to an answer."""

from dataclasses import replace

from rapidreview.notifiable import decide
from rapidreview.parts import When
from rapidreview.policy import LocalRule


def test_a_local_rule_raises_the_answer_and_keeps_the_national_rule(
    national, small, answers
):
    """A death with nothing suspected is R29; a known family makes it a discussion."""
    given = answers(abuse="no", harm="died")
    assert decide(national, small, given).outcome == "other-route"
    decision = decide(national, small, given | {"known-family": "yes"})
    assert ("R29", "discuss") == (decision.rule, decision.outcome)
    assert [(rule.id, rule.raises) for rule in decision.local_rules] == [("SM-1", True)]
    assert decision.because[-1].said == "the family is known"
    assert decision.because[-1].standing == "local"


def test_a_local_rule_never_lowers(national, small, answers):
    """A duty stays a duty when a local rule would only discuss."""
    given = answers(harm="died") | {"known-family": "yes"}
    decision = decide(national, small, given)
    assert decision.outcome == "must-notify"
    assert [rule.raises for rule in decision.local_rules] == [False]


def test_a_local_rule_does_not_hide_a_contradiction(national, small, answers):
    """Answers that cannot both be right stay a question."""
    always = LocalRule(
        id="SM-2",
        when=When(all_={"harm": ("died",)}),
        to="must-notify",
        title="Always",
        says="Always.",
        source=("2",),
    )
    eager = replace(small, local_rules=(always,))
    given = answers(age="18-24", care="looked-after-here", harm="died")
    assert decide(national, eager, given).outcome == "ask-again"


def test_an_extra_question_may_be_left_out(national, small, answers):
    """Its default stands in, and the answers say which."""
    assert decide(national, small, answers()).answers["known-family"] == "no"


def test_next_names_the_form_the_steps_and_the_contacts_of_the_area(
    national, small, answers
):
    """Only the mailboxes of the chosen area, and those for all areas."""
    here = decide(national, small, answers(), "west").next
    assert (here.form_name, [step.title for step in here.steps]) == (
        "Form A",
        ["Tell the unit"],
    )
    assert [contact.email for contact in here.contacts] == [
        "west@example.org",
        "both@example.org",
    ]


def test_all_contacts_are_shown_while_no_area_is_chosen(national, small, answers):
    """Without an area nothing is left out."""
    assert len(decide(national, small, answers()).next.contacts) == 3


def test_a_route_that_the_protocol_does_not_give_is_said_to_be_missing(
    national, small, answers
):
    """Silence is a finding, not a blank."""
    here = decide(national, small, answers(harm="near-miss")).next
    assert here.silent
    assert (
        here.says == "The protocol read for Smallshire gives no route for this answer."
    )


def test_national_flags_come_first_and_local_ones_are_marked(national, small, answers):
    """Each flag says whose it is."""
    flags = decide(national, small, answers(harm="died")).flags
    assert flags[0].id == "other-children"
    assert (flags[-1].id, flags[-1].origin) == ("sm-flag", "local")


def test_each_partnership_has_its_own_next_step_for_every_outcome(library, answers):
    """Must, discuss, learn and other route each end in that protocol's own words."""
    cases = {
        "must-notify": answers(),
        "another-authority": answers(place="elsewhere-in-england"),
        "discuss": answers(abuse="not-sure"),
        "learn": answers(harm="near-miss"),
        "other-route": answers(abuse="no"),
    }
    for partnership in library.partnerships:
        for outcome, given in cases.items():
            decision = decide(library.national, partnership, given)
            assert outcome == decision.outcome
            assert decision.next.says
            assert decision.next.source


def test_a_notification_starts_the_clocks_of_the_protocol(library, answers):
    """Each protocol's own clocks stand in for the national ones they are versions of."""
    for partnership in library.partnerships:
        started = decide(library.national, partnership, answers()).starts
        own = {deadline.id for deadline in partnership.deadlines}
        law = {deadline.id for deadline in library.national.deadlines}
        assert started
        assert all(one.id in (own if one.origin == "local" else law) for one in started)
