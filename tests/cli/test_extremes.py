"""Numbers and dates at the ends of what can be written bring a sentence, never a traceback."""

from __future__ import annotations

import json
import os
import random
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.lint.run import lint
from handbook.read.library import read_all
from handbook.site import build
from rapidreview import browser as widget
from rapidreview.model import to_plain

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
HERE = Path(__file__).parents[1] / "faults"
SOUND = (HERE / "sound.yml").read_text("utf-8")
TRIES = int(os.environ.get("EXTREMES", "75"))
"""For each of the four ways in; EXTREMES=750 tries three thousand in all."""
NUMBERS = (
    [sign * 10**power + near for power in range(20) for near in (-1, 0, 1) for sign in (1, -1)]
    + [2**power + near for power in (7, 8, 15, 16, 31, 32, 53, 63, 64) for near in (-1, 0, 1)]
)  # fmt: skip
ODD = ["1e308", "-1e-9", "1.5", "0x7fffffffffffffff", "0o777", ".5", "9" * 17, "9" * 40, "-0", "+1",
       "nan", ".inf", "true", "null", '""', "[]", "{}", "2026-11-20", "12:30"]  # fmt: skip
YEARS = ["0000", "0001", "1582", "1752", "1899", "1970", "2018", "2019", "2026", "2028", "2029",
         "2038", "2100", "9998", "9999", "10000", "99999", "-001", "20", ""]  # fmt: skip
TIMES = ["", "T00:00", "T23:59", "T24:00", "T23:60", "T99:99", "T10", "T10:00:60", "T-1:00", " 10:00Z"]  # fmt: skip
AMOUNTS = ["within: 15 working days", "within: 10 to 15 days", "within: 360 hours"]
UNITS = [
    "hours",
    "working days",
    "days",
    "weeks",
    "months",
    "years",
    "working day",
    "times",
]
WAYS = ["within", "full", "at least", "not before"]
EDGE_DAYS = [date(2018, 12, 31), date(2019, 1, 1), date(2028, 12, 31), date(2029, 1, 1)]


def a_number(random):
    """Return a number at some end, or what is none, as YAML writes it."""
    return str(random.choice(NUMBERS)) if random.random() < 0.8 else random.choice(ODD)


def a_date(random):
    """Return a date at some end of a year, of the calendar or of all time, or nearly a date."""
    kind = random.random()
    if kind < 0.3:
        day = random.choice(EDGE_DAYS) + timedelta(days=random.randint(-20, 20))
        return day.isoformat() + random.choice(TIMES)
    if kind < 0.4:
        return random.choice([date.min, date.max]).isoformat() + random.choice(TIMES)
    month = random.choice(["00", "01", "02", "12", "13", "1", "99", "-1"])
    day = random.choice(["00", "01", "28", "29", "30", "31", "32", "9", "99"])
    return f"{random.choice(YEARS)}-{month}-{day}{random.choice(TIMES)}"


def seeded(name):
    """Return the chances of one test: the same at each run."""
    return random.Random(name)  # noqa: S311 - chances of a test, no secrets


@pytest.fixture(scope="module")
def library():
    """Return the real policies."""
    return read_all(POLICIES)


@pytest.fixture
def tool(library, monkeypatch):
    """Return the engine as the reader's browser has it, with the real policies."""
    data = json.loads(json.dumps(to_plain(build.for_browser(library))))
    caches = (widget._data, widget._national, widget._protocols, widget._calendar)
    for one in caches:
        one.cache_clear()
    monkeypatch.setattr(widget, "_data", lambda: data)
    yield widget
    for one in caches[1:]:
        one.cache_clear()


def test_lint_survives_every_amount_and_every_worked_date(tmp_path):
    """Amounts, ranges, months and worked dates at their ends: a report, whatever they are."""
    chance = seeded("lint")
    (tmp_path / "partnerships").mkdir()
    shutil.copytree(HERE / "national", tmp_path / "national")
    path = tmp_path / "partnerships" / "sound.yml"
    for _ in range(TRIES):
        text = SOUND
        for clock in chance.sample(AMOUNTS, chance.randint(1, 3)):
            to = f" to {a_number(chance)}" if chance.random() < 0.4 else ""
            words = f"{a_number(chance)}{to} {chance.choice(UNITS)}"
            new = f"{chance.choice(WAYS)}: {json.dumps(words)}"
            text = text.replace(clock, new, 1)
        text = text.replace(
            '{sin_sent: "2026-11-02"}', f'{{sin_sent: "{a_date(chance)}"}}'
        )
        path.write_text(text, encoding="utf-8")
        report = lint(tmp_path)
        assert report.files
        assert all(line.isprintable() for line in report.lines())


def ends(asked, chance):
    """Return dates at some end for a few of the events ``asked``, by id."""
    return {name: a_date(chance) for name in chance.sample(asked, chance.randint(1, 4))}


def test_the_calculator_survives_every_date(tool, library):
    """The browser's calculator: dates, or sentences by field."""
    chance = seeded("calculator")
    for _ in range(TRIES):
        place = chance.choice(library.partnerships)
        events = [event.id for event in place.events]
        given = {
            "partnership": place.id,
            "events": ends(events, chance),
            "today": a_date(chance) if chance.random() < 0.5 else "",
            "closures": {"closures-1": a_date(chance)} if chance.random() < 0.5 else {},
            "booked": {"booked-1": a_date(chance)} if chance.random() < 0.5 else {},
        }
        answer = json.loads(tool.answer("deadlines", json.dumps(given)))
        assert answer.get("html") or all(one["says"] for one in answer["problems"])
        for kind in ("ics", "csv", "text"):
            asked = json.dumps({**given, "kind": kind})
            made = json.loads(tool.answer("file", asked))
            assert made.get("text") or made["problems"]


def test_the_checker_survives_every_date(tool, library):
    """The browser's checker, with the day on which the authority became aware."""
    chance = seeded("checker")
    questions = library.national.notifiability.questions
    for _ in range(TRIES):
        place = chance.choice(library.partnerships)
        answers = {one.id: chance.choice(one.options).id for one in questions}
        if chance.random() < 0.2:
            answers[chance.choice(list(answers))] = a_number(chance)
        given = {
            "partnership": place.id,
            "answers": answers,
            "la_aware": a_date(chance),
        }
        answer = json.loads(tool.answer("check", json.dumps(given)))
        assert answer.get("html") or all(one["says"] for one in answer["problems"])


def test_both_command_lines_survive_every_date_and_number(library):
    """The verbs that ask the engine, in words and in lines of a batch: an answer, or exit code 2."""
    chance = seeded("command line")
    lines = {"notifiable": [], "deadlines": []}
    for _ in range(TRIES):
        place = chance.choice(library.partnerships)
        events = ends([event.id for event in place.events], chance)
        flags = [
            word
            for flag in ("--today", "--closed", "--booked")
            if chance.random() < 0.4
            for word in (flag, a_date(chance))
        ]
        if chance.random() < 0.2:
            words = [f"{event}={day}" for event, day in events.items()]
            form = chance.choice(["text", "json", "csv", "ics"])
            asked = ["deadlines", "-p", place.id, "--format", form, *flags, *words]
            result = CliRunner().invoke(main, [*asked, "--policies", str(POLICIES)])
            assert isinstance(result.exception, SystemExit | None), asked
            assert result.exit_code in (0, 2), asked
        verb = chance.choice(["notifiable", "deadlines"])
        line = {"partnership": place.id, **events, "age": a_number(chance)}
        text = json.dumps(line)
        if chance.random() < 0.3:
            text = text.replace(json.dumps(line["age"]), a_number(chance))
        lines[verb].append(text)
    for verb, asked in lines.items():
        words = [verb, "--batch", "-", "--policies", str(POLICIES)]
        result = CliRunner().invoke(main, words, input="\n".join(asked))
        assert isinstance(result.exception, SystemExit | None)
        assert result.exit_code in (0, 2)
        assert len(result.stdout.splitlines()) == len(asked)
