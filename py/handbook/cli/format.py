"""Puts policy files into one order and one width: ``rapidreview format``.

The parts of a file come in the order of the model and the keys of a part in theirs, each
with its comments. Words that another reader of YAML would take for a date or a yes are put
in quotes. What a file says is the same afterwards: it is read again and compared before
anything is written.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from handbook.cli.shared import sentences
from handbook.exits import AskedWronglyError


@click.command("format")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--check", is_flag=True, help="Only say which would change; exit code 1.")
def format_files(files: tuple[Path, ...], *, check: bool) -> None:
    """Put the parts of FILES and their keys in order, with quotes where YAML is easily misread.

    Lines have at most 118 letters. Comments stay with what they stand above, behind or
    below. A file that is in order is left alone.
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
    :class:`AskedWronglyError` where it would say something else, or lose a comment.
    """
    from handbook.cli.layout import comments_of, laid_out
    from handbook.read.yaml_source import parse, read_node

    before = read_node(path)
    text = path.read_text("utf-8")
    made = laid_out(text, before)
    again = parse(made.encode(), str(path))
    if again.plain() != before.plain() or comments_of(made) != comments_of(text):
        says = f"{path} would say something else in order; nothing was changed."
        raise AskedWronglyError([("", says)])
    return made
