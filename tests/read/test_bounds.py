"""A file that is far too much is refused with little work, and told in a page of faults."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest

from handbook.read import faults, yaml_source
from handbook.read.faults import Faults
from handbook.read.library import load_national, load_partnership

HERE = Path(__file__).parents[1] / "faults"
SOUND = (HERE / "sound.yml").read_text(encoding="utf-8")
LAW = load_national(HERE / "national")
MUCH = 60_000_000
"""Bytes: thirty times the largest file that is read at all."""
STEPS = "".join(
    f"      - {{id: s{i}, whom: nobody, then: t{i}}}\n" for i in range(3_000)
)
MANY = "too many keys and values; at most 30,000 are allowed in a file"
REST = "more than 100 faults; mend those above first: the rest is not told"
WIDE = {
    "a list": (f"id: [{', '.join(['a'] * 620_000)}]\n", MANY),
    "unknown keys": ("".join(f"k{i}: 1\n" for i in range(170_000)), MANY),
    "keys just allowed": ("".join(f"key{i}: 1\n" for i in range(14_000)), REST),
    "tabs": ("a: b\n" + "\tx\n" * 80_000, REST),
    "characters that cannot be seen": (f"# {'\u200b' * 300_000}\n", REST),
    "one key again and again": ("a: 1\n" * 14_000, REST),
    "names that stand for nothing": (
        SOUND.replace("    steps:\n", f"    steps:\n{STEPS}", 1),
        REST,
    ),
    "brackets": (f"a: {'[' * 900_000}", "nested too deeply; at most 24 levels"),
}


def told(path: Path) -> list[str]:
    """Return what is said of the file at ``path``."""
    try:
        read = load_partnership(path, LAW.declared, LAW.policy)
        return [str(one) for one in read.faults]
    except Faults as found:
        return [str(one) for one in found.faults]


@pytest.mark.parametrize("kind", WIDE)
def test_a_file_with_too_much_in_it_is_told_in_few_words_and_little_memory(
    kind, tmp_path
):
    """At most a hundred faults and one that there are more, whatever the file holds."""
    text, says = WIDE[kind]
    path = tmp_path / "sound.yml"
    path.write_text(text, encoding="utf-8")
    assert path.stat().st_size < yaml_source.SIZE_LIMIT
    tracemalloc.start()
    try:
        lines = told(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(lines) <= faults.TOLD_AT_MOST + 1
    assert any(says in line for line in lines)
    assert peak < MUCH


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32-le"])
def test_two_bytes_a_character_are_told_once(coding, tmp_path):
    """UTF-16 has no mark everywhere; its zero bytes tell."""
    path = tmp_path / "sound.yml"
    path.write_bytes(SOUND.encode(coding))
    says = f"{path}:1:1: the file is not UTF-8; found UTF-16; save it as UTF-8"
    assert told(path) == [says]


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_no_file_is_not_waited_for(kind, tmp_path):
    """A pipe that nobody writes to, a device without an end: a sentence at once."""
    path = tmp_path / "sound.yml"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    says = "the file cannot be read; found a pipe or a device"
    assert told(path) == [f"{path}:1:1: {says}"]


def test_no_near_name_is_sought_among_thousands():
    """A suggestion is worth a comparison with some names, not with all of a huge file."""
    few = [f"name{i}" for i in range(100)]
    assert faults.nearest("nam5", few)
    assert faults.nearest("nam5", few * 11) == ""
