"""Where each section of a document is used in the handbook, for the coverage list.

The list is generated, so that a section which nothing cites shows as a gap: a
reader who knows the document by heart can look up every part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from handbook.flow.layout import every_placed, lay_out
from handbook.pages.frame import address
from rapidreview.show import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Deadline, Note, Partnership, Ref

type Section = tuple[str, str]
"""A section as document id and mark: ``("protocol", "2.6")``."""

ORDER = {
    note: place
    for place, note in enumerate(
        ("two-readings", "contradiction", "cannot-be-kept", "silence", "behind", "slip")
    )
}


@dataclass(frozen=True)
class Use:
    """One place in the handbook that rests on a section: what it is and where it stands."""

    group: str
    words: str
    page: str
    anchor: str = ""

    def href(self, base: str, partnership: Partnership) -> str:
        """Return the address, from a page whose way to the root is ``base``."""
        place = base + address(f"partnerships/{partnership.id}/{self.page}.md")
        return f"{place}#{self.anchor}" if self.anchor else place


def section_of(partnership: Partnership, ref: Ref) -> Section | None:
    """Return the section of an own document that ``ref`` names, or None for a national one."""
    document, mark, at = ref.partition("#")
    if not mark:
        return partnership.documents[0].id, ref
    own = {item.id for item in partnership.documents}
    return (document, at) if document in own else None


def numbered_notes(partnership: Partnership) -> list[tuple[int, Note]]:
    """Return the notes with their numbers, kind by kind, each kind in the file's order."""
    notes = sorted(partnership.notes, key=lambda note: ORDER[note.kind])
    return list(enumerate(notes, start=1))


def deadline_anchor(deadline: Deadline) -> str:
    """Return the id under which a deadline stands on the page of deadlines."""
    return f"deadline-{deadline.id}"


def section_uses(partnership: Partnership) -> dict[Section, list[Use]]:
    """Return, for every section of every document, what rests on it; nothing twice."""
    found: dict[Section, list[Use]] = {
        (document.id, section.at): []
        for document in partnership.documents
        for section in document.sections
    }
    for use, part in _everything(partnership):
        for ref in dict.fromkeys(refs_in(part)):
            section = section_of(partnership, ref)
            if section in found and use not in found[section]:
                found[section].append(use)
    return found


def refs_in(part: object) -> Iterator[Ref]:
    """Yield every reference in ``part`` and in the parts inside it."""
    if isinstance(part, tuple):
        for item in part:
            yield from refs_in(item)
    elif is_dataclass(part):
        for item in fields(part):
            value = getattr(part, item.name)
            if item.name in ("source", "at") and isinstance(value, tuple):
                yield from value
            else:
                yield from refs_in(value)


def _everything(partnership: Partnership) -> Iterator[tuple[Use, object]]:
    yield from _acts(partnership)
    for topic in partnership.topics:
        use = Use(
            "What the protocol says", topic.title, "protocol", f"topic-{topic.id}"
        )
        yield use, topic.statements
    for word in partnership.vocabulary:
        yield (
            Use("Its own words", word.word, "protocol", slug(f"word {word.word}")),
            word,
        )
    for number, note in numbered_notes(partnership):
        yield Use("Notes", f"Note {number}", "notes", f"note-{note.id}"), note
    for event in partnership.events:
        use = Use(
            "Starts of clocks", event.label, "protocol", slug(f"event {event.id}")
        )
        yield use, event
    yield (
        Use("In order", "What comes before what", "protocol", "orders"),
        (
            *partnership.orders,
            *partnership.chains,
        ),
    )
    yield (
        Use("Checker", "What it adds to the questions", "protocol", "checker"),
        (
            *partnership.questions,
            *partnership.local_rules,
            *partnership.local_flags,
        ),
    )
    yield Use("Checker", "What to do next", "protocol", "next"), partnership.next_steps
    yield Use("Comparison", "Point by point", "protocol", "points"), partnership.compare
    yield Use("Changes", "Change log", "source", "changes"), partnership.changes


def _acts(partnership: Partnership) -> Iterator[tuple[Use, object]]:
    """Yield what people do: steps, limits, the box of first acts, forms and contacts."""
    for placed in every_placed(
        lay_out({one.id: one for one in partnership.steps}, partnership.start)
    ):
        use = Use(
            "Flowchart", f"Step {placed.number}", "flowchart", f"step-{placed.step.id}"
        )
        yield use, placed.step
    for deadline in partnership.deadlines:
        yield (
            Use("Deadlines", deadline.what, "deadlines", deadline_anchor(deadline)),
            deadline,
        )
    for item in partnership.do_now:
        yield Use("At a glance", "Do this now", "index", "donow"), item
    for form in partnership.forms:
        yield Use("Forms", form.name, "contacts", slug(f"form {form.id}")), form
    labels = {actor.id: actor.short or actor.label for actor in partnership.actors}
    for contact in partnership.contacts:
        yield Use("Contacts", labels[contact.actor], "contacts"), contact
    for actor in partnership.actors:
        use = Use(
            "Who is who", actor.short or actor.label, "contacts", f"actor-{actor.id}"
        )
        yield use, actor
