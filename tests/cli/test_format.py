"""``rapidreview format`` puts a file in order and changes nothing that it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.cli.format import formatted
from handbook.cli.verbs import main
from handbook.read.yaml_source import read_node

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests" / "faults" / "sound.yml"
FILES = [*sorted((ROOT / "policies" / "partnerships").glob("*.yml")), SOUND]
MIXED = """# Above all.
format: 1

# The steps, in order.
steps:
  - {id: one, title: "a: b"}  # the first
id: small
checked_on: 2026-11-20
aliases: [no, "on", 12:30, plain]
# The end.
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_in_order_says_what_it_said_and_is_left_alone(path, tmp_path):
    """Read again it is the same; its comments are all there; a second time nothing changes."""
    text = formatted(path)
    again = tmp_path / path.name
    again.write_text(text, "utf-8")
    assert read_node(path).plain() == read_node(again).plain()
    assert text == formatted(again)
    remarks = [
        row.strip() for row in path.read_text("utf-8").splitlines() if "#" in row
    ]
    assert sorted(remarks) == sorted(r.strip() for r in text.splitlines() if "#" in r)


def test_parts_come_in_order_with_their_comments_and_quotes(tmp_path):
    """What stood above a part stays above it; what is easily misread is in quotes."""
    path = tmp_path / "small.yml"
    path.write_text(MIXED, "utf-8")
    rows = formatted(path).splitlines()
    assert "# Above all." == rows[0]
    keys = [row.partition(":")[0] for row in rows if row[:1].isalpha()]
    assert ["format", "id", "aliases", "checked_on", "steps"] == keys
    assert "# The steps, in order." == rows[rows.index("steps:") - 1]
    assert 'aliases: ["no", "on", "12:30", plain]' in rows
    assert 'checked_on: "2026-11-20"' in rows
    assert "# The end." == rows[-1]


LINES = MIXED.splitlines()
BLOCKS = [LINES[1:2], LINES[2:6], LINES[6:7], LINES[7:8], LINES[8:9]]


@settings(max_examples=40)
@given(st.permutations(BLOCKS))
def test_any_order_becomes_the_same_order(tmp_path_factory, blocks):
    """However the parts were shuffled, nothing is lost and the result is one."""
    path = tmp_path_factory.mktemp("shuffled") / "small.yml"
    path.write_text("\n".join(row for block in blocks for row in block) + "\n", "utf-8")
    before = read_node(path).plain()
    text = formatted(path)
    path.write_text(text, "utf-8")
    assert before == read_node(path).plain()
    assert text == formatted(path)
    keys = [row.partition(":")[0] for row in text.splitlines() if row[:1].isalpha()]
    assert ["format", "id", "aliases", "checked_on", "steps"] == keys


def test_check_only_says_what_would_change(tmp_path):
    """Exit code 1 and no change with --check; then it is put in order, once."""
    path = tmp_path / "small.yml"
    path.write_text(MIXED, "utf-8")
    checked = CliRunner().invoke(main, ["format", "--check", str(path)])
    assert (1, MIXED) == (checked.exit_code, path.read_text("utf-8"))
    assert 0 == CliRunner().invoke(main, ["format", str(path)]).exit_code
    again = CliRunner().invoke(main, ["format", "--check", str(path)])
    assert (0, "Every file is in order.\n") == (again.exit_code, again.stdout)
