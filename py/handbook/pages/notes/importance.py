"""In which order notes are told: what touches a duty first, then dates, then all else.

The order comes from what the policy says of a note, never from its words: the limits it is
about, whether one of them is the local version of a national limit, and its kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model import Note, Partnership

DUTY, DATE, REST = "duty", "date", "rest"

LEVELS = {
    DUTY: "About a duty of the national rules",
    DATE: "About a date of this protocol",
    REST: "About who acts, and what the words mean",
}
"""The groups of notes in their order, with their headings."""

KINDS = (
    "cannot-be-kept",
    "contradiction",
    "two-readings",
    "silence",
    "behind",
    "slip",
)
"""The kinds of note: what nobody can keep first, a slip of the pen last."""


def level(note: Note, partnership: Partnership) -> str:
    """Return the group of ``note``: one of :data:`LEVELS`."""
    local = {one.id for one in partnership.deadlines if one.national}
    national = set(note.deadlines) - {one.id for one in partnership.deadlines}
    beside = {one.note for one in partnership.narrower}
    if note.id in beside or national or local & set(note.deadlines):
        return DUTY
    return DATE if note.deadlines else REST


def in_order(partnership: Partnership) -> list[Note]:
    """Return the notes, the most important first; equal ones in the file's order."""
    levels = list(LEVELS)
    return sorted(
        partnership.notes,
        key=lambda note: (
            levels.index(level(note, partnership)),
            KINDS.index(note.kind),
        ),
    )


def numbered_notes(partnership: Partnership) -> list[tuple[int, Note]]:
    """Return the notes in their order, with their numbers."""
    return list(enumerate(in_order(partnership), start=1))
