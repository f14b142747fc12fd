"""Reads policy files into the engine's objects, or says everything that is wrong.

Nothing half-read comes out: a call returns a whole object or raises
:class:`~handbook.read.faults.Faults` with every fault of every file it read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, cast

from handbook.read.checks import all_faults
from handbook.read.checks.questions import raising_nothing
from handbook.read.faults import TOLD_AT_MOST, Fault, Faults, at_most, fault
from handbook.read.policy_files import policy_files, unread
from handbook.read.references import Declared, dangling, declared, least_grave
from handbook.read.short.region_files import regions_of, told_once
from handbook.read.short.regions import with_regions
from handbook.read.validation import build
from handbook.read.yaml_source import read_bytes, read_node
from rapidreview.days import calendar_from
from rapidreview.model import National, NationalIndex, Partnership, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from handbook.read.nodes import Node
    from rapidreview.days import Calendar
    from rapidreview.model import Id

__all__ = [
    "Fault",
    "Faults",
    "Library",
    "read_all",
    "read_calendar",
    "read_national",
    "read_partnership",
]


@dataclass(frozen=True)
class Library:
    """Everything under ``policies/``: national layer, partnerships by id, and working days."""

    national: National
    partnerships: tuple[Partnership, ...]
    calendar: Calendar = field(compare=False, repr=False)

    @cached_property
    def law(self) -> NationalIndex:
        """The national layer, every part by its id."""
        return NationalIndex(self.national)

    @cached_property
    def protocols(self) -> tuple[Protocol, ...]:
        """Each partnership's protocol with the national layer behind it, in order of id."""
        return tuple(Protocol(self.national, one) for one in self.partnerships)

    def protocol(self, name: Id) -> Protocol:
        """Return the protocol of the partnership ``name``; raise ``KeyError`` if there is none."""
        return self._protocols[name]

    @cached_property
    def _protocols(self) -> dict[Id, Protocol]:
        return {one.id: one for one in self.protocols}


@dataclass(frozen=True)
class Read[T]:
    """What came of reading one policy: the tree, the object (or None), the faults."""

    root: Node
    policy: T | None
    declared: Declared
    faults: tuple[Fault, ...]


def read_national(folder: Path) -> National:
    """Return the national layer that the ``*.yml`` of ``folder`` make up together."""
    return _whole(load_national(folder))


def read_partnership(path: Path, national: National) -> Partnership:
    """Return the partnership at ``path``, checked against the national layer."""
    return _whole(load_partnership(path, from_national(national)))


def read_calendar(folder: Path) -> Calendar:
    """Return the working days from the bank holidays in the national ``folder``.

    Raises :class:`Faults` where the file is missing or broken.
    """
    path = folder / "bank-holidays.json"
    if not path.exists():
        raise Faults(
            [fault(path, "the bank holidays cannot be read; found no such file")]
        )
    try:
        return calendar_from(json.loads(read_bytes(path, str(path))))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        says = "this is not a list of bank holidays; write first, last and holidays"
        raise Faults([fault(path, says)]) from error


def read_all(root: Path) -> Library:
    """Return the whole library under the policies folder ``root``.

    Raises :class:`Faults` with the faults of all files together.
    """
    law, folders = None, ("national", "partnerships", "regions")
    faults = [one for name in folders for one in unread(root / name)]
    try:
        law = load_national(root / "national")
        faults += law.faults
    except Faults as found:
        faults += found.faults
    partnerships = []
    for path in policy_files(root / "partnerships"):
        try:
            read = load_partnership(path, law.declared if law else None)
            faults += read.faults
            if read.policy:
                partnerships.append(read.policy)
        except Faults as found:
            faults += found.faults
    calendar = None
    try:
        calendar = read_calendar(root / "national")
    except Faults as found:
        faults += found.faults
    if faults or law is None or law.policy is None or calendar is None:
        raise Faults(told_once(faults))
    ordered = tuple(sorted(partnerships, key=lambda one: one.id))
    return Library(law.policy, ordered, calendar)


def load_national(folder: Path) -> Read[National]:
    """Return the national layer with its faults; raise where it cannot be parsed."""
    files = policy_files(folder)
    if not files:
        says = "there is no national layer; found no .yml file"
        raise Faults([fault(folder, says)])
    roots, faults = [], list[Fault]()
    for path in files:
        try:
            roots.append(read_node(path))
        except Faults as found:
            faults += found.faults
    if faults:
        raise Faults(faults)
    root, clashes = merge(roots)
    return _read(National, root, None, clashes)


def load_partnership(path: Path, law: Declared | None) -> Read[Partnership]:
    """Return a partnership with its faults; raise where it or a region cannot be parsed."""
    whole, faults = with_regions(root := read_node(path), regions_of(path))
    if faults and whole is root:
        raise Faults(faults)
    return _read(Partnership, whole, law, faults)


def from_national(national: National) -> Declared:
    """Return what a national layer that was read before declares."""
    rules = national.notifiability
    return Declared(
        names={
            "instrument": {one.id for one in national.instruments},
            "event": {one.id for one in national.events},
            "counting rule": {one.id for one in national.counting},
            "deadline": {one.id for one in national.deadlines},
            "question": {one.id for one in rules.questions},
            "rule": {one.id for one in rules.rules},
            "act": {one.id for one in rules.acts},
            "outcome": {str(one.id) for one in rules.outcomes},
            "attribute": {one.id for one in national.compare},
            "actor": {one.id for one in national.actors},
        },
        options={
            one.id: {option.id for option in one.options} for one in rules.questions
        },
        raise_nothing=least_grave(
            (one.id, one.gravity, one.contradiction) for one in rules.outcomes
        ),
    )


def merge(roots: Iterable[Node]) -> tuple[Node, list[Fault]]:
    """Return several files as one mapping; lists are joined, and faults where keys clash."""
    first, *rest = roots
    faults: list[Fault] = []
    for other in rest:
        _merge_into(first, other, faults)
    return first, faults


def _merge_into(whole: Node, other: Node, faults: list[Fault]) -> None:
    for key, node in other.entries.items():
        there = whole.entries.get(key)
        if there is None:
            whole.entries[key] = node
            whole.keys[key] = other.keys[key]
        elif there.kind == node.kind == "list":
            there.items += node.items
        elif there.kind == node.kind == "map":
            _merge_into(there, node, faults)
        elif there.kind != node.kind or there.value != node.value:
            message = f"`{key}` is also in {there.path}, line {there.line}, with another value"
            faults.append(other.key_fault(key, message))


def _read[T](
    model: type[T], root: Node, law: Declared | None, faults: list[Fault]
) -> Read[T]:
    policy, shape = build(model, root)
    own, twice = declared(model, root)
    most = TOLD_AT_MOST + 1
    faults = [*faults, *shape, *twice, *islice(dangling(model, root, own, law), most)]
    faults += islice(all_faults(model, root), most)
    faults += islice(raising_nothing(model, root, law), most) if law else ()
    return Read(root, policy, own, tuple(at_most(sorted(set(faults)))))


def _whole[T](read: Read[T]) -> T:
    if read.faults:
        raise Faults(read.faults)
    return cast("T", read.policy)
