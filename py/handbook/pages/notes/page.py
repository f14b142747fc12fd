"""Where a protocol can be read two ways, disagrees with itself, cannot be kept or is silent.

Each note gives the words as printed, the readings side by side, the one used here
and what would settle it; the gaps that the model itself shows follow as lists.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handbook.pages.frame import Page, partnership_page
from handbook.pages.notes.bars import Bars
from handbook.pages.notes.readings import Readings
from handbook.pages.notes.silences import no_time, silences
from handbook.pages.sources.editions import edition_notice
from handbook.pages.sources.usage import ORDER, deadline_anchor, numbered_notes
from handbook.pages.statements import lines
from rapidreview.model.protocol import Protocol
from rapidreview.show import NOTHING, esc, nowrap_last

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Deadline, Note, NoteReading, Partnership, Printed
    from rapidreview.show import Sources

KINDS = {
    "two-readings": ("Two readings", "can be read two ways"),
    "contradiction": ("Contradiction", "disagree with each other"),
    "cannot-be-kept": ("Cannot be kept", "cannot be kept"),
    "silence": ("The protocol does not say", "say nothing, or not enough"),
    "behind": ("Behind the rules", "have fallen behind"),
    "slip": ("Slip", "slips of the pen"),
}
"""For each kind of note its name, and how the count of its notes goes on."""

SUGGESTS = "The handbook suggests (not in the protocol)"
"""Over advice of the handbook's own making, which no protocol gives."""

SIGNS = {
    "two-readings": ("k-two", "M10 19v-7M10 12L4 4M10 12l6-8"),
    "contradiction": ("k-con", "M2 7h12M10.5 3L14.5 7l-4 4M18 13H6M9.5 9l-4 4 4 4"),
    "cannot-be-kept": (
        "k-not",
        "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM4.8 4.8l10.4 10.4",
    ),
    "silence": ("k-sil", "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z"),
    "behind": (
        "k-beh",
        "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM10 5.5V10H6.5",
    ),
    "slip": (
        "k-beh",
        "M3 17l1-4.500L13.500 3l3.500 3.500L7.500 16zM11.500 5l3.500 3.500",
    ),
}


def notes_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "Notes on the protocol" of ``partnership``."""
    lead = (
        "Where the protocol can be read two ways, disagrees with itself, cannot be kept, or says nothing. "
        "Disputed words are shown as printed, with the reading this handbook uses and why."
    )

    def body(sources: Sources) -> str:
        notes = Notes(library, partnership, sources)
        told = "".join(
            notes.html(number, note) for number, note in numbered_notes(partnership)
        )
        return (
            edition_notice(library.national, partnership, sources)
            + _tally(partnership)
            + told
            + notes.bars.rest()
            + notes.readings.rest()
            + no_time(partnership, sources)
            + silences(partnership, sources)
        )

    return partnership_page(
        Protocol(library.national, partnership),
        "notes",
        "notes on this protocol",
        lead,
        body,
    )


class Notes:
    """The notes of one partnership, with what has been shown beside them so far."""

    def __init__(
        self, library: Library, partnership: Partnership, sources: Sources
    ) -> None:
        self.partnership = partnership
        self.sources = sources
        self.bars = Bars(library, partnership)
        self.readings = Readings(partnership, sources, library.calendar)

    def html(self, number: int, note: Note) -> str:
        """Return one note: its kind, its question, the words, the readings, and the outcome."""
        css, path = SIGNS[note.kind]
        sign = f'<svg viewBox="0 0 20 20" aria-hidden="true"><path class="{css}" d="{path}"/></svg>'
        mine = self.partnership.deadlines
        limits = [item for item in mine if item.id in note.deadlines]
        mark = NOTHING if note.used_here else self.sources.mark(note.source)
        title = nowrap_last(note.title, mark)
        beside = ""
        if note.kind == "cannot-be-kept":
            beside = self.bars.of(limits)
        elif note.kind == "two-readings":
            beside = self.readings.of(limits)
        return (
            f'<article class="nt" id="note-{note.id}"><p class="kind">{sign}{KINDS[note.kind][0]} '
            f'<span class="id">note {number}</span></p>\n<h2>{title}</h2>\n'
            + _printed(note.printed, self.partnership, self.sources)
            + _readings(note.readings)
            + beside
            + f"{self._why(note, limits)}</article>\n"
        )

    def _why(self, note: Note, limits: list[Deadline]) -> str:
        page = f"{self.sources.base}partnerships/{self.partnership.id}/deadlines/"
        links = "; ".join(
            f'<a href="{page}#{deadline_anchor(item)}">{esc(item.what)}</a>'
            for item in limits
        )
        mark = self.sources.mark(note.source)
        used = esc(note.used_here) + mark if note.used_here else ""
        return lines(
            [
                ("Used here", used),
                ("Why", esc(note.why)),
                (SUGGESTS, esc(note.suggests)),
                ("Why it matters", esc(note.matters)),
                ("To settle it", esc(note.to_settle)),
                ("Deadline", links),
            ]
        )


def _tally(partnership: Partnership) -> str:
    counts = Counter(note.kind for note in partnership.notes)
    first = {note.kind: note.id for _, note in reversed(numbered_notes(partnership))}
    items = "".join(
        f'<a href="#note-{first[kind]}"><b>{counts[kind]}</b><span>{esc(KINDS[kind][1])}</span></a>'
        for kind in sorted(counts, key=lambda kind: ORDER[kind])
    )
    silent = sum(bool(item.no_time) for item in partnership.deadlines)
    if silent:
        items += f'<a href="#no-time"><b>{silent}</b><span>with no time limit in days</span></a>'
    return f'<nav class="tally" aria-label="Kinds of note">{items}</nav>\n'


def _printed(
    items: tuple[Printed, ...], partnership: Partnership, sources: Sources
) -> str:
    if not items:
        return ""
    quotes = "".join(
        f"<blockquote>“{esc(item.words)}”<cite>{esc(_where(item, partnership, sources))}</cite></blockquote>"
        for item in items
    )
    return f'<div class="prints c{min(len(items), 3)}">{quotes}</div>\n'


def _where(item: Printed, partnership: Partnership, sources: Sources) -> str:
    """Return the places in words, short where there is only one document: "Section 2.6"."""
    places = [sources.place(ref) for ref in item.at]
    if len(partnership.documents) > 1:
        return "; ".join(place.name for place in places)
    title = f"{partnership.documents[0].title}, "
    words = "; ".join(place.name.removeprefix(title) for place in places)
    return words[:1].upper() + words[1:]


def _readings(items: tuple[NoteReading, ...]) -> str:
    if not items:
        return ""
    cards = "".join(
        f'<div class="read{" use" if item.used else ""}"><h3>{esc(item.title)}'
        + (" <small>used here</small>" if item.used else "")
        + f"</h3><p>{esc(item.says)}</p></div>"
        for item in items
    )
    return f'<div class="reads">{cards}</div>\n'
