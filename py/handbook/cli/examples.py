"""Proposes worked dates for the deadlines of a partnership: ``rapidreview examples``.

The engine works them out; a person counts them again by other means before they count as
checked. What stands in the file is kept: proposals are added to its end.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

import click

from handbook.cli.shared import policies_option, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from handbook.prove.worked import Proposal

KEY = "dates"
"""The key of the list, in a policy and in its companion."""
WIDTH = 96
NONE = "Every deadline with a number has its worked dates; there is nothing to propose."
TO_SIGN = "Count each by other means, then write `checked_by: NAME` in the place of `proposed: true`."


@click.command()
@click.argument("name")
@policies_option
@click.option("--write", is_flag=True, help="Add them to the partnership's file.")
def examples(name: str, policies: Path, *, write: bool) -> None:
    """Propose worked dates for each deadline of the partnership NAME that lacks them.

    A plain case, one over Easter, one over Christmas and, for hours, one over a change
    of the clocks; each date with how it was counted. With --write they are added
    to its file, marked as proposed until a person has counted them.
    """
    from handbook.cli.asking import Shelf
    from handbook.prove.worked import proposals, wanting

    with sentences():
        shelf = Shelf(policies)
        found = proposals(shelf.protocol(name), shelf.calendar)
        if not found:
            left = wanting(shelf.protocol(name), shelf.calendar)
            click.echo(
                f"No case can be worked out for {', '.join(left)}." if left else NONE
            )
            return
        text = "\n".join(lines(found))
        if not write:
            click.echo(f"{KEY}:\n{text}")
            return
        path = target(policies, name)
        add(path, text)
    count = sum(len(one.due) for one in found)
    click.echo(f"{path}: {count} worked dates in {len(found)} cases. {TO_SIGN}")


def target(policies: Path, name: str) -> Path:
    """Return the file that holds the worked dates of the partnership ``name``.

    That is the policy itself where it has some, or else its companion.
    """
    from handbook.read.yaml_source import read_node

    path = policies / "partnerships" / f"{name}.yml"
    if KEY in read_node(path).entries:
        return path
    return path.with_name(f"{name}.examples.yml")


def lines(found: list[Proposal]) -> Iterator[str]:
    """Yield the proposals as the items of a YAML list, each date below its working."""
    for one in found:
        yield f"  - name: {_quoted(one.name)}"
        yield "    proposed: true"
        yield f"    given: {{{_pairs(one.given)}}}"
        yield "    due:"
        for deadline, day in one.due.items():
            yield from textwrap.wrap(
                one.working[deadline],
                WIDTH,
                initial_indent="      # ",
                subsequent_indent="      # ",
                break_on_hyphens=False,
            )
            yield f"      {deadline}: {_quoted(day)}"
        if one.aim:
            yield f"    aim: {{{_pairs(one.aim)}}}"


def _pairs(days: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {_quoted(day)}" for name, day in days.items())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def add(path: Path, text: str) -> None:
    """Add the items in ``text`` to the worked dates in the file at ``path``.

    They follow those that are there; the file is written whole or not at all.
    """
    from handbook.exchange import write_whole
    from handbook.read.yaml_source import read_node

    before = path.read_text("utf-8") if path.exists() else ""
    rows = before.splitlines()
    node = read_node(path).get(KEY) if before.strip() else None
    if node is None:
        rows += [f"{KEY}:", text]
    elif not node.items:  # an empty list, on its own line
        rows[node.line - 1] = f"{KEY}:"
        rows.insert(node.line, text)
    else:
        rows.insert(
            _end(rows, node.items[-1].line), _indented(text, node.items[-1].column)
        )
    write_whole(path, ("\n".join(rows) + "\n").encode())


def _end(rows: list[str], last: int) -> int:
    """Return after which row the list ends whose last item begins on line ``last``."""
    after = last
    for number, row in enumerate(rows[last:], last + 1):
        if row[:1] not in ("", " ", "#"):
            break
        if row.startswith(" "):
            after = number
    return after


def _indented(text: str, column: int) -> str:
    """Return ``text`` with its items in the column in which the others stand."""
    return textwrap.indent(textwrap.dedent(text), " " * (column - 3))
