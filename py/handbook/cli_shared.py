"""What the verbs of the command line share: where the policies are, and how errors are told."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path("policies")
TREE = Path(__file__).resolve().parents[2] / "policies"
PACKED = Path(__file__).resolve().parent / "policies"


def policies_folder() -> Path:
    """Return the policies folder: the one here, the tree's, or the one packed with this code."""
    return next((path for path in (HERE, TREE, PACKED) if path.is_dir()), HERE)


policies_option = click.option(
    "--policies",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="RAPIDREVIEW_POLICIES",
    default=policies_folder,
    show_default="policies/",
    help="The folder with national/ and partnerships/.",
)


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what is wrong into sentences: exit 2 for what was asked, 1 for a policy."""
    from handbook.asking import AskedWronglyError
    from handbook.faults import Faults

    try:
        yield
    except AskedWronglyError as wrong:
        for field, says in wrong.problems:
            click.echo(f"{field}: {says}" if field else says, err=True)
        sys.exit(2)
    except Faults as found:
        for fault in found.faults:
            click.echo(str(fault), err=True)
        sys.exit(1)
