"""The engine that readers run is the engine that is tested: in Pyodide, as packed."""

import json
import random
import re
import shutil
import subprocess
import sysconfig
from datetime import date, timedelta
from pathlib import Path

import pytest

from handbook.read.library import read_all
from handbook.runtime.bundle import PYODIDE, RUNTIME
from handbook.site.build import for_browser
from handbook.site.chosen_files import chosen
from rapidreview import browser as widget
from rapidreview.model import to_plain

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests" / "pyodide"
QUESTIONS = 600
ENGINE = ("days", "say", "check", "dates", "show", "files")
OF_THE_PRESS = (
    "days/test_oracles.py",  # compares with numpy, which is compiled
    "dates/test_time_left.py",  # about the press's simulation, which reads YAML
    "check/test_no_law_in_python.py",  # reads the source of the press
    # about small policies in YAML, which the press reads
    "check/test_acting.py",
    "say/test_deciding.py",
    # These try every combination of answers, which takes minutes here; 600 answers are compared below.
    "check/test_law.py",
    "check/test_age.py",
    "check/test_local.py",
)

pytestmark = [pytest.mark.site, pytest.mark.slow]


@pytest.fixture(scope="module")
def manifest():
    """Read what was packed."""
    return json.loads((ROOT / RUNTIME / "manifest.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def library():
    """Read everything under ``policies/``."""
    return read_all(ROOT / "policies")


def node(script, *arguments):
    """Run a script of ours under Node and return its process, ended."""
    command = [shutil.which("node"), HERE / script, *arguments]
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False
    )


def test_the_engines_own_tests_pass_inside_pyodide(manifest, library, tmp_path):
    """The suite of dates and of the checker, on the wheel that the browser gets."""
    dump = tmp_path / "policies.json"
    plain = {
        "national": to_plain(library.national),
        "partnerships": to_plain(library.partnerships),
        "england": to_plain(library.england.partnership),
        "holidays": library.calendar.plain(),
    }
    dump.write_text(json.dumps(plain), "utf-8")
    done = node(
        "suite.mjs",
        ROOT,
        (ROOT / PYODIDE).resolve(),
        ROOT / RUNTIME / manifest["folder"] / manifest["engine"],
        sysconfig.get_path("purelib"),
        dump,
        *(f"tests/{folder}" for folder in ENGINE),
        *(f"--ignore=tests/{name}" for name in OF_THE_PRESS),
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) > 300


def questions(library):
    """Return questions of every kind, the same ones every time: sensible, odd and wrong."""
    chance = random.Random(2026)  # noqa: S311 - chosen once, not secret
    asked = []
    national = library.national.notifiability.questions
    for number in range(QUESTIONS):
        partnership = chance.choice(library.partnerships)
        areas = ["", *(f":{area.id}" for area in partnership.areas)]
        place = {"partnership": partnership.id + chance.choice(areas)}
        if number % 3 == 0:
            answers = {
                item.id: chance.choice(item.options).id
                for item in (*national, *partnership.questions)
                if chance.random() < 0.97
            }
            aware = chance.choice(["", moment(chance, date(2026, 11, 2))])
            asked.append(["check", place | {"answers": answers, "la_aware": aware}])
            continue
        first = date(2026, 1, 1) + timedelta(chance.randrange(300))
        events = {}
        for event in partnership.events:
            if chance.random() < 0.25:
                first += timedelta(chance.randrange(15))
                events[event.id] = moment(chance, first)
        given = place | {"events": events, "today": "2026-11-25"}
        if number % 3 == 1:
            asked.append(["deadlines", given])
        else:
            kind = chance.choice(["csv", "text"])
            asked.append(["file", given | {"kind": kind}])
    return [[ask, json.dumps(given)] for ask, given in asked]


def moment(chance, day):
    """Return ``day`` as people type it, now and then as an impossible one."""
    typed = [day.isoformat()] * 20
    return chance.choice([*typed, f"{day.isoformat()} 10:00", "31 November 2026"])


def timeless(answer):
    """Return the answer without the minute at which it was made."""
    return re.sub(r"(Answer made on</dt><dd>)[^<]*", r"\1", answer)


@pytest.fixture(scope="module")
def asked(library):
    """Return the generated questions."""
    return questions(library)


@pytest.fixture(scope="module")
def packed(manifest, library, asked, tmp_path_factory):
    """Ask the packed runtime as the page does; return its answers and what it says of its start."""
    tmp_path = tmp_path_factory.mktemp("packed")
    policies = {
        one.id: json.loads(chosen(one))["policy"] for one in library.all_protocols
    }
    with_policy = []
    for ask, text in asked:
        given = json.loads(text)
        policy = policies[given["partnership"].partition(":")[0]]
        with_policy.append([ask, json.dumps(given | {"policy": policy})])
    (tmp_path / "asked.json").write_text(json.dumps(with_policy), "utf-8")
    folder = (ROOT / RUNTIME / manifest["folder"]).resolve()
    listed = ROOT / RUNTIME / "manifest.json"
    done = node(
        "same.mjs",
        folder,
        listed,
        tmp_path / "asked.json",
        tmp_path / "answers.json",
    )
    assert done.returncode == 0, done.stderr[-1000:]
    answers = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    return answers, json.loads(done.stdout)


def test_answers_in_the_packed_runtime_equal_those_outside(
    library, asked, packed, monkeypatch
):
    """600 generated questions: the trimmed runtime, handed the protocol's file, says the same letter for letter."""
    found, _ = packed
    data = to_plain(for_browser(library))
    monkeypatch.setattr(widget, "_data", lambda: data)
    for kept in (widget._national, widget._protocols, widget._calendar):
        kept.cache_clear()
    expected = [widget.answer(ask, given) for ask, given in asked]
    assert len(found) == QUESTIONS
    # one by one: pytest would compare two long lists of pages line by line, for hours
    for question, outside, inside in zip(asked, expected, found, strict=True):
        same = timeless(outside) == timeless(inside)
        assert same, question
    assert sum("problems" in json.loads(answer) for answer in found) < QUESTIONS / 2


def test_the_packed_runtime_compiles_nothing_that_the_build_could_compile(packed):
    """Every module of the engine comes in, no dataclass writes its methods anew, the library is in the table."""
    _, start = packed
    assert start["modules"] == len(
        [
            path
            for path in (ROOT / "py" / "rapidreview").rglob("*.py")
            if path.name != "__init__.py"
        ]
    )
    assert start["classes"] > 60
    assert start["written"] == 0
    assert {"dataclasses", "json", "re", "datetime", "zipfile"} <= set(start["table"])


def test_the_packed_pyodide_exports_only_what_its_scripts_name(manifest):
    """Of more than nine thousand exports of the stock file a few hundred are left."""

    def exports(path):
        counted = """const { readFileSync } = require("node:fs");
            const module = new WebAssembly.Module(readFileSync(process.argv[1]));
            console.log(WebAssembly.Module.exports(module).length);"""
        done = subprocess.run(
            [shutil.which("node"), "--eval", counted, str(path)],
            capture_output=True,
            check=True,
        )
        return int(done.stdout)

    name = "pyodide.asm.wasm"
    assert exports(ROOT / PYODIDE / name) > 9000
    assert exports(ROOT / RUNTIME / manifest["folder"] / name) < 400
