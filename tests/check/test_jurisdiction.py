"""Whose job it is, and the names of the reader's own area."""

import pytest

from rapidreview.check import AnswersError, decide, no_address, questions_for, reachable
from rapidreview.model import Protocol


@pytest.mark.parametrize(
    ("changed", "leads"),
    [
        ({}, "your local authority"),
        ({"place": "elsewhere-in-england"}, "the local authority where it happened"),
        ({"place": "outside-england"}, "your local authority"),
        (
            {"place": "outside-england", "resident": "no"},
            "the local authority where the child normally lives, or the other nation’s authorities",
        ),
        (
            {"care": "looked-after-elsewhere", "harm": "died"},
            "your local authority, with the authority that looks after the child",
        ),
        (
            {"care": "looked-after-elsewhere", "harm": "died", "abuse": "no"},
            "the authority that looks after the child",
        ),
        (
            {
                "care": "looked-after-here",
                "harm": "died",
                "place": "elsewhere-in-england",
            },
            "your local authority, with the local authority where it happened",
        ),
        (
            {"care": "care-leaver", "harm": "died", "abuse": "no"},
            "the authority responsible for the care leaver",
        ),
    ],
)
def test_who_leads_follows_place_residence_and_care(national, answers, changed, leads):
    """Here: us. Elsewhere in England: where it happened. Outside: the home authority."""
    assert leads == decide(national, answers(**changed)).leads


def test_a_discussion_is_led_where_it_happened(national, answers):
    """The row by place names the other authority, not ours, for harm elsewhere."""
    given = answers(abuse="not-sure", place="elsewhere-in-england")
    assert decide(national, given).leads == "the local authority where it happened"


def test_the_area_takes_its_own_name(national, small, answers):
    """With an area chosen, "our area" and "your local authority" become its names."""
    places = questions_for(Protocol(national, small), "east")[3]
    decision = decide(Protocol(national, small), answers(), "east")
    assert places.options[0].label == "In East Smallshire"
    assert decision.leads == "East Smallshire Council"
    assert "In East Smallshire" in [reason.answer for reason in decision.because]


def test_without_an_area_nothing_is_guessed(national, small, answers):
    """A partnership of two areas does not pick one for the reader."""
    assert decide(Protocol(national, small), answers()).leads == "your local authority"


def test_an_unknown_area_is_named_with_the_ones_there_are(national, small, answers):
    """The sentence says which areas the partnership has."""
    with pytest.raises(AnswersError, match="The areas are: east, west"):
        decide(Protocol(national, small), answers(), "north")


def test_only_a_contact_for_serious_incidents_is_offered_to_another_area(library):
    """The five as they are: three print such an address, Surrey and North Yorkshire none."""
    found = {
        (one.id, area.id): [contact.id for contact in reachable(one, area)]
        for one in library.protocols
        for area in one.areas.values()
    }
    known = {
        ("cheshire-east", "cheshire-east"): ["cescp"],
        ("north-yorkshire", "north-yorkshire"): [],
        ("surrey", "surrey"): [],
        ("tees", "hartlepool"): ["hsscp-mailbox"],
        ("tees", "stockton-on-tees"): ["hsscp-mailbox"],
        ("tees", "middlesbrough"): ["stscp-mailbox"],
        ("tees", "redcar-and-cleveland"): ["stscp-mailbox"],
        ("tower-hamlets", "tower-hamlets"): ["business-unit-mailbox"],
    }
    assert known == {place: found[place] for place in known}


def test_what_serves_has_an_address_of_a_body_here(library):
    """Nobody is sent to the national Panel or to a page for another purpose."""
    for one in library.partnerships:
        kinds = {actor.id: actor.kind for actor in one.actors}
        for contact in one.contacts:
            if contact.serves:
                assert contact.email or contact.phone or contact.url
                assert kinds[contact.actor] != "national-body"


def test_an_area_without_an_address_is_called_through_its_front_door(library):
    """The authority's name stands in the sentence."""
    surrey = next(one for one in library.partnerships if one.id == "surrey")
    assert no_address(surrey.areas[0]).startswith("Call Surrey County Council through")


def test_no_area_is_known_by_initials_alone(library):
    """Whoever tells another area reads the partnership's full name."""
    for one in library.partnerships:
        for area in one.areas:
            name = area.partnership or " and ".join(one.partnerships)
            assert "Safeguarding Children" in name
