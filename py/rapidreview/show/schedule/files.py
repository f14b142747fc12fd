"""What can be taken away from a schedule: its files, and the reference that goes into them."""

from __future__ import annotations

from rapidreview.dates import LONGEST_REFERENCE
from rapidreview.show.html import Html, el
from rapidreview.show.parts import button

BUTTONS = (
    ("ics", "calendar", "Calendar file (.ics)"),
    ("csv", "table", "Spreadsheet (.csv)"),
    ("print", "print", "Print"),
    ("text", "copy", "Copy as text"),
)


def take_away() -> Html:
    """Return the section with the buttons that make files."""
    buttons = (
        button(words, sign, ("data-take", name)) for name, sign, words in BUTTONS
    )
    return el(
        "section",
        el("h2", "Take it with you"),
        _reference(),
        el("div", *buttons, css="take"),
        el(
            "p",
            "Files are made on this device. They hold dates and roles, and the reference "
            "if you write one. Take in the calendar file again when a date changes.",
            css="small mut",
        ),
        css="sec paper-never",
    )


def _reference() -> Html:
    """Return the field for the reader's own reference, which goes into the files."""
    hint = (
        "A number or letters of your own, never a name. It goes into the files only "
        "and is not kept. With the same reference, a later calendar file corrects the entries of an "
        "earlier one; without one, two cases that begin on one day are taken for the same case."
    )
    field = el(
        "input",
        type="text",
        id="reference",
        maxlength=LONGEST_REFERENCE,
        autocomplete="off",
        spellcheck="false",
        aria_describedby="reference-h",
        data_reference=True,
    )
    return el(
        "div",
        el("label", "Your reference for the case", for_="reference"),
        el("span", hint, css="field-hint", id="reference-h"),
        field,
        css="field field-reference",
    )
