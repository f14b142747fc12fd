"""Comments and blank lines of a YAML file, each with the line that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = re.compile(r"(^|(?<=\s))#")


@dataclass
class Beside:
    """What stands around the entries of a file, by the line on which an entry begins.

    ``above`` are the lines before it, ``behind`` what stands at its end and in which column,
    ``below`` what is indented like it and follows it; ``inside`` are the lines of comments.
    """

    head: list[str] = field(default_factory=list)
    above: dict[int, list[str]] = field(default_factory=dict)
    behind: dict[int, tuple[int, str]] = field(default_factory=dict)
    below: dict[int, list[str]] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    foot: list[str] = field(default_factory=list)


def comments(text: str, root: yaml.Node) -> Beside:
    """Return the comments and blank lines of ``text``, which has the tree ``root``."""
    rows = text.split("\n")
    covered = _covered(rows, root)
    begins = _begins(root)
    first = min(begins, default=len(rows))
    found = Beside()
    waiting: list[str] = []
    for number, row in enumerate(rows):
        at = _sign(row, covered.get(number, []))
        if at is not None:
            found.inside.add(number)
            _placed(found, waiting, (number, at, row), begins)
        elif not row.strip() and number not in covered and waiting[-1:] != [""]:
            waiting.append("")
        if number in begins and waiting:
            if number == first:
                found.head = waiting
            else:
                found.above[number] = waiting
            waiting = []
    while waiting[-1:] == [""]:
        waiting.pop()
    found.foot = waiting
    return found


def _placed(
    found: Beside,
    waiting: list[str],
    sign: tuple[int, int, str],
    begins: dict[int, int],
) -> None:
    """Put a comment behind or below an entry, or let it wait for the next one."""
    number, at, row = sign
    if row[:at].strip():
        found.behind[number] = at, row[at:]
        return
    owner = _owner(begins, number, at)
    if owner is None:
        waiting.append(row[at:])
    else:
        found.below.setdefault(owner, []).append(row.rstrip())


def every_comment(text: str, root: yaml.Node) -> list[str]:
    """Return the words of all comments, in the order of the alphabet."""
    rows, covered = text.split("\n"), _covered(text.split("\n"), root)
    signs = ((row, _sign(row, covered.get(n, []))) for n, row in enumerate(rows))
    return sorted(row[at:].strip() for row, at in signs if at is not None)


def _sign(row: str, taken: list[tuple[int, int]]) -> int | None:
    """Return where a comment begins in ``row``, outside the stretches that are text."""
    for sign in _SIGN.finditer(row):
        at = sign.end() - 1
        if not any(first <= at < last for first, last in taken):
            return at
    return None


def _owner(begins: dict[int, int], number: int, column: int) -> int | None:
    """Return the line of the entry below which a comment stands; None where it is above the next."""
    after = min((line for line in begins if line > number), default=None)
    if after is not None and column <= begins[after]:
        return None
    before = [line for line in begins if line < number and begins[line] <= column]
    if column == 0 or not before:
        return None
    return max(before)


def _begins(root: yaml.Node) -> dict[int, int]:
    """Return the column of the first entry on each line on which entries of blocks begin."""
    found: dict[int, int] = {}
    for node in _nodes(root):
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            for one in node.value:
                mark = (one[0] if isinstance(one, tuple) else one).start_mark
                column = mark.column
                if not isinstance(one, tuple):
                    column = node.start_mark.column
                found[mark.line] = min(column, found.get(mark.line, column))
    return found


def _covered(rows: list[str], root: yaml.Node) -> dict[int, list[tuple[int, int]]]:
    """Return the stretches of each line that are text."""
    found: dict[int, list[tuple[int, int]]] = {}
    for node in _nodes(root):
        if not isinstance(node, yaml.ScalarNode):
            continue
        begin, end = node.start_mark, node.end_mark
        for line in range(begin.line, min(end.line, len(rows) - 1) + 1):
            first = begin.column if line == begin.line else 0
            last = end.column if line == end.line else len(rows[line]) + 1
            if (
                node.style in ("|", ">")
                and line > begin.line
                and last
                and not rows[line].strip()
            ):
                continue
            if last > first:
                found.setdefault(line, []).append((first, last))
    return found


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(key)
            yield from _nodes(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item)
