"""A broken policy is told every fault at its place, in words a person can act on."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from full_form import FULL, lint_full, policy_of, read_full
from handbook.read import nodes
from handbook.read.faults import Faults, allowed_names
from handbook.read.library import read_all, read_national
from handbook.read.loading import load_national, merge
from handbook.read.yaml_source import parse, read_node

HERE = Path(__file__).parents[1] / "faults"
POLICIES = Path(__file__).parents[2] / "policies"
CASES = yaml.safe_load((FULL / "cases.yml").read_text(encoding="utf-8"))
NATIONAL = HERE / "national"
TODAY = date(2026, 11, 21)
LAW = load_national(HERE / "national").declared
SOUND = (FULL / "sound.yml").read_text(encoding="utf-8")


def told(text: str, folder: Path) -> list[str]:
    """Return what is said of ``text`` as the policy sound.yml, without the file's name."""
    path = folder / "sound.yml"
    path.write_text(text, encoding="utf-8")
    try:
        faults = read_full(path, LAW).faults
    except Faults as error:
        faults = error.faults
    return [without_count(str(fault).removeprefix(f"{path}:")) for fault in faults]


def without_count(says: str) -> str:
    """Return a fault without how many keys it leaves out: a new field is no new fault."""
    return re.sub(r"and \d+ more", "and more", says)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_broken_policy_is_told_every_fault(case, tmp_path):
    """Each case of cases.yml gives exactly its faults, in order of place."""
    broken = SOUND.replace(case["find"], case["put"], 1)
    assert broken != SOUND
    assert case["faults"] == told(broken, tmp_path)


def test_every_case_expects_something():
    """A case that expects no fault would prove nothing."""
    assert [] == [case["name"] for case in CASES if not case["faults"]]


def test_the_sound_policy_has_no_fault():
    """What the cases break is whole to begin with."""
    policy = policy_of(FULL / "sound.yml", LAW)
    assert "sound" == policy.id
    assert ("2.2",) == policy.deadlines[0].source


def test_from_is_read_into_from_underscore():
    """The key `from:` fills the field that Python cannot call `from`."""
    policy = policy_of(FULL / "sound.yml", LAW)
    assert "sin_sent" == policy.deadlines[0].from_


def test_the_national_files_are_read_as_one():
    """Events of one file and instruments of the other come out together."""
    national = read_national(HERE / "national")
    assert ["sin_sent", "panel_reply"] == [event.id for event in national.events]
    assert "wt2026" == national.instruments[1].id


def test_a_key_with_two_values_in_two_national_files_is_a_fault():
    """Neither file wins quietly."""
    first = parse(b"format: 1\npanel_name: A\n", "a.yml")
    second = parse(b"format: 1\npanel_name: B\n", "b.yml")
    _, faults = merge([first, second])
    assert ["b.yml:2:1: `panel_name` is also in a.yml, line 2, with another value"] == [
        str(fault) for fault in faults
    ]


def test_a_missing_national_layer_is_said(tmp_path):
    """An empty folder is named, not passed over."""
    with pytest.raises(Faults, match=r"there is no national layer"):
        read_national(tmp_path)


def test_all_files_are_told_at_once(tmp_path):
    """Faults of two partnerships, of the national layer and of the bank holidays come together."""
    (tmp_path / "national").mkdir()
    (tmp_path / "partnerships").mkdir()
    (tmp_path / "national" / "law.yml").write_text("format: 3\n", encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / "partnerships" / f"{name}.yml").write_text(
            "format: 2\n", encoding="utf-8"
        )
    with pytest.raises(Faults) as caught:
        read_all(tmp_path)
    files = {Path(fault.path).name for fault in caught.value.faults}
    assert {"law.yml", "one.yml", "two.yml", "bank-holidays.json"} == files


def test_two_policies_may_not_share_an_id_in_a_file_of_another_name(tmp_path):
    """The id is the file's name, so that two files cannot claim one partnership."""
    path = tmp_path / "other.yml"
    path.write_text(SOUND, encoding="utf-8")
    with pytest.raises(Faults, match=r"the id differs from the name of the file"):
        policy_of(path, LAW)


BYTES = {
    "a byte order mark": (b"\xef\xbb\xbfformat: 1\n", "1:1: the file begins with"),
    "UTF-16": ("format: 1\n".encode("utf-16"), "1:1: the file is not UTF-8; found UTF-16"),
    "Latin-1": ("format: 1\nname: Ex\xe9\n".encode("latin-1"), "2:9: the file is not UTF-8; found byte 0xE9"),
    "nothing": (b"", "1:1: the file is empty"),
    "blank lines": (b"\n \n", "1:1: the file is empty"),
    "a comment only": (b"# nothing\n", "1:1: the file is empty; found only comments"),
    "a list": (b"- a\n", "1:1: a policy is a mapping of keys; found a list"),
    "a word": (b"hello\n", '1:1: a policy is a mapping of keys; found "hello" (text)'),
    "a null byte": (b"format: 1\x00\n", "1:10: a character that cannot be seen"),
    "a lone surrogate": (b'name: "\\ud800"\n', "1:10: this is not YAML; found an escape that stands for no character"),
    "a bomb of aliases": (
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "1:4: anchors are not allowed; found &a",
    ),
    "brackets without end": (b"a: " + b"[" * 100_000, "1:27: nested too deeply"),
    "dashes without end": (b"- " * 50_000 + b"x", "1:49: nested too deeply"),
    "three megabytes": (b"a: " + b"x" * 3_000_000, "1:1: the file is too big; found 3.0 MB; a policy may have at most 2 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_policy_are_told_as_such(name):
    """Encodings, empty files, bombs and walls of brackets get one plain sentence first."""
    data, expected = BYTES[name]
    with pytest.raises(Faults) as caught:
        parse(data, "x.yml")
    assert str(caught.value.faults[0]).startswith(f"x.yml:{expected}")


def test_a_file_that_is_too_big_is_not_read(tmp_path):
    """The size is looked at before the content."""
    path = tmp_path / "big.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Faults, match=r"found 50\.0 MB; a policy may have at most 2 MB"):
        read_node(path)


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    """A folder in place of a file gives a sentence, not a traceback."""
    with pytest.raises(Faults, match=r"the file cannot be read; found a folder"):
        read_node(tmp_path)


PLAIN = {
    "no": "no", "yes": "yes", "on": "on", "off": "off", "y": "y",
    "2026-11-20": "2026-11-20", "12:30:45": "12:30:45", "1_000": "1_000",
    "0o17": 15, "010": 10, "0x1F": 31, "15": 15, "-3": -3, "1.5": 1.5,
    "true": True, "False": False, "~": None, "null": None, "": None,
    "9" * 5000: "9" * 5000, "1e5": 100_000.0, "1e999": "1e999", ".inf": ".inf",
}  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_follow_yaml_1_2(text):
    """What YAML 1.1 would turn into booleans, dates and sexagesimals stays text."""
    value = nodes.core(text)
    assert (type(PLAIN[text]), PLAIN[text]) == (type(value), value)


def test_windows_line_endings_are_read():
    """A file saved on Windows is as good as any."""
    root = parse(b"format: 1\r\nname: x\r\n", "x.yml")
    assert (2, 7) == (root.entries["name"].line, root.entries["name"].column)


def test_markup_in_a_policy_stays_text():
    """Braces and script are data; nothing here interprets them."""
    root = parse(b"name: '<script>{{ 7 * 7 }}</script>'\n", "x.yml")
    assert "<script>{{ 7 * 7 }}</script>" == root.text("name")


def test_the_committed_policies_have_no_fault():
    """The whole library reads, partnerships in order of id."""
    library = read_all(POLICIES)
    ids = [partnership.id for partnership in library.partnerships]
    assert sorted(ids) == ids
    assert ids


@pytest.mark.parametrize(
    ("name", "allowed", "near"),
    [
        ("derby", ["surrey", "tees"], ""),
        ("south", ["sound", "north"], ""),
        ("2.3", ["2.1", "2.2"], ""),
        ("2.10", ["2.1"], ""),
        ("refer", ["refer-it", "report-it"], "refer-it"),
        ("sin_snet", ["sin_sent", "rr_meeting"], "sin_sent"),
        ("wt2032", ["wt2023", "wt2026"], "wt2023"),
        ("chair", ["child", "charity"], ""),
    ],
)
def test_a_name_is_offered_only_where_it_is_really_near(name, allowed, near):
    """A slip has its right name offered; another word, or another section, has none."""
    hint = f"; did you mean {near}?" if near else ""
    assert allowed_names(name, allowed).endswith(f"{allowed[-1]}{hint}")


def test_each_place_of_a_mistake_is_still_told_where_it_is_asked_for(tmp_path):
    """One line by default; with --all, and in JSON, every place with its line and column."""
    path = tmp_path / "sound.yml"
    path.write_text(SOUND.replace('{at: "2.2", title: Report}', "", 1), "utf-8")
    path.write_text(path.read_text("utf-8").replace("      - \n", ""), "utf-8")
    report = lint_full(NATIONAL, path, TODAY)
    (group,) = report.faults
    assert 5 == len(group.places)
    assert 5 == len(report.lines(every=True)) - len(report.lines())
    told = json.loads(report.as_json())[0]["places"]
    assert [[one.line, one.column] for one in group.places] == [one[:2] for one in told]
    rows = path.read_text("utf-8").splitlines()
    assert all('"2.2"' in rows[line - 1][column - 1 :] for line, column, _ in told)


def test_a_hundred_names_of_one_kind_are_one_fault(tmp_path):
    """Whoever forgot the list of sections is told once, with every name that it lacks."""
    names = [f"{n}.{m}" for n in range(3, 13) for m in range(1, 11)]
    cited = ", ".join(f'"{name}"' for name in names)
    path = tmp_path / "sound.yml"
    path.write_text(SOUND.replace('source: ["2.2"]', f"source: [{cited}]", 1), "utf-8")
    (one,) = read_full(path, LAW).faults
    assert "100 sections are not declared: 3.1, 3.2, 3.3" in one.message
    assert "and 40 more; add them to the `sections` of protocol" in one.message
