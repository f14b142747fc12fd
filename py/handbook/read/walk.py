"""Walks a tree of nodes beside the model, so that checks know what each node is.

It goes as far as the shape allows and passes over the rest, so that the checks
of names and references still run on a file that has other faults.
"""

from __future__ import annotations

import types
import typing
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidreview.model.constraints import FINISHED, Declares
from rapidreview.model.partnership import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


@dataclass(frozen=True)
class Slot:
    """A key that a part may have: its annotation, whether it must, and its constraints."""

    hint: object
    required: bool
    marks: tuple[object, ...]
    """What is asked of the value, or of each item of a list."""
    key_marks: tuple[object, ...]
    """What is asked of each key of a mapping."""
    value_marks: tuple[object, ...]
    """What is asked of each value of a mapping."""

    def must(self, *, draft: bool) -> bool:
        """Return whether a part has to have this key, with a text or an item in it.

        What only a finished policy has may be left out of a ``draft``.
        """
        return self.required or (FINISHED in self.marks and not draft)

    def mark[M](self, kind: type[M]) -> M | None:
        """Return the constraint of one ``kind`` on the value, or None."""
        return next((one for one in self.marks if isinstance(one, kind)), None)


def is_draft(root: Node) -> bool:
    """Return whether the policy ``root`` says that it is a draft."""
    return root.text("status") == "draft"


def is_national(root: Node) -> bool:
    """Return whether ``root`` is the policy that stands in where no protocol was read."""
    return root.text("status") == NATIONAL


def is_unfinished(root: Node) -> bool:
    """Return whether the policy ``root`` may leave out what a finished one has."""
    return is_draft(root) or is_national(root)


@dataclass(frozen=True)
class Place:
    """A node in a field of a part. ``owner`` is the node of the part itself."""

    part: type
    key: str
    slot: Slot
    node: Node
    owner: Node

    @property
    def nodes(self) -> list[Node]:
        """The items of a list, or else the node itself."""
        return self.node.items or [self.node]


def stripped(hint: object) -> object:
    """Return ``hint`` without its alias name and its marks."""
    while True:
        if isinstance(hint, typing.TypeAliasType):
            hint = hint.__value__
        elif typing.get_origin(hint) is typing.Annotated:
            hint = typing.get_args(hint)[0]
        else:
            return hint


def bare(hint: object) -> object:
    """Return ``hint`` without its alias name, its marks and ``None``."""
    plain = stripped(hint)
    if typing.get_origin(plain) in (typing.Union, types.UnionType):
        return bare(next(a for a in typing.get_args(plain) if a is not type(None)))
    return plain


def marks(hint: object) -> tuple[object, ...]:
    """Return the constraints on a value of type ``hint`` and on the items of a list."""
    if isinstance(hint, typing.TypeAliasType):
        return marks(hint.__value__)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return (*args[1:], *marks(args[0]))
    if origin is tuple:
        return marks(args[0])
    if origin in (typing.Union, types.UnionType):
        return tuple(mark for arg in args for mark in marks(arg))
    return ()


@cache
def slots(part: type) -> dict[str, Slot]:
    """Return the keys of a part of the model, as YAML spells them, in order."""
    hints = typing.get_type_hints(part, include_extras=True)
    return {
        item.name.rstrip("_"): _slot(item, hints[item.name]) for item in fields(part)
    }


def _slot(item: Field[object], hint: object) -> Slot:
    plain = bare(hint)
    pair = typing.get_args(plain) if typing.get_origin(plain) is dict else ()
    return Slot(
        hint,
        item.default is MISSING and item.default_factory is MISSING,
        marks(hint),
        *(tuple(marks(one)) for one in pair or ((), ())),
    )


def every_kind(model: type) -> Iterator[tuple[type, str, list[str]]]:
    """Yield every field of every part of ``model`` that has closed words, with the words."""
    for part in sorted(_reach(model), key=lambda one: one.__name__):
        for key, slot in slots(part).items():
            hint = bare(slot.hint)
            while typing.get_origin(hint) is tuple:
                hint = bare(typing.get_args(hint)[0])
            if typing.get_origin(hint) is typing.Literal:
                words = [one for one in typing.get_args(hint) if isinstance(one, str)]
                if words:
                    yield part, key, words


def places(hint: object, node: Node) -> Iterator[Place]:
    """Yield every field of every part in ``node``, outermost first."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain) and node.kind == "map":
        for key, child in node.entries.items():
            slot = slots(plain).get(key)
            if slot:
                yield Place(plain, key, slot, child, node)
                yield from places(slot.hint, child)
    elif typing.get_origin(plain) is tuple and node.kind == "list":
        for item in node.items:
            yield from places(typing.get_args(plain)[0], item)


def every_part(hint: object, node: Node) -> Iterator[tuple[type, Node]]:
    """Yield every part in ``node`` with its type in the model, outermost first."""
    plain = bare(hint)
    if isinstance(plain, type) and is_dataclass(plain) and node.kind == "map":
        yield plain, node
        for key, child in node.entries.items():
            slot = slots(plain).get(key)
            if slot:
                yield from every_part(slot.hint, child)
    elif typing.get_origin(plain) is tuple:
        for item in node.items:
            yield from every_part(typing.get_args(plain)[0], item)


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


@cache
def lists(model: type) -> dict[str, str]:
    """Return the key of the list in which a ``model`` declares its parts, by their kind."""
    found: dict[str, str] = {}
    for key, slot in slots(model).items():
        part = next(iter(typing.get_args(bare(slot.hint))), None)
        if isinstance(part, type) and is_dataclass(part):
            for inner in slots(part).values():
                if mark := inner.mark(Declares):
                    found.setdefault(mark.kind, key)
    return found
