"""Writing that is whole or not at all: a file, a folder of files, and one build at a time.

A program can be killed at any moment. What it was writing must then be what it was
before, or what it was to become, and never something in between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if sys.platform not in ("win32", "emscripten"):
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCK = Path("build/lock")
HERE = -100
"""The system's name for "from the folder I am in" (AT_FDCWD)."""
SWAP = 2
"""RENAME_EXCHANGE on Linux, and RENAME_SWAP on macOS."""
NO_SWAP = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}
WAITING = "Another build of this tree is running; this one waits until it ends"


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: a reader, and a kill, find all of it or what was there."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def exchange(new: Path, site: Path) -> None:
    """Put the folder ``new`` in the place of ``site``, and delete what was there.

    Both lie on one file system. Where the system can swap two names, no reader finds
    the place empty; elsewhere it is empty for a moment, and :func:`recover` mends what a
    kill in that moment leaves. Raises ``OSError``; ``site`` is then as it was.
    """
    recover(site)
    if not site.exists():
        new.rename(site)
        return
    try:
        _swap(new, site)
    except OSError as error:
        if error.errno not in NO_SWAP:
            raise
        aside = _aside(site)
        site.rename(aside)
        try:
            new.rename(site)
        except OSError:
            aside.rename(site)
            raise
        new = aside
    shutil.rmtree(new, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back the folder that an exchange had put aside when it was killed."""
    aside = _aside(site)
    if aside.exists() and not site.exists():
        aside.rename(site)
    shutil.rmtree(aside, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _swap(one: Path, other: Path) -> None:
    """Give each of two folders the other's name, in one step; raise ``OSError`` if it cannot be."""
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform in ("win32", "emscripten"):
        raise OSError(errno.ENOSYS, "no swap of names")
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(HERE, names[0], HERE, names[1], SWAP)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, SWAP)
    else:
        raise OSError(errno.ENOSYS, "no swap of names")
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


@contextmanager
def alone(root: Path, say: Callable[[str], object]) -> Iterator[int]:
    """Hold the lock of the tree at ``root``; wait for it, and say so, while another has it.

    Gives the lock's file descriptor: a program that is handed it holds the lock as well,
    so what outlives a killed build is waited for. The system frees the lock of the dead.
    """
    path = root / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        if sys.platform not in ("win32", "emscripten"):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say(WAITING)
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)
