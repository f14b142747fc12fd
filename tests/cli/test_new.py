"""What ``rapidreview new`` writes is a draft that reads, and each of its examples can be used."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.lint.run import lint
from handbook.pages.write import all_pages
from handbook.read.library import read_all
from rapidreview.say import NOT_READ

ROOT = Path(__file__).parents[2]
MOST_LINES = 100


@pytest.fixture
def begun(tmp_path):
    """Return a policies folder in which a partnership was begun, and its file."""
    shutil.copytree(ROOT / "policies" / "national", tmp_path / "national")
    (tmp_path / "partnerships").mkdir()
    command = ["new", "East Riding", "--policies", str(tmp_path)]
    assert 0 == CliRunner().invoke(main, command).exit_code
    return tmp_path / "partnerships" / "east-riding.yml"


def uncommented(text):
    """Return the file with the examples of every part in use."""
    return re.sub(r"^# ( *[a-z_]+:|  )", r"\1", text, flags=re.MULTILINE)


def errors(path):
    """Return what lint finds at fault in the file at ``path``."""
    report = lint(path.parents[1], [path])
    found = [str(one) for one in report.findings if one.severity == "error"]
    return [*map(str, report.faults), *found]


def test_a_policy_that_was_begun_gives_every_page(begun):
    """No error, and its pages say what was not read yet."""
    assert [] == errors(begun)
    pages = {one.path: one.text for one in all_pages(read_all(begun.parents[1]))}
    assert NOT_READ in pages["partnerships/east-riding/flowchart.md"]
    assert len(begun.read_text("utf-8").splitlines()) <= MOST_LINES


def test_every_example_in_it_can_be_uncommented(begun):
    """With all of them in use the file still has no error, and the flow is drawn."""
    begun.write_text(uncommented(begun.read_text("utf-8")), "utf-8")
    assert [] == errors(begun)
    pages = {one.path: one.text for one in all_pages(read_all(begun.parents[1]))}
    assert NOT_READ not in pages["partnerships/east-riding/flowchart.md"]
    assert "2 working days" in pages["partnerships/east-riding/deadlines.md"]


def test_each_example_can_be_uncommented_alone_or_names_what_it_needs(begun):
    """The first parts, which name nothing, are taken one by one."""
    text = begun.read_text("utf-8")
    for key in ("checked_on", "lead", "rests_on", "words", "actors", "topics"):
        one = re.sub(rf"^# ({key}:.*\n)((#  .*\n)*)", _bare, text, flags=re.MULTILINE)
        assert key in yaml.safe_load(one)
        begun.write_text(one, "utf-8")
        assert [] == errors(begun), key


def _bare(found):
    return found[1] + re.sub(r"^# ", "", found[2], flags=re.MULTILINE)


def test_what_is_known_is_written_and_authorities_are_found_by_any_name(tmp_path):
    """The full name, the abbreviation, the title; a council by a name that people type."""
    shutil.copytree(ROOT / "policies" / "national", tmp_path / "national")
    command = ["new", "Humber", "--policies", str(tmp_path), "--short", "HSCP"]
    command += ["--full-name", "Humber Safeguarding Children Partnership"]
    command += ["--area", "hull", "--area", "East Riding of Yorkshire Council"]
    done = CliRunner().invoke(main, [*command, "--title", "Our protocol"])
    assert done.exit_code == 0, done.output
    path = tmp_path / "partnerships" / "humber.yml"
    head = yaml.safe_load(path.read_text("utf-8"))
    assert head["areas"] == ["kingston-upon-hull", "east-riding-of-yorkshire"]
    assert head["partnerships"] == ["Humber Safeguarding Children Partnership"]
    assert head["documents"][0]["title"] == "Our protocol"
    assert [] == errors(path)


def test_a_council_that_is_none_begins_no_file(tmp_path):
    """The nearest names are told, and nothing is written."""
    shutil.copytree(ROOT / "policies" / "national", tmp_path / "national")
    command = ["new", "Humber", "--policies", str(tmp_path), "--area", "Hulll City"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 2
    assert "There is no local authority called “Hulll City”." in done.output
    assert not (tmp_path / "partnerships").exists()
