"""What readers see is written as ``docs/develop/writing.md`` says: turns, marks and dates.

The turns are data, in ``turns.yml``. They are looked for in policies, in the sentences of
the code that pages and answers are made of, in templates and in the pages written by hand.
"""

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from handbook.read.yaml_source import read_node

ROOT = Path(__file__).parents[2]
TURNS = yaml.safe_load((Path(__file__).parent / "turns.yml").read_text("utf-8"))
SPOKEN = (
    "rapidreview/say", "rapidreview/show", "rapidreview/check", "rapidreview/dates",
    "rapidreview/days", "rapidreview/files", "handbook/pages", "handbook/flow",
)  # fmt: skip
"""Rooms whose sentences are read on pages."""
NOT_OURS = {"printed", "source", "at", "cites", "sections", "title", "id"}
"""Keys of a policy whose value is the protocol’s, or no sentence."""
QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’")
CODE = re.compile(r"```.*?```|`[^`]*`|<(code|pre)\b.*?</\1>|^---\n.*?\n---\n", re.DOTALL | re.MULTILINE)  # fmt: skip
MARKUP = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>|\]\([^)]*\)", re.DOTALL)
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")


def of_policies():
    """Yield the sentences of every policy, those of keys that are not ours left out."""

    def of(node):
        for key, one in node.entries.items():
            if key not in NOT_OURS:
                yield from of(one)
        for one in node.items:
            yield from of(one)
        if isinstance(node.value, str) and " " in node.value:
            yield node.value

    for path in sorted((ROOT / "policies").rglob("*.yml")):
        for words in of(read_node(path)):
            yield path, words


def of_code():
    """Yield the texts in the code of the rooms that speak to readers, docstrings left out."""
    for path in (one for room in SPOKEN for one in sorted((ROOT / "py" / room).rglob("*.py"))):  # fmt: skip
        tree = ast.parse(path.read_text("utf-8"))
        unread = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        for one in ast.walk(tree):
            if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in unread and " " in one.value:  # fmt: skip
                yield path, one.value


def of_pages():
    """Yield the paragraphs of the pages and templates that are written by hand, without code."""
    listed = subprocess.run(
        ["git", "ls-files", "docs/*.md", "README.md", "CONTRIBUTING.md", "py/*.html"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    for name in listed:
        bare = MARKUP.sub(" ", CODE.sub(" ", (ROOT / name).read_text("utf-8")))
        for words in bare.split("\n\n"):
            yield ROOT / name, words


@pytest.fixture(scope="module")
def texts():
    """Return every text with the file that it is in, each gap one space."""
    every = [*of_policies(), *of_code(), *of_pages()]
    return [(path.relative_to(ROOT).as_posix(), " ".join(words.split())) for path, words in every]  # fmt: skip


@pytest.mark.parametrize("one", TURNS, ids=lambda one: one["turn"])
def test_no_reader_meets_a_turn_that_is_not_english(texts, one):
    """The pattern finds its own examples, passes what is right, and finds nothing else."""
    pattern = re.compile(one["pattern"])
    assert [words for words in one["found"] if not pattern.search(words)] == []
    assert [words for words in one["right"] if pattern.search(words)] == []
    bare = ((path, QUOTED.sub("“”", words)) for path, words in texts)
    assert [
        f"{path}: {words[max(0, met.start() - 40) : met.end() + 30]} (write {one['write']})"
        for path, words in bare
        for met in pattern.finditer(words)
    ] == []


def test_the_words_of_code_and_pages_have_curly_quotation_marks():
    """Policies are typed with straight ones; their reader makes them curly."""
    straight = re.compile(r"[A-Za-z]'(?:s|t|re|ve|ll)?\b|\"[A-Za-z]")
    technical = {"py/handbook/flow/map/svg.py", "py/handbook/pages/places.py"}
    assert [
        f"{path.relative_to(ROOT)}: {words[:80]}"
        for path, words in (*of_code(), *of_pages())
        if straight.search(words) and path.relative_to(ROOT).as_posix() not in technical
    ] == []


def test_a_day_on_a_page_is_written_as_people_read_it():
    """Days as machines write them are for code, files and policies."""
    assert [
        f"{path.relative_to(ROOT)}: {words[:80]}"
        for path, words in of_pages()
        if ISO.search(words)
    ] == []
