"""``rapidreview examples`` proposes worked dates, and keeps what a person wrote."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.lint.run import lint
from handbook.prove.worked import near, wanting
from handbook.read.library import read_all

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
SOUND = (ROOT / "tests" / "faults" / "sound.yml").read_text("utf-8")
BEGUN = SOUND.index("dates:")
MINE = """dates:
    - name: Mine   # counted by hand
      given: {sin_sent: "2026-11-02"}
      due: {report: "2026-11-23"}
"""


@pytest.fixture
def shelf(tmp_path):
    """Return a maker of a policies folder with one policy that has the worked dates given."""

    def make(worked=""):
        shutil.copytree(POLICIES / "national", tmp_path / "national")
        (tmp_path / "partnerships").mkdir()
        text = SOUND[:BEGUN] + worked
        (tmp_path / "partnerships" / "sound.yml").write_text(text, "utf-8")
        return tmp_path

    return make


def run(folder, *words):
    """Return what ``rapidreview examples sound`` does with ``words``."""
    command = ["examples", "sound", *words, "--policies", str(folder)]
    result = CliRunner().invoke(main, command)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def notes(folder, check):
    """Return the notes of one check of the linter."""
    report = lint(folder, [folder / "partnerships" / "sound.yml"])
    return [one.message for one in report.findings if one.check == check]


@pytest.mark.parametrize("worked", ["", MINE, "dates: []\n"])
def test_what_is_proposed_is_written_once_and_leaves_nothing_to_propose(shelf, worked):
    """Written a second time nothing changes, and each deadline has what lint asks for.

    They go to the file that has some already, or else to the companion.
    """
    folder = shelf(worked)
    name = "sound.yml" if worked else "sound.examples.yml"
    path = folder / "partnerships" / name
    assert notes(folder, "dates-few")
    assert 0 == run(folder, "--write").exit_code
    once = path.read_text("utf-8")
    assert "nothing to propose" in run(folder, "--write").stdout
    assert once == path.read_text("utf-8")
    library = read_all(folder)
    assert {} == wanting(library.protocol("sound"), library.calendar)
    assert [] == notes(folder, "dates-few")
    assert [] == notes(folder, "date-example")


def test_what_a_person_wrote_is_kept_with_its_comments(shelf):
    """All lines of before are there, in their order; the new ones follow in their column."""
    folder = shelf(MINE + "# The end.\naliases: [Sounds]\n")
    path = folder / "partnerships" / "sound.yml"
    before = path.read_text("utf-8").splitlines()
    run(folder, "--write")
    after = path.read_text("utf-8").splitlines()
    assert before == [row for row in after if row in set(before)][: len(before)]
    assert any(row.startswith('    - name: "Notification sent') for row in after)


def test_a_proposal_shows_its_working_and_counts_as_unsigned(shelf):
    """Each date stands below how it was counted; lint asks for a person until one has signed."""
    folder = shelf()
    companion = folder / "partnerships" / "sound.examples.yml"
    shown = run(folder).stdout
    assert not companion.exists()
    assert "# Notification sent: Thursday 2 April 2026" in shown
    assert "Good Friday (Fri 3 Apr" in " ".join(shown.replace("#", " ").split())
    run(folder, "--write")
    (note,) = notes(folder, "dates-unsigned")
    assert "cases are proposed and not signed" in note
    text = companion.read_text("utf-8")
    companion.write_text(
        text.replace("proposed: true", "checked_by: Somebody"), "utf-8"
    )
    assert [] == notes(folder, "dates-unsigned")


def test_each_season_is_met_by_days_reckoned_apart(shelf, england):
    """Easter by the old rule of the moon, Christmas by its date: the cases run over both."""
    folder = shelf()
    run(folder, "--write")
    (policy,) = read_all(folder).partnerships
    spans = [
        (date.fromisoformat(start[:10]), date.fromisoformat(due[:10]))
        for one in policy.date_examples
        for start in one.given.values()
        for due in one.due.values()
    ]
    sunday = easter(2026)
    for day in (
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        date(2026, 12, 25),
    ):
        assert any(first <= day <= last for first, last in spans)
    assert near("easter", sunday, sunday, england)
    assert not near(
        "easter", sunday + timedelta(days=9), sunday + timedelta(days=9), england
    )


def easter(year):
    """Return Easter Sunday by the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def test_an_unknown_partnership_is_said_with_those_that_there_are(shelf):
    """Exit code 2."""
    folder = shelf()
    command = ["examples", "derby", "--policies", str(folder)]
    result = CliRunner().invoke(main, command)
    assert 2 == result.exit_code
    assert "The partnerships are: sound." in result.stderr
