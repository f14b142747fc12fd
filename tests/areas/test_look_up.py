"""The look-up finds every authority by every name, and through a slip of the keyboard."""

from __future__ import annotations

import json
import random
import string
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.areas.places import WITHIN, find, serving
from handbook.pages.tools.places import groups, searched
from handbook.read.library import read_all

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-28"
SLIPS = 3
"""Slips that are tried of each name, besides the name itself."""
ASK = """
import { find, serving } from %s;
import { readFileSync } from "node:fs";
const { rows, day, typed } = JSON.parse(readFileSync(0, "utf-8"));
const places = serving(rows, day);
console.log(JSON.stringify(typed.map((one) => find(places, one).map(({ row }) => row.id))));
"""


@pytest.fixture(scope="module")
def library():
    """Return the handbook's own policies."""
    return read_all(ROOT / "policies")


@pytest.fixture(scope="module")
def named(library):
    """Return every authority that there is with its own names and its districts'."""
    return [
        (one.id, name)
        for one, names in serving(library.national.authorities, DAY)
        for kind, name in names
        if kind != WITHIN
    ]


def in_the_browser(rows, typed, day=DAY):
    """Return the ids that the page's own script finds for each of ``typed``, best first."""
    script = ASK % json.dumps((ROOT / "docs/assets/js/places.js").as_uri())
    done = subprocess.run(
        ["node", "--no-warnings", "--input-type=module", "-e", script],
        input=json.dumps({"rows": rows, "day": day, "typed": typed}),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def slipped(name, dice):
    """Return ``name`` with one letter left out, doubled, changed, or changed with its neighbour."""
    at = dice.choice([i for i, letter in enumerate(name) if letter.isalpha()])
    other = dice.choice(string.ascii_lowercase)
    ways = [
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + other + name[at + 1 :],
        name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    ]
    return dice.choice(ways)


def test_each_authority_is_among_the_first_three_by_each_name_and_by_a_slip(
    library, named
):
    """All 153, by name, other name and district, and by slips of each: no misses."""
    dice = random.Random(153)  # noqa: S311 - not for secrets
    typed = [
        (authority, text)
        for authority, name in named
        for text in (name, *(slipped(name, dice) for _ in range(SLIPS)))
    ]
    assert len({authority for authority, _ in typed}) == 153
    found = in_the_browser(searched(library), [text for _, text in typed])
    misses = [
        (authority, text, ids[:3])
        for (authority, text), ids in zip(typed, found, strict=True)
        if authority not in ids[:3]
    ]
    assert misses == []


def test_an_old_county_gives_all_its_authorities_to_choose_from(library):
    """Cumbria and Northamptonshire are two each; a wider name gives each that shares it."""
    rows = searched(library)
    cumbria, northants, berkshire, tees = in_the_browser(
        rows, ["Cumbria", "Northamptonshire County Council", "Berkshire", "HSSCP"]
    )
    assert cumbria == ["cumberland", "westmorland-and-furness"]
    assert northants[:2] == ["north-northamptonshire", "west-northamptonshire"]
    assert set(berkshire) >= {
        "bracknell-forest", "reading", "slough", "west-berkshire",
        "windsor-and-maidenhead", "wokingham",
    }  # fmt: skip
    assert "hartlepool" in tees


@pytest.mark.parametrize(
    ("typed", "first"),
    [("York", "york"), ("and", None), ("Guildford", "surrey"), ("zzz", None)],
)
def test_part_of_a_word_never_stands_for_another_council(library, typed, first):
    """York is not North Yorkshire, and what names nothing finds nothing exact."""
    [ids] = in_the_browser(searched(library), [typed])
    exact = [
        one.authority.id
        for one in find(library.national.authorities, typed, DAY)
        if one.exact
    ]
    assert exact == ([first] if first else [])
    if first:
        assert ids[0] == first


def test_the_page_and_the_command_line_find_the_same(library, named):
    """The two look-ups are written in two languages, and give one order."""
    dice = random.Random(7)  # noqa: S311 - not for secrets
    typed = [slipped(name, dice) for _, name in dice.sample(named, 60)]
    rows = [
        {key: value for key, value in row.items() if key != "within"}
        for row in searched(library)
    ]

    plain = [replace(one, within=()) for one in library.national.authorities]
    for text, ids in zip(typed, in_the_browser(rows, typed), strict=True):
        assert [one.authority.id for one in find(plain, text, DAY)] == ids, text


def test_each_authority_can_be_chosen_once_and_leads_to_a_page(library):
    """The list by region and the look-up hold the same 153, and each has its choice and page."""
    listed = [
        one.value for group in groups(library) for one in group.choices if one.authority
    ]
    rows = {row["id"]: row for row in searched(library)}
    there = [one.id for one, _ in serving(library.national.authorities, DAY)]
    assert len(listed) == len(set(listed)) == 153
    assert sorted(rows[one]["value"] for one in there) == sorted(listed)
    assert rows["leeds"]["to"] == "areas/leeds/"
    assert rows["hartlepool"]["to"] == "partnerships/tees/"
