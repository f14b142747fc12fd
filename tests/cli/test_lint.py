"""The command line answers in sentences: 0 all is well, 1 a policy at fault, 2 asked wrongly.

What the machine does to it (a full disk, a closed stream) is in test_cli_streams.py.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.cli.verbs import main
from handbook.read import schema
from handbook.read.faults import Faults
from handbook.read.library import read_all

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parents[1] / "faults"
POLICIES = ROOT / "policies"
ANSWERS = [
    "age=under-18",
    "abuse=known",
    "harm=died",
    "place=in-area",
    "resident=yes",
    "care=none",
]


def run(*words, given=None, policies=POLICIES):
    """Return what ``rapidreview`` does with ``words``: exit code and output."""
    command = [*words, "--policies", str(policies)]
    result = CliRunner().invoke(main, command, input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def shelf(tmp_path):
    """Return a policies folder with the small national layer and the sound policy."""
    (tmp_path / "partnerships").mkdir()
    (tmp_path / "national").mkdir()
    for path in (HERE / "national").iterdir():
        (tmp_path / "national" / path.name).write_bytes(path.read_bytes())
    sound = (HERE / "sound.yml").read_bytes()
    (tmp_path / "partnerships" / "sound.yml").write_bytes(sound)
    return tmp_path


def test_lint_of_a_good_policy_ends_with_0(shelf):
    """A line for each policy, the counts, and exit code 0."""
    result = run("lint", "--quiet", policies=shelf)
    assert 0 == result.exit_code
    assert f"{shelf / 'national'}: OK" in result.stdout
    assert f"{shelf / 'partnerships' / 'sound.yml'}: OK" in result.stdout
    assert "2 policies checked: 0 errors, 0 warnings, 0 notes." in result.stderr


def test_lint_of_a_broken_policy_ends_with_1(shelf):
    """Each fault is file:line:column and a sentence; exit code 1."""
    path = shelf / "partnerships" / "sound.yml"
    text = path.read_text(encoding="utf-8").replace(
        "who: panel\n        asks", "who: pannel\n        asks"
    )
    path.write_text(text, encoding="utf-8")
    result = run("lint", str(path), policies=shelf)
    assert 1 == result.exit_code
    assert f'{path}:56:14: there is no such actor; found "pannel"' in result.stdout


def test_warnings_alone_do_not_fail(shelf):
    """A superseded edition is told and does not stop anything."""
    result = run("lint", policies=shelf)
    assert 0 == result.exit_code
    assert "[edition-superseded]" in result.stdout
    assert "1 warning" in result.stderr


def test_lint_speaks_json(shelf):
    """Programs get the same as a list of objects."""
    rows = json.loads(run("lint", "--json", policies=shelf).stdout)
    assert ["edition-superseded"] == [row["check"] for row in rows]
    assert 11 == rows[0]["line"]


def test_lint_lists_its_checks():
    """Every check is listed with its reason."""
    listed = run("lint", "--checks").stdout
    assert "section-uncited (error): " in listed
    assert "feasibility (tried): " in listed


def test_lint_without_a_national_layer_says_so(tmp_path):
    """What could not be checked is said, and the exit code is that of the rest."""
    path = tmp_path / "sound.yml"
    path.write_bytes((HERE / "sound.yml").read_bytes())
    result = run("lint", str(path), policies=tmp_path)
    assert 0 == result.exit_code
    assert "There is no national layer" in result.stderr


def test_lint_of_a_file_that_is_not_there_ends_with_2():
    """A wrong path is a wrong question, not a bad policy."""
    assert 2 == run("lint", "nothing.yml").exit_code


def test_the_committed_schemas_are_up_to_date():
    """policies/*.schema.json are what the model says (`rapidreview schema --write`)."""
    for path, text in schema.files(POLICIES).items():
        assert text == path.read_text(encoding="utf-8"), path


def test_schema_writes_once(tmp_path):
    """The first run writes both files, the second says that they are up to date."""
    first = run("schema", "--write", policies=tmp_path).stdout
    second = run("schema", "--write", policies=tmp_path).stdout
    assert 2 == first.count("written")
    assert "The schemas are up to date.\n" == second


def test_schema_carries_the_docstrings():
    """An editor shows what the model's docstrings say, under the keys as YAML spells them."""
    made = json.loads(run("schema").stdout)
    limit = made["$defs"]["Limit"]
    assert "https://json-schema.org/draft/2020-12/schema" == made["$schema"]
    assert "not given" in limit["properties"]
    assert limit["description"].startswith("When something is due;")
    assert "keeps the limit" in limit["properties"]["ends"]["description"]


def test_a_national_file_need_not_have_every_key():
    """The national layer is several files, so its schema requires no key of each."""
    assert "required" not in json.loads(run("schema", "national").stdout)


def test_notifiable_answers_in_json():
    """Rule, outcome, duties, who leads, why, flags, next step and sources."""
    result = run("notifiable", "-p", "tees", *ANSWERS)
    answer = json.loads(result.stdout)
    assert 0 == result.exit_code
    assert "must-notify" == answer["outcome"]
    assert answer["next"]["steps"]
    keys = {"rule", "duties", "leads", "because", "flags", "sources"}
    assert keys <= answer.keys()


def test_notifiable_answers_in_text():
    """The answer first, the rule named, and what to do if a child is in danger now."""
    told = run("notifiable", "-p", "tees", "--format", "text", *ANSWERS).stdout
    assert told.startswith("Must notify")
    assert "outcome: must-notify" in told
    assert told.endswith("If a child is in danger now, call 999.\n")


def test_an_unknown_partnership_gets_the_nearest_name():
    """Exit 2 with a sentence that names it."""
    result = run("notifiable", "-p", "tess", *ANSWERS)
    assert 2 == result.exit_code
    assert "Did you mean “tees”?" in result.stderr


def test_everything_wrong_with_the_answers_is_said_at_once():
    """A missing answer, a wrong one and an unknown question, each with what is allowed."""
    result = run("notifiable", "-p", "tees", "abuse=knwon", "colour=red", *ANSWERS[2:])
    assert 2 == result.exit_code
    assert "colour: There is no question “colour”." in result.stderr
    assert "abuse: “knwon” is not an answer" in result.stderr
    assert "age: Answer the question" in result.stderr


@pytest.mark.parametrize("word", ["age", "=under-18", "age=unborn age=unborn"])
def test_words_that_are_not_key_and_value_are_said(word):
    """A word without =, without a key, or given twice ends with 2."""
    assert 2 == run("notifiable", "-p", "tees", *word.split()).exit_code


def test_a_batch_answers_every_line():
    """One JSON object a line, in the same order; a bad line gets its problems and exit 2."""
    good = dict(pair.split("=") for pair in ANSWERS)
    lines = [good, {**good, "harm": "dead"}, {**good, "partnership": "surrey"}]
    text = "".join(json.dumps(line) + "\n" for line in lines) + "[1\n" + '{"age": 3}\n'
    result = run("notifiable", "-p", "tees", "--batch", "-", given=text)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert 2 == result.exit_code
    assert "must-notify" == answers[0]["outcome"]
    assert "harm" == answers[1]["problems"][0]["field"]
    assert answers[0]["next"] != answers[2]["next"]
    assert "Line 4 is not a JSON object" in answers[3]["problems"][0]["says"]
    assert "on line 5 is not text" in answers[4]["problems"][0]["says"]


def test_deadlines_come_in_four_formats():
    """Text, JSON, CSV and a calendar file tell the same latest date."""
    words = ("deadlines", "-p", "tees", "sin_sent=2026-11-20", "--today", "2026-11-21")
    plain = json.loads(run(*words, "--format", "json").stdout)
    latest = {due["id"]: due["latest"] for due in plain["deadlines"]}["rapid-review"]
    assert "2026-12-11" == latest
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").stdout)))
    assert latest in [row["latest"] for row in rows if row["id"] == "rapid-review"]
    assert "Fri 11 Dec 2026" in run(*words, "--format", "text").stdout
    calendar = icalendar.Calendar.from_ical(run(*words, "--format", "ics").stdout_bytes)
    days = {event["DTSTART"].dt.isoformat() for event in calendar.walk("VEVENT")}
    assert latest in days


def test_everything_wrong_with_the_dates_is_said_at_once():
    """An impossible date, one beyond the horizon, an unknown event: exit 2."""
    words = ["sin_sent=2026-11-31", "la_aware=2126-01-01", "sin_snet=2026-01-01"]
    result = run("deadlines", "-p", "tees", *words)
    assert 2 == result.exit_code
    assert "November 2026 has 30 days" in result.stderr
    assert "bank holidays are known only" in result.stderr
    assert "Did you mean “sin_sent”?" in result.stderr


def test_an_event_out_of_order_is_said():
    """A report sent before the notification cannot be: exit 2."""
    words = ["sin_sent=2026-11-20", "report_submitted=2026-11-02"]
    result = run("deadlines", "-p", "tees", *words)
    assert 2 == result.exit_code
    assert "cannot be before" in result.stderr


def test_no_date_at_all_is_said():
    """The calculator asks for one date to begin with: exit 2."""
    result = run("deadlines", "-p", "tees")
    assert 2 == result.exit_code
    assert "Give at least one date" in result.stderr


@pytest.mark.parametrize("to_file", [True, False])
def test_a_table_in_a_file_begins_with_a_byte_order_mark_and_in_a_pipe_does_not(
    tmp_path, to_file
):
    """Excel on Windows takes a file without it for another encoding; a program needs none."""
    command = [
        *(sys.executable, "-m", "handbook.cli", "deadlines", "-p", "surrey"),
        *("sin_sent=2026-11-20", "--format", "csv", "--policies", str(POLICIES)),
    ]
    path = tmp_path / "dates.csv"
    with path.open("wb") as file:
        out = file if to_file else subprocess.PIPE
        done = subprocess.run(command, stdout=out, check=True)
    found = path.read_bytes() if to_file else done.stdout
    assert found.startswith(codecs.BOM_UTF8) == to_file
    assert "id,what,who" in found.decode("utf-8-sig").splitlines()[0]


@pytest.mark.parametrize("form", ["text", "csv", "ics"])
def test_a_batch_refuses_a_format_that_it_cannot_be_written_in(form):
    """Nothing is answered, and the sentence says what a batch is answered in."""
    line = '{"sin_sent": "2026-11-20"}\n'
    words = ("deadlines", "-p", "tees", "--batch", "-", "--format", form)
    result = run(*words, given=line)
    assert result.exit_code == 2
    assert "A batch is answered in JSON" in result.output


def test_the_days_given_beside_a_batch_hold_for_every_line():
    """A day off moves the report, a closed day is listed, another meeting clashes."""
    line = '{"sin_sent": "2026-11-20", "rr_meeting": "2026-12-03"}\n'
    days = ["--closed=2026-12-07", "--booked=2026-12-03", "--day-off=2026-12-02"]
    result = run("deadlines", "-p", "tees", "--batch", "-", *days, given=line * 2)
    for answer in map(json.loads, result.stdout.splitlines()):
        report = next(d for d in answer["deadlines"] if d["id"] == "rapid-review")
        assert "2026-12-14" == report["latest"]
        assert ["2026-12-07"] == answer["closures"]
        assert "two-meetings" in {one["kind"] for one in answer["conflicts"]}
    assert 2 == len(result.stdout.splitlines())


def test_deadlines_in_a_batch():
    """Events flat or under "events", partnership by line, problems where there are any."""
    text = (
        '{"sin_sent": "2026-11-20"}\n'
        '{"partnership": "surrey", "events": {"sin_sent": "2026-11-20"}}\n'
        '{"sin_sent": "2036-11-20"}\n'
    )
    result = run("deadlines", "-p", "tees", "--batch", "-", given=text)
    plans = [json.loads(line) for line in result.stdout.splitlines()]
    assert ["tees", "surrey"] == [plan["partnership"] for plan in plans[:2]]
    assert "sin_sent" == plans[2]["problems"][0]["field"]
    assert 2 == result.exit_code


def test_faults_in_a_policy_stop_an_answer(shelf):
    """A policy that cannot be read answers nothing: its faults and exit 1."""
    path = shelf / "partnerships" / "sound.yml"
    path.write_text("format: 2\n", encoding="utf-8")
    result = run("notifiable", "-p", "sound", "age=under-18", policies=shelf)
    assert 1 == result.exit_code
    assert "" == result.stdout
    assert f"{path}:1:1: the keys" in result.stderr


def test_new_begins_a_policy_without_faults(shelf):
    """What `new` writes reads at once; only the linter asks for what is left to fill in."""
    result = run("new", "East Riding", policies=shelf)
    path = shelf / "partnerships" / "east-riding.yml"
    assert 0 == result.exit_code
    rows = json.loads(run("lint", "--json", str(path), policies=shelf).stdout)
    assert [] == [row for row in rows if row["check"] == "fault"]


def test_new_never_overwrites(shelf):
    """A policy that is there stays as it is: exit 2."""
    before = (shelf / "partnerships" / "sound.yml").read_bytes()
    assert 2 == run("new", "Sound", policies=shelf).exit_code
    assert before == (shelf / "partnerships" / "sound.yml").read_bytes()


@pytest.mark.parametrize("name", ["", "///", "…", "a\nb"])
def test_new_refuses_what_is_not_a_place(shelf, name):
    """A name without letters makes no file outside the folder."""
    before = sorted(shelf.rglob("*"))
    result = run("new", name, policies=shelf)
    if name == "a\nb":
        assert (shelf / "partnerships" / "a-b.yml").exists()
    else:
        assert 2 == result.exit_code
        assert before == sorted(shelf.rglob("*"))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    verb=st.sampled_from(["notifiable", "deadlines"]),
    words=st.lists(st.text(min_size=1, max_size=20).filter(lambda w: w[0] != "-"), max_size=3),
    where=st.sampled_from(["sound", "", ":", "sound:x", "../x", "SOUND"]),
)  # fmt: skip
def test_no_words_bring_a_traceback(shelf, verb, words, where):
    """Whatever is typed, the exit code is 2 and there is a sentence."""
    result = run(verb, "-p", where, *words, policies=shelf)
    assert 2 == result.exit_code
    assert result.stderr.strip()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    verb=st.sampled_from(["notifiable", "deadlines"]),
    line=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda x: st.lists(x, max_size=2)
        | st.dictionaries(
            st.sampled_from(["age", "events", "answers", "partnership", "sin_sent", "x"]), x, max_size=3
        ),
        max_leaves=5,
    ).map(json.dumps)
    | st.text(max_size=30).map(lambda text: text.replace("\n", " ").replace("\r", " ")),
)  # fmt: skip
def test_no_line_of_a_batch_brings_a_traceback(shelf, verb, line):
    """Every line that is not blank is answered by a line."""
    result = run(verb, "-p", "sound", "--batch", "-", given=line, policies=shelf)
    assert result.exit_code in (0, 2)
    for told in result.stdout.split("\n")[:-1]:
        assert isinstance(json.loads(told), dict)


def test_the_command_runs_as_a_program():
    """Started as a program, from another folder, in a plain locale, it finds its policies."""
    done = subprocess.run(
        [sys.executable, "-m", "handbook.cli", "deadlines", "-p", "surrey", "sin_sent=2026-11-20"],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(ROOT / "py"), "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert "surrey" == json.loads(done.stdout)["partnership"]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["sin_sent=9999-12-01"], "sin_sent"),
        (["sin_sent=0001-01-01"], "sin_sent"),
        (["sin_sent=2026-11-20", "--today", "9999-12-01"], "today"),
        (["sin_sent=2026-11-20", "--closed", "9999-12-01"], "closures"),
        (["sin_sent=2026-11-20", "--booked", "9999-12-01"], "booked"),
    ],
)
def test_a_year_beyond_the_known_bank_holidays_is_refused_wherever_it_is_given(
    words, field
):
    """The sentence says how far bank holidays are known; exit code 2."""
    result = run("deadlines", "-p", "surrey", *words)
    assert 2 == result.exit_code
    assert result.stderr.startswith(f"{field}: ")
    assert "cannot be used: bank holidays are known only from" in result.stderr


def test_a_worked_date_of_a_year_far_away_is_told_at_its_place(shelf):
    """Lint says which example, and how far bank holidays are known."""
    path = shelf / "partnerships" / "sound.yml"
    example = "\ndates:\n  - {name: Far away, given: {sin_sent: 9999-12-01}, due: {}}"
    text = path.read_text("utf-8").replace("\ndates:", example, 1)
    path.write_text(text, encoding="utf-8")
    result = run("lint", policies=shelf)
    assert 1 == result.exit_code
    assert "1 December 9999 cannot be used" in result.stdout


BAD_LINES = [
    (b'{"age": "\xe9"}', "is not UTF-8: byte 10 is 0xE9"),
    (b'{"age": "\\ud800"}', "“"),
    (b'{"\\ud800": "x"}', "\\ud800"),
    (b"[" * 100_000, "is not a JSON object"),
    (b'{"age":' * 50_000, "is not a JSON object"),
    (b'{"age": ' + b"9" * 6_000 + b"}", "is not a JSON object"),
    (b'{"age": 1e999}', "is not text"),
    (b"\x00", "is not a JSON object"),
    (b'{"partnership": "\\u202egnorw"}', "There is no partnership"),
    (b"{" + b'"a": "b", ' * 2_000 + b'"sin_sent": "9999-12-31"}', "a"),
]


@pytest.mark.parametrize("verb", ["notifiable", "deadlines"])
@pytest.mark.parametrize(("bad", "says"), BAD_LINES, ids=[one[1] for one in BAD_LINES])
def test_a_batch_survives_every_line(verb, bad, says):
    """A bad line gets its number and what is wrong; those around it are answered: exit 2."""
    good = {
        "notifiable": dict(pair.split("=") for pair in ANSWERS),
        "deadlines": {"sin_sent": "2026-11-20"},
    }[verb]
    line = json.dumps(good).encode()
    given = b"\n".join([line, bad, b"", line])
    result = run(verb, "-p", "tees", "--batch", "-", given=given)
    first, wrong, last = map(json.loads, result.stdout.splitlines())
    assert 2 == result.exit_code
    assert first == last
    assert "problems" not in first
    assert 2 == wrong["line"]
    assert says in json.dumps(wrong, ensure_ascii=False)
    assert wrong["problems"][0]["says"].isprintable()


def test_a_batch_tells_a_policy_at_fault_from_a_bad_line(shelf):
    """Exit code 1 where a line names a policy that cannot be read; the rest is answered."""
    (shelf / "partnerships" / "hollow.yml").write_text("format: 2\n", "utf-8")
    lines = [
        '{"partnership": "hollow", "sin_sent": "2026-11-20"}',
        '{"sin_sent": "2026-11-20"}',
    ]
    words = ("deadlines", "-p", "sound", "--batch", "-")
    result = run(*words, given="\n".join(lines), policies=shelf)
    wrong, good = map(json.loads, result.stdout.splitlines())
    assert 1 == result.exit_code
    assert 1 == wrong["line"]
    assert "hollow.yml:1:1: the keys" in wrong["problems"][0]["says"]
    assert "sound" == good["partnership"]


@pytest.mark.parametrize("where", ["--policies", "a folder"])
def test_lint_that_finds_nothing_to_check_fails(tmp_path, where):
    """A folder without policies is a wrong question, not a clean bill: exit 2."""
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    words = [str(tmp_path)] if where == "a folder" else []
    result = run("lint", *words, policies=tmp_path if not words else POLICIES)
    assert 2 == result.exit_code
    assert f"Nothing was checked: there is no policy in {tmp_path}." in result.stderr
    assert "0 policies" not in result.stderr


def test_the_folder_of_partnerships_is_checked_as_such(shelf):
    """Given by name it is not taken for the national layer."""
    result = run("lint", "-q", str(shelf / "partnerships"), policies=shelf)
    assert 0 == result.exit_code
    assert f"{shelf / 'partnerships' / 'sound.yml'}: OK" in result.stdout


@pytest.mark.parametrize("name", ["sound.yaml", "other.YML", "other.Yaml"])
@pytest.mark.parametrize("folder", ["partnerships", "national"])
def test_a_policy_under_another_name_is_told(shelf, folder, name):
    """What the handbook would leave out is an error for lint, and for the build."""
    path = shelf / folder / name
    path.write_bytes((HERE / "sound.yml").read_bytes())
    says = f"{path}:1:1: the handbook does not read this file"
    for words in ([], [str(path)]):
        result = run("lint", *words, policies=shelf)
        assert 1 == result.exit_code
        assert says in result.stdout
        assert f"rename it to {path.stem}.yml" in result.stdout
    with pytest.raises(Faults, match="the handbook does not read this file"):
        read_all(shelf)


@pytest.mark.parametrize("name", ["123", "0x1F", "1e5", "True", "null", "No", "12:30"])
def test_new_begins_a_policy_without_faults_whatever_the_name(shelf, name):
    """An id of figures, or one that YAML has a meaning for, is text in the file."""
    result = run("new", name, policies=shelf)
    assert 0 == result.exit_code, result.stderr
    path = result.stdout.partition(": written")[0]
    rows = json.loads(run("lint", "--json", path, policies=shelf).stdout)
    assert [] == [row for row in rows if row["check"] == "fault"]


@pytest.mark.parametrize(
    "name", ["a" * 300, "é" * 300 + "a", "Ealing\u202e", "Le\u0435ds", "\udce9a"]
)
def test_new_refuses_a_name_that_no_file_or_reader_could_bear(shelf, name):
    """Too long, with what cannot be seen, or with letters of another script: exit 2."""
    before = sorted(shelf.rglob("*"))
    result = run("new", name, policies=shelf)
    assert 2 == result.exit_code
    assert result.stderr.strip().isprintable()
    assert before == sorted(shelf.rglob("*"))


@pytest.mark.parametrize("escape", ["\\n", "\\u202e", "\\e[31m", "\\u200b", "\\ud800"])
def test_a_key_that_is_not_seen_as_it_is_stays_an_escape(shelf, escape):
    """Neither a line end nor a mark that turns the writing reaches the terminal."""
    path = shelf / "partnerships" / "sound.yml"
    text = path.read_text("utf-8").replace("name: Sound\n", "", 1)  # found: all keys
    path.write_text(f'{text}"a{escape}b": 1\n', "utf-8")
    result = run("lint", str(path), policies=shelf)
    assert 1 == result.exit_code
    assert all(line.isprintable() for line in result.stdout.splitlines())
    lines = result.stdout.split("\n")[:-1]
    assert all(line.startswith(f"{path}:") for line in lines)


def test_what_was_asked_wrongly_reaches_the_terminal_as_escapes():
    """A word with a control sequence is told without it."""
    result = run("notifiable", "-p", "tees\x1b[31m\u202e", "age\x1b[0m=x")
    assert 2 == result.exit_code
    assert "\\u001b[31m\\u202e" in result.stderr
    assert all(line.isprintable() for line in result.stderr.splitlines())


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("", True)])
def test_no_color_is_honoured(shelf, value, coloured):
    """Where NO_COLOR is set, a terminal gets no colours."""
    words = ["lint", "-q", "--policies", str(shelf)]
    result = CliRunner().invoke(main, words, color=True, env={"NO_COLOR": value})
    assert coloured == ("\x1b[" in result.stdout)


def test_the_exit_codes_are_told_by_the_help():
    """Each code that a program may meet."""
    told = " ".join(CliRunner().invoke(main, ["--help"]).stdout.split())
    for code in ("0 all is well", "1 a policy", "2 the command", "3 something", "130 "):
        assert code in told


def test_pages_of_policies_elsewhere_count_with_their_own_bank_holidays(
    tmp_path, monkeypatch
):
    """From another folder, with policies in a third: no file of either is mistaken for theirs."""
    policies = tmp_path / "elsewhere" / "policies"
    shutil.copytree(POLICIES / "national", policies / "national")
    (policies / "partnerships").mkdir()
    for path in (POLICIES / "partnerships").glob("tees*.yml"):
        shutil.copy(path, policies / "partnerships")
    known = policies / "national" / "bank-holidays.json"
    known.write_text(
        known.read_text("utf-8").replace('"last": "2028-12-31"', '"last": "2027-12-31"')
    )
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    result = run("pages", policies=policies)
    assert 0 == result.exit_code, result.stderr
    docs = policies.parent / "docs"
    for page in ("national/counting/index.md", "partnerships/tees/reckoner/index.md"):
        text = (docs / page).read_text("utf-8")
        assert "31 December 2027" in text
        assert "2028" not in text
    assert [] == list(here.iterdir())
