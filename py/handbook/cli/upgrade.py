"""``rapidreview upgrade``: policies of the first format written in the short form."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import click

from handbook.cli.shared import policies_option, sentences

HEAD = "# yaml-language-server: $schema=../partnership.schema.json\n"
APART = (
    "documents", "words", "actors", "contacts", "forms", "events", "stages", "deadlines",
    "topics", "do_now", "questions", "local_rules", "next_steps", "compare", "changes",
    "chains", "dates",
)  # fmt: skip
"""Keys that have an empty line before them."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@policies_option
@click.option("--to", type=click.Path(path_type=Path), help="Write into this folder.")
def upgrade(files: tuple[Path, ...], policies: Path, to: Path | None) -> None:
    """Write each of FILES, which is of format 1, in the short form of format 2.

    The file itself becomes the short form; notes and worked cases go to files of their
    own beside it. Read the result against the protocol: what follows from a step, an
    actor or a limit may still be said twice.
    """
    with sentences():
        for path in files:
            for written in _upgraded(path, policies, to or path.parent):
                click.echo(f"{written}: written")


def _upgraded(path: Path, policies: Path, folder: Path) -> list[Path]:
    from handbook.read.faults import Faults
    from handbook.read.library import read_national
    from handbook.read.loading import checked, from_national
    from handbook.read.short.first import FIRST
    from handbook.read.short.law import Law
    from handbook.read.short.making import copied, made
    from handbook.read.short.region.files import is_region
    from handbook.read.short.writing import written
    from handbook.read.yaml_source import read_node
    from handbook.upgrade import upgraded
    from rapidreview.model import Partnership

    national = read_national(policies / "national")
    root = read_node(path)
    if root.text("format") != FIRST:
        says = "the file is not of format 1, so there is nothing to convert"
        raise Faults([root.fault(says)])
    if not is_region(path):  # a region leaves out what its partnerships have
        full = copied(root)
        full.entries["format"] = made(root.entries["format"], 2)
        if found := checked(Partnership, full, from_national(national)).faults:
            raise Faults(found)
    new = upgraded(cast("dict[str, Any]", root.plain()), Law(national))
    files = {
        folder / path.name: new.main,
        folder / f"{path.stem}.notes.yml": new.notes,
        folder / f"{path.stem}.examples.yml": new.examples,
    }
    for one, data in files.items():
        if data:
            one.write_text(HEAD + written(data, apart=APART), encoding="utf-8")
    return [one for one, data in files.items() if data]
