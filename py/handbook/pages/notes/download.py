"""The notes of one protocol as a list to download: one row a note, for whoever mends the text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from handbook.pages.frame import Page, base_of
from handbook.pages.notes.importance import LEVELS, level, numbered_notes
from handbook.pages.notes.kinds import KINDS
from rapidreview.files import BYTE_ORDER_MARK
from rapidreview.show import Sources

if TYPE_CHECKING:
    from rapidreview.model import Note, Protocol

NAME = "notes.csv"
"""The file's name in a partnership's folder."""

COLUMNS = (
    "Note",
    "Group",
    "Kind",
    "Question",
    "The protocol’s words",
    "Readings",
    "Used here",
    "The handbook suggests",
    "Why",
    "Why it matters",
    "To settle it",
    "Where",
)


def notes_list(protocol: Protocol) -> Page:
    """Return the list as a file: CSV with a heading row, in the order of the page."""
    path = f"{protocol.folder}{NAME}"
    sources = Sources(protocol.national, protocol.partnership, base_of(path))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, note in numbered_notes(protocol.partnership):
        writer.writerow([str(number), *_row(note, protocol, sources)])
    return Page(path, BYTE_ORDER_MARK + out.getvalue())


def _row(note: Note, protocol: Protocol, sources: Sources) -> tuple[str, ...]:
    return (
        LEVELS[level(note, protocol.partnership)],
        KINDS[note.kind][0],
        note.title,
        "; ".join(f"“{one.words}” ({sources.words(one.at)})" for one in note.printed),
        "; ".join(
            f"{one.title}{' (used here)' if one.used else ''}: {one.says}"
            for one in note.readings
        ),
        note.used_here,
        note.suggests,
        note.why,
        note.matters,
        note.to_settle,
        sources.words(note.source),
    )
