"""Made nodes: parts of the full form that an expansion writes, each at the place it comes from.

A fault in what was made is told at the line of the author's file that it was made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from handbook.read.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from handbook.read.nodes import Scalar

    type Plain = str | int | bool | Node | Sequence[Plain] | Mapping[str, Plain] | None


def made(at: Node, value: Plain) -> Node:
    """Return ``value`` as a node at the place of ``at``; nodes in it keep their own places."""
    if isinstance(value, Node):
        return value
    if isinstance(value, dict):
        return mapping(at, value)
    if isinstance(value, (list, tuple)):
        return Node(
            "list", at.path, at.line, at.column, items=[made(at, one) for one in value]
        )
    raw = "" if value is None else str(value)
    plain = cast("Scalar", value)
    return Node("scalar", at.path, at.line, at.column, value=plain, raw=raw)


def mapping(at: Node, entries: Mapping[str, Plain]) -> Node:
    """Return a mapping at the place of ``at``; an entry that is None is left out."""
    node = Node("map", at.path, at.line, at.column)
    for key, value in entries.items():
        if value is not None:
            put(node, key, made(at, value))
    return node


def put(node: Node, key: str, value: Node) -> None:
    """Put ``value`` under ``key``, whose place is that of the value unless it had one."""
    node.entries[key] = value
    node.keys.setdefault(key, (value.path, value.line, value.column))


def copied(node: Node) -> Node:
    """Return a copy of a mapping whose keys can be taken away; what they hold is shared."""
    return Node(
        node.kind,
        node.path,
        node.line,
        node.column,
        value=node.value,
        raw=node.raw,
        entries=dict(node.entries),
        keys=dict(node.keys),
        items=list(node.items),
    )


def taken(node: Node, key: str) -> Node | None:
    """Return what is under ``key`` and take it out of the mapping; None where there is none."""
    node.keys.pop(key, None)
    return node.entries.pop(key, None)


def moved(node: Node, old: str, new: str) -> None:
    """Give what is under ``old`` the key ``new``, at the place of the old key."""
    if old in node.entries:
        where = node.keys.get(old)
        value = node.entries.pop(old)
        node.keys.pop(old, None)
        node.entries[new] = value
        node.keys[new] = where or (value.path, value.line, value.column)


def each(node: Node | None) -> list[Node]:
    """Return the items of a list, a node alone as one item, and nothing of None."""
    if node is None:
        return []
    return node.items if node.kind == "list" else [node]


def texts(node: Node | None) -> list[str]:
    """Return the texts of a list or of a node alone."""
    return [one.raw for one in each(node) if one.kind == "scalar" and one.raw]


def filled(node: Node, defaults: Iterable[tuple[str, Plain]]) -> None:
    """Put each default under its key where the mapping has none."""
    for key, value in defaults:
        if key not in node.entries and value not in (None, "", [], {}):
            put(node, key, made(node, value))
