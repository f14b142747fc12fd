"""What readers of these five protocols look for first: the known clashes, and no false claims."""

import pytest

NAMED = [
    ("north-yorkshire", "Are the 15 days working days?", ["15 day rapid review"]),
    (
        "cheshire-east",
        "What starts the five days?",
        ["of the notification", "CESCP being notified"],
    ),
    (
        "cheshire-east",
        "Is working together effectively a reason for a review?",
        ["concerns regarding"],
    ),
    ("surrey", "Which day is Day 1?", ["Day 1"]),
    ("surrey", "Do the pairs of days mean either day, or both?", ["Day 9 - 10"]),
    (
        "tees",
        "Are the five days for the notification working days?",
        ["within 5 days", "five working days"],
    ),
    (
        "tees",
        "Are there really six months to write the report?",
        ["seven working days"],
    ),
    (
        "tower-hamlets",
        "Are the ten and fifteen days working days?",
        ["within 10 days", "5-8 working days"],
    ),
    (
        "tower-hamlets",
        "Can eight working days of agency checks fit before a panel on day 10?",
        ["10 working days"],
    ),
]


@pytest.mark.parametrize(("name", "title", "words"), NAMED)
def test_the_known_clashes_are_named_with_their_words(pages, name, title, words):
    """The note stands on the notes page of its protocol and holds the words in dispute."""
    notes = pages[f"partnerships/{name}/notes"].all("details", "notes-note")
    note = next(
        one.text(without=("src",)) for one in notes if one.all("h3")[0].text() == title
    )
    for word in words:
        assert word.casefold() in note.casefold()


def by_when(pages, name):
    """Return the lines of the list of deadlines: what, limit, and who says so."""
    return [
        (
            line.all("h3")[0].text(),
            line.all("span", "dl-when")[0].text(),
            " ".join(tag.text() for tag in line.all("span", "std")),
        )
        for line in pages[f"partnerships/{name}/deadlines"].all("details", "dl")
    ]


def test_tower_hamlets_is_not_said_to_limit_the_notification(pages):
    """The protocol gives no days for the notification; five working days show as national only."""
    rows = by_when(pages, "tower-hamlets")
    limited = [
        who
        for _, limit, who in rows
        if limit.startswith("Within 5 working days of the local authority")
    ]
    assert limited
    assert all("national" in who for who in limited)


def test_north_yorkshire_is_not_said_to_have_dates_inside_the_fifteen_days(pages):
    """Between notification and report, no local step has a number of days."""
    inside = (
        "Initial Case Discussion",
        "Form 2",
        "Return the information",
        "Collate",
        "Hold the Rapid Review Meeting",
        "Finalise",
    )
    rows = [
        row
        for row in by_when(pages, "north-yorkshire")
        if any(word in row[0] for word in inside)
    ]
    assert len(inside) == len(rows)
    assert not [row for row in rows if any(sign.isdigit() for sign in row[1])]


@pytest.mark.parametrize("name", ["tees", "north-yorkshire", "tower-hamlets"])
def test_a_place_test_is_not_put_into_a_protocol_that_has_none(library, name):
    """What is said of the place of the incident is a silence or national text."""
    policy = next(one for one in library.partnerships if one.id == name)
    row = next(one for one in policy.compare if one.attribute == "place-test")
    assert row.silent


def test_every_capital_letter_of_a_name_is_a_latin_one(pages):
    """The look-alike letters of the printed Cheshire East text are corrected."""
    for path, page in pages.items():
        cyrillic = {sign for sign in page.text() if "\u0400" <= sign <= "\u04ff"}
        assert not cyrillic or path.endswith("/notes"), (path, cyrillic)
