"""Walks a tree of nodes beside the model, so that checks know what each node is.

It goes as far as the shape allows and passes over the rest, so that the checks
of names and references still run on a file that has other faults.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


@dataclass(frozen=True)
class Slot:
    """A key that a part may have: its annotation (optional removed), and whether it must."""

    hint: object
    required: bool


@dataclass(frozen=True)
class Place:
    """A node in a field of a part. ``owner`` is the node of the part itself."""

    part: type
    key: str
    hint: object
    node: Node
    owner: Node


def bare(hint: object) -> object:
    """Return ``hint`` without its alias name and without ``None``."""
    while isinstance(hint, typing.TypeAliasType):
        hint = hint.__value__
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        rest = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        return bare(rest[0])
    return hint


@cache
def slots(part: type) -> dict[str, Slot]:
    """Return the keys of a part of the model, as YAML spells them, in order."""
    hints = typing.get_type_hints(part)
    return {
        item.name.rstrip("_"): Slot(
            hints[item.name],
            required=item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(part)
    }


def inside(hint: object, step: str | int) -> object:
    """Return the hint of what lies at ``step`` (a key or an index) of ``hint``."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain):
        slot = slots(plain).get(str(step))
        return slot.hint if slot else None
    origin, args = typing.get_origin(plain), typing.get_args(plain)
    if origin is tuple and isinstance(step, int):
        return args[0]
    return args[1] if origin is dict else None


def places(hint: object, node: Node) -> Iterator[Place]:
    """Yield every field of every part in ``node``, outermost first."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain) and node.kind == "map":
        for key, child in node.entries.items():
            slot = slots(plain).get(key)
            if slot:
                yield Place(plain, key, slot.hint, child, node)
                yield from places(slot.hint, child)
    elif typing.get_origin(plain) is tuple and node.kind == "list":
        for item in node.items:
            yield from places(typing.get_args(plain)[0], item)


def parts(hint: object, node: Node, wanted: type) -> Iterator[Node]:
    """Yield the node of every part of the model type ``wanted`` in ``node``."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain) and node.kind == "map":
        if plain is wanted:
            yield node
        for key, child in node.entries.items():
            slot = slots(plain).get(key)
            if slot and wanted in _reach(slot.hint):
                yield from parts(slot.hint, child, wanted)
    elif typing.get_origin(plain) is tuple and node.kind == "list":
        for item in node.items:
            yield from parts(typing.get_args(plain)[0], item, wanted)


@cache
def _reach(hint: object) -> frozenset[type]:
    """Return every part that can be met at or below ``hint``."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain):
        below = [_reach(slot.hint) for slot in slots(plain).values()]
        return frozenset([plain]).union(*below)
    args = [arg for arg in typing.get_args(plain) if arg is not Ellipsis]
    return frozenset[type]().union(*(_reach(arg) for arg in args))
