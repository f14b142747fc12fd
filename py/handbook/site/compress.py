"""Puts compressed copies beside the site's files, for servers that send them as they are.

Brotli makes Python for the browser a quarter smaller than gzip does. Compressing it
takes many seconds, so each result is kept by the hash of what went in.
"""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING, Final

import brotli

from handbook.exchange import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SMALLEST: Final = 1024
TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".md"}
BINARY = {".wasm", ".zip", ".whl"}
HARD = BINARY | {".js", ".mjs"}
"""What seldom changes and is worth the most compression."""
WINDOW: Final = 24
"""Two to this power bytes: the largest window that browsers take."""


def _brotli(content: bytes, *, hard: bool) -> bytes:
    return bytes(brotli.compress(content, quality=11 if hard else 6, lgwin=WINDOW))


def _gzip(content: bytes, *, hard: bool) -> bytes:
    return gzip.compress(content, 9 if hard else 6, mtime=0)


CODINGS: dict[str, Callable[..., bytes]] = {".br": _brotli, ".gz": _gzip}


def squeeze(site: Path, kept: Path) -> int:
    """Write ``.br`` and ``.gz`` beside each file of ``site`` that gains by it; return how many.

    ``kept`` is the folder of earlier results; those not used any more are removed.
    """
    kept.mkdir(parents=True, exist_ok=True)
    used = set()
    count = 0
    for path in sorted(site.rglob("*")):
        if path.suffix not in TEXT | BINARY or path.stat().st_size < SMALLEST:
            continue
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        for ending, compress in CODINGS.items():
            known = kept / f"{digest}{ending}"
            if not known.exists():
                made = compress(content, hard=path.suffix in HARD)
                write_whole(known, made)  # half of one would be taken for all of it
            used.add(known.name)
            copy = known.read_bytes()
            if len(copy) < len(content):
                path.with_name(path.name + ending).write_bytes(copy)
                count += 1
    for old in kept.iterdir():
        if old.name not in used:
            old.unlink()
    return count
