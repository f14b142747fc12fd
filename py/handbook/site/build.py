"""Builds the handbook: policies in, site out, and nothing half-built in between.

The new site is built beside the old one, on its file system, and takes its place in one
step when every step before succeeded. One build runs in a tree at a time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from rich.console import Console

from handbook.exchange import alone, exchange, recover
from handbook.exits import AT_FAULT, NOT_POSSIBLE, STOPPED, cannot
from handbook.own import read_own, write_frame, write_look
from handbook.own.frame import told_to_builder
from handbook.pages.write import write_pages
from handbook.read.faults import Faults
from handbook.runtime.bundle import bundle
from handbook.runtime.policies import for_browser, for_wheel
from handbook.site.chosen_files import write_chosen
from handbook.site.finish import finish
from rapidreview.say import counted

__all__ = ["build", "for_browser", "for_wheel", "main"]

NEW = Path(".site.new")
COMPRESSED = Path("build/compressed")


def build(root: Path, say: Console) -> None:
    """Build the site of the tree at ``root`` into ``root/site``; raises :class:`Faults`.

    Waits for another build of the same tree. Raises ``OSError`` where the disk is full or a
    folder may not be written. Whatever happens, the old site stays until the new one is whole.
    """
    with alone(root, say.print) as lock:
        _build(root, say, lock)


def _build(root: Path, say: Console, lock: int) -> None:
    began = time.monotonic()
    site = (root / "site").resolve()
    new = site.with_name(NEW.name)
    recover(site)
    handbook, library = read_own(root)
    held = counted(len(library.partnerships), "partnership")
    say.print(f"Read the national rules and {held}")
    write_look(root, handbook)
    written = write_pages(root, library)
    say.print(f"Made {written.pages} pages ({written.written} changed)")
    say.print(f"Wrote {write_chosen(root, library)} files that a choice fetches")
    packed = bundle(root, for_wheel(library))
    size = sum(packed.files.values()) / 1e6
    say.print(
        f"{'Kept' if packed.reused else 'Packed'} Python for the browser ({size:.1f} MB before compression)"
    )
    say.print("Building the site")
    told = told_to_builder(handbook, os.environ.get("SITE_URL", ""))
    _mkdocs(root, new, lock, write_frame(root, library), told)
    say.print("Writing its policies and its compressed copies")
    finish(new, library, packed.folder, root / COMPRESSED)
    exchange(new, site)
    say.print(f"The handbook is in site/ ({time.monotonic() - began:.0f} s)")


def _mkdocs(root: Path, new: Path, lock: int, frame: str, told: dict[str, str]) -> None:
    shutil.rmtree(new, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(  # noqa: S603 - the site builder, no input of a user
        [*command, "--config-file", frame, "--site-dir", str(new)],
        cwd=root,
        env=os.environ | told,
        # it may outlive this program, and must not write beside the next
        pass_fds=(lock,),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        raise SystemExit(1)


def main(root: Path) -> None:
    """Build the handbook of ``root``, or print every fault and leave the last good site alone."""
    try:
        build(root, Console(highlight=False, soft_wrap=True))
    except Faults as found:
        _failed(AT_FAULT, *map(str, found.faults))
    except OSError as error:
        _failed(NOT_POSSIBLE, cannot(error))
    except KeyboardInterrupt:
        _failed(STOPPED, "Stopped before the end.")


def _failed(code: int, *says: str) -> NoReturn:
    """Say why nothing was built, where it can still be said, and end."""
    with suppress(OSError, AttributeError):
        for line in (*says, "Nothing was built; the last good site is as it was."):
            sys.stderr.write(f"{line}\n")
    with suppress(OSError, AttributeError):  # what could not be written is given up
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(code)
