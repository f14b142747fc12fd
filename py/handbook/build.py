"""Builds the handbook: policies in, site out, and nothing half-built in between.

The new site is built beside the old one and takes its place only when every step
succeeded.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from handbook.bundle import bundle
from handbook.faults import Faults
from handbook.finish import finish
from handbook.pages import write_pages
from handbook.reading import Library, read_all

ROOT = Path(__file__).resolve().parents[2]
HOLIDAYS = Path("policies/national/bank-holidays.json")
NEW = Path("build/site")
COMPRESSED = Path("build/compressed")


def build(root: Path, say: Console) -> None:
    """Build the site of the tree at ``root`` into ``root/site``; raises :class:`Faults`."""
    began = time.monotonic()
    library = read_all(root / "policies")
    say.print(f"Read the national rules and {len(library.partnerships)} partnerships")
    written = write_pages(root, library)
    say.print(f"Made {written.pages} pages ({written.written} changed)")
    packed = bundle(root, for_browser(root, library))
    size = sum(packed.files.values()) / 1e6
    say.print(
        f"{'Kept' if packed.reused else 'Packed'} Python for the browser ({size:.1f} MB before compression)"
    )
    say.print("Building the site")
    _mkdocs(root)
    say.print("Writing its policies and its compressed copies")
    finish(root / NEW, packed.folder, root / COMPRESSED)
    old = root / "site"
    shutil.rmtree(old, ignore_errors=True)
    (root / NEW).rename(old)
    say.print(f"The handbook is in site/ ({time.monotonic() - began:.0f} s)")


def for_browser(root: Path, library: Library) -> dict[str, object]:
    """Return what the two tools need, and no more: the browser gets no page texts."""
    national = replace(
        library.national, topics=(), hard_cases=(), processes=(), compare=()
    )
    national = replace(national, examples=(), date_examples=(), changes=(), terms=())
    partnerships = [
        replace(
            item,
            topics=(),
            notes=(),
            compare=(),
            do_now=(),
            vocabulary=(),
            changes=(),
            examples=(),
            date_examples=(),
        )
        for item in library.partnerships
    ]
    holidays = json.loads((root / HOLIDAYS).read_text("utf-8"))
    return {"national": national, "partnerships": partnerships, "holidays": holidays}


def _mkdocs(root: Path) -> None:
    shutil.rmtree(root / NEW, ignore_errors=True)
    done = subprocess.run(  # noqa: S603 - the site builder, no input of a user
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(NEW)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        raise SystemExit(1)


def main() -> None:
    """Build the handbook, or print every fault and leave the last good site alone."""
    try:
        build(ROOT, Console(highlight=False, soft_wrap=True))
    except Faults as found:
        for item in found.faults:
            sys.stderr.write(f"{item}\n")
        sys.stderr.write("Nothing was built; the last good site is as it was.\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
