"""Has a short policy the right keys, and values of the right kind? Told in the author's words.

Nothing is made here. What an author wrote is compared with the keys of each part, and
every fault is found before anything is expanded, so that no fault is a consequence.
"""

from __future__ import annotations

import types
import typing
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, cast

from handbook.read.faults import allowed_names, choices, quoted
from handbook.read.short.making import made
from handbook.read.short.shape.choices import choice_faults
from handbook.read.short.shape.keys import keys_of, short_of
from handbook.read.short.shape.spelling import AS_WRITTEN, EVERYWHERE
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.short.sources import PLAIN_TEXT
from handbook.read.walk import is_unfinished, marks, stripped
from rapidreview.model.constraints import ONE_OR_MORE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.short.shape.keys import Key

_WORDS = {str: "text", int: "a whole number", bool: "true or false"}
ENVELOPE = ("extends", "signed", "leave_out")
"""Keys that are read before the expansion, in every file."""
BOOL = " without quotes (yes, no, on and off are ordinary words in these files)"
FINISHED = ("documents", "actors", "stages", "checked_on", "checked_by", "lead")
"""Keys that a policy has to have when it is no draft any more."""


def shape_faults(root: Node) -> list[Fault]:
    """Return what is wrong with the keys and kinds of a short policy, companions included."""
    return list(_faults(ShortPartnership, root, ""))


def fitting(hint: object, node: Node) -> object:
    """Return the kind of value that ``node`` is meant to be of those of ``hint``, or None."""
    found = [one for one in _ways(hint) if _fits(one, node)]
    return _meant(found, node) if found else None


def _faults(hint: object, node: Node, key: str) -> Iterator[Fault]:
    ways = _ways(hint)
    fits = [one for one in ways if _fits(one, node)]
    if not fits:
        yield _wrong(ways, node, key)
        return
    chosen = _meant(fits, node)
    if node.kind == "map" and isinstance(chosen, type) and is_dataclass(chosen):
        yield from _part(chosen, node)
    elif node.kind == "map":
        for inner, child in node.entries.items():
            yield from _faults(typing.get_args(chosen)[1], child, inner)
    elif node.kind == "list":
        for at, child in enumerate(node.items):
            yield from _faults(typing.get_args(chosen)[0], child, str(at))
    elif all(typing.get_origin(one) is typing.Literal for one in fits):
        yield from _literal(fits, node, key)


def _meant(fits: list[object], node: Node) -> object:
    """Return the kind that was meant: of parts and mappings, a part with one of its keys."""
    for one in fits:
        if isinstance(one, type) and is_dataclass(one):
            if keys_of(one).keys() & node.entries.keys():
                return one
        else:
            return one
    return fits[0]


def _part(part: type, node: Node) -> Iterator[Fault]:
    known = keys_of(part)
    short = short_of(cast("Hashable", part)) or part
    yield from choice_faults(short, node, known=node.entries.keys() <= known.keys())
    for key, child in node.entries.items():
        if key in known:
            yield from _faults(known[key].hint, _listed(known[key].hint, child), key)
        elif key not in ENVELOPE:
            yield node.key_fault(key, _unknown(part, key, child, known))
    finished = part is ShortPartnership and not is_unfinished(node)
    missing = [
        key
        for key, one in known.items()
        if (one.required or (finished and key in FINISHED)) and key not in node.entries
    ]
    if missing:
        found = choices(list(node.entries)) if node.entries else "no keys"
        what = (
            f"key `{missing[0]}` is"
            if len(missing) == 1
            else f"keys {', '.join(missing)} are"
        )
        yield node.fault(f"the {what} missing; found {found}")


def _unknown(part: type, key: str, child: Node, known: Mapping[str, Key]) -> str:
    if " " in key and child.kind == "scalar" and child.value is None:
        return (
            f"unknown key; found {quoted(key)}, because of the comma before it; put the "
            "whole text into quotes"
        )
    allowed = allowed_names(key, list(known))
    table = AS_WRITTEN.get(getattr(part, "full", part), {})
    written = table.get(key) or EVERYWHERE.get(key, "")
    if written in known:
        allowed = f"allowed: {choices(list(known))}; did you mean {written}?"
    return f"unknown key; found {quoted(key)}; {allowed}"


def _listed(hint: object, child: Node) -> Node:
    """Return ``child``, as a list of one where one may be written in place of a list."""
    if ONE_OR_MORE in marks(hint) and child.kind == "scalar":
        return made(child, [child])
    return child


def _ways(hint: object) -> list[object]:
    """Return the kinds of value that ``hint`` allows, each without its marks."""
    plain = stripped(hint)
    if typing.get_origin(plain) in (typing.Union, types.UnionType):
        return [one for arg in typing.get_args(plain) for one in _ways(arg)]
    return [] if plain is type(None) else [plain]


def _fits(hint: object, node: Node) -> bool:
    if isinstance(hint, type) and is_dataclass(hint):
        full = getattr(hint, "full", hint)
        return node.kind == "map" or (
            full in PLAIN_TEXT and isinstance(node.value, str) and node.kind == "scalar"
        )
    origin = typing.get_origin(hint)
    if origin in (tuple, dict):
        return node.kind == ("list" if origin is tuple else "map")
    if node.kind != "scalar":
        return False
    if origin is typing.Literal:
        return node.value is not None
    return type(node.value) is hint


def _literal(hints: list[object], node: Node, key: str) -> Iterator[Fault]:
    options = [one for hint in hints for one in typing.get_args(hint)]
    if not any(node.value == one and type(node.value) is type(one) for one in options):
        names = [str(one) for one in options if one != ""]
        yield node.fault(
            f"{_where(key)} does not allow this value; found {node.found()}; "
            f"{allowed_names(node.raw, names)}"
        )


def _wrong(ways: list[object], node: Node, key: str) -> Fault:
    kinds = " or ".join(dict.fromkeys(_kind(one) for one in ways))
    advice = BOOL if bool in ways else ""
    if str in ways and isinstance(node.value, (bool, int, float)):
        advice = "; put it in quotes"
    return node.fault(
        f"{_where(key)} has the wrong type; found {node.found()}; write {kinds}{advice}"
    )


def _kind(hint: object) -> str:
    if isinstance(hint, type) and is_dataclass(hint):
        return "a mapping (keys with values)"
    origin = typing.get_origin(hint)
    if origin in (tuple, dict):
        return "a list" if origin is tuple else "a mapping (keys with values)"
    if origin is typing.Literal:
        names = [str(one) for one in typing.get_args(hint) if one != ""]
        return f"one of {choices(names)}"
    return _WORDS.get(cast("type", hint), "text")


def _where(key: str) -> str:
    return "this item" if key.isdigit() else f"`{key}`"
