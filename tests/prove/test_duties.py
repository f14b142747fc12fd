"""Duties are proved, not only outcomes: a graver or less certain answer keeps them all."""

from dataclasses import replace

import pytest

from handbook.prove.duties import Duties
from handbook.prove.duty_bearers import Bearers
from handbook.prove.duty_times import Times
from handbook.prove.everything import prove_national
from rapidreview.check import Checker, Table, decide
from rapidreview.check.owed import settled_duties
from rapidreview.model import holds

SUSPECTED = ("known", "suspected")
CARE_LEAVER_NOTICE = "Secretary of State for Education and Ofsted"


@pytest.fixture(scope="module")
def everywhere(library):
    """Return a checker for the national rules alone and one for each partnership."""
    return [Checker(rules) for rules in (library.national, *library.protocols)]


def mutated(national, name, change):
    """Return the national layer with the duties of one rule (and its cases) changed."""
    table = national.notifiability
    rules = tuple(
        replace(
            rule,
            duties=change(rule.duties),
            raised=tuple(
                replace(case, duties=change(case.duties)) for case in rule.raised
            ),
        )
        if rule.id == name
        else rule
        for rule in table.rules
    )
    return replace(national, notifiability=replace(table, rules=rules))


def lost(national):
    """Return the faults that the proof of the duties finds."""
    return [one for one in prove_national(national).faults if one.check == "duty"]


@pytest.mark.parametrize(
    ("rule", "act", "says"),
    [
        ("R10", "rapid-review", "Carry out the rapid review"),
        ("R11", "work-with-review", "Work with another area’s rapid review"),
        ("R13", "tell-partners", "Tell the other safeguarding partners"),
        ("R14", "notify-incident", "Notify the serious incident"),
        ("R20", "notify-incident", "Discuss with the partners"),
        ("R22", "notify-incident", "Discuss with the partners"),
        ("R40", "tell-notifier", "Tell the authority’s notifier"),
        ("R41", "settle-open", "Settle the open questions"),
        ("R05", "pre-birth-assessment", "Start or renew the pre-birth assessment"),
    ],
)
def test_a_duty_removed_from_a_rule_is_caught(national, rule, act, says):
    """The fault names what a milder answer asks for and the graver one no longer does."""
    gone = mutated(
        national, rule, lambda duties: tuple(d for d in duties if d.id != act)
    )
    assert says in " ".join(one.says for one in lost(gone))


@pytest.mark.parametrize(
    ("rule", "act", "changed"),
    [
        ("R10", "notify-looked-after-death", {"strength": "should"}),
        ("R20", "notify-incident", {"strength": "may"}),
        ("R20", "notify-incident", {"deadline": ""}),
        ("R20", "notify-incident", {"deadline": "rapid-review"}),
        ("R13", "tell-partners", {"deadline": ""}),
        ("R10", "notify-looked-after-death", {"deadline": ""}),
        ("R22", "notify-incident", {"who": "us"}),
    ],
)
def test_a_weaker_later_or_passed_on_duty_is_caught(national, rule, act, changed):
    """May for must, no limit or a later one, another body: none of them keeps the duty."""

    def change(duties):
        return tuple(replace(d, **changed) if d.id == act else d for d in duties)

    assert lost(mutated(national, rule, change))


def test_a_duty_beside_the_rules_that_is_removed_is_caught(national):
    """Each of them is what some graver or less certain answer would lose."""
    table = national.notifiability
    for place in range(len(table.also)):
        fewer = table.also[:place] + table.also[place + 1 :]
        changed = replace(national, notifiability=replace(table, also=fewer))
        found = lost(changed)
        assert (table.also[place].do, True) == (table.also[place].do, bool(found))


def test_the_same_time_or_sooner_is_as_soon(national, library):
    """No limit is later than any; limits from different events cannot be compared."""
    times = Times(national, None)
    assert times.as_soon("sin", "sin")
    assert times.as_soon("sin", "tell-partners")
    assert times.as_soon("sin", "")
    assert not times.as_soon("", "sin")
    assert not times.as_soon("rapid-review", "sin")
    tees = next(one for one in library.partnerships if one.id == "tees")
    own = Times(national, tees)
    for deadline in tees.deadlines:
        assert own.as_soon(deadline.id, deadline.id)


@pytest.mark.parametrize(
    ("who", "changed", "body"),
    [
        ("lead", {}, "ours"),
        ("lead", {"place": "elsewhere-in-england"}, "where-it-happened"),
        ("lead", {"place": "outside-england"}, "ours"),
        ("lead", {"place": "outside-england", "resident": "no"}, "home"),
        ("responsible-authority", {"care": "looked-after-here"}, "ours"),
        ("partners", {}, "our-partners"),
    ],
)
def test_who_bears_a_duty_is_one_body_for_settled_answers(
    national, answers, who, changed, body
):
    """By place; outside England, by where the child lives."""
    found = Bearers(national.jurisdiction).of(who, answers(**changed))
    assert found == frozenset({body})


def test_a_care_leavers_death_is_notified_whatever_is_suspected(everywhere, answers):
    """Under 18 and to 24, here and elsewhere: the notice to the Secretary of State and Ofsted."""
    for checker in everywhere:
        for age in ("under-18", "18-24"):
            for abuse in ("no", "not-sure", *SUSPECTED):
                for place in ("in-area", "elsewhere-in-england", "not-sure"):
                    given = answers(
                        age=age,
                        abuse=abuse,
                        harm="died",
                        place=place,
                        care="care-leaver",
                    )
                    told = checker.decide(given).duties
                    notices = [d for d in told if d.id == "notify-care-leaver-death"]
                    assert [CARE_LEAVER_NOTICE in d.to for d in notices] == [True]
                    assert notices[0].only_if == ""


def test_a_young_adults_death_keeps_the_question_about_childhood(everywhere, answers):
    """Care leaver or not: if abuse is suspected, somebody asks whether it was before 18."""
    for checker in everywhere:
        for abuse in SUSPECTED:
            for care in ("care-leaver", "none", "not-sure"):
                given = answers(age="18-24", abuse=abuse, harm="died", care=care)
                told = checker.decide(given).duties
                asked = [d for d in told if d.id == "discuss-childhood-harm"]
                assert [(d.strength, d.only_if) for d in asked] == [("should", "")]


def test_every_death_of_a_child_goes_to_the_child_death_review(
    everywhere, combinations
):
    """Under 18 and died: the duty is there whichever rule answers."""
    for checker in everywhere[:1]:
        for given in combinations:
            if given["age"] == "under-18" and given["harm"] == "died":
                told = [d.id for d in checker.decide(given).duties]
                assert "child-death-review" in told


def ours(a):
    """Return whether the duty to notify is the reader's own authority's."""
    abroad = a["place"] == "outside-england" and a["resident"] == "yes"
    return a["place"] == "in-area" or abroad


def grave(a):
    """Return whether a child died or was seriously harmed, and abuse or neglect is suspected."""
    child = a["age"] == "under-18" and a["harm"] in ("died", "serious")
    return child and a["abuse"] in SUSPECTED


def child_died(a, *care):
    """Return whether a child of one of these care statuses died."""
    return a["age"] == "under-18" and a["harm"] == "died" and a["care"] in care


OWED = {
    "notify-incident": grave,
    "rapid-review": lambda a: (
        grave(a)
        and (ours(a) or (a["care"] == "looked-after-here" and a["harm"] == "died"))
    ),
    "work-with-review": lambda a: grave(a) and a["place"] == "elsewhere-in-england",
    "tell-partners": lambda a: grave(a) and ours(a),
    "notify-looked-after-death": lambda a: child_died(
        a, "looked-after-here", "looked-after-elsewhere"
    ),
    "notify-parents": lambda a: child_died(
        a, "looked-after-here", "looked-after-elsewhere"
    ),
    "tell-caring-authority": lambda a: child_died(a, "looked-after-elsewhere"),
    "notify-care-leaver-death": lambda a: (
        a["age"] in ("under-18", "18-24")
        and a["harm"] == "died"
        and a["care"] == "care-leaver"
    ),
    "protect": lambda a: a["age"] == "under-18" and a["abuse"] != "no",
    "child-death-review": lambda a: a["age"] == "under-18" and a["harm"] == "died",
    "discuss-childhood-harm": lambda a: (
        a["age"] == "18-24"
        and a["abuse"] in SUSPECTED
        and a["harm"] in ("died", "serious")
    ),
}
"""Where each act is owed, read from the Acts and the guidance and not from the table."""


@pytest.mark.parametrize("act", OWED)
def test_each_act_is_asked_for_exactly_where_it_is_owed(national, combinations, act):
    """Over every settled combination that is not a contradiction, with no row consulted."""
    table = Table(national.notifiability)
    for given in combinations:
        if "not-sure" in [given[name] for name in table.may_be_open]:
            continue
        if table.verdict(given).outcome == "ask-again":
            continue
        told = {one.id for one in settled_duties(table, given)}
        assert (given, OWED[act](given)) == (given, act in told)


def test_an_unsure_answer_tells_what_each_possible_answer_asks_for(
    national, combinations
):
    """Each settled answer's duties are told by the unsure one, with the ways they hang on."""
    table, checker = Table(national.notifiability), Checker(national)
    tried = 0
    for given in combinations[::7]:
        verdict = table.verdict(given)
        if not verdict.possible:
            continue
        told = {(d.id, d.strength) for d in checker.decide(given).duties}
        for one in verdict.possible:
            settled = checker.decide({**given, **one.settled})
            assert {(d.id, d.strength) for d in settled.duties} <= told
            tried += 1
    assert tried > 100


def test_no_duty_is_told_twice(everywhere, combinations):
    """The same act, by the same body, in the same cases, stands once."""
    for given in combinations[::17]:
        told = [
            (d.id, d.who, d.do, d.only_if) for d in everywhere[0].decide(given).duties
        ]
        assert len(told) == len(set(told))


def test_what_an_answer_asks_for_is_what_the_decision_tells(national, combinations):
    """The proof compares what the reader is told: one ask for each duty of a settled answer."""
    checker = Checker(national)
    duties = Duties(national, checker)
    for given in combinations[::11]:
        profile = duties.profile(tuple(given.values()))
        if profile is None or len(profile) > 1:
            continue
        (asks, _settled) = next(iter(profile.values()))
        told = {(d.id, d.strength, d.deadline) for d in checker.decide(given).duties}
        assert told == {(one.act, one.strength, one.deadline) for one in asks}


def test_every_act_is_asked_for_and_says_why_another_meets_it(national):
    """No act stands in the list for nothing, and each exception is argued."""
    table = national.notifiability
    asked = {
        duty.id
        for rule in table.rules
        for part in (rule, *rule.raised)
        for duty in part.duties
    } | {duty.id for duty in table.also}
    assert {one.id for one in table.acts} == asked
    for act in table.acts:
        assert bool(act.met_by or act.settled_by) == bool(act.why)


def test_what_the_acts_call_settled_holds_for_some_answers_only(national, combinations):
    """An act that every answer settles would never have to be kept."""
    for act in national.notifiability.acts:
        if act.settled_by:
            settled = [given for given in combinations if holds(act.settled_by, given)]
            assert 0 < len(settled) < len(combinations)


def test_a_care_leavers_death_by_the_command_line_values(national, answers):
    """Died under 18 elsewhere, abuse suspected: both notices, each by its own authority."""
    given = answers(harm="died", place="elsewhere-in-england", care="care-leaver")
    told = {d.id: d.who for d in decide(national, given).duties}
    assert told["notify-incident"] == "the local authority where it happened"
    assert (
        told["notify-care-leaver-death"]
        == "the authority responsible for the care leaver"
    )
