"""Where a protocol can be read two ways, disagrees with itself, cannot be kept or is silent.

Each note gives the words as printed, the readings side by side, the one used here
and what would settle it; the gaps that the model itself shows follow as lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.fold import fold
from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.notes.bars import Bars
from handbook.pages.notes.download import NAME
from handbook.pages.notes.filter import filter_html
from handbook.pages.notes.importance import LEVELS, level, numbered_notes
from handbook.pages.notes.kinds import kind_html, of_kind
from handbook.pages.notes.readings import Readings
from handbook.pages.notes.silences import silences
from handbook.pages.outcomes.narrower_words import narrower_anchor
from handbook.pages.sources.editions import edition_line
from handbook.pages.sources.usage import deadline_anchor
from handbook.pages.statements import lines
from rapidreview.say import counted
from rapidreview.show import NARROWER, NOTHING, el, every, joined, text

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Note, NoteReading, Printed, Protocol
    from rapidreview.show import Html, Sources

SUGGESTS = "The handbook suggests (not in the protocol)"
"""Over advice of the handbook's own making, which no protocol gives."""


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
        told = every(notes.level(name) for name in LEVELS)
        rest = joined(
            notes.bars.rest(), notes.readings.rest(), silences(protocol, sources)
        )
        return joined(
            edition_line(protocol, sources),
            el(
                "div",
                filter_html(protocol.partnership.notes),
                _ways_on(protocol, sources) if told else NOTHING,
                or_unread(told, protocol),
                section("Beside the notes", rest, "beside", css="sec notes-level")
                if rest
                else NOTHING,
                css="notes",
            ),
        )

    return partnership_page(protocol, "notes", title, lead, body)


def _ways_on(protocol: Protocol, sources: Sources) -> Html:
    """Return the way to the list to download, and to the limits that give no time."""
    silent = sum(bool(item.no_time) for item in protocol.own_deadlines.values())
    limits = f"{sources.base}{protocol.folder}deadlines/"
    ways = [
        el("a", "Download the notes as a list (CSV)", href=f"../{NAME}", download=True)
    ]
    if silent:
        ways.append(
            el("a", f"{counted(silent, 'limit')} with no time in days", href=limits)
        )
    return el("p", every(ways, " · "), css="small paper-never")


class Notes:
    """The notes of one partnership, with what has been shown beside them so far."""

    def __init__(
        self, protocol: Protocol, calendar: Calendar, sources: Sources
    ) -> None:
        self.protocol = protocol
        self.sources = sources
        self.numbered = numbered_notes(protocol.partnership)
        self.bars = Bars(protocol, calendar)
        self.readings = Readings(protocol, sources, calendar)

    def level(self, name: str) -> Html:
        """Return the section of the notes of one group; nothing where there are none."""
        partnership = self.protocol.partnership
        told = every(
            self.html(number, note)
            for number, note in self.numbered
            if level(note, partnership) == name
        )
        if not told:
            return NOTHING
        return section(LEVELS[name], told, f"notes-{name}", css="sec notes-level")

    def html(self, number: int, note: Note) -> Html:
        """Return one note: its kind and question in a line, which opens to all that it says."""
        own = self.protocol.own_deadlines
        limits = [item for item in own.values() if item.id in note.deadlines]
        beside = NOTHING
        if note.kind == "cannot-be-kept":
            beside = self.bars.of(limits)
        elif note.kind == "two-readings":
            beside = self.readings.of(limits)
        body = joined(
            _printed(note.printed, self.protocol, self.sources),
            _readings(note.readings),
            beside,
            self._why(note, limits),
        )
        title = joined(kind_html(note, number), el("h3", note.title))
        css = f"notes-note {of_kind(note.kind)}"
        return fold(title, body, f"note-{note.id}", css)

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
                (
                    "To settle it",
                    text(note.to_settle) + (NOTHING if note.used_here else mark),
                ),
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
    return el("div", el("h4", item.title, used), el("p", item.says), css=css)
