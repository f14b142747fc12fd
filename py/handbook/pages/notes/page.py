"""Where a protocol can be read two ways, disagrees with itself, cannot be kept or is silent.

Each note gives the words as printed, the readings side by side, the one used here
and what would settle it; the gaps that the model itself shows follow as lists.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.frame import Page, partnership_page
from handbook.pages.notes.bars import Bars
from handbook.pages.notes.readings import Readings
from handbook.pages.notes.silences import no_time, silences
from handbook.pages.outcomes.narrower_words import narrower_anchor
from handbook.pages.sources.editions import edition_notice
from handbook.pages.sources.usage import ORDER, deadline_anchor, numbered_notes
from handbook.pages.statements import lines
from rapidreview.show import NARROWER, NOTHING, el, every, joined, nowrap_last, text

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Note, NoteReading, Printed, Protocol
    from rapidreview.show import Html, Sources

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


def notes_page(protocol: Protocol, calendar: Calendar) -> Page:
    """Return the page "Notes on the protocol" of ``protocol``."""
    where = "the protocol can be read two ways, disagrees with itself, cannot be kept, or says"
    title = "notes on this protocol"
    if protocol.stands_in:
        where = (
            "the national rules can be read two ways, disagree, cannot be kept, or say"
        )
        title = "notes on the national rules"
    lead = (
        f"Where {where} nothing. "
        "Disputed words are quoted, with the reading this handbook uses and why."
    )

    def body(sources: Sources) -> Html:
        notes = Notes(protocol, calendar, sources)
        told = every(
            notes.html(number, note)
            for number, note in numbered_notes(protocol.partnership)
        )
        return joined(
            edition_notice(protocol, sources),
            _tally(protocol),
            or_unread(told, protocol),
            notes.bars.rest(),
            notes.readings.rest(),
            no_time(protocol, sources),
            silences(protocol, sources),
        )

    return partnership_page(protocol, "notes", title, lead, body)


class Notes:
    """The notes of one partnership, with what has been shown beside them so far."""

    def __init__(
        self, protocol: Protocol, calendar: Calendar, sources: Sources
    ) -> None:
        self.protocol = protocol
        self.sources = sources
        self.bars = Bars(protocol, calendar)
        self.readings = Readings(protocol, sources, calendar)

    def html(self, number: int, note: Note) -> Html:
        """Return one note: its kind, its question, the words, the readings, and the outcome."""
        own = self.protocol.own_deadlines
        limits = [item for item in own.values() if item.id in note.deadlines]
        mark = NOTHING if note.used_here else self.sources.mark(note.source)
        beside = NOTHING
        if note.kind == "cannot-be-kept":
            beside = self.bars.of(limits)
        elif note.kind == "two-readings":
            beside = self.readings.of(limits)
        return el(
            "article",
            _kind(note, number),
            "\n",
            el("h2", nowrap_last(note.title, mark)),
            "\n",
            _printed(note.printed, self.protocol, self.sources),
            _readings(note.readings),
            beside,
            self._why(note, limits),
            css="notes-note",
            id=f"note-{note.id}",
        )

    def _why(self, note: Note, limits: list[Deadline]) -> Html:
        page = f"{self.sources.base}{self.protocol.folder}deadlines/"
        links = (
            el("a", item.what, href=f"{page}#{deadline_anchor(item)}")
            for item in limits
        )
        mark = self.sources.mark(note.source)
        return lines(
            [
                ("Used here", joined(note.used_here, mark) if note.used_here else ""),
                ("Why", text(note.why)),
                (SUGGESTS, text(note.suggests)),
                ("Why it matters", text(note.matters)),
                ("To settle it", text(note.to_settle)),
                ("Deadline", every(links, "; ")),
                ("Beside the duty", self._beside(note)),
            ]
        )

    def _beside(self, note: Note) -> Html:
        """Return links to the duties beside which the words of the note are shown."""
        page = f"{self.sources.base}outcomes/"
        return every(
            (
                el("a", NARROWER, href=f"{page}#{narrower_anchor(one, self.protocol)}")
                for one in self.protocol.partnership.narrower
                if one.note == note.id
            ),
            "; ",
        )


def _kind(note: Note, number: int) -> Html:
    css, path = SIGNS[note.kind]
    drawing = el("path", css=css, d=path)
    return el(
        "p",
        el("svg", drawing, viewBox="0 0 20 20", aria_hidden="true"),
        f"{KINDS[note.kind][0]} ",
        el("span", f"note {number}", css="notes-number"),
        css="notes-kind",
    )


def _tally(protocol: Protocol) -> Html:
    notes = protocol.partnership.notes
    counts = Counter(note.kind for note in notes)
    numbered = numbered_notes(protocol.partnership)
    first = {note.kind: note.id for _, note in reversed(numbered)}
    items = [
        _counted(f"note-{first[kind]}", counts[kind], KINDS[kind][1])
        for kind in sorted(counts, key=lambda kind: ORDER[kind])
    ]
    silent = sum(bool(item.no_time) for item in protocol.own_deadlines.values())
    if silent:
        items.append(_counted("no-time", silent, "with no time limit in days"))
    if not items:
        return NOTHING
    return el("nav", *items, css="notes-tally", aria_label="Kinds of note")


def _counted(anchor: str, count: int, words: str) -> Html:
    return el("a", el("b", str(count)), el("span", words), href=f"#{anchor}")


def _printed(items: tuple[Printed, ...], protocol: Protocol, sources: Sources) -> Html:
    if not items:
        return NOTHING
    quotes = every(
        el("blockquote", f"“{item.words}”", el("cite", _where(item, protocol, sources)))
        for item in items
    )
    beside = f" notes-prints-{min(len(items), 3)}" if len(items) > 1 else ""
    return el("div", quotes, css=f"notes-prints{beside}")


def _where(item: Printed, protocol: Protocol, sources: Sources) -> str:
    """Return the places in words, short where there is only one document: "Section 2.6"."""
    places = [sources.place(ref) for ref in item.at]
    if len(protocol.documents) > 1:
        return "; ".join(place.name for place in places)
    title = f"{protocol.partnership.documents[0].title}, "
    words = "; ".join(place.name.removeprefix(title) for place in places)
    return words[:1].upper() + words[1:]


def _readings(items: tuple[NoteReading, ...]) -> Html:
    if not items:
        return NOTHING
    return el("div", every(map(_card, items)), css="notes-reads")


def _card(item: NoteReading) -> Html:
    used = joined(" ", el("small", "used here")) if item.used else NOTHING
    css = "notes-read notes-used" if item.used else "notes-read"
    return el("div", el("h3", item.title, used), el("p", item.says), css=css)
