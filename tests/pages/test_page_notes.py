"""The notes page: every note, every printed word with its place, every reading."""

import csv
import io
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from handbook.pages.notes.download import notes_list
from handbook.pages.notes.importance import DUTY, in_order, level
from handbook.pages.notes.kinds import KINDS
from rapidreview.files import BYTE_ORDER_MARK
from rapidreview.model import Deadline, Note

SHEET = Path(__file__).parents[2] / "docs" / "assets" / "css" / "notes.css"


def notes_of(page):
    """Return the notes on a page by their ids."""
    return {
        item.all("div", "opens-body")[0].attributes["id"].removeprefix("note-"): item
        for item in page.all("details", "notes-note")
    }


def test_every_note_stands_on_the_page_once(partnership, folder):
    """No note of the policy is left out and none is told twice."""
    shown = folder["notes"].all("details", "notes-note")
    assert len(partnership.notes) == len(shown)
    assert {note.id for note in partnership.notes} == set(notes_of(folder["notes"]))


def test_a_note_is_a_question_with_its_use_and_what_would_settle_it(
    partnership, folder
):
    """Each note gives its title, what is used here, why, why it matters and how to settle it."""
    shown = notes_of(folder["notes"])
    for note in partnership.notes:
        text = shown[note.id].text(without=("src",))
        for words in (
            note.title,
            note.used_here,
            note.why,
            note.matters,
            note.to_settle,
        ):
            assert " ".join(words.split()) in text


def test_printed_words_stand_in_quotation_marks_with_their_place(partnership, folder):
    """Each disputed passage is a quotation that says where it is printed."""
    shown = notes_of(folder["notes"])
    for note in partnership.notes:
        quotes = shown[note.id].all("blockquote")
        assert [f"“{item.words}”" for item in note.printed] == [
            " ".join(
                "".join(one for one in quote.inside if isinstance(one, str)).split()
            )
            for quote in quotes
        ]
        assert all(quote.all("cite")[0].text() for quote in quotes)


def test_the_reading_used_here_is_marked_and_no_other(partnership, folder):
    """Of the readings side by side, those in use carry the words and the mark."""
    shown = notes_of(folder["notes"])
    for note in partnership.notes:
        cards = shown[note.id].all("div", "notes-read")
        assert [one.used for one in note.readings] == [
            "notes-used" in card.classes for card in cards
        ]
        assert [one.used for one in note.readings] == [
            "used here" in card.text() for card in cards
        ]


def test_the_filter_counts_the_notes_of_each_kind_and_the_sheet_knows_the_kind(
    partnership, folder
):
    """Each choice has its number of notes; every kind has a rule, so a choice shows its notes only."""
    page = folder["notes"]
    counts = Counter(note.kind for note in partnership.notes)
    shown = {
        label.all("input")[0].attributes["id"].removeprefix("notes-show-"): int(
            label.all("b")[0].text()
        )
        for label in page.all("fieldset", "notes-filter")[0].all("label")
    }
    assert {"all": len(partnership.notes), **counts} == shown
    sheet = SHEET.read_text("utf-8")
    for kind in KINDS:
        assert f"#notes-show-{kind}:checked" in sheet
        assert f":not(.notes-of-{kind})" in sheet
    for note, item in zip(
        in_order(partnership), page.all("details", "notes-note"), strict=True
    ):
        assert f"notes-of-{note.kind}" in item.classes


def test_what_touches_a_duty_comes_first_and_a_slip_last():
    """The group comes from the limits that a note names, the order inside it from its kind."""
    source = ("protocol#1",)
    limit = Deadline(
        id="sin", what="Notify", who="la", national="notify", source=source
    )
    other = Deadline(id="meet", what="Meet", who="la", source=source)
    notes = [
        Note(
            id=name,
            kind=kind,
            title=name,
            to_settle="Say it.",
            deadlines=limits,
            source=source,
        )
        for name, kind, limits in (
            ("pen", "slip", ("sin",)),
            ("words", "contradiction", ()),
            ("date", "two-readings", ("meet",)),
            ("quiet", "silence", ("meet", "sin")),
            ("kept", "cannot-be-kept", ("meet",)),
        )
    ]
    given = SimpleNamespace(deadlines=(limit, other), narrower=(), notes=notes)
    assert ["quiet", "pen", "kept", "date", "words"] == [
        one.id for one in in_order(given)
    ]
    beside = SimpleNamespace(
        deadlines=(), narrower=(SimpleNamespace(note="words"),), notes=notes[1:2]
    )
    assert level(notes[1], beside) == DUTY


def test_the_list_to_download_holds_every_note_once(library, partnership):
    """One row a note, in the order of the page, with what would settle it."""
    page = notes_list(library.protocol(partnership.id))
    rows = list(csv.DictReader(io.StringIO(page.text.removeprefix(BYTE_ORDER_MARK))))
    assert [note.title for note in in_order(partnership)] == [
        row["Question"] for row in rows
    ]
    assert [note.to_settle for note in in_order(partnership)] == [
        row["To settle it"] for row in rows
    ]
    assert page.path == f"partnerships/{partnership.id}/notes.csv"


def test_every_reading_of_a_limit_is_on_the_notes_page(partnership, folder):
    """Where the words of a limit allow more than one reading, all stand there with their use."""
    text = folder["notes"].text(without=("src",))
    for item in partnership.deadlines:
        for reading in item.readings if len(item.readings) > 1 else ():
            assert " ".join(reading.means.split()) in text
            assert " ".join(reading.why.split()) in text


def test_a_limit_without_a_number_is_told_on_the_page_of_limits_and_not_again(
    partnership, folder
):
    """The page of notes says how many there are and leads to them."""
    silent = [one for one in partnership.deadlines if one.no_time]
    text = folder["deadlines"].text(without=("src",))
    assert [] == [one.what for one in silent if " ".join(one.what.split()) not in text]
    assert bool(silent) == ("with no time in days" in folder["notes"].text())


def test_bars_say_their_share_in_figures_and_the_bar_agrees(folder):
    """The class that gives a bar its length is the rounded share that stands beside it."""
    for bar in folder["notes"].all("span", "bars-bar"):
        length = next(
            int(name.removeprefix("place-share-"))
            for name in bar.classes
            if name.startswith("place-share-")
        )
        told = bar.text()
        share = {"none": 0.0, "all": 100.0}.get(told)
        if share is None:
            share = float(told.removeprefix("under ").removesuffix("%"))
        assert abs(share - length) <= 1
        assert ("bars-full" in bar.classes) == (told == "all")


def test_a_silence_on_a_point_that_others_settle_names_the_point(
    partnership, folder, library
):
    """“The protocol does not say” alone would say nothing."""
    titles = {one.id: one.title for one in library.national.compare}
    silent = {titles[one.attribute] for one in partnership.compare if one.silent}
    said = [one.text(without=("src",)) for one in folder["notes"].all("li")]
    named = {title for title in silent if any(line.startswith(f"{title}: ") for line in said)}  # fmt: skip
    assert named
    assert not [one for one in said if one == "The protocol does not say"]
