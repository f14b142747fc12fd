"""Puts policy files into one order: ``rapidreview format``.

The parts of a file come in the order of the model, each with the comments above it. Words
that another reader of YAML would take for a date or a yes are put in quotes. What a file
says is the same afterwards: it is read again and compared before anything is written.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.shared import sentences
from handbook.exits import AskedWronglyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_MISREAD = re.compile(
    r"(y|n|yes|no|on|off)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9:]+)?|[0-9]+(:[0-9]{2})+",
    re.IGNORECASE,
)
_KEY = re.compile(r"[A-Za-z_]+(?=:( |$))")


@click.command("format")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--check", is_flag=True, help="Only say which would change; exit code 1.")
def format_files(files: tuple[Path, ...], *, check: bool) -> None:
    """Put the parts of FILES in order, and quotes where YAML is easily misread.

    Comments stay with what they stand above. A file that is in order is left alone.
    """
    from handbook.exchange import write_whole

    changed = []
    with sentences():
        made = [(path, formatted(path)) for path in files]
    for path, text in made:
        if text != path.read_text("utf-8"):
            changed.append(path)
            if not check:
                write_whole(path, text.encode())
    for path in changed:
        click.echo(f"{path}: {'would change' if check else 'put in order'}")
    if not changed:
        click.echo("Every file is in order.")
    sys.exit(1 if check and changed else 0)


def formatted(path: Path) -> str:
    """Return the text of the file at ``path`` in order.

    Raises :class:`~handbook.read.faults.Faults` where it is no YAML, and
    :class:`AskedWronglyError` where it would say something else.
    """
    from handbook.read.yaml_source import parse, read_node

    before = read_node(path)
    rows = [row.rstrip() for row in _quoted(path.read_text("utf-8"), before)]
    text = "\n".join(_ordered(rows)).strip("\n") + "\n"
    if parse(text.encode(), str(path)).plain() != before.plain():
        says = f"{path} would say something else in order; nothing was changed."
        raise AskedWronglyError([("", says)])
    return text


def _quoted(text: str, root: Node) -> list[str]:
    """Return the rows of ``text`` with quotes about plain words that are easily misread."""
    rows = text.split("\n")
    for node in sorted(_scalars(root), key=lambda one: (one.line, -one.column)):
        row, at = rows[node.line - 1], node.column - 1
        word = isinstance(node.value, str) and _MISREAD.fullmatch(node.raw)
        if word and row[at:].startswith(node.raw):
            end = at + len(node.raw)
            rows[node.line - 1] = f'{row[:at]}"{node.raw}"{row[end:]}'
    return rows


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for inner in (*node.entries.values(), *node.items):
        yield from _scalars(inner)


def _ordered(rows: list[str]) -> Iterator[str]:
    """Yield the rows with the parts of the file in order, each with the comments above it."""
    order = _order()
    blocks: list[tuple[str, list[str]]] = [("", [])]
    above: list[str] = []
    for row in rows:
        key = _KEY.match(row)
        if key:
            blocks.append((key[0], [*above, row]))
            above = []
        elif not row or row.startswith("#"):
            above.append(row)
        else:
            blocks[-1][1].extend([*above, row])
            above = []
    head, *parts = blocks
    if parts:
        _, first = parts[0]
        while first and not _KEY.match(first[0]):  # what stands above all stays there
            head[1].append(first.pop(0))
    last = len(order)
    yield from head[1]
    for _, block in sorted(parts, key=lambda one: order.get(one[0], last)):
        yield from block
    yield from above


def _order() -> dict[str, int]:
    """Return the place of each key of a whole file: those of the full form, then the short form's own."""
    from handbook.read.short.shape.keys import keys_of
    from handbook.read.walk import slots
    from rapidreview.model import Partnership

    own = list(slots(Partnership))
    for key in keys_of(Partnership):
        if key not in own:
            own.insert(own.index("vocabulary") if key == "words" else len(own), key)
    return {key: place for place, key in enumerate(own)}
