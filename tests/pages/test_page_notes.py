"""The notes page: every note, every printed word with its place, every reading."""

from collections import Counter


def notes_of(page):
    """Return the notes on a page by their ids."""
    return {
        item.attributes["id"].removeprefix("note-"): item
        for item in page.all("article", "notes-note")
    }


def test_every_note_stands_on_the_page_once(partnership, folder):
    """No note of the policy is left out and none is told twice."""
    shown = [
        item.attributes["id"] for item in folder["notes"].all("article", "notes-note")
    ]
    assert sorted(f"note-{note.id}" for note in partnership.notes) == sorted(shown)


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


def test_the_counts_on_top_are_right_and_lead_to_the_first_note_of_their_kind(
    partnership, folder
):
    """Each count equals the notes of its kind, and its link leads to something on the page."""
    page = folder["notes"]
    links = page.all("nav", "notes-tally")[0].all("a")
    counts = list(Counter(note.kind for note in partnership.notes).values())
    timeless = sum(bool(item.no_time) for item in partnership.deadlines)
    shown = [int(link.all("b")[0].text()) for link in links]
    assert sorted(counts + [timeless] * bool(timeless)) == sorted(shown)
    ids = {item.attributes["id"] for item in page.walk() if "id" in item.attributes}
    assert {link.attributes["href"].removeprefix("#") for link in links} <= ids


def test_every_reading_of_a_limit_is_on_the_notes_page(partnership, folder):
    """Where the words of a limit allow more than one reading, all stand there with their use."""
    text = folder["notes"].text(without=("src",))
    for item in partnership.deadlines:
        for reading in item.readings if len(item.readings) > 1 else ():
            assert " ".join(reading.means.split()) in text
            assert " ".join(reading.why.split()) in text


def test_every_limit_without_a_number_is_named_as_a_gap(partnership, folder):
    """What the protocol asks for without a time is listed as such."""
    listed = [
        one
        for one in folder["notes"].all("section")
        if "no-time" in str(one.all("h2")[0].attributes)
    ]
    text = " ".join(one.text(without=("src",)) for one in listed)
    for item in partnership.deadlines:
        if item.no_time:
            assert " ".join(item.what.split()) in text


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
