"""Loads one policy: its file and what belongs to it, as an object, or all that is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from handbook.read.checks import all_faults
from handbook.read.checks.questions import raising_nothing
from handbook.read.faults import TOLD_AT_MOST, Fault, Faults, at_most, fault
from handbook.read.policy_files import policy_files
from handbook.read.references import Declared, dangling, declared, least_grave
from handbook.read.short import companions_of, expanded, put_back, shape_faults
from handbook.read.short.first import FIRST, not_upgraded
from handbook.read.short.names import KINDS, name_faults
from handbook.read.short.region.files import regions_of
from handbook.read.short.region.regions import with_regions
from handbook.read.short.told import in_the_authors_words
from handbook.read.validation import build
from handbook.read.yaml_source import read_node
from rapidreview.model import National, Partnership

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from handbook.read.nodes import Node


@dataclass(frozen=True)
class Read[T]:
    """What came of reading one policy: the tree, the object (or None), the faults."""

    root: Node
    policy: T | None
    declared: Declared
    faults: tuple[Fault, ...]
    expanded: bool = True
    """False where the root is a short policy as written, whose full form was not made."""


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
    return checked(National, root, None, clashes)


def load_partnership(
    path: Path, law: Declared | None, national: National | None = None
) -> Read[Partnership]:
    """Return a partnership with its faults; raise where it or a region cannot be parsed.

    It is expanded with what the ``national`` layer brings, and then checked; where that
    could not be read, only the shape of what the author wrote is.
    """
    root = read_node(path)
    if root.text("format") == FIRST:
        return Read(root, None, Declared(), (not_upgraded(root),), expanded=False)
    whole, faults = with_regions(root, regions_of(path))
    if faults and whole is root:
        raise Faults(faults)
    written, clashes = merge([whole, *map(read_node, companions_of(path))])
    written, astray = put_back(written)
    shape = [*faults, *clashes, *astray, *shape_faults(written)]
    faults = [*shape, *name_faults(written, law)]
    if not shape and national is not None:
        full, unread = expanded(written, national)
        if not unread:
            read = checked(Partnership, full, law, without=KINDS)
            mine = [*faults, *in_the_authors_words(read.faults, full, faults)]
            return replace(read, faults=tuple(at_most(sorted(set(mine)))))
        faults += unread
    told = at_most(sorted(set(faults)))
    return Read(written, None, Declared(), tuple(told), expanded=False)


def checked[T](
    model: type[T],
    root: Node,
    law: Declared | None,
    faults: Iterable[Fault] = (),
    without: Collection[str] = (),
) -> Read[T]:
    """Return what the full form ``root`` describes, with its faults after ``faults``.

    ``law`` is what the national layer declares; None skips what is looked for there.
    Names of the kinds ``without`` were looked up before, and are not again.
    """
    policy, shape = build(model, root)
    own, twice = declared(model, root)
    most = TOLD_AT_MOST + 1
    told = [
        *faults,
        *shape,
        *twice,
        *islice(dangling(model, root, own, law, without), most),
    ]
    told += islice(all_faults(model, root), most)
    told += islice(raising_nothing(model, root, law), most) if law else ()
    return Read(root, policy, own, tuple(at_most(sorted(set(told)))))


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
