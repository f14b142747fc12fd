"""The page "Every field": each key of the short form with its meaning, each part with an example."""

import re
from pathlib import Path

import pytest
import yaml

from elements import elements
from handbook.pages.fields.keys import all_parts, described
from handbook.pages.fields.page import examples, fields_page
from handbook.read.library import read_national
from handbook.read.short import expanded, shape_faults
from handbook.read.short.shape import keys_of
from handbook.read.validation import build
from handbook.read.yaml_source import parse
from rapidreview.model import Partnership
from the_library import POLICIES

NATIONAL = read_national(POLICIES / "national")
FRAME = {
    "format": "2",
    "id": "small",
    "name": "Small",
    "partnerships": "[Small Partnership]",
    "short": "[SP]",
    "areas": "[{id: york}]",
    "status": "draft",
    "documents": '[{id: protocol, title: A protocol, scheme: numbered, retrieved_on: "2026-11-21", review_by: "2027-11-21"}]',
}
"""A draft into which an example is put, in place of what it says itself."""
PARTS = all_parts()


@pytest.fixture(scope="module")
def page():
    """Return the sections of the page by the name in their heading."""
    tree = elements(fields_page().text.split("---\n", 2)[2])
    return {
        one.all("h2")[0].attributes["id"]: one for one in tree.all("section", "sec")
    }


def name(part):
    """Return the name of a part's section."""
    return part.__name__.removeprefix("Short").lower()


@pytest.mark.parametrize("part", PARTS, ids=name)
def test_every_key_is_on_it_with_a_sentence(page, part):
    """In the order of the model, and each says what it means."""
    rows = page[name(part)].all("tbody")[0].all("tr")
    assert [row.all("th")[0].text() for row in rows] == list(keys_of(part))
    for row in rows:
        holds, means = row.all("td")
        assert holds.text()
        assert re.search(r"[A-Za-z].*[.:…”]$", means.text()), means.text()


def test_every_part_has_an_example_and_every_example_a_part():
    """Once each."""
    shown = [one for example in examples() for one in example.shows]
    assert sorted(shown) == sorted(part.__name__ for part in PARTS)


@pytest.mark.parametrize("example", examples(), ids=lambda one: "-".join(one.shows))
def test_every_example_can_be_copied(example):
    """It is read in a draft without a fault."""
    said = {line.split(":")[0] for line in example.yaml.splitlines()}
    frame = "".join(f"{key}: {value}\n" for key, value in FRAME.items() if key not in said)  # fmt: skip
    whole = parse((frame + example.yaml).encode(), "shown.yml")
    assert [str(one) for one in shape_faults(whole)] == []
    full, faults = expanded(whole, NATIONAL)
    assert [str(one) for one in faults] == []
    made, faults = build(Partnership, full)
    assert [str(one) for one in faults] == []
    assert made


def test_a_key_that_has_to_be_there_is_bold(page):
    """As the lead of the page says."""
    bold = {one.text() for one in page["step"].all("strong")}
    step = next(part for part in PARTS if name(part) == "step")
    assert bold == {one.name for one in described(step) if one.required}
    assert "who" in bold


def test_no_list_of_meanings_outlives_its_key():
    """A sentence for a key that is gone is taken out."""
    path = Path(__file__).parents[2] / "py/handbook/pages/fields/meanings.yml"
    listed = yaml.safe_load(path.read_text("utf-8"))
    by_name = {part.__name__: set(keys_of(part)) for part in PARTS}
    gone = [
        (part, key)
        for part, keys in listed.items()
        if part != "every"
        for key in keys
        if key not in by_name.get(part, ())
    ]
    assert gone == []
