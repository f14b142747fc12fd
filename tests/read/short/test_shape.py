"""What is wrong with the keys of a short policy is told in the author's words, and alone."""

import shutil
from pathlib import Path

from handbook.lint.run import lint
from handbook.read.short import shape_faults
from handbook.read.yaml_source import parse
from the_library import POLICIES

RULES = Path(__file__).parent / "rules.yml"
BEGUN = """
format: 2
id: small
name: Small
partnerships: [Small Safeguarding Children Partnership]
short: [SSCP]
areas: [{id: york, name: Small, authority: Small Council}]
status: draft
documents: [{id: protocol, title: A protocol, scheme: numbered, retrieved_on: "2026-11-21", review_by: "2027-11-21"}]
"""


def told(written):
    """Return what is said of a short policy that has ``written`` in it."""
    return [one.message for one in shape_faults(parse(f"{BEGUN}{written}".encode(), "small.yml"))]  # fmt: skip


def test_a_comma_that_cuts_a_text_in_two_is_told_as_that():
    """The text goes into quotes; a list of keys would be of no help."""
    says = told("compare: {extension: {says: To Day 20, where it is a holiday, at: '6.5'}}")  # fmt: skip
    assert len(says) == 1
    assert 'found "where it is a holiday", because of the comma before it' in says[0]


def test_a_word_stands_for_a_list_of_one_where_one_may():
    """How a body decides is one manner or several; an unknown one is told with the known."""
    stage = "stages: [{{id: a, title: A, steps: [{{id: b, who: police, does: Meet, how: {}}}]}}]"  # fmt: skip
    assert told(stage.format("online")) == told(stage.format("[online, meeting]")) == []
    assert "allowed: meeting, correspondence, online" in told(stage.format("[letter]"))[0]  # fmt: skip


def test_where_keys_are_wrong_nothing_else_is_told(tmp_path):
    """What follows from a policy that was not expanded would hide its cause."""
    shutil.copytree(POLICIES / "national", tmp_path / "national")
    path = tmp_path / "partnerships" / "small.yml"
    path.parent.mkdir()
    path.write_text(f"{BEGUN}forms: [{{id: form-a, naem: Form A, at: '1'}}]\n", "utf-8")
    report = lint(tmp_path, [path])
    assert [one.line for one in report.faults] == [10, 10]
    assert report.findings == []
