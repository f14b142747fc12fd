"""The tutorial "Write your protocol" shows a whole file, and nothing on it is untrue."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.lint import findings
from handbook.lint.run import lint
from handbook.read.loading import load_national, load_partnership
from rapidreview.model import Partnership
from wealdshire import FILE, with_wealdshire

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "publish" / "write.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
LEADS_ON = "  - id: "
"""How a block begins that is a stage: ways of the stages before it may lead into it."""
PARTS = [
    number
    for number in range(1, len(BLOCKS))
    if not BLOCKS[number].startswith(LEADS_ON)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a policies folder with the authorities of Wealdshire and no partnership."""
    return with_wealdshire(tmp_path_factory.mktemp("policies"))


@pytest.fixture(scope="module")
def errors(folder):
    """Return what a policy is at fault in, as lint tells it of one file."""
    law = load_national(folder / "national")
    path = folder / "partnerships" / "wealdshire.yml"

    def of(text):
        path.write_text(text, "utf-8")
        read = load_partnership(path, law.declared, law.policy)
        found = findings(Partnership, read.root, read.declared, law.root)
        return [
            *map(str, read.faults),
            *(str(one) for one in found if one.severity == "error"),
        ]

    return of


def test_its_blocks_are_the_file():
    """Joined in order they are the file from which the pages are made."""
    assert "".join(BLOCKS) == FILE.read_text("utf-8")
    assert f"Its file has {len(FILE.read_text('utf-8').splitlines())} lines" in PAGE


@pytest.mark.parametrize("number", PARTS)
def test_one_can_stop_after_any_part(errors, number):
    """What is written up to a heading is a draft without an error."""
    begun = "".join(BLOCKS[:number]).replace("status: in force", "status: draft")
    assert errors(begun) == []


def test_the_whole_file_has_no_error(errors):
    """As the page says at its end."""
    assert errors("".join(BLOCKS)) == []


def test_its_excerpts_are_short():
    """A quotation shows the words that a part is made of, and is no copy of the protocol."""
    quoted = re.findall(r"^> (.*)$", PAGE, re.MULTILINE)
    assert quoted
    assert max(len(one.split()) for one in quoted) <= 45


def test_each_id_that_it_tells_to_list_can_be_listed():
    """The kinds after ``rapidreview ids`` are kinds."""
    kinds = set(re.findall(r"`rapidreview ids ([a-z-]+)`", PAGE))
    assert {"actor", "event", "deadline"} <= kinds
    for kind in kinds:
        assert CliRunner().invoke(main, ["ids", kind]).exit_code == 0, kind


def test_how_many_points_and_answers_there_are(wealdshire_library):
    """The numbers on the page are those of the national layer."""
    national = wealdshire_library.national
    assert f"on {len(national.compare)} points" in PAGE
    assert len(national.notifiability.outcomes) == 7
    assert "The checker gives seven answers" in PAGE


def test_its_commands_do_what_it_says(tmp_path):
    """Format leaves the file as it is, and examples writes beside it."""
    folder = with_wealdshire(tmp_path)
    path = folder / "partnerships" / "wealdshire.yml"
    shutil.copy(FILE, path)
    run = CliRunner().invoke
    assert run(main, ["format", str(path)]).exit_code == 0
    assert path.read_text("utf-8") == FILE.read_text("utf-8")
    told = run(main, ["examples", "wealdshire", "--policies", str(folder), "--write"])
    assert told.exit_code == 0, told.output
    assert path.read_text("utf-8") == FILE.read_text("utf-8")
    assert "2027" in path.with_name("wealdshire.examples.yml").read_text("utf-8")
    assert [str(one) for one in lint(folder, [path]).faults] == []
