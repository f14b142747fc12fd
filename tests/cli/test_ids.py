"""``rapidreview ids`` lists what a policy may name, as the model declares it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.read.walk import _reach, slots
from rapidreview.model import National, Partnership
from rapidreview.model.constraints import Declares, Names

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"


def run(*words):
    """Return what ``rapidreview ids`` does with ``words``."""
    command = ["ids", *words, "--policies", str(POLICIES)]
    result = CliRunner().invoke(main, command)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def listed(*words):
    """Return the ids that are listed, by kind."""
    found = {}
    for row in json.loads(run(*words, "--json").stdout):
        found.setdefault(row["kind"], {})[row["id"]] = row
    return found


def kinds(model, mark):
    """Return the kinds that the marks of a model speak of."""
    return {
        found.kind.replace(" ", "-")
        for part in _reach(model)
        for slot in slots(part).values()
        for found in (*slot.marks, *slot.key_marks, *slot.value_marks)
        if isinstance(found, mark)
    }


def test_every_kind_that_the_national_layer_declares_is_listed():
    """A new kind of part needs no line in the command: the model's marks are read."""
    found = listed()
    assert kinds(National, Declares) <= found.keys()
    local = kinds(Partnership, Declares)
    named = kinds(Partnership, Names) - local
    assert named <= found.keys()


def test_ids_come_with_their_words_and_what_is_below_them():
    """An event has its label, a question its answers, an instrument its provisions."""
    found = listed()
    assert "notification" in found["event"]["sin_sent"]["words"]
    assert "died" in {one["id"] for one in found["question"]["harm"]["below"]}
    provisions = {one["id"] for one in found["instrument"]["ca2004"]["below"]}
    assert "ca2004#s16C(1)" in provisions
    assert "meet" in found["step-kind"]
    assert "definition" in found["topic-kind"]
    assert "family" in found["topic-kind"]
    assert {"stated", "derived", "national"} <= found["status"].keys()


def test_one_kind_is_listed_by_its_name_in_either_number():
    """What is typed is a kind, or its plural, or the words with a space."""
    one, several = run("event").stdout, run("events").stdout
    assert one == several
    assert one.startswith("event\n  ")
    assert "sin_sent" in one
    assert "day-after" in run("counting rule").stdout


def test_a_partnership_lists_what_its_own_file_declares():
    """By id or by path: its steps, its sections, its forms."""
    found = listed("-p", "tees")
    assert kinds(Partnership, Declares) - {"chain", "flag", "rule", "question"} <= (
        found.keys()
    )
    sections = {one["id"] for one in found["document"]["protocol"]["below"]}
    assert "2.6" in sections
    path = str(POLICIES / "partnerships" / "tees.yml")
    assert run("step", "-p", path).stdout == run("step", "-p", "tees").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["evnt"], "Did you mean “event”?"),
        (["colour"], "There is no kind “colour”. The kinds are: "),
        (["-p", "derby"], "There is no file "),
    ],
)
def test_what_is_not_there_is_said_with_what_is(words, said):
    """Exit code 2, and a sentence."""
    result = run(*words)
    assert 2 == result.exit_code
    assert said in result.stderr
