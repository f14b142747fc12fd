"""What the verbs of the command line share: where the policies are, and how errors are told."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook.exits import (
    ASKED_WRONGLY,
    AT_FAULT,
    NOT_POSSIBLE,
    STOPPED,
    AskedWronglyError,
    cannot,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path("policies")
TREE = Path(__file__).resolve().parents[3] / "policies"
PACKED = Path(__file__).resolve().parents[1] / "policies"


def policies_folder() -> Path:
    """Return the policies folder: the one here, the tree's, or the one packed with this code.

    A folder here that has no national layer is not one: the rules come from the next.
    """
    places = (HERE, TREE, PACKED)
    return next((path for path in places if (path / "national").is_dir()), HERE)


def writable(policies: Path) -> Path:
    """Return where a policy is begun: never in the installed package, but here."""
    return HERE if policies == PACKED else policies


policies_option = click.option(
    "--policies",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="RAPIDREVIEW_POLICIES",
    default=policies_folder,
    show_default="policies/",
    help="The folder with national/ and partnerships/.",
)


class Verbs(click.Group):
    """Verbs that end in a sentence, whatever the machine does to them: a disk that is full,
    a folder that may not be written, an output that nobody reads, Ctrl-C.
    """

    def main(self, *args: Any, **more: Any) -> Any:  # noqa: ANN401 - as the library has it
        """Run the verb, then see to it that all it wrote has arrived; exit with its code."""
        try:
            try:
                code = super().main(*args, **{**more, "standalone_mode": False})
            except SystemExit as ended:
                code = ended.code
            _arrived()
        except click.ClickException as wrong:
            wrong.show()
            code = wrong.exit_code
        except (click.Abort, KeyboardInterrupt):
            code = _told("Stopped before the end.", STOPPED)
        except OSError as error:
            code = _told(cannot(error), NOT_POSSIBLE)
        except MemoryError:
            code = _told("There is too little memory for this.", NOT_POSSIBLE)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as the library has it
        """Run the verb; what was written to nobody is told like all else."""
        try:
            _arrived()
            done = super().invoke(ctx)
            _arrived()
        except BrokenPipeError as error:  # else taken by the library, without a word
            return _told(cannot(error), NOT_POSSIBLE)
        return done


def _arrived() -> None:
    """Raise ``OSError`` where what was written did not arrive, or cannot."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed")
    sys.stdout.flush()


def _told(says: str, code: int) -> int:
    """Say it, where it can be said; what was not written is given up. Returns ``code``."""
    from handbook.read.faults import visible

    with suppress(OSError, ValueError):
        click.echo(visible(says), err=True)
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
    with suppress(
        OSError, ValueError, AttributeError
    ):  # Python flushes once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what is wrong into sentences: exit 2 for what was asked, 1 for a policy."""
    from handbook.read.faults import Faults, visible

    try:
        yield
    except AskedWronglyError as wrong:
        for field, says in wrong.problems:
            click.echo(visible(f"{field}: {says}" if field else says), err=True)
        sys.exit(ASKED_WRONGLY)
    except Faults as found:
        for fault in found.faults:
            click.echo(str(fault), err=True)
        sys.exit(AT_FAULT)
