"""The command line, ``rapidreview``: thin verbs over the rooms of the press and the engine."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from handbook.faults import Fault, Faults
from handbook.reading import load_national, load_partnership

POLICIES = Path("policies")


@click.group()
def main() -> None:
    """Check, calculate and publish child safeguarding protocols."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def lint(files: tuple[Path, ...]) -> None:
    """Print every fault in FILES (all policies where none is given)."""
    folder = POLICIES / "national"
    paths = list(files) or sorted((POLICIES / "partnerships").glob("*.yml"))
    national = [
        path for path in paths if path.parent.name == "national" or path.is_dir()
    ]
    faults: list[Fault] = []
    law = None
    try:
        read = load_national(
            national[0] if national and national[0].is_dir() else folder
        )
        law = read.declared
        faults += read.faults if national or not files else ()
        if not files or national:
            click.echo(f"{folder}: {'OK' if not read.faults else 'see below'}")
    except Faults as error:
        if national or any(folder.glob("*.yml")):
            faults += error.faults
        click.echo(
            "The national layer cannot be read, so references to it were not checked.",
            err=True,
        )
    for path in (path for path in paths if path not in national):
        try:
            found = list(load_partnership(path, law).faults)
        except Faults as error:
            found = list(error.faults)
        faults += found
        if not found:
            click.echo(f"{path}: OK")
    for fault in sorted(set(faults)):
        click.echo(str(fault))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
