"""What was worked out says so in a schedule and in an answer: on the page and in every file."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from handbook.cli.asking import Shelf
from handbook.cli.telling import decision_text
from rapidreview.files import as_csv, as_text
from rapidreview.files.calendar_entries import entries
from rapidreview.model import Protocol, limit_guess
from rapidreview.show import (
    NO_REASON,
    WORKED_OUT,
    Record,
    Sources,
    guess_tag,
    reason_html,
    schedule_html,
)
from rapidreview.show.answer.next_here import STEPS, next_html
from rapidreview.show.guesses import author_and_recipient, has_guesses
from rapidreview.show.schedule.layout import dated
from rapidreview.show.schedule.picture import picture

SHELF = Shelf(Path(__file__).parents[2] / "policies")
TAG = f">{WORKED_OUT}</span>"
DATES = {"la_aware": "2026-11-18", "sin_sent": "2026-11-20", "rr_meeting": "2026-12-03"}
GRAVE = {
    "age": "under-18",
    "abuse": "known",
    "harm": "died",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}


@pytest.fixture(scope="module", params=SHELF.names)
def partnership(request):
    """Return each partnership in turn."""
    return SHELF.partnership(request.param)


@pytest.fixture(scope="module")
def plan(partnership):
    """Return its schedule from the dates that most cases have."""
    return SHELF.plan(partnership.id, DATES, date(2026, 11, 23))


@pytest.fixture(scope="module")
def guesses(partnership):
    """Return for each of its limits whether the time and whoever acts were worked out."""
    found = {}
    for limit in partnership.deadlines:
        guess = limit_guess(limit, partnership.steps)
        found[limit.id] = (guess.time == "derived", guess.who == "derived")
    return found


def test_each_row_of_the_schedule_tags_the_time_and_whoever_acts(
    partnership, plan, guesses
):
    """A row has the tag as often as it shows a guess, and no national row has one."""
    html = schedule_html(plan, Sources(SHELF.national, partnership), SHELF.calendar)
    rows = dict(re.findall(r'<tr [^>]*data-deadline="([^"]+)"[^>]*>(.*?)</tr>', html))
    assert {due.id for due in plan.deadlines} == set(rows)
    for name, row in rows.items():
        time, who = guesses.get(name, (False, False))
        head, _, rest = row.partition("</th>")
        assert who == (TAG in head), name
        law = plan.find(name).standing != "local"
        assert (time and not law) == (TAG in rest), name


def test_the_picture_and_the_agenda_tag_every_guess(plan, guesses, partnership):
    """What is drawn on a day carries the word, in the agenda of a phone as well."""
    shown = sum(any(guesses.get(due.id, ())) for due in dated(plan))
    html = picture(plan, SHELF.calendar)
    drawn, _, listed = html.partition('<ol class="agenda"')
    assert shown == listed.partition("</ol>")[0].count(TAG), partnership.id
    assert shown >= drawn.count(TAG)
    assert bool(shown) == (TAG in drawn)


def test_the_spreadsheet_and_the_text_say_it(plan, guesses):
    """A time that was worked out has it in place of "local"; whoever acts has it behind."""
    rows = {
        row["id"]: row
        for row in csv.DictReader(io.StringIO(as_csv(plan).lstrip("\ufeff")))
    }
    text = as_text(plan)
    for due in plan.deadlines:
        time, who = guesses.get(due.id, (False, False))
        row = rows[due.id]
        assert time == (row["standing"] == WORKED_OUT), due.id
        assert who == row["who"].endswith(f", {WORKED_OUT}"), due.id
        assert (time or who) == ("Worked out by the handbook" in row["note"]), due.id
        assert who == (f"{due.what} ({due.who_label}, {WORKED_OUT})" in text), due.id


def test_a_calendar_entry_says_it(plan, guesses):
    """The description of an entry names what was worked out, and never the protocol as its source."""
    said = {}
    for entry in entries(plan, SHELF.calendar):
        said.setdefault(entry.summary.partition(": ")[2], []).append(entry.description)
    for due in plan.deadlines:
        time, who = guesses.get(due.id, (False, False))
        for words in said.get(due.what, ()):
            assert (time or who) == ("Worked out by the handbook" in words), due.id
            assert not (time and "Set by the local protocol." in words), due.id


def test_the_answer_tags_the_steps_that_were_worked_out(partnership):
    """Next steps and the next step's own words have the tag, on the page and as text."""
    answers = GRAVE | {one.id: one.default for one in partnership.questions}
    decision = SHELF.decide(partnership.id, answers)
    record = Record(
        decision=decision,
        place=partnership.name,
        partnership=partnership,
        asked=(),
        aware="",
        dates=(),
        made=datetime(2026, 11, 20, 9, 0),  # noqa: DTZ001 - the device's own clock
    )
    html = next_html(record, Sources(SHELF.national, partnership))
    rows = re.search(r"data-steps>(.*?)</ol>", html)
    steps = decision.next.steps
    known = {one.id: one.status for one in partnership.steps}
    assert [known[one.id] for one in steps] == [one.status for one in steps]
    wanted = [one.status == "derived" for one in steps[:STEPS]]
    assert wanted == [TAG in row for row in rows.group(1).split("<li")[1:]]
    text = " ".join(decision_text(decision).split())
    for step in steps:
        words = f"{' '.join(step.title.split())} ({step.who}) [{WORKED_OUT}]"
        assert (step.status == "derived") == (words in text), step.id


def test_a_reason_is_printed_where_something_was_worked_out():
    """With its own reason, or with what holds of every guess; nothing where it was said."""
    assert "</b> A month is no day.</p>" in reason_html("derived", "A month is no day.")
    assert NO_REASON in reason_html("derived", "")
    assert reason_html("stated", "x") == ""


def test_the_tag_is_beside_the_author_or_the_recipient_where_none_is_named(
    national, small
):
    """And where nothing was worked out, beside neither."""
    protocol = Protocol(national, small)
    guessed = replace(
        small.forms[0], status="derived", filled_by="unit", goes_to="unit"
    )
    for form, tagged in (
        (guessed, [True, False]),
        (replace(guessed, filled_by=""), [False, True]),
        (replace(guessed, status="stated"), [False, False]),
    ):
        both = author_and_recipient(form, protocol)
        assert [guess_tag() in one for one in both] == tagged


def test_a_partnership_has_guesses_where_a_step_or_a_limit_was_worked_out(small, make):
    """Either is enough, and neither is none."""
    sure = replace(small, steps=(), deadlines=())
    step = replace(small.steps[0], status="derived", reason="x")
    limit = make.deadline("x", make.reading("latest", 1), status="derived")
    assert not has_guesses(sure)
    assert has_guesses(replace(sure, steps=(step,)))
    assert has_guesses(replace(sure, deadlines=(limit,)))
