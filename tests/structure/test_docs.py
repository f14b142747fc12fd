"""The pages for developers are true: each command, check and room is on one, and what they name is there."""

import json
import re
from pathlib import Path

import pytest
import yaml

from handbook.cli.verbs import main
from handbook.lint import CHECKS
from handbook.lint.trials import WHY
from handbook.read.library import read_national
from handbook.read.short import expanded, shape_faults
from handbook.read.validation import build
from handbook.read.yaml_source import parse
from rapidreview.model import Partnership

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MADE = ("partnerships/", "national/", "outcomes/", "compare/")
"""Folders of docs/ that the press writes."""
WRITTEN = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md")))
    if not path.relative_to(ROOT).as_posix().startswith(tuple(f"docs/{one}" for one in MADE))
}  # fmt: skip
"""The text of each page that a person wrote, by its path."""
DEVELOP = {path: text for path, text in WRITTEN.items() if "/develop/" in path}
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
EXAMPLES = ("docs/publish/add.md",)
"""The pages whose YAML examples are each a part of a policy, to be copied as it stands."""
WHOLE = ("docs/publish/own-site.md", "docs/publish/write.md")
"""The pages whose YAML makes a whole file: tests/own and tests/policies/test_tutorial.py read it."""
FRAME = {
    "format": 2,
    "id": "small",
    "name": "Small",
    "partnerships": ["Small Partnership"],
    "short": ["SP"],
    "areas": [{"id": "york"}],
    "status": "draft",
    "documents": [{"id": "protocol", "title": "A protocol", "scheme": "numbered", "retrieved_on": "2026-11-21", "review_by": "2027-11-21"}],
}  # fmt: skip
"""A draft in the short form, into which an example is put."""


def rows(page):
    """Return the cells of each row of the tables of a page, without their code marks."""
    lines = re.findall(r"^\| (`.*) \|$", WRITTEN[f"docs/develop/{page}.md"], re.MULTILINE)  # fmt: skip
    return [line.replace("`", "").split(" | ") for line in lines]


def spans(text):
    """Return what a page shows as code, the blocks left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def test_every_verb_and_target_is_in_the_list_of_commands():
    """And none that is not there."""
    names = [name for name, _ in rows("commands")]
    said = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)  # fmt: skip
    assert sorted(names) == sorted([*main.commands, *(f"make {one}" for one in said)])


def test_every_check_is_in_the_list_of_checks():
    """With its severity and its reason, word for word as the command line lists them."""
    told = [[one.id, one.severity, one.why] for one in CHECKS]
    assert rows("checks") == told + [[name, "tried", why] for name, why in WHY.items()]


@pytest.mark.parametrize("package", ["rapidreview", "handbook"])
def test_every_room_is_on_the_map(package):
    """What is in the package stands in the map of the code, and the map names nothing else."""
    heading = f"`py/{package}`\n"
    section = DEVELOP["docs/develop/index.md"].split(heading)[1].split("\n## ")[0]
    there = {
        path.stem
        for path in (ROOT / "py" / package).iterdir()
        if (path.is_dir() or path.suffix == ".py") and not path.name.startswith("__")
    }
    assert set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == there


def test_every_example_in_yaml_is_one_that_the_model_takes():
    """What a reader copies from a page is read without a fault."""
    shown = {
        path: re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
        for path, text in WRITTEN.items()
        if "```yaml" in text
    }
    assert sorted(shown) == sorted({*EXAMPLES, *WHOLE})
    national = read_national(ROOT / "policies" / "national")
    for path in EXAMPLES:
        for block in shown[path]:
            whole = parse(f"{json.dumps(FRAME)[:-1]},\n{json.dumps(yaml.safe_load(block), ensure_ascii=False)[1:]}".encode(), path)  # fmt: skip
            assert [str(one) for one in shape_faults(whole)] == []
            full, faults = expanded(whole, national)
            assert faults == []
            made, faults = build(Partnership, full)
            assert faults == []
            assert made


@pytest.mark.parametrize("doc", DEVELOP)
def test_every_path_on_a_page_for_developers_is_there(doc):
    """A path that was moved is moved on the page as well."""
    paths = [one for one in spans(DEVELOP[doc]) if re.fullmatch(r"[\w.-]+(/[\w.-]*)+", one)]  # fmt: skip
    built = {"site/"}
    assert [
        one for one in paths if one not in built and not (ROOT / one).exists()
    ] == []


@pytest.mark.parametrize("doc", WRITTEN)
def test_every_command_on_a_page_is_one(doc):
    """Each verb after ``rapidreview`` and each target after ``make`` can be run."""
    commands = re.findall(r"(?:`|<code>|\$ )(make|rapidreview) ([a-z][a-z-]*)", WRITTEN[doc])  # fmt: skip
    allowed = {"make": TARGETS, "rapidreview": set(main.commands)}
    assert [one for one in commands if one[1] not in allowed[one[0]]] == []
    folders = re.findall(r"`pytest ([\w/]+)", WRITTEN[doc])
    assert [one for one in folders if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("doc", WRITTEN)
def test_no_page_names_a_folder_of_somebodys_machine(doc):
    """A page is read elsewhere."""
    ours = r"(?<![\w.])/(?:work|home|root|tmp|Users|mnt|opt)/|\b[A-Z]:\\"
    assert re.findall(ours, WRITTEN[doc]) == []
