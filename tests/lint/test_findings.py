"""The linter tells the owners of a protocol what a reader would stumble over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from full_form import FULL, lint_full
from handbook.lint import CHECKS
from handbook.lint.run import lint
from handbook.lint.trials import WHY

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parents[1] / "faults"
NATIONAL = HERE / "national"
CASES = yaml.safe_load((FULL / "findings.yml").read_text(encoding="utf-8"))
SOUND = (HERE / "sound.yml").read_text(encoding="utf-8")
IN_FULL = (FULL / "sound.yml").read_text(encoding="utf-8")
TODAY = date(2026, 11, 21)
ALWAYS = "edition-superseded"


def told(text, folder):
    """Return what the linter says of ``text`` as the policy sound.yml."""
    path = folder / "sound.yml"
    path.write_text(text, encoding="utf-8")
    lines = lint_full(NATIONAL, path, TODAY).lines()
    mine = [line.removeprefix(f"{path}:") for line in lines if f"{path}:" in line]
    return [line for line in mine if ALWAYS not in line and line != " OK"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_each_flaw_is_found(case, tmp_path):
    """Each case of findings.yml gives exactly its findings, in order of place."""
    flawed = IN_FULL
    for change in (case, case.get("then")):
        if change:
            assert change["find"] in flawed
            flawed = flawed.replace(change["find"], change["put"], 1)
    assert flawed != IN_FULL
    assert case["findings"] == told(flawed, tmp_path)


def test_every_case_expects_something():
    """A case that expects no finding would prove nothing."""
    assert [] == [case["name"] for case in CASES if not case["findings"]]


def test_the_sound_policy_is_only_told_that_its_guidance_is_superseded():
    """What the cases spoil is clean to begin with."""
    lines = lint(HERE, [NATIONAL, HERE / "sound.yml"], TODAY).lines()
    assert 2 == len(lines)
    assert lines[0].endswith("[edition-superseded]")
    assert f"{NATIONAL}: OK" == lines[1]


def test_every_check_is_tried_by_a_case():
    """No check stands in the code without a policy that it speaks of."""
    everything = json.dumps(CASES) + ALWAYS
    untried = [check.id for check in CHECKS if check.id not in everything]
    assert {"evidence-unread", "duty-strength", "readers-unasked"} == set(untried), (
        "tried by the tests below"
    )
    elsewhere = [name for name in WHY if name not in everything]
    assert ["area-twice", "region-idle"] == elsewhere, "below, and in read/test_regions"


def test_an_address_that_the_author_calls_a_role_s_is_believed(tmp_path):
    """`personal: false` is an answer: the linter does not ask again."""
    spoilt = IN_FULL.replace("hub@example.org", "serious.incidents@example.org", 1)
    asked = told(spoilt, tmp_path)
    answered = spoilt.replace(
        "    areas: [sound]\n", "    areas: [sound]\n    personal: false\n", 1
    )
    assert ["mailbox-personal"] == [line[line.rindex("[") + 1 : -1] for line in asked]
    assert [] == told(answered, tmp_path)


def test_a_must_on_panel_guidance_is_an_error(tmp_path):
    """National duties use must and should in the sense of their standing."""
    law = (NATIONAL / "law.yml").read_text(encoding="utf-8")
    duty = """      duties:
        - {id: notify, do: notify, to: the Panel, who: us, strength: must, standing: panel, source: ["wt2026#1"]}
        - {id: notify, do: tell, to: the Panel, who: us, strength: should, standing: law, source: ["wt2026#1"]}
        - {id: notify, do: review, to: the Panel, who: partners, strength: required, standing: guidance, source: ["wt2026#1"]}
"""
    spoilt = law.replace("      duties:\n", duty, 1)
    (tmp_path / "law.yml").write_text(spoilt, encoding="utf-8")
    for name in ("times.yml", "bank-holidays.json"):
        (tmp_path / name).write_bytes((NATIONAL / name).read_bytes())
    lines = lint(HERE, [tmp_path], TODAY).lines()
    found = [line.partition(": ")[2] for line in lines if "duty-strength" in line]
    assert [
        "error: a must that stands on panel guidance; write should, or cite the law [duty-strength]",
        "error: a should that stands on law; write must or may [duty-strength]",
        "error: required is for what the Panel requires, and this stands on guidance; write must or should [duty-strength]",
    ] == found


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ("unread: [glossary]", ["wt2026#glossary"]),
        ("evidence: to-verify", ["wt2026#glossary", "wt2026#chapter 5"]),
        ("unread: [chapter 9]", []),
    ],
)
def test_what_nobody_has_read_cannot_stand_as_found(mark, found, tmp_path):
    """A part that rests on an unread provision or instrument is told to say so, at its source."""
    for name in ("law.yml", "times.yml", "bank-holidays.json"):
        (tmp_path / name).write_bytes((NATIONAL / name).read_bytes())
    law = (NATIONAL / "law.yml").read_text(encoding="utf-8")
    spoilt = law.replace("kind: guidance}", f"kind: guidance, {mark}}}", 1)
    assert spoilt != law
    (tmp_path / "law.yml").write_text(spoilt, encoding="utf-8")
    lines = lint(HERE, [tmp_path], TODAY).lines()
    told_of = {
        line.split('"')[1]
        for line in lines
        if "error" in line and "evidence-unread" in line
    }
    assert set(found) == told_of


@pytest.mark.parametrize(
    ("status", "questions", "told_of"),
    [("in force", False, True), ("in force", True, False), ("draft", False, False)],
)
def test_a_finished_policy_is_told_that_no_reader_asks_of_it(
    tmp_path, status, questions, told_of
):
    """The note names the file to write; a draft is not asked, nor a folder without a tree."""
    folder = tmp_path / "policies" / "partnerships"
    folder.mkdir(parents=True)
    readers = tmp_path / "tests" / "readers"
    readers.mkdir(parents=True)
    if questions:
        (readers / "sound.yml").write_text("[]", encoding="utf-8")
    path = folder / "sound.yml"
    path.write_text(SOUND.replace("in force", status, 1), encoding="utf-8")
    found = [
        one.message
        for one in lint(HERE, [NATIONAL, path], TODAY).findings
        if one.check == "readers-unasked"
    ]
    assert told_of == bool(found)
    assert all("tests/readers/sound.yml" in message for message in found)


def test_every_check_says_why_in_a_sentence():
    """Ids are unique and each reason is a sentence."""
    ids = [check.id for check in CHECKS]
    assert len(ids) == len(set(ids))
    reasons = [check.why for check in CHECKS] + list(WHY.values())
    assert [] == [why for why in reasons if not (why[0].isupper() and why[-1] == ".")]


def test_an_authority_in_two_partnerships_is_an_error(tmp_path):
    """The second partnership that claims an authority is told who has it."""
    (tmp_path / "other.yml").write_text(
        SOUND.replace("id: sound\n", "id: other\n", 1), encoding="utf-8"
    )
    files = [NATIONAL, HERE / "sound.yml", tmp_path / "other.yml"]
    found = [one for one in lint(HERE, files, TODAY).findings if "twice" in one.check]
    assert ["Sound Council is an area of sound already"] == [f.message for f in found]


def test_a_gap_in_the_national_rules_is_an_error(tmp_path):
    """A set of answers that no rule takes is told with the smallest example."""
    for path in NATIONAL.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    law = (tmp_path / "law.yml").read_text(encoding="utf-8")
    start, end = law.index("    - id: R02"), law.index("  flags:")
    (tmp_path / "law.yml").write_text(law[:start] + law[end:], encoding="utf-8")
    lines = lint(HERE, [tmp_path], TODAY).lines()
    assert any("error: no rule takes age=25-plus [proof-gap]" in line for line in lines)


def test_without_a_national_layer_the_rest_is_still_checked(tmp_path):
    """The report says what was left out, and finds the local faults."""
    (tmp_path / "national").mkdir()
    path = tmp_path / "sound.yml"
    path.write_text(SOUND.replace("does: Record", "dose: Record"), encoding="utf-8")
    report = lint(tmp_path, [path], TODAY)
    assert any("did you mean does?" in line for line in report.lines())
    assert "so references to it were not checked" in report.remarks[0]


def test_broken_bank_holidays_are_a_fault(tmp_path):
    """The calendar is read with the national layer and told like it."""
    for path in NATIONAL.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "bank-holidays.json").write_text("[1, 2", encoding="utf-8")
    lines = lint(HERE, [tmp_path], TODAY).lines()
    expected = f"{tmp_path / 'bank-holidays.json'}:1:1: this is not a list of bank holidays; write first, last and holidays"
    assert [expected] == lines


def test_the_committed_policies_have_no_error():
    """The whole library is linted, every combination of answers and start date tried."""
    report = lint(ROOT / "policies")
    errors = [str(one) for one in report.findings if one.severity == "error"]
    assert [] == [str(fault) for fault in report.faults]
    assert [] == errors
    assert len(report.files) > 1


WORDS = sorted(
    {word.strip("{}[],:") for word in SOUND.split()}
    | {"0", "-1", "true", '""', "[]", "{}"}
)
ROWS = SOUND.splitlines()
SPOTS = [
    (at, word) for at, row in enumerate(ROWS) for word in range(len(row.split(" ")))
]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(SPOTS), st.sampled_from(WORDS))
def test_any_word_anywhere_is_linted_without_a_traceback(tmp_path, spot, word):
    """Real words in wrong places pass the reading more often than noise, and are tried out."""
    at, place = spot
    rows = list(ROWS)
    parts = rows[at].split(" ")
    parts[place] = word
    rows[at] = " ".join(parts)
    path = tmp_path / "sound.yml"
    path.write_text("\n".join(rows), encoding="utf-8")
    report = lint(HERE, [NATIONAL, path], TODAY)
    assert report.lines()
    assert isinstance(json.loads(report.as_json()), list)
