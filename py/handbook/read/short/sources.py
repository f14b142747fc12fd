"""Sources and standings: the section that an entry rests on is written once and inherited.

``at`` becomes ``source``: that of the part itself, or of the nearest part around it.
``derived: WHY`` becomes the status with its reason, a statement that cites only national
instruments becomes national, and a plain string becomes the part it stands for.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING

from handbook.read.short.making import copied, each, made, moved, put, taken
from handbook.read.walk import bare, slots
from rapidreview.model.actors import Member
from rapidreview.model.base import Statement
from rapidreview.model.timing import Event

if TYPE_CHECKING:
    from handbook.read.nodes import Node

PLAIN_TEXT = {Statement: "says", Member: "title"}
"""Parts that a plain string stands for, and the key it is the text of."""


@dataclass(frozen=True)
class Resting:
    """Gives every part below a node its source and its standing."""

    documents: frozenset[str]
    """The documents of this file: a reference to another names an instrument."""

    def finished(self, hint: object, node: Node, at: Node | None = None) -> Node:
        """Return ``node``, read as ``hint``, with all sources written out; ``at`` is inherited."""
        plain = bare(hint)
        if isinstance(plain, type) and is_dataclass(plain):
            return self._part(plain, node, at)
        args = typing.get_args(plain)
        if typing.get_origin(plain) is tuple and node.kind == "list":
            same = copied(node)
            same.items = [self.finished(args[0], one, at) for one in node.items]
            return same
        return node

    def _part(self, part: type, node: Node, at: Node | None) -> Node:
        known = slots(part)
        if node.kind == "scalar" and part in PLAIN_TEXT and node.value is not None:
            node = made(node, {PLAIN_TEXT[part]: node})
        if node.kind != "map":
            return node
        whole = copied(node)
        if {"says", "silent"} <= known.keys():
            _silence(whole)
        if "source" in known:
            at = self._rested(part, whole, at)
        if "status" in known:
            self._standing(whole)
        for key, child in list(whole.entries.items()):
            if key in known and key != "source":
                whole.entries[key] = self.finished(known[key].hint, child, at)
        return whole

    def _rested(self, part: type, node: Node, at: Node | None) -> Node | None:
        moved(node, "at", "source")
        own = node.get("source")
        if own is None:
            if at is not None and (slots(part)["source"].required or part is Event):
                put(node, "source", at)
            return at
        listed = made(own, list(each(own)))
        node.entries["source"] = listed
        return listed

    def _standing(self, node: Node) -> None:
        why = taken(node, "derived")
        if why is not None:
            put(node, "status", made(why, "derived"))
            put(node, "reason", why)
        cited = [one.raw for one in each(node.get("source"))]
        if (
            cited
            and "status" not in node.entries
            and all(self._national(one) for one in cited)
        ):
            put(node, "status", made(node, "national"))

    def _national(self, reference: str) -> bool:
        document, mark, _ = reference.partition("#")
        return bool(mark) and document not in self.documents


def _silence(node: Node) -> None:
    silent = node.get("silent")
    if silent is not None and isinstance(silent.value, str):
        moved(node, "silent", "says")
        put(node, "silent", made(silent, value=True))
