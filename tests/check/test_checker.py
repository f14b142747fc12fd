"""The rule and the outcome of every combination of answers."""

import pytest

from rapidreview.check import AnswersError, Checker, Table, decide, questions_for

SUSPECTED = ("known", "suspected")
GRAVE = ("died", "serious")
LOOKED_AFTER = ("looked-after-here", "looked-after-elsewhere")
OUTCOMES = {
    "ask-again": "R00 R46",
    "must-notify": "R10 R11 R12 R13 R20 R21 R40",
    "another-authority": "R14 R22 R23 R41",
    "should-notify": "R02 R15 R42",
    "discuss": "R03 R05 R07 R24 R27 R43",
    "learn": "R06 R25 R26 R28 R44",
    "other-route": "R01 R04 R08 R29 R30 R31 R45",
}
OUTCOME = {
    rule: outcome for outcome, rules in OUTCOMES.items() for rule in rules.split()
}


def adult(a):
    """Return the rule for a person of 18 or over, read straight down the table."""
    if a["care"] in LOOKED_AFTER:
        return "R00"
    if a["age"] == "25-plus":
        return "R01"
    if a["care"] == "care-leaver" and a["harm"] == "died":
        return "R02"
    return "R03" if a["abuse"] in SUSPECTED and a["harm"] in GRAVE else "R04"


def unborn(a):
    """Return the rule for an unborn baby, read straight down the table."""
    if a["care"] != "none":
        return "R00"
    if a["abuse"] in SUSPECTED:
        return "R05" if a["harm"] in (*GRAVE, "not-sure") else "R06"
    return "R07" if a["abuse"] == "not-sure" and a["harm"] in GRAVE else "R08"


def death_in_care(a):
    """Return the rule for the death of a looked-after child or a young care leaver."""
    ours = a["place"] == "in-area" or (
        a["place"] == "outside-england" and a["resident"] == "yes"
    )
    if a["care"] == "looked-after-here":
        return "R12" if a["abuse"] not in SUSPECTED else "R10" if ours else "R11"
    if a["care"] == "looked-after-elsewhere":
        here = a["abuse"] in SUSPECTED and a["place"] == "in-area"
        return "R13" if here else "R14"
    leaver = a["care"] == "care-leaver" and a["abuse"] not in SUSPECTED
    return "R15" if leaver else None


def gravely_harmed(a):
    """Return the rule for death or serious harm with abuse suspected, by place."""
    if a["place"] == "outside-england":
        return "R21" if a["resident"] == "yes" else "R23"
    return "R20" if a["place"] == "in-area" else "R22"


def child(a):
    """Return the rule for a child under 18, read straight down the table."""
    small = {"near-miss": "R25", "less-than-serious": "R26"}
    if a["harm"] == "died" and death_in_care(a):
        return death_in_care(a)
    if a["abuse"] in SUSPECTED:
        grave = a["harm"] in GRAVE
        return gravely_harmed(a) if grave else small.get(a["harm"], "R24")
    if a["abuse"] == "not-sure":
        return "R28" if a["harm"] in small else "R27"
    unsuspected = {"died": "R29", "near-miss": "R31", "less-than-serious": "R31"}
    return unsuspected.get(a["harm"], "R30")


def by_the_table(a):
    """Return the rule that the table gives for settled answers."""
    if a["age"] == "unborn":
        return unborn(a)
    return child(a) if a["age"] == "under-18" else adult(a)


def is_open(a):
    """Return whether the age, the place, the residence or the care status is not sure."""
    return "not-sure" in (a["age"], a["place"], a["resident"], a["care"])


def test_every_settled_combination_has_the_rule_of_the_table(national, combinations):
    """All 1,920 combinations without an open question give the row that a reader finds."""
    table = Table(national.notifiability)
    settled = [a for a in combinations if not is_open(a)]
    assert len(settled) == 1920
    found = [table.verdict(a).rule.id for a in settled]
    assert [by_the_table(a) for a in settled] == found


def test_every_open_combination_has_a_rule_for_open_questions(national, combinations):
    """R40 to R46 take exactly the combinations with an open question."""
    table = Table(national.notifiability)
    rules = [table.verdict(a).rule.id for a in combinations]
    assert [is_open(a) for a in combinations] == [rule >= "R40" for rule in rules]


def test_each_rule_has_its_outcome(national):
    """The outcome of every row is the one that the table asks for."""
    rules = {rule.id: rule.outcome for rule in national.notifiability.rules}
    assert rules == OUTCOME


def test_only_one_case_asks_for_more_than_its_row(national, combinations):
    """Abuse suspected, died outside England, lives here, looked after elsewhere: must."""
    table = Table(national.notifiability)
    raised = [
        a
        for a in combinations
        if not is_open(a)
        and table.verdict(a).outcome != OUTCOME[table.verdict(a).rule.id]
    ]
    wanted = {
        "age": "under-18",
        "harm": "died",
        "place": "outside-england",
        "resident": "yes",
        "care": "looked-after-elsewhere",
    }
    assert [wanted | {"abuse": abuse} for abuse in SUSPECTED] == [
        {name: a[name] for name in (*wanted, "abuse")} for a in raised
    ]


def test_discuss_and_learn_hang_on_no_open_question_but_the_age(national, combinations):
    """Where R43, R44 or R45 answers, every way of settling it agrees; R45 with the age too."""
    table = Table(national.notifiability)
    for a in combinations:
        verdict = table.verdict(a)
        rule = verdict.rule.id
        if rule == "R45" or (rule in ("R43", "R44") and a["age"] != "not-sure"):
            assert {verdict.outcome} == {p.verdict.outcome for p in verdict.possible}


def test_a_duty_in_law_names_who_does_what_for_whom_and_why(national, answers):
    """Serious harm here with abuse suspected: the authority notifies the Panel, by law."""
    decision = decide(national, answers())
    first = decision.duties[0]
    assert ("R20", "must-notify") == (decision.rule, decision.outcome)
    assert (
        "notify the serious incident",
        "your local authority",
        "must",
        "law",
        "sin",
    ) == (
        first.do,
        first.who,
        first.strength,
        first.standing,
        first.deadline,
    )
    assert first.basis == ("ca2004#s16C(1)(a)",)


def test_reasons_name_the_answer_and_the_source(national, answers):
    """Each reason ties one of your answers to what a rule says and where."""
    decision = decide(national, answers())
    told = {reason.question: reason.answer for reason in decision.because}
    assert told == {
        "age": "Under 18",
        "abuse": "Suspected",
        "harm": "Serious harm",
        "place": "In our area",
    }
    assert all(reason.source and reason.says for reason in decision.because)


def test_an_open_question_is_named_with_what_it_decides(national, answers):
    """If nobody knows where it happened, the place is the question that settles it."""
    decision = decide(national, answers(place="not-sure"))
    assert decision.rule == "R40"
    assert [one.question for one in decision.settles] == ["place"]
    assert decision.settles[0].outcomes == ("must-notify", "another-authority")
    assert {one.rule for one in decision.possible} == {"R20", "R21", "R22"}


def test_a_duty_that_hangs_on_an_open_question_says_so(national, answers):
    """The notice to the Panel is ours if it happened here or outside England."""
    decision = decide(national, answers(place="not-sure"))
    notify = next(d for d in decision.duties if d.deadline == "sin")
    assert notify.only_if == "if it happened in our area or outside England"


def test_a_condition_on_two_questions_can_be_read_one_way_only(national, answers):
    """With either, or, and a comma before and, it is clear what belongs together."""
    given = answers(harm="died", place="not-sure", care="not-sure")
    told = {duty.only_if for duty in decide(national, given).duties}
    assert (
        "if either it happened in our area or outside England, "
        "and the child is looked after by another authority"
    ) in told


def test_a_question_that_decides_nothing_is_not_said_to_settle(national, answers):
    """For harm in our area nothing hangs on where the child lives."""
    decision = decide(national, answers(resident="not-sure"))
    assert (decision.rule, decision.settles) == ("R40", ())


def test_everything_wrong_with_the_answers_is_said_at_once(national):
    """An unknown question, an unknown answer and missing answers each get a sentence."""
    with pytest.raises(AnswersError) as caught:
        decide(national, {"age": "12", "colour": "red", "abuse": "known"})
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["colour", "age", "harm", "place", "resident", "care"]
    says = caught.value.problems[1].says
    assert "unborn, under-18, 18-24, 25-plus" in says
    assert "“12”" in says


def test_leaving_an_answer_out_is_a_problem_even_where_unknown_is_allowed(
    national, answers
):
    """No answer is not the same as not sure."""
    given = answers()
    del given["place"]
    with pytest.raises(AnswersError, match="Where did the death or harm happen"):
        decide(national, given)


def test_a_checker_answers_many_times_as_one_call_does(national, answers):
    """Keeping the table warm changes no answer."""
    checker = Checker(national)
    for abuse in ("known", "suspected", "not-sure", "no"):
        given = answers(abuse=abuse)
        assert decide(national, given) == checker.decide(given)


def test_a_decision_turns_into_plain_data(national, answers):
    """The plain form holds every field, the empty ones too."""
    plain = decide(national, answers()).plain()
    assert plain["rule"] == "R20"
    assert plain["local_rules"] == []
    assert plain["duties"][0]["to"].startswith("the Panel")


def test_questions_come_in_the_order_of_the_form(national):
    """The six national questions, each with its answers."""
    names = [question.id for question in questions_for(national)]
    assert names == ["age", "abuse", "harm", "place", "resident", "care"]


def test_every_answer_has_words_for_a_sentence(library):
    """Each answer can stand after "if": nothing is shown as an id."""
    for policy in (library.national.notifiability, *library.partnerships):
        for question in policy.questions:
            assert all(option.label for option in question.options)
            assert all(
                option.said[:1].islower() or option.said[:2].isupper()
                for option in question.options
                if option.said
            )


def test_each_answer_ends_in_who_acts(national, combinations):
    """Apart from contradictions, every answer has a duty or another route."""
    checker = Checker(national)
    for given in combinations[::5]:
        decision = checker.decide(given)
        if decision.outcome != "ask-again":
            assert decision.duties or decision.routes
