"""Actors, contacts and forms: who acts, how they are reached, and what changes hands.

An actor of the national layer brings its label and kind. Addresses may be written by area.
Who fills in a form and who gets it follow from the step that sends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import (
    copied,
    each,
    filled,
    made,
    mapping,
    moved,
    put,
    taken,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.read.nodes import Node
    from handbook.read.short.law import Law
    from handbook.read.short.making import Plain
    from handbook.read.short.process.steps import ShortStep

NOT_GIVEN = "not given"
NOT_SAID = "not said"
NO_ADDRESS = "the protocol gives no address"
NOT_SAID_WHERE = "The protocol does not say where to get the form."
_WAYS = ("email", "phone", "url")
_FROM_LAW = ("label", "short", "kind")


def actors_of(root: Node, law: Law) -> list[Node]:
    """Return the actors, with the label, short name and kind of the national ones."""
    found = []
    for actor in root.listed("actors"):
        full = copied(actor)
        entry = law.actors.get(full.text("id"), {})
        if (
            "label" in full.entries
        ):  # its own name: the national short one is of another
            entry = {"kind": entry.get("kind", "")}
        filled(full, [(key, entry[key]) for key in _FROM_LAW if entry.get(key)])
        found.append(full)
    return found


def areas_of(root: Node, law: Law) -> list[Node]:
    """Return the areas, with the name and the authority that the national list has."""
    partnerships = texts(root.get("partnerships"))
    found = []
    for area in root.listed("areas"):
        full = copied(area) if area.kind == "map" else mapping(area, {"id": area})
        name = full.text("id")
        # An id that the list lacks stands for itself: the linter tells the nearest.
        entry = law.authorities.get(name, {"name": name, "authority": name})
        filled(full, [(key, entry.get(key)) for key in ("name", "authority")])
        if len(partnerships) == 1:
            filled(full, [("partnership", partnerships[0])])
        found.append(full)
    return found


def contacts_of(root: Node, actors: Iterable[Node], law: Law) -> list[Node]:
    """Return the contacts, one for each area where an address is written by area."""
    rows = list(actors)
    labels = {one.text("id"): one.text("label") for one in rows}
    shorts = {one.text("id"): one.text("short") for one in rows}
    areas = {one.text("id"): one.text("name") for one in areas_of(root, law)}
    return [
        _contact(one, labels, shorts, areas)
        for contact in root.listed("contacts")
        for one in _by_area(contact)
    ]


def _by_area(contact: Node) -> Iterator[Node]:
    split = next(
        (key for key in _WAYS if (way := contact.get(key)) and way.kind == "map"), ""
    )
    if not split:
        yield copied(contact)
        return
    for area, address in contact.entries[split].entries.items():
        one = copied(contact)
        one.entries[split] = address
        one.entries["id"] = made(contact, f"{contact.text('id')}-{area}")
        one.entries["areas"] = made(address, [area])
        yield one


def groups_of(root: Node) -> dict[str, list[str]]:
    """Return the contacts that each contact of the file stands for: itself, or one an area."""
    return {
        contact.text("id"): [one.text("id") for one in _by_area(contact)]
        for contact in root.listed("contacts")
    }


def _contact(
    full: Node, labels: dict[str, str], shorts: dict[str, str], areas: dict[str, str]
) -> Node:
    moved(full, "of", "actor")
    label = labels.get(full.text("actor"), "")
    if full.text("address") == NOT_GIVEN:
        silent = full.entries["address"]
        taken(full, "address")
        name = shorts.get(full.text("actor")) or label
        filled(full, [("label", f"{name}: {NO_ADDRESS}")])
        put(full, "silent", made(silent, value=True))
    named = [areas.get(one, one) for one in texts(full.get("areas"))]
    where = f" ({', '.join(named)})" if named else ""
    filled(full, [("label", f"{label}{where}")])
    return full


def forms_of(
    root: Node, steps: Iterable[ShortStep], receivers: dict[str, str]
) -> list[Node]:
    """Return the forms; ``receivers`` holds the actor of each contact and each actor itself."""
    sent: dict[str, ShortStep] = {}
    for step in steps:
        for name in texts(step.full.get("forms")):
            if "to" in step.written.entries:
                sent.setdefault(name, step)
    found = []
    for form in root.listed("forms"):
        full = copied(form)
        if full.text("get_it") == NOT_SAID:
            full.entries["get_it"] = made(full.entries["get_it"], NOT_SAID_WHERE)
        sending = sent.get(full.text("id"))
        if sending is not None:
            filled(full, _hands(sending, receivers))
        found.append(full)
    return found


def _hands(step: ShortStep, receivers: dict[str, str]) -> list[tuple[str, Plain]]:
    """Return who fills a form in and who gets it, where the step is not itself a guess."""
    to = [receivers.get(one, "") for one in texts(step.written.get("to"))]
    names = [one for one in to if one]
    same = names[0] if names and all(one == names[0] for one in names) else ""
    if "derived" in step.written.entries:
        return []
    return [("filled_by", step.full.text("actor")), ("goes_to", same)]


def receivers_of(
    contacts: Iterable[Node], actors: Iterable[Node], groups: dict[str, list[str]]
) -> dict[str, str]:
    """Return the actor behind each name that a step may send to."""
    found = {one.text("id"): one.text("id") for one in actors}
    by_id = {one.text("id"): one.text("actor") for one in contacts}
    for group, members in groups.items():
        found[group] = by_id.get(members[0], "") if members else ""
    return found | by_id


def contacts_named(node: Node | None, groups: dict[str, list[str]]) -> list[str]:
    """Return the contacts that a list of names stands for; an actor is no contact."""
    return [one for name in texts(node) for one in groups.get(name, [])]


__all__ = [
    "actors_of",
    "contacts_named",
    "contacts_of",
    "each",
    "forms_of",
    "groups_of",
    "receivers_of",
]
