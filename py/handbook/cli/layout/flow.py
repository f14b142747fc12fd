"""Collections in brackets and braces: on one line, or filled to the width entry by entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from handbook.cli.layout.order import item_of, ordered
from handbook.cli.layout.scalars import token

if TYPE_CHECKING:
    from handbook.read.nodes import Node


@dataclass
class Words:
    """The words of a collection, between which a line may end, and where its entries begin and end."""

    words: list[str] = field(default_factory=list)
    entries: dict[int, list[int]] = field(default_factory=dict)
    glue: bool = False

    def add(self, word: str) -> None:
        """Add a word, joined to the one before where nothing may come between."""
        if self.glue and self.words:
            self.words[-1] += word
        else:
            self.words.append(word)
        self.glue = False

    def close(self, sign: str) -> None:
        """Add a sign to the last word."""
        self.words[-1] += sign


def one_line(node: yaml.Node, tree: Node, hint: object) -> str:
    """Return a collection on one line."""
    return " ".join(_words(node, tree, hint).words)


def filled(
    node: yaml.Node, tree: Node, hint: object, room: tuple[int, int]
) -> list[str]:
    """Return a collection in lines: ``room`` is that of the first line and of all others.

    An entry that fits on a line of its own is not divided, nor is one within it.
    """
    found = _words(node, tree, hint)
    rows, row, left = [], "", room[0]
    for at, word in enumerate(found.words):
        ends = found.entries.get(at, ())
        entries = (" ".join(found.words[at : end + 1]) for end in ends)
        whole = max(
            (one for one in entries if len(one) <= room[1]), key=len, default=word
        )
        over = len(row) + 1 + len(whole) > left
        if row and over:
            rows.append(row)
            row, left = word, room[1]
        else:
            row = f"{row} {word}" if row else word
    return [*rows, row]


def _words(node: yaml.Node, tree: Node, hint: object) -> Words:
    found = Words()
    _collect(found, node, tree, hint)
    return found


def _collect(found: Words, node: yaml.Node, tree: Node, hint: object) -> None:
    if isinstance(node, yaml.ScalarNode):
        _text(found, token(node, flow=True), node.value)
        return
    opens, closes = "{}" if isinstance(node, yaml.MappingNode) else "[]"
    found.add(opens)
    found.glue = True
    if isinstance(node, yaml.MappingNode):
        keys, hints = ordered(hint, tree)
        pairs = {key.value: (key, value) for key, value in node.value}
        for turn, name in enumerate(keys):
            key, value = pairs[name]
            begin = len(found.words) - found.glue
            found.add(f"{token(key, flow=True)}: ")
            found.glue = True
            _collect(found, value, tree.entries[name], hints.get(name))
            _ended(found, begin, last=turn == len(keys) - 1)
    elif isinstance(node, yaml.SequenceNode):
        inner = item_of(hint, tree)
        for turn, item in enumerate(node.value):
            begin = len(found.words) - found.glue
            _collect(found, item, tree.items[turn], inner)
            _ended(found, begin, last=turn == len(node.value) - 1)
    found.glue = False
    found.close(closes)


def _ended(found: Words, begin: int, *, last: bool) -> None:
    found.glue = False
    if not last:
        found.close(",")
    found.entries.setdefault(begin, []).append(len(found.words) - 1)


def _text(found: Words, shown: str, value: str) -> None:
    """Add a text, word by word where a line may end between them."""
    if value != " ".join(value.split()) or not value:
        found.add(shown)
        return
    for word in shown.split(" "):
        found.add(word)
