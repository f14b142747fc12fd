"""The kinds of note: their names, their signs, and how the count of each goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show import Html, el

if TYPE_CHECKING:
    from rapidreview.model import Note

KINDS = {
    "two-readings": ("Two readings", "can be read two ways"),
    "contradiction": ("Contradiction", "disagree with each other"),
    "cannot-be-kept": ("Cannot be kept", "cannot be kept"),
    "silence": ("The protocol does not say", "say nothing, or not enough"),
    "behind": ("Behind the rules", "have fallen behind"),
    "slip": ("Slip", "slips of the pen"),
}
"""For each kind of note its name, and how the count of its notes goes on."""

SIGNS = {
    "two-readings": ("notes-readings", "M10 19v-7M10 12L4 4M10 12l6-8"),
    "contradiction": (
        "notes-against",
        "M2 7h12M10.5 3L14.5 7l-4 4M18 13H6M9.5 9l-4 4 4 4",
    ),
    "cannot-be-kept": (
        "notes-gap",
        "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM4.8 4.8l10.4 10.4",
    ),
    "silence": ("notes-silence", "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z"),
    "behind": (
        "notes-behind",
        "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 5.5V10H6.5",
    ),
    "slip": (
        "notes-behind",
        "M3 17l1-4.500L13.500 3l3.500 3.500L7.500 16zM11.500 5l3.500 3.500",
    ),
}


def kind_html(note: Note, number: int) -> Html:
    """Return the line above a note's question: its sign, its kind and its number."""
    css, path = SIGNS[note.kind]
    return el(
        "span",
        el("svg", el("path", css=css, d=path), viewBox="0 0 20 20", aria_hidden="true"),
        f"{KINDS[note.kind][0]} ",
        el("span", f"note {number}", css="notes-number"),
        css="notes-kind",
    )


def of_kind(kind: str) -> str:
    """Return the class by which the filter finds what is of ``kind``."""
    return f"notes-of-{kind}"
