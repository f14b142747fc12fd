"""Two areas: the other authority is named with what it must do, and never one too many."""

from itertools import product

import pytest

from rapidreview.check import AnswersError, Checker, Named, decide

ANSWERS = {
    "age": ["under-18"],
    "abuse": ["suspected", "not-sure"],
    "harm": ["died", "serious"],
    "place": ["in-area", "elsewhere-in-england", "outside-england", "not-sure"],
    "resident": ["yes", "no", "not-sure"],
    "care": ["looked-after-here", "looked-after-elsewhere", "none"],
}
KINDS = {
    "one partnership": ("tees:hartlepool", "tees:middlesbrough"),
    "two partnerships": ("surrey:surrey", "tees:stockton-on-tees"),
    "the other not read": ("tees:hartlepool", "england:leeds"),
    "own not read": ("england:leeds", "tees:hartlepool"),
    "neither read": ("england:leeds", "england:kent"),
    "home outside England": ("tees:hartlepool", ""),
}
NAMES = {
    "tees:hartlepool": "Hartlepool Borough Council",
    "tees:middlesbrough": "Middlesbrough Council",
    "tees:stockton-on-tees": "Stockton-on-Tees Borough Council",
    "surrey:surrey": "Surrey County Council",
    "england:leeds": "Leeds City Council",
    "england:kent": "Kent County Council",
}


@pytest.fixture(scope="module")
def at(library):
    """Return a maker of a protocol and an area from their ids; of none outside England."""

    def find(where):
        name, _, area = where.partition(":")
        every = {one.id: one for one in library.all_protocols}
        return every.get(name), area

    return find


def notifies(given, own, other, *, abroad):
    """Return who must notify the Panel, by section 16C(1) itself: (a) where, then (b) home."""
    if given["place"] == "in-area":
        return own
    if given["place"] == "elsewhere-in-england":
        return "the local authority where it happened" if abroad else other
    if given["resident"] == "yes":
        return own
    return None if abroad else other


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_holds_the_duty_is_named(at, kind):
    """For every place, home and care: the Act's own order gives the same authority."""
    own, other = KINDS[kind]
    protocol, area = at(own)
    there, abroad = Named(*at(other)), not other
    law = protocol.national.jurisdiction
    checker = Checker(protocol, area)
    local = {one.id: one.options[-1].id for one in protocol.partnership.questions}
    own, other = NAMES[own], NAMES.get(other, "")
    for values in product(*ANSWERS.values()):
        given = dict(zip(ANSWERS, values, strict=True))
        given |= local
        asked = {
            "incident-area": given["place"] == "elsewhere-in-england" and not abroad,
            "home-area": given["resident"] == "no",
            "caring-area": given["care"] == "looked-after-elsewhere",
        }
        assert asked.keys() == {one.id for one in law.others}
        others = {name: there for name, is_asked in asked.items() if is_asked}
        plain, named = checker.decide(given), checker.decide(given, others)
        assert (plain.outcome, plain.rule) == (named.outcome, named.rule)
        assert len(named.others) == bool(others)  # one authority is told once
        for one in named.others:
            assert one.contacts or one.says
            assert abroad != bool(one.folder)
        assert not any("own nation or country" in one.who for one in named.duties)
        if "not-sure" not in {given["abuse"], given["place"], given["resident"]}:
            told = {one.who for one in named.duties if one.id == "notify-incident"}
            wanted = notifies(given, own, other, abroad=abroad)
            assert told == ({wanted} if wanted else set()), given


def test_the_home_works_with_the_review_where_it_happened(at):
    """Hartlepool must notify; Leeds, where the child lives, works with its review."""
    protocol, area = at("tees:hartlepool")
    given = {
        "age": "under-18",
        "abuse": "known",
        "harm": "died",
        "place": "in-area",
        "resident": "no",
        "care": "none",
        "known-family": "applies",
        "agency-learning": "none-seen",
    }
    others = {"home-area": Named(*at("england:leeds"))}
    found = decide(protocol, given, area, others=others)
    does = {(one.who, one.id) for one in found.duties}
    assert ("Hartlepool Borough Council", "notify-incident") in does
    assert ("Leeds City Council", "work-with-review") in does
    [leeds] = found.others
    assert leeds.role == "where the child normally lives"
    assert leeds.folder == "areas/leeds/"
    assert leeds.says.startswith("Call Leeds City Council through its own front door")


def test_what_is_named_out_of_place_is_told_at_its_field(at, national):
    """Not asked for, the own authority, and one outside England where that cannot be: all at once."""
    protocol, area = at("england:leeds")
    given = {
        "age": "under-18",
        "abuse": "known",
        "harm": "died",
        "place": "elsewhere-in-england",
        "resident": "no",
        "care": "none",
    }
    others = {
        "incident-area": Named(),
        "home-area": Named(*at("england:leeds")),
        "caring-area": Named(*at("england:kent")),
    }
    with pytest.raises(AnswersError) as wrong:
        decide(protocol, given, area, others=others)
    told = {one.field: one.says for one in wrong.value.problems}
    assert "local authority in England" in told["incident-area"]
    assert "your own authority" in told["home-area"]
    assert "“Looked after by another authority”" in told["caring-area"]
    for other in national.jurisdiction.others:
        assert other.when.all_
        assert not other.when.any_
        assert not other.when.none
