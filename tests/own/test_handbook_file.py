"""handbook.yml says whose site it is; what is wrong in it is told at its place, all at once."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from handbook.own import Colours, Handbook, read_handbook, write_frame, write_look
from handbook.own.colour import contrast
from handbook.own.reading import NAMED, chosen_of
from handbook.own.tokens import own_tokens
from handbook.own.words import enforcement, whom_to_tell
from handbook.read.faults import Faults

WHOLE = """\
name: Tees rapid reviews
address: https://example.org/rapid-reviews/
partnerships: [tees]
colours: {main: "#5b2a6e", dark: "#d9b3e6"}
logo: ours.svg
contact:
  who: the business team
  email: team@example.org
  telephone: 01234 567890
  answers_within: 10 working days
statement_on: 2026-11-28
"""


@pytest.fixture
def tree(tmp_path):
    """Return a tree with the files of two partnerships, a logo and no settings."""
    folder = tmp_path / "policies" / "partnerships"
    folder.mkdir(parents=True)
    for name in ("surrey", "tees"):
        (folder / f"{name}.yml").touch()
    (tmp_path / "docs" / "assets" / "css").mkdir(parents=True)
    (tmp_path / "docs" / "assets" / "images").mkdir()
    (tmp_path / "ours.svg").write_text("<svg/>")
    return tmp_path


def faults(tree, text):
    """Return what is said of settings with ``text``."""
    (tree / "handbook.yml").write_text(text)
    with pytest.raises(Faults) as found:
        read_handbook(tree)
    return [str(fault) for fault in found.value.faults]


def test_a_tree_without_the_file_is_the_handbook_of_all(tree):
    """Nothing is asked of the tree that everybody gets."""
    assert read_handbook(tree) == Handbook()


def test_each_key_is_read(tree):
    """A whole file gives a whole site."""
    (tree / "handbook.yml").write_text(WHOLE)
    found = read_handbook(tree)
    assert found.name == "Tees rapid reviews"
    assert found.partnerships == ("tees",)
    assert found.colours == Colours(main="#5b2a6e", dark="#d9b3e6")
    assert found.contact.telephone == "01234 567890"


def test_what_is_wrong_is_told_at_its_place_and_all_at_once(tree):
    """A slip of a name, pale colours, a logo that is not there, no such day: four lines."""
    said = faults(
        tree,
        'partnerships: [surey, tees]\ncolours: {main: "#88ccee", dark: "#333333"}\n'
        "logo: their.svg\nstatement_on: 2026-02-31\n",
    )
    assert [line.partition(": ")[0] for line in said] == [
        "handbook.yml:1:16",
        "handbook.yml:2:17",
        "handbook.yml:2:34",
        "handbook.yml:3:7",
        "handbook.yml:4:15",
    ]
    assert 'do you mean "surrey"?' in said[0]
    assert "1.8 to 1" in said[1]


def test_a_key_that_does_not_exist_and_a_wrong_shape_are_told(tree):
    """The same words as for a policy."""
    (unknown,) = faults(tree, "nane: Tees\n")
    assert unknown.startswith("handbook.yml:1:1")
    assert "name" in unknown
    (shape,) = faults(tree, "contact: {email: nobody}\n")
    assert shape.startswith("handbook.yml:1:18")


def test_a_file_that_was_asked_for_has_to_be_there(tree, monkeypatch):
    """`--config` names it; a slip in the name must not build the site of all partnerships."""
    monkeypatch.setenv(NAMED, str(tree / "hanbook.yml"))
    with pytest.raises(Faults, match="found: no such file"):
        read_handbook(tree)


def test_the_site_holds_the_partnerships_named_and_compares_only_two(tree, library):
    """The areas of the others are covered by the national rules; the comparison has no tab."""
    (tree / "mkdocs.yml").write_text(
        "nav: [{Home: index.md}, {Compare: compare/index.md}]\nsite_url: !ENV [X, y]\n"
    )
    one = chosen_of(library, Handbook(partnerships=("tees",)))
    assert [protocol.id for protocol in one.all_protocols] == ["tees", "england"]
    here = {area.id for area in one.england.partnership.areas}
    assert "surrey" in here
    assert "middlesbrough" not in here
    own = (tree / write_frame(tree, one)).read_text()
    assert "INHERIT: mkdocs.yml" in own
    assert "Home" in own
    assert "Compare" not in own
    assert chosen_of(library, Handbook()) is library
    assert write_frame(tree, library) == "mkdocs.yml"


def test_every_colour_of_a_site_keeps_the_contrast_of_text():
    """Text on its tint, text on its block, light and dark, for four colours that may be chosen."""
    for main, dark in (
        ("#0b5c7a", ""),
        ("#5b2a6e", "#d9b3e6"),
        ("#767676", "#8f8f8f"),
        ("#000000", "#ffffff"),
    ):
        rules = own_tokens(Colours(main=main, dark=dark))
        pairs = dict(
            line.strip(" ;").removeprefix("--").split(": light-dark(")
            for line in rules.splitlines()
            if "light-dark" in line
        )
        token = {name: pair.strip(")").split(", ") for name, pair in pairs.items()}
        for text, ground in (
            ("on-block", "block"),
            ("on-solid", "solid"),
            ("acc-deep", "due"),
        ):
            for scheme in (0, 1):
                found = contrast(token[text][scheme], token[ground][scheme])
                assert found >= 4.5, (main, text, ground, scheme, found)


def test_the_look_is_written_and_taken_away_again(tree):
    """A site that gives up its colours and its logo has the handbook's."""
    (tree / "handbook.yml").write_text(WHOLE)
    write_look(tree, read_handbook(tree))
    sheet = tree / "docs" / "assets" / "css" / "own.css"
    assert "#5b2a6e" in sheet.read_text()
    assert (tree / "docs" / "assets" / "images" / "own.svg").exists()
    write_look(tree, Handbook())
    assert ":root" not in sheet.read_text()
    assert not (tree / "docs" / "assets" / "images" / "own.svg").exists()


def test_the_statement_names_whom_to_tell_and_who_enforces(tree):
    """What the regulations of 2018 ask of a public body's statement; a site without a contact says so."""
    (tree / "handbook.yml").write_text(WHOLE)
    handbook = read_handbook(tree)
    told = str(whom_to_tell(handbook))
    assert 'href="mailto:team@example.org"' in told
    assert 'href="tel:01234567890"' in told
    assert "within 10 working days" in told
    assert "28 November 2026" in str(enforcement(handbook))
    assert "Equality and Human Rights Commission" in str(enforcement(Handbook()))
    assert "has not named anybody" in str(whom_to_tell(Handbook()))


def test_the_example_of_the_docs_is_a_file_that_can_be_read(tree):
    """Each key that the page explains is a key, and the example has no fault."""
    page = (Path(__file__).parents[2] / "docs" / "publish" / "own-site.md").read_text(
        "utf-8"
    )
    example = page.partition("```yaml\n")[2].partition("```")[0]
    (tree / "handbook.yml").write_text(example)
    assert read_handbook(tree).partnerships == ("tees",)
    explained = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert explained == {one.name for one in fields(Handbook)}
