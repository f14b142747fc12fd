"""What a partnership's own protocol adds to an answer."""

from dataclasses import replace

from handbook.prove.everything import prove
from rapidreview.check import Checker, decide
from rapidreview.model import LocalDuty, LocalRule, Protocol, When, holds
from rapidreview.model.partnership import LocalReason


def test_a_local_rule_raises_the_answer_and_keeps_the_national_rule(
    national, small, answers
):
    """A death with nothing suspected is R29; a known family makes it a discussion."""
    given = answers(abuse="no", harm="died")
    assert decide(Protocol(national, small), given).outcome == "other-route"
    decision = decide(Protocol(national, small), given | {"known-family": "yes"})
    assert ("R29", "discuss") == (decision.rule, decision.outcome)
    assert [(rule.id, rule.raises) for rule in decision.local_rules] == [("SM-1", True)]
    assert decision.because[0].said == "the family is known"
    assert {reason.standing for reason in decision.because} == {"local"}
    assert decision.nationally.kicker == "Another route"
    assert "guidance" in {reason.standing for reason in decision.nationally.because}


def test_a_local_rule_never_lowers(national, small, answers):
    """A duty stays a duty when a local rule would only discuss."""
    given = answers(harm="died") | {"known-family": "yes"}
    decision = decide(Protocol(national, small), given)
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
    assert decide(Protocol(national, eager), given).outcome == "ask-again"


def test_an_extra_question_may_be_left_out(national, small, answers):
    """Its default stands in, and the answers say which."""
    assert decide(Protocol(national, small), answers()).answers["known-family"] == "no"


def test_next_names_the_form_the_steps_and_the_contacts_of_the_area(
    national, small, answers
):
    """Only the mailboxes of the chosen area, and those for all areas."""
    here = decide(Protocol(national, small), answers(), "west").next
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
    assert len(decide(Protocol(national, small), answers()).next.contacts) == 3


def test_a_route_that_the_protocol_does_not_give_is_said_to_be_missing(
    national, small, answers
):
    """Silence is a finding, not a blank."""
    here = decide(Protocol(national, small), answers(harm="near-miss")).next
    assert here.silent
    assert (
        here.says == "The protocol read for Smallshire gives no route for this answer."
    )


def test_national_flags_come_first_and_local_ones_are_marked(national, small, answers):
    """Each flag says whose it is."""
    flags = decide(Protocol(national, small), answers(harm="died")).flags
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
            decision = decide(Protocol(library.national, partnership), given)
            assert outcome == decision.outcome
            assert decision.next.says
            told = any(
                one.outcome == outcome and (one.when is None or holds(one.when, given))
                for one in partnership.next_steps
            )
            assert told == bool(decision.next.source)


def test_a_notification_starts_the_clocks_of_the_protocol(library, answers):
    """Each protocol's own clocks stand in for the national ones they are versions of."""
    for partnership in library.partnerships:
        started = decide(Protocol(library.national, partnership), answers()).starts
        own = {deadline.id for deadline in partnership.deadlines}
        law = {deadline.id for deadline in library.national.deadlines}
        assert started
        assert all(one.id in (own if one.origin == "local" else law) for one in started)


def test_a_local_rule_says_its_own_duties_before_the_national_ones(
    national, small, answers
):
    """Who, what and by when come from the protocol; the national duties stay."""
    given = answers(abuse="no", harm="died") | {"known-family": "yes"}
    duties = decide(Protocol(national, small), given).duties
    assert [(d.id, d.who, d.strength, d.rule) for d in duties] == [
        ("discuss", "Business Unit", "will", "SM-1"),
        ("child-death-review", "your local authority", "must", ""),
    ]


def test_without_a_local_rule_nothing_is_said_to_be_national_only(
    national, small, answers
):
    """Where no rule of the protocol raises the answer, there is one answer and no other."""
    assert decide(Protocol(national, small), answers()).nationally is None


def test_a_rule_that_holds_if_an_open_question_turns_out_so_raises_the_answer(
    national, small, answers
):
    """A care status that is not sure may turn out to be the one that the rule asks about."""
    rule = croydon()
    eager = replace(small, local_rules=(rule,))
    given = answers(abuse="no", care="not-sure")
    decision = decide(Protocol(national, eager), given)
    assert decision.outcome == "must-notify"
    notify = next(d for d in decision.duties if d.rule == rule.id)
    assert "looked after" in notify.only_if


def test_an_unsure_answer_to_a_local_question_keeps_what_it_may_ask_for(
    library, answers
):
    """Tower Hamlets, not sure how services worked together: the referral, on condition."""
    place = next(one for one in library.partnerships if one.id == "tower-hamlets")
    given = answers(abuse="no") | {"services-worked": "not-sure"}
    told = [
        d for d in decide(Protocol(library.national, place), given).duties if d.rule
    ]
    assert {d.rule for d in told} == {"TH-1"}
    assert {d.only_if for d in told} == {
        "if you have a concern about how services worked together"
    }


def test_every_local_rule_says_who_does_what_and_why(library, combinations):
    """All partnerships, every local rule: duties, reasons and sources, told where it raises."""
    tried = 0
    for place in library.partnerships:
        checker = Checker(Protocol(library.national, place))
        for rule in place.local_rules:
            assert all(duty.actor or duty.who for duty in rule.duties)
            assert all(one.source for one in (*rule.duties, *rule.because))
            for given in combinations[::13]:
                own = {
                    name: answers[0]
                    for name, answers in rule.when.all_.items()
                    if name not in given
                }
                decision = checker.decide(given | own)
                raised = [one.id for one in decision.local_rules if one.raises]
                if rule.id not in raised or not rule.duties:
                    continue
                tried += 1
                assert decision.duties[0].rule in raised
                assert decision.because[0].standing == "local"
                assert {duty.id for duty in rule.duties} <= {
                    duty.id for duty in decision.duties if duty.rule == rule.id
                }
    assert tried > 0


def test_a_suicide_in_a_known_family_in_tees_has_its_duty_its_time_and_its_reason(
    library, answers
):
    """Case by case: the form, the teleconference in two working days, the protocol's reason."""
    tees = next(one for one in library.partnerships if one.id == "tees")
    given = answers(abuse="no", harm="died") | {"known-family": "applies"}
    decision = decide(Protocol(library.national, tees), given)
    assert (decision.rule, decision.outcome) == ("R29", "discuss")
    assert [(d.id, d.deadline) for d in decision.duties if d.rule] == [
        ("send-request", "request-form"),
        ("discuss", "teleconference"),
    ]
    limits = {one.id: one.limit for one in decision.starts}
    assert limits["teleconference"].startswith("Within 2 working days")
    assert decision.because[0].question == "known-family"
    assert "2.3" in decision.because[0].source


def croydon(**changed):
    """Return the rule that every looked-after child who is seriously harmed is notified."""
    rule = LocalRule(
        id="CR-1",
        when=When(
            all_={
                "age": ("under-18",),
                "care": ("looked-after-here", "looked-after-elsewhere"),
                "harm": ("serious",),
                "abuse": ("no", "not-sure"),
            }
        ),
        to="must-notify",
        title="A looked-after child who is seriously harmed",
        says="Every such child is notified, whether or not anything is suspected.",
        duties=(
            LocalDuty(
                id="notify-incident",
                do="notify the serious incident",
                to="the Panel",
                who="us",
                strength="should",
                deadline="sin",
                source=("2",),
            ),
        ),
        because=(
            LocalReason(
                question="care", says="The child is looked after.", source=("2",)
            ),
        ),
        source=("2",),
    )
    return replace(rule, **changed)


def test_croydons_rule_can_be_written(national, small, answers):
    """It passes the proof; where a graver answer asks for less, that is a note on the text."""
    place = replace(small, local_rules=(croydon(),), questions=(), examples=())
    proof = prove(national, [place])
    assert [str(fault) for fault in proof.faults] == []
    assert {note.check for note in proof.notes} == {"local-order", "local-duty"}
    assert {note.part for note in proof.notes} == {"CR-1"}
    for abuse in ("no", "not-sure"):
        for care in ("looked-after-here", "looked-after-elsewhere"):
            decision = decide(
                Protocol(national, place), answers(abuse=abuse, care=care)
            )
            notify = decision.duties[0]
            assert decision.outcome == "must-notify"
            assert (notify.id, notify.who) == (
                "notify-incident",
                "your local authority",
            )
            limits = {one.id: one.limit for one in decision.starts}
            assert limits["sin"].startswith("Within 5 working days")


def test_a_rule_without_gaps_has_no_note(national, small):
    """Serious harm or death, in care, whatever is suspected: nothing graver asks for less."""
    when = When(
        all_={
            "age": ("under-18",),
            "care": ("looked-after-here", "looked-after-elsewhere"),
            "harm": ("serious", "died"),
        }
    )
    place = replace(small, local_rules=(croydon(when=when),), questions=(), examples=())
    proof = prove(national, [place])
    assert [str(one) for one in (*proof.faults, *proof.notes)] == []
