"""A whole file, block by block: each key on its line, with the comments above and behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from handbook.cli.layout.comments import comments, every_comment
from handbook.cli.layout.flow import filled, one_line
from handbook.cli.layout.order import item_of, ordered
from handbook.cli.layout.scalars import folded, literal, token
from handbook.read.short.shape.whole import ShortPartnership

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.cli.layout.comments import Beside
    from handbook.read.nodes import Node

WIDTH = 118
"""Letters in a line."""
STEP = 2
ITEM = "- "


def laid_out(text: str, tree: Node) -> str:
    """Return ``text``, whose nodes are ``tree``, with its keys in order and its lines in the width."""
    root = composed(text)
    layout = _Layout(text.split("\n"), comments(text, root))
    rows = [*layout.beside.head, *layout.mapping(root, tree, ShortPartnership, 0)]
    rows += layout.beside.foot
    return "\n".join(row.rstrip() for row in rows).strip("\n") + "\n"


def composed(text: str) -> yaml.Node:
    """Return the nodes of ``text`` as the reader of YAML has them, with their marks and styles."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = yaml.compose(text, Loader=loader)
    return yaml.MappingNode("", []) if root is None else root


@dataclass
class _Layout:
    """Writes the nodes of one file."""

    rows: list[str]
    beside: Beside

    def mapping(
        self, node: yaml.Node, tree: Node, hint: object, indent: int
    ) -> list[str]:
        """Return the lines of a mapping in a block."""
        keys, hints = ordered(hint, tree)
        pairs = {key.value: (key, value) for key, value in node.value}
        found: list[str] = []
        for name in keys:
            key, value = pairs[name]
            start = " " * indent + token(key, flow=False) + ":"
            line = key.start_mark.line
            rows = self.value(value, tree.entries[name], hints.get(name), start, indent)
            found += self.around(line, rows, indent, first=not found)
        return found

    def sequence(
        self, node: yaml.Node, tree: Node, hint: object, indent: int
    ) -> Iterator[str]:
        """Yield the lines of a list in a block."""
        inner = item_of(hint, tree)
        for turn, item in enumerate(node.value):
            below = tree.items[turn]
            line = item.start_mark.line
            start = " " * indent + ITEM
            if isinstance(item, yaml.MappingNode) and not item.flow_style:
                lead = self.beside.above.pop(line, [])
                yield from self.above(lead, indent, first=turn == 0)
                rows = self.mapping(item, below, inner, indent + STEP)
                begin = next(n for n, row in enumerate(rows) if _is_text(row))
                yield from (row[STEP:] for row in rows[:begin])
                yield start + rows[begin][indent + STEP :]
                yield from rows[begin + 1 :]
                continue
            rows = self.value(item, below, inner, start.rstrip(), indent)
            yield from self.around(line, rows, indent, first=turn == 0)

    def around(
        self, line: int, rows: list[str], indent: int, *, first: bool
    ) -> list[str]:
        """Return the ``rows`` of an entry with what stands above, behind and below it."""
        lead = self.above(self.beside.above.get(line, []), indent, first=first)
        behind = self.beside.behind.get(line)
        if behind is not None:
            column, words = behind
            shown = rows[0].ljust(column)
            shown += words if shown[-1:] == " " else f"  {words}"
            if len(shown) <= WIDTH:
                rows = [shown, *rows[1:]]
            else:
                lead.append(" " * indent + words)
        return [*lead, *rows, *self.beside.below.get(line, [])]

    def above(self, rows: list[str], indent: int, *, first: bool) -> list[str]:
        """Return comments above an entry at its indent; no blank line opens a block."""
        if first and indent:
            rows = [row for row in rows if row]
        return [" " * indent + row if row else "" for row in rows]

    def value(
        self, node: yaml.Node, tree: Node, hint: object, start: str, indent: int
    ) -> list[str]:
        """Return the lines of what stands under a key or is an item, after ``start``."""
        if isinstance(node, yaml.ScalarNode):
            return self.text(node, start, indent)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            if isinstance(node, yaml.MappingNode):
                return [start, *self.mapping(node, tree, hint, indent + STEP)]
            return [start, *self.sequence(node, tree, hint, indent + STEP)]
        first, last = node.start_mark.line, node.end_mark.line
        if any(line in self.beside.inside for line in range(first, last)):
            for line in range(first, last + 1):
                self.beside.behind.pop(line, None)
            kept = self.rows[first : last + 1]
            return [f"{start} {kept[0][node.start_mark.column :]}", *kept[1:]]
        whole = f"{start} {one_line(node, tree, hint)}"
        if len(whole) <= WIDTH:
            return [whole]
        after = indent + STEP + 1
        rows = filled(node, tree, hint, (WIDTH - len(start) - 1, WIDTH - after))
        return [f"{start} {rows[0]}", *(" " * after + row for row in rows[1:])]

    def text(self, node: yaml.ScalarNode, start: str, indent: int) -> list[str]:
        """Return the lines of a text."""
        if "\n" in node.value and (found := literal(node.value)) is not None:
            sign, rows = found
            return [
                f"{start} {sign}",
                *(f"{' ' * (indent + STEP)}{row}" if row else "" for row in rows),
            ]
        shown = token(node, flow=False)
        whole = f"{start} {shown}" if shown else start
        if len(whole) <= WIDTH:
            return [whole]
        lines = folded(node.value, WIDTH - indent - STEP)
        if lines is None:
            return [whole]
        return [f"{start} >-", *(" " * (indent + STEP) + row for row in lines)]


def _is_text(row: str) -> bool:
    return bool(row.strip()) and not row.lstrip().startswith("#")


def comments_of(text: str) -> list[str]:
    """Return the words of all comments of ``text``, in the order of the alphabet."""
    return every_comment(text, composed(text))
