"""``rapidreview format`` puts a file in order and changes nothing that it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.cli.format import formatted
from handbook.cli.layout import WIDTH, comments_of
from handbook.cli.verbs import main
from handbook.read.library import read_all
from handbook.read.yaml_source import read_node

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests" / "faults" / "sound.yml"
COMMITTED = [
    *sorted((ROOT / "policies" / "partnerships").glob("*.yml")),
    *sorted((ROOT / "policies").glob("england*.yml")),
]
FILES = [*COMMITTED, SOUND]
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
    assert comments_of(text) == comments_of(path.read_text("utf-8"))


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


def test_a_policy_means_what_it_meant(tmp_path):
    """Every partnership's objects are equal before and after, companions included."""
    folder = tmp_path / "policies"
    shutil.copytree(ROOT / "policies", folder)
    for path in folder.glob("partnerships/*.yml"):
        path.write_text(formatted(path), "utf-8")
    before, after = read_all(ROOT / "policies"), read_all(folder)
    assert before.partnerships == after.partnerships
    assert before.england.partnership == after.england.partnership


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.stem)
def test_the_committed_files_are_in_order(path):
    """As `rapidreview format` writes them: no line is wider than 118 but for one long word."""
    text = path.read_text("utf-8")
    assert formatted(path) == text
    wide = [row for row in text.splitlines() if len(row) > WIDTH]
    assert all(len(row.split(": ")[-1].split()) == 1 for row in wide)


PARTS = ("actors", "contacts", "forms", "documents", "notes", "dates")


@settings(max_examples=20)
@given(st.randoms())
def test_keys_come_in_one_order_inside_the_parts(tmp_path_factory, random):
    """However the keys of the parts were shuffled, the result is one, and says the same."""

    def shuffled(part):
        return dict(random.sample(list(part.items()), len(part)))

    plain = read_node(SOUND).plain()
    mixed = plain | {key: [shuffled(one) for one in plain[key]] for key in PARTS}
    steps = [[shuffled(step) for step in one["steps"]] for one in plain["stages"]]
    mixed["stages"] = [
        shuffled(one | {"steps": s})
        for one, s in zip(plain["stages"], steps, strict=True)
    ]
    path = tmp_path_factory.mktemp("mixed") / "sound.yml"
    texts = []
    for one in (plain, mixed):
        path.write_text(
            yaml.safe_dump(one, sort_keys=False, allow_unicode=True), "utf-8"
        )
        texts.append(formatted(path))
    assert texts[0] == texts[1]
    path.write_text(texts[1], "utf-8")
    assert formatted(path) == texts[1]
    assert read_node(path).plain() == plain


AROUND = """\
# Head.
format: 2
id: small  # behind the id

# Above the stages.
stages:
  # Above the first step's stage.
  - title: One
    id: one
    # Above the steps.
    steps:
      - does: Send it  # behind what is done
        # Above the id.
        id: send
      # - {id: later, does: An example}
      - {who: hub, id: get, does: "Get it?"}
      - {id: kept,  # inside braces
         who: hub}
# The end.
"""


def test_comments_stay_where_they_belong(tmp_path):
    """Above a key, behind it, below a list and inside braces; none is lost or doubled."""
    path = tmp_path / "small.yml"
    path.write_text(AROUND, "utf-8")
    rows = formatted(path).splitlines()
    found = {row.strip(): n for n, row in enumerate(rows)}
    assert rows[0] == "# Head."
    assert rows[-1] == "# The end."
    assert "id: small  # behind the id" in rows
    assert rows[found["# Above the first step's stage."] + 1] == "  - id: one"
    assert rows[found["# Above the steps."] + 1] == "    steps:"
    assert "        does: Send it  # behind what is done" in rows
    assert rows[found["# - {id: later, does: An example}"] + 1].startswith(
        "      - {id: get, who"
    )
    assert "      - {id: kept,  # inside braces" in rows
