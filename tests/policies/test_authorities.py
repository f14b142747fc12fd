"""The list of local authorities is whole, and every partnership's areas are on it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from handbook.read.library import read_all

CHECKED = "2026-11-28"
"""A day between the last reorganisation that is listed and the next."""
REGIONS = {
    "East Midlands": 10,
    "East of England": 11,
    "London": 33,
    "North East": 12,
    "North West": 24,
    "South East": 19,
    "South West": 15,
    "West Midlands": 14,
    "Yorkshire and the Humber": 15,
}
"""Authorities with children's services by region, counted from the published lists."""


@pytest.fixture(scope="module")
def library():
    """Return the handbook's own policies."""
    return read_all(Path(__file__).resolve().parents[2] / "policies")


def test_england_has_153_authorities_with_childrens_services(library):
    """They are in their nine regions."""
    serving = [one for one in library.national.authorities if one.serves(CHECKED)]
    assert Counter(one.region for one in serving) == REGIONS
    assert sum(REGIONS.values()) == len({one.gss for one in serving}) == 153


def test_what_ends_is_succeeded_on_the_day_on_which_it_ends(library):
    """An authority that has ended, or will, leads to those that begin on that day."""
    known = library.law.authorities
    ending = [one for one in known.values() if one.until]
    assert {one.id for one in ending} == {"cumbria", "northamptonshire", "surrey"}
    for one in ending:
        assert len(one.succeeded_by) == 2
        assert {known[name].from_ for name in one.succeeded_by} == {one.until}


def test_no_name_of_one_authority_is_the_name_of_another(library):
    """Names, and other names, are each of one authority; districts may share a name with one."""
    names = Counter(
        name.casefold()
        for one in library.national.authorities
        for name in {one.name, one.authority, *one.also}
        if not one.until or one.id == "surrey"
    )
    assert {name for name, count in names.items() if count > 1} == set()


def test_every_area_of_a_partnership_is_an_authority_by_its_own_name(library):
    """The look-up leads from one to the other by id, and calls the place the same."""
    known = library.law.authorities
    areas = [area for one in library.partnerships for area in one.areas]
    assert len(areas) >= 8
    named = [area for area in areas if area.id in known]  # lint tells of the others
    assert named
    for area in named:
        assert area.name == known[area.id].name
