"""A policy of the first format is written in the short form once, and says the same."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from full_form import FULL, policy_of
from handbook.cli.verbs import main
from handbook.read.library import read_national, read_partnership
from handbook.read.loading import load_national
from the_library import POLICIES

FAULTS = Path(__file__).parents[1] / "faults"
SAID_NOW = {"areas", "events", "orders", "deadlines", "documents"}
"""Parts in which the handbook now says some words itself."""


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return the policy as it was, as it was converted, and the files that were written."""
    folder = tmp_path_factory.mktemp("upgraded")
    old = folder / "old" / "sound.yml"
    old.parent.mkdir()
    text = (FULL / "sound.yml").read_text("utf-8")
    old.write_text(text.replace("format: 2", "format: 1", 1), "utf-8")
    asked = ["upgrade", str(old), "--to", str(folder), "--policies", str(FAULTS)]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    law = load_national(FAULTS / "national")
    new = read_partnership(folder / "sound.yml", law.policy)
    return policy_of(FULL / "sound.yml", law.declared), new, folder


def test_every_part_says_what_it_said(both):
    """All that the author wrote is there, but for what the handbook makes."""
    old, new, _ = both
    for name in old.__dataclass_fields__.keys() - SAID_NOW - {"format"}:
        assert getattr(new, name) == getattr(old, name), name


def test_every_limit_gives_the_dates_that_it_gave(both):
    """Who, what, from when to when, and each clock with its use."""
    old, new, _ = both

    def facts(one):
        clocks = {(each.use, each.clock, each.from_) for each in one.readings}
        return (one.id, one.what, one.who, one.from_, one.to_event, clocks, one.source)

    assert list(map(facts, new.deadlines)) == list(map(facts, old.deadlines))


def test_every_event_and_order_is_there(both):
    """By its id, or by the two events that follow each other."""
    old, new, _ = both
    assert {one.id for one in new.events} >= {one.id for one in old.events}
    pairs = {(one.first, one.then) for one in new.orders}
    assert pairs >= {(one.first, one.then) for one in old.orders}


def test_what_is_of_the_new_format_is_not_converted_again(both):
    """It is told at the file, and nothing is written."""
    *_, folder = both
    before = (folder / "sound.yml").read_bytes()
    done = CliRunner().invoke(main, ["upgrade", str(folder / "sound.yml")])
    assert done.exit_code == 1
    assert "sound.yml:" in done.output
    assert "not of format 1" in done.output
    assert (folder / "sound.yml").read_bytes() == before


def test_a_file_that_leaves_much_out_is_converted_as_well(tmp_path):
    """A draft has no limits, and the national rules mark events that they do not declare."""
    path = tmp_path / "little.yml"
    path.write_text(LITTLE, "utf-8")
    asked = ["upgrade", str(path), "--policies", str(POLICIES)]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    policy = read_partnership(path, read_national(POLICIES / "national"))
    assert [(one.id, one.event) for one in policy.steps] == [("tell", "la_aware")]
    assert "[]" not in path.read_text("utf-8")


LITTLE = """\
format: 1
id: little
name: Little
partnerships: [Little Safeguarding Children Partnership]
short: [LSCP]
areas:
  - {id: little, name: Little, authority: Little Council}
status: national rules
vocabulary: []
stages:
  - {id: tell, title: Tell}
start: tell
steps:
  - {id: tell, actor: professional, kind: tell, title: Tell, stage: tell, event: la_aware, source: ["wt2023#chapter 5"], status: national}
"""
