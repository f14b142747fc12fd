"""Are the keys and values of the right kind? The model's own type hints are asked.

Each class of the model gets what reads it once. Nothing here is compiled, so that
it runs in a browser as it does at the build. Quotation marks and apostrophes are typed
straight and read as curly ones here, once for pages, answers and files.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from handbook.read.faults import (
    TOLD_AT_MOST,
    Fault,
    allowed_names,
    choices,
    more,
    quoted,
)
from handbook.read.walk import Slot, bare, is_unfinished, slots, stripped
from rapidreview.model.constraints import ONE_OR_MORE
from rapidreview.say import curly

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from handbook.read.nodes import Node

    type Reader = Callable[[Node, str, _Found], object]
    """Returns what a node under a key (or at an index) stands for."""

KEYS_SHOWN = 40
_WORDS = {str: "text", int: "a whole number", bool: "true or false"}
_MAPPING = "a mapping (keys with values)"


def build[T](model: type[T], node: Node) -> tuple[T | None, list[Fault]]:
    """Return the ``model`` that ``node`` describes, or None and the faults."""
    found = _Found()
    try:
        made = _reader(cast("Hashable", model))(node, "", found)
    except _EnoughError:
        made = None
    faults = found.all()
    return (None, faults) if faults else (cast("T", made), [])


class _EnoughError(Exception):
    """There are more faults than anybody is told."""


@dataclass
class _Found:
    """What is wrong so far: wrong values, and the keys that are missing by mapping."""

    faults: list[Fault] = field(default_factory=list)
    missing: dict[int, tuple[Node, list[str]]] = field(default_factory=dict)
    """The keys that are missing, with their mapping, by its identity."""
    count: int = 0
    rest: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Keep one fault; raise where it is one too many."""
        self._one_more(fault)
        self.faults.append(fault)

    def miss(self, node: Node, key: str) -> None:
        """Keep that ``key`` is missing in ``node``; raise where it is one too many."""
        self._one_more(node.fault(""))
        self.missing.setdefault(id(node), (node, []))[1].append(key)

    def all(self) -> list[Fault]:
        """Return the faults, the missing keys of a mapping in one."""
        return [
            *self.faults,
            *(_missing(*one) for one in self.missing.values()),
            *self.rest,
        ]

    def _one_more(self, fault: Fault) -> None:
        self.count += 1
        if self.count > TOLD_AT_MOST:
            self.rest.append(more(fault))
            raise _EnoughError


@cache
def _reader(hint: object) -> Reader:
    """Return what reads a value of type ``hint``."""
    plain = stripped(hint)
    origin, args = typing.get_origin(plain), typing.get_args(plain)
    if isinstance(plain, type) and is_dataclass(plain):
        return _part_reader(plain)
    if origin is tuple:
        return _list_reader(_reader(args[0]))
    if origin is dict:
        return _mapping_reader(_reader(args[1]))
    if options := _options(plain):
        return _literal_reader(options)
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(_reader(bare(plain)))
    return _scalar_reader(cast("type", plain))


def _options(hint: object) -> list[str | int]:
    """Return the values that ``hint`` closes off, those of a union of such hints together."""
    plain = stripped(hint)
    origin, args = typing.get_origin(plain), typing.get_args(plain)
    if origin is typing.Literal:
        return list(args)
    if origin in (typing.Union, types.UnionType):
        every = [_options(arg) for arg in args]
        return [one for some in every for one in some] if all(every) else []
    return []


def _part_reader(part: type) -> Reader:
    """Return what reads a ``part``: its keys in the model's order, then those it does not have."""

    @cache
    def keys() -> list[tuple[str, str, Reader, Slot]]:
        return [
            (item.name, key, _slot_reader(slot), slot)
            for item, (key, slot) in zip(fields(part), slots(part).items(), strict=True)
        ]

    def read(node: Node, key: str, found: _Found) -> object:
        if node.kind != "map":
            found.add(_wrong(node, key, _MAPPING))
            return None
        draft = is_unfinished(node)
        values: dict[str, object] = {}
        for name, inner, reader, slot in keys():
            child = node.entries.get(inner)
            if child is not None:
                values[name] = reader(child, inner, found)
            elif slot.must(draft=draft):
                found.miss(node, inner)
        allowed = list(slots(part))
        for unknown in [one for one in node.entries if one not in slots(part)]:
            says = f"unknown key; found {quoted(unknown)}; {allowed_names(unknown, allowed)}"
            found.add(node.key_fault(unknown, says))
        return None if found.count else part(**values)

    return read


def _slot_reader(slot: Slot) -> Reader:
    """Return what reads the value of a key: a list that may be one item alone as a list."""
    every = _reader(slot.hint)
    if ONE_OR_MORE not in slot.marks:
        return every
    each = _reader(typing.get_args(stripped(slot.hint))[0])

    def read(node: Node, key: str, found: _Found) -> object:
        if node.kind != "scalar":
            return every(node, key, found)
        return (each(node, key, found),)

    return read


def _list_reader(each: Reader) -> Reader:
    def read(node: Node, key: str, found: _Found) -> object:
        if node.kind != "list":
            found.add(_wrong(node, key, "a list"))
            return None
        return tuple(each(one, str(at), found) for at, one in enumerate(node.items))

    return read


def _mapping_reader(each: Reader) -> Reader:
    def read(node: Node, key: str, found: _Found) -> object:
        if node.kind != "map":
            found.add(_wrong(node, key, _MAPPING))
            return None
        return {inner: each(one, inner, found) for inner, one in node.entries.items()}

    return read


def _optional_reader(inner: Reader) -> Reader:
    def read(node: Node, key: str, found: _Found) -> object:
        nothing = node.kind == "scalar" and node.value is None
        return None if nothing else inner(node, key, found)

    return read


def _literal_reader(options: list[str | int]) -> Reader:
    def read(node: Node, key: str, found: _Found) -> object:
        for one in options:
            if node.kind == "scalar" and node.value == one:
                if type(node.value) is type(one):
                    return one
                # true and 1.0 are equal to 1
                says = f"`{key}` is a whole number; found {node.found()}; write {one}"
                found.add(node.fault(says))
                return None
        text = str(node.value) if node.kind == "scalar" else ""
        allowed = allowed_names(text, [str(one) for one in options if one != ""])
        says = (
            f"{_where(key)} does not allow this value; found {node.found()}; {allowed}"
        )
        found.add(node.fault(says))
        return None

    return read


def _scalar_reader(kind: type) -> Reader:
    def read(node: Node, key: str, found: _Found) -> object:
        value = node.value if node.kind == "scalar" else None
        if type(value) is kind:
            return curly(value) if isinstance(value, str) else value
        found.add(_wrong(node, key, _WORDS[kind] + _advice(kind, node)))
        return None

    return read


def _advice(kind: type, node: Node) -> str:
    if kind is bool and isinstance(node.value, str):
        return " without quotes (yes, no, on and off are ordinary words in these files)"
    if kind is str and isinstance(node.value, (bool, int, float)):
        return "; put it in quotes"
    if kind is str and node.value is None and node.kind == "scalar":
        return '; write "" or leave the key out'
    return ""


def _where(key: str) -> str:
    return "this item" if key.isdigit() else f"`{key}`"


def _wrong(node: Node, key: str, write: str) -> Fault:
    says = f"{_where(key)} has the wrong type; found {node.found()}; write {write}"
    return node.fault(says)


def _missing(node: Node, keys: list[str]) -> Fault:
    found = choices(list(node.entries), KEYS_SHOWN) if node.entries else "no keys"
    what = f"key `{keys[0]}` is" if len(keys) == 1 else f"keys {', '.join(keys)} are"
    return node.fault(f"the {what} missing; found {found}")
