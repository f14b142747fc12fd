"""A broken policy is told every fault at its place, in the keys that its author writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from handbook.lint.run import lint
from handbook.read.faults import Faults
from handbook.read.library import load_national, load_partnership, read_all
from the_library import POLICIES

HERE = Path(__file__).parents[2] / "faults"
CASES = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))
LAW = load_national(HERE / "national")
SOUND = (HERE / "sound.yml").read_text(encoding="utf-8")


def told(folder: Path, text: str, beside: dict[str, str]) -> list[str]:
    """Return what is said of ``text`` as the policy sound.yml with companions ``beside`` it."""
    path = folder / "sound.yml"
    path.write_text(text, encoding="utf-8")
    for kind, more in beside.items():
        path.with_name(f"sound.{kind}.yml").write_text(more, encoding="utf-8")
    try:
        faults = load_partnership(path, LAW.declared, LAW.policy).faults
    except Faults as error:
        faults = error.faults
    lines = [str(one).replace(f"{path}:", "") for one in faults]
    lines = [one.replace(f"{folder}/", "") for one in lines]
    return [re.sub(r"and \d+ more", "and more", one) for one in lines]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_broken_policy_is_told_every_fault(case, tmp_path):
    """Each case of cases.yml gives exactly its faults, in order of place."""
    find, beside = case.get("find", ""), case.get("beside", {})
    assert find in SOUND
    broken = SOUND.replace(find, case["put"], 1) if find else SOUND
    assert broken != SOUND or beside
    assert case["faults"] == told(tmp_path, broken, beside)


def test_every_case_expects_something():
    """A case that expects no fault would prove nothing."""
    assert len(CASES) > 80
    assert [] == [case["name"] for case in CASES if not case["faults"]]


def test_the_sound_policy_has_no_fault(tmp_path):
    """What the cases break is whole to begin with."""
    assert [] == told(tmp_path, SOUND, {})


def keys_of_the_schema(node):
    """Yield every key that the schema of the short form lets an author write."""
    for key, inner in node.items() if isinstance(node, dict) else ():
        if key == "properties":
            yield from inner
        yield from keys_of_the_schema(inner)
    for inner in node if isinstance(node, list) else ():
        yield from keys_of_the_schema(inner)


def test_every_key_that_a_fault_advises_is_one_that_an_author_may_write():
    """An author who wrote `at` is not told of `source`."""
    schema = json.loads((POLICIES / "partnership.schema.json").read_text("utf-8"))
    mine = {*keys_of_the_schema(schema)}
    advised = {
        key
        for case in CASES
        for fault in case["faults"]
        for key in re.findall(r"`([\w-]+(?: one| given)?)", fault)
    }
    assert {"at", "then", "not given"} <= advised
    assert set() == advised - mine - {"rapidreview", "document"}


def test_a_file_of_the_first_format_is_told_one_thing(tmp_path):
    """Whatever else is in it: which verb to run, at its `format:`."""
    path = tmp_path / "old.yml"
    path.write_text("id: 3\nformat: 1\nsteps: [{}]\n", encoding="utf-8")
    (fault,) = load_partnership(path, LAW.declared, LAW.policy).faults
    assert str(fault) == (
        f"{path}:2:9: the file is of the first format, which is not read any more; found 1; "
        f"run `rapidreview upgrade {path}`"
    )


def test_a_companion_without_a_policy_is_a_fault(tmp_path):
    """Lint and the build say so; a companion given by name is read with its policy."""
    folder = tmp_path / "partnerships"
    folder.mkdir()
    (tmp_path / "national").symlink_to(HERE / "national")
    (folder / "sound.yml").write_text(SOUND, encoding="utf-8")
    mine = folder / "sound.notes.yml"
    mine.write_text("chains: []\n", encoding="utf-8")
    assert not lint(tmp_path, [mine]).faults
    alone = folder / "sund.notes.yml"
    alone.write_text("notes: []\n", encoding="utf-8")
    says = (
        f"{alone}:1:1: there is no policy beside this companion; found no sund.yml; "
        "name the companion as the policy it belongs to"
    )
    assert [says] == [str(one) for one in lint(tmp_path).faults]
    assert [says] == [str(one) for one in lint(tmp_path, [alone]).faults]
    with pytest.raises(Faults, match="there is no policy beside this companion"):
        read_all(tmp_path)


def test_what_can_be_told_without_a_national_layer_is_told(tmp_path):
    """The names of what a policy itself declares, and its keys, in one reading."""
    path = tmp_path / "sound.yml"
    text = SOUND.replace("who: panel\n        asks", "who: pannel\n        asks", 1)
    path.write_text(text.replace("website", "web_site", 1), encoding="utf-8")
    faults = load_partnership(path, None).faults
    assert [(9, "unknown key"), (56, "there is no such actor")] == [
        (one.line, one.message.partition(";")[0]) for one in faults
    ]
