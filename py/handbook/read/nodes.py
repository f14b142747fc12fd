"""Nodes: what a YAML file is made of, and where each piece stands.

Plain words become values by YAML 1.2's core schema and nothing more: ``no``,
``on``, ``2026-11-20`` and ``12:30`` stay text.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Literal

from handbook.read.faults import Fault, quoted

type Scalar = str | int | float | bool | None
type Kind = Literal["map", "list", "scalar"]

DIGITS_LIMIT = 18
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def core(text: str) -> Scalar:
    """Return the value that a plain (unquoted) word of YAML stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > DIGITS_LIMIT:
        return text
    if _INT.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


@dataclass
class Node:
    """A piece of YAML and where it stands. ``value`` is the scalar's, if it is one."""

    kind: Kind
    path: str
    line: int
    column: int
    value: Scalar = None
    raw: str = ""
    """A scalar as it was typed, so that 2.10 stays 2.10 in a message."""
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """Where each key of a mapping stands: file, line, column."""
    items: list[Node] = field(default_factory=list)

    def plain(self) -> object:
        """Return the value as dicts, lists and scalars."""
        if self.kind == "map":
            return {key: node.plain() for key, node in self.entries.items()}
        if self.kind == "list":
            return [node.plain() for node in self.items]
        return self.value

    def get(self, key: str) -> Node | None:
        """Return the node under ``key``, or None."""
        return self.entries.get(key)

    def text(self, key: str) -> str:
        """Return the text under ``key`` as typed, or ``""`` where there is none."""
        node = self.entries.get(key)
        return node.raw if node and node.value is not None else ""

    def listed(self, key: str) -> list[Node]:
        """Return the items under ``key``; none where it is missing or not a list."""
        node = self.entries.get(key)
        return node.items if node else []

    def fault(self, message: str) -> Fault:
        """Return a fault at this node."""
        return Fault(self.path, self.line, self.column, message)

    def key_fault(self, key: str, message: str) -> Fault:
        """Return a fault at ``key``, or at the mapping where the key is missing."""
        path, line, column = self.keys.get(key, (self.path, self.line, self.column))
        return Fault(path, line, column, message)

    def found(self) -> str:
        """Return in words what stands here: ``"no" (text)``, ``5 (a number)``, a list."""
        if self.kind != "scalar":
            return "a list" if self.kind == "list" else "a mapping (keys with values)"
        if self.value is None:
            return "nothing"
        if isinstance(self.value, bool):
            return json.dumps(self.value)
        if isinstance(self.value, str):
            return f"{quoted(self.value)} (text)"
        return f"{self.value} (a number)"
