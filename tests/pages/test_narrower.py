"""Narrower local words stand on the outcomes' pages, in the notes and beside the duty itself."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handbook.pages.notes.page import notes_page
from handbook.pages.outcomes.all import outcomes_page
from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.partnership.uses import uses_page
from narrow import narrower
from rapidreview.check import decide
from rapidreview.model import Note, Printed
from rapidreview.show import Record, Sources, answer_html, record_file


@pytest.fixture(scope="module")
def narrowed(library):
    """Return the library in which Surrey prints "permanent residence", with a note on it."""
    surrey = next(one for one in library.partnerships if one.id == "surrey")
    at = surrey.documents[0].sections[0].at
    note = Note(
        id="residence-words",
        kind="behind",
        title="Which residence?",
        to_settle="Say what residence is meant.",
        source=(at,),
    )
    words = narrower(
        source=(at,),
        note=note.id,
        printed=(Printed(words="permanent <residence>", at=(at,)),),
    )
    here = replace(surrey, narrower=(words,), notes=(*surrey.notes, note))
    others = tuple(one for one in library.partnerships if one.id != here.id)
    return replace(library, partnerships=(*others, here))


def row(page):
    """Return the row about the narrower words, as text."""
    [anchor] = [
        one
        for one in page.all("span")
        if one.attributes.get("id") == "narrower-surrey-permanent-residence"
    ]
    [found] = [one for one in page.all("tr") if anchor in one.all("span")]
    return found.text()


def test_the_page_of_all_outcomes_shows_them_with_the_law_that_holds(narrowed, parse):
    """The words as printed, what they ask for, and the wider words of the Act."""
    told = row(parse(outcomes_page(narrowed).text))
    assert "The protocol says “permanent <residence>”." in told
    assert "The Act asks where the child is normally resident." in told
    assert "Notify the serious incident" in told


def test_they_stand_on_the_page_of_each_outcome_that_has_the_duty(narrowed, parse):
    """Must notify has it; learning has not."""
    pages = {page.path: parse(page.text) for page in outcome_pages(narrowed)}
    assert row(pages["outcomes/must-notify.md"])
    learn = pages["outcomes/learn.md"].text()
    assert "narrower" not in learn


def test_without_such_words_nothing_is_said_of_them(library, parse):
    """No empty heading."""
    bare = replace(
        library,
        partnerships=tuple(replace(one, narrower=()) for one in library.partnerships),
    )
    assert "words are narrower" not in parse(outcomes_page(bare).text).text()


def test_the_note_leads_to_them(narrowed, parse):
    """And only the note that argues these words."""
    page = parse(notes_page(narrowed.protocol("surrey"), narrowed.calendar).text)
    wanted = "outcomes/#narrower-surrey-permanent-residence"
    notes = [
        one.attributes["id"]
        for one in page.all("div", "opens-body")
        if any(wanted in a.attributes.get("href", "") for a in one.all("a"))
    ]
    assert notes == ["note-residence-words"]


def test_the_protocols_own_page_lists_them(narrowed, parse):
    """Under what it adds to the checker."""
    page = parse(uses_page(narrowed.protocol("surrey")).text)
    assert "The protocol says “permanent <residence>”." in page.text()


def test_the_checkers_answer_shows_them_beside_the_duty(narrowed, parse):
    """In the list of what has to be done, marked local, with the way to the note."""
    protocol = narrowed.protocol("surrey")
    given = {
        name: question.default for name, question in protocol.questions.items()
    } | {
        "age": "under-18",
        "abuse": "suspected",
        "harm": "serious",
        "place": "outside-england",
        "resident": "yes",
        "care": "none",
    }
    decision = decide(protocol, given)
    record = Record(
        decision=decision,
        place="Surrey",
        partnership=protocol.partnership,
        asked=tuple(protocol.questions.values()),
        aware="",
        dates=(),
        made=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
    )
    sources = Sources(protocol.national, protocol.partnership, "../")
    page = parse("---\n---\n" + answer_html(record, sources))
    [told] = page.all("p", "narrower")
    assert told.text().startswith("local The protocol says “permanent <residence>”.")
    assert "The law’s wider words hold:" in told.text()
    links = [one.attributes["href"] for one in told.all("a")]
    assert links == ["../partnerships/surrey/notes/#note-residence-words"]
    duties = [one for one in page.all("tr") if told in one.all("p")]
    assert len(duties) == 1
    assert "Notify" in duties[0].text()
    assert "Where the protocol’s words are narrower" in record_file(record, sources)
