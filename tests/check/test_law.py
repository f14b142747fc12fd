"""What holds of every national duty and hint: the Acts stand behind them, in their own words."""

import re
from dataclasses import fields, is_dataclass

import pytest

from rapidreview.check import Here, decide, owes, questions_for, resolve

SCHEDULE_2 = "ca1989#Schedule 2, paragraph 20(1)"
MUST_LAW = ("must", "law")


def in_care_and_dead(combinations):
    """Yield every settled set of answers in which a child in care has died."""
    for given in combinations:
        if (
            given["age"] == "under-18"
            and given["harm"] == "died"
            and given["care"].startswith("looked-after")
            and "not-sure" not in (given["place"], given["resident"])
        ):
            yield given


def test_every_death_of_a_looked_after_child_has_both_duties_of_the_act(
    national, combinations
):
    """The Secretary of State is notified and the parents are, by law, whatever else is so."""
    tried = 0
    for given in in_care_and_dead(combinations):
        duties = decide(national, given).duties
        for limb, to in (("(a)", "Secretary of State"), ("(b)", "parents")):
            found = [one for one in duties if SCHEDULE_2 + limb in one.basis]
            assert (given, 1) == (given, len(found))
            assert (found[0].strength, found[0].standing) == MUST_LAW
            assert to in found[0].to
            assert "reasonably practicable" in found[0].do or limb == "(a)"
        tried += 1
    assert tried > 0


def test_another_nations_council_is_never_told_that_it_must_use_the_english_system(
    national, combinations
):
    """A duty of the authority that looks after the child elsewhere is one in England only."""
    for given in in_care_and_dead(combinations):
        if given["care"] != "looked-after-elsewhere":
            continue
        decision = decide(national, given)
        theirs = [
            duty
            for duty in decision.duties
            if duty.who == "the authority that looks after the child"
        ]
        assert theirs
        assert [] == [one.do for one in theirs if "in England" not in one.do]


def test_the_rapid_review_is_the_partners_and_what_the_panel_requires(national):
    """Neither must nor should says it: the Panel requires it, unless the criteria are not met."""
    reviews = [
        duty
        for rule in national.notifiability.rules
        for part in (rule, *rule.raised)
        for duty in part.duties
        if duty.deadline == "rapid-review"
    ]
    assert reviews
    for duty in reviews:
        assert (duty.strength, duty.standing) == ("required", "panel")
        assert duty.who in ("partners", "their-partners")
        assert "unless it is later determined" in duty.do
        assert "panel-faqs#rapid reviews" in duty.source


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("must", "Surrey County Council must"),
        ("should", "Surrey County Council should"),
        ("required", "the Panel requires Surrey County Council to"),
    ],
)
def test_who_owes_what_reads_as_the_start_of_a_sentence(strength, said):
    """What the Panel requires names the Panel; must and should keep their exact sense."""
    assert said == "".join(owes("Surrey County Council", strength))


@pytest.mark.parametrize(
    ("place", "who", "said"),
    [
        (Here(), "partners", "the safeguarding partners"),
        (Here("Surrey", "SCC"), "partners", "the safeguarding partners for Surrey"),
        (
            Here("Surrey", "SCC"),
            "their-partners",
            "the safeguarding partners where it happened",
        ),
    ],
)
def test_the_partners_are_those_of_the_area_that_notifies(national, place, who, said):
    """Ours take the area's name; the other area's are where it happened."""
    given = {"place": "elsewhere-in-england"}
    assert said == resolve(national.jurisdiction, who, given, place)


@pytest.mark.parametrize(
    "words",
    [
        "more than 24 hours",
        "care order",
        "placement order",
        "at least 13 weeks",
        "began after 14",
        "ended after 16",
        "25th birthday",
        "no longer looked after",
        "aware of that status",
        "Wales, Scotland or Northern Ireland",
    ],
)
def test_the_question_on_care_holds_the_statutory_elements(national, words):
    """Nobody has to know by heart who is looked after and who is a care leaver."""
    asked = {one.id: one for one in questions_for(national)}
    assert words in " ".join(asked["care"].hint.split())


def test_a_disputed_age_is_that_of_a_child_until_it_is_settled(national):
    """The question on age says so, and so does its hard case, as the handbook's own reading."""
    asked = {one.id: one for one in questions_for(national)}
    assert "treated as a child until it is settled" in asked["age"].hint
    case = next(one for one in national.hard_cases if one.id == "age-unknown")
    assert "until the age is settled" in " ".join(case.answer.split())
    assert case.evidence == "to-verify"


def test_a_child_hurt_in_one_area_who_dies_in_another_is_for_both_to_agree(
    national, answers
):
    """Both areas choose their own, both get the duty, and both are told to agree on one notice."""
    asked = {one.id: one for one in questions_for(national)}
    assert "hurt in one area and died in another" in asked["place"].hint
    for place in ("in-area", "elsewhere-in-england"):
        decision = decide(national, answers(harm="died", place=place))
        assert "two-areas" in [flag.id for flag in decision.flags]
    assert decide(national, answers(harm="died")).outcome == "must-notify"


def test_the_form_is_told_of_wherever_an_authority_in_england_must_send_it(
    national, combinations
):
    """Account, twenty minutes, no named child: said with every duty to notify that is settled."""
    for given in combinations:
        decision = decide(national, given)
        if decision.outcome == "must-notify" and "not-sure" not in given.values():
            assert (given, True) == (
                given,
                "the-form" in [flag.id for flag in decision.flags],
            )


OWN_READING = re.compile(r"suspected both|suspects both|suspect both", re.IGNORECASE)
IMPAIRMENT = "serious and/or long-term impairment"


def texts(part):
    """Yield every part of the national layer with each of its texts."""
    if is_dataclass(part):
        for item in fields(part):
            value = getattr(part, item.name)
            if isinstance(value, str):
                yield part, " ".join(value.split())
            else:
                yield from texts(value)
    elif isinstance(part, (tuple, list)):
        for item in part:
            yield from texts(item)


def test_the_handbooks_reading_of_awareness_says_that_it_is_one(national):
    """Guidance says becoming aware; "both" is ours, and is marked wherever it stands."""
    found = [(part, text) for part, text in texts(national) if OWN_READING.search(text)]
    assert len(found) >= 3
    assert [] == [
        text
        for part, text in found
        if "its own reading" not in text
        and getattr(part, "evidence", "") != "to-verify"
    ]


def test_the_definition_of_serious_harm_stands_in_its_own_words(national):
    """Wherever the handbook defines it, the words that decide are those of the guidance."""
    terms = {one.id: one.means for one in national.terms}
    points = {one.id: one.national for one in national.compare}
    asked = {one.id: one.hint for one in questions_for(national)}
    topic = next(one for one in national.topics if one.id == "definitions")
    told = [terms["serious-harm"], points["serious-harm"], asked["harm"]]
    told.append(" ".join(one.says for one in topic.statements))
    assert [] == [text for text in told if IMPAIRMENT not in text]
    assert not any("grave or lasting" in text.casefold() for _, text in texts(national))


def test_the_care_leaver_is_defined_alike_wherever_the_word_is_explained(national):
    """Term, topic and question hold the thirteen weeks, both ages and the birthday."""
    terms = {one.id: one.means for one in national.terms}
    asked = {one.id: one.hint for one in questions_for(national)}
    topic = next(one for one in national.topics if one.id == "looked-after")
    said = " ".join(one.says for one in topic.statements)
    for text in (terms["care-leaver"], asked["care"], said):
        plain = " ".join(text.split())
        for words in ("13 weeks", "after 14", "after 16", "25th birthday"):
            assert words in plain


def test_no_statement_that_rests_only_on_the_panel_says_must(national):
    """Must is law, or guidance or an official page that says must."""
    binding = {
        one.id for one in national.instruments if one.kind in ("law", "guidance")
    }
    binding |= {"govuk-report", "local-procedures"}
    for topic in national.topics:
        for one in topic.statements:
            if re.search(r"\bmust\b", one.says) and "says that" not in one.says:
                assert {ref.partition("#")[0] for ref in one.source} & binding, one.says


def test_what_nobody_has_read_of_an_act_is_on_the_list_to_verify(national):
    """Every unread provision of an Act stands among what a person still has to verify."""
    topic = next(one for one in national.topics if one.id == "to-verify")
    listed = {ref for one in topic.statements for ref in one.source}
    unread = {
        f"{one.id}#{provision}"
        for one in national.instruments
        if one.id in ("ca2004", "ca1989")
        for provision in one.unread
    }
    assert unread
    assert set() == unread - listed
