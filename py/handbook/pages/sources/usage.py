"""Where each section of a document is used in the handbook, for the coverage list.

The list is generated, so that a section which nothing cites shows as a gap: a
reader who knows the document by heart can look up every part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.pages.frame import local_address
from handbook.pages.notes.importance import numbered_notes
from rapidreview.show import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Deadline, Protocol, Ref

type Section = tuple[str, str]
"""A section as document id and mark: ``("protocol", "2.6")``."""


@dataclass(frozen=True)
class Use:
    """One place in the handbook that rests on a section: what it is and where it stands.

    ``address`` is its address from the site's root.
    """

    group: str
    words: str
    address: str


def section_of(protocol: Protocol, ref: Ref) -> Section | None:
    """Return the section of an own document that ``ref`` names, or None for a national one."""
    document, mark, at = ref.partition("#")
    if not mark:
        return protocol.document(ref).id, ref
    return (document, at) if document in protocol.documents else None


def deadline_anchor(deadline: Deadline) -> str:
    """Return the id under which a deadline stands on the page of deadlines."""
    return f"deadline-{deadline.id}"


def section_uses(protocol: Protocol) -> dict[Section, list[Use]]:
    """Return, for every section of every document, what rests on it; nothing twice."""
    found: dict[Section, list[Use]] = {
        (document.id, section.at): []
        for document in protocol.documents.values()
        for section in document.sections
    }
    for use, part in _everything(protocol):
        for ref in dict.fromkeys(refs_in(part)):
            section = section_of(protocol, ref)
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


def _everything(protocol: Protocol) -> Iterator[tuple[Use, object]]:
    """Yield every part of the policy that has sources, with the place where it stands."""
    yield from _acts(protocol)
    at, partnership = partial(_use, protocol), protocol.partnership
    for topic in partnership.topics:
        anchor = f"topic-{topic.id}"
        told = at("What the protocol says", topic.title, "protocol", anchor)
        yield told, tuple(one for one in topic.statements if not one.silent)
        unsaid = at("What it does not say", topic.title, "notes", "silences")
        yield unsaid, tuple(one for one in topic.statements if one.silent)
    for word in partnership.vocabulary:
        anchor = slug(f"word {word.word}")
        yield at("Its own words", word.word, "protocol", anchor), word
    for number, note in numbered_notes(partnership):
        yield at("Notes", f"Note {number}", "notes", f"note-{note.id}"), note
    yield from _rules(protocol)
    yield at("Changes", "Change log", "source", "changes"), partnership.changes


def _acts(protocol: Protocol) -> Iterator[tuple[Use, object]]:
    """Yield what people do: steps, limits, the box of first acts, forms and contacts."""
    at, partnership = partial(_use, protocol), protocol.partnership
    for placed in chart_of(protocol).placed:
        anchor = f"step-{placed.step.id}"
        yield at("Flowchart", f"Step {placed.number}", "flowchart", anchor), placed.step
    for deadline in partnership.deadlines:
        anchor = deadline_anchor(deadline)
        yield at("Deadlines", deadline.what, "deadlines", anchor), deadline
    for item in partnership.do_now:
        yield at("At a glance", "Do this now", "index", "donow"), item
    for form in partnership.forms:
        yield at("Forms", form.name, "contacts", slug(f"form {form.id}")), form
    for contact in partnership.contacts:
        yield at("Contacts", protocol.in_short(contact.actor), "contacts"), contact
    for actor in partnership.actors:
        name = protocol.in_short(actor.id)
        yield at("Who is who", name, "contacts", f"actor-{actor.id}"), actor


def _rules(protocol: Protocol) -> Iterator[tuple[Use, object]]:
    """Yield what programs use too: events, orders, the checker's parts, the comparison."""
    at, partnership = partial(_use, protocol), protocol.partnership
    for event in partnership.events:
        anchor = slug(f"event {event.id}")
        yield at("Starts of clocks", event.label, "deadlines", anchor), event
    yield (
        at("In order", "What comes before what", "deadlines", "orders"),
        (*partnership.orders, *partnership.chains),
    )
    yield (
        at("Checker", "What it adds to the questions", "uses", "checker"),
        (
            *partnership.questions,
            *partnership.local_rules,
            *partnership.local_flags,
            *partnership.narrower,
        ),
    )
    yield at("Checker", "What to do next", "uses", "next"), partnership.next_steps
    yield at("Comparison", "Point by point", "uses", "points"), partnership.compare


def _use(
    protocol: Protocol, group: str, words: str, page: str, anchor: str = ""
) -> Use:
    place = local_address(protocol, page)
    return Use(group, words, f"{place}#{anchor}" if anchor else place)
