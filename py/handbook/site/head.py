"""Rewrites the head of each built page, so that the browser asks for all it needs at once.

A page's policy stops browsers from reading ahead, so they would meet the scripts one
after another, each when the one before has arrived. Here they are named at the top,
with the modules that they import, and the handbook's style sheets become one file.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
SHEET = re.compile(r'<link rel="stylesheet" href="([^":]*assets/css/[^"/]+\.css)">')
SCRIPT = re.compile(r'<script\s+src="(?P<address>[^":]+)"(?P<module> type="module")?>')
IMPORT = re.compile(r'^import\b[^"]*"(\.[^"]+)";', re.MULTILINE)
SHEETS = "assets/css"
JOINED = f"{SHEETS}/handbook.css"


def rewrite_heads(site: Path) -> None:
    """Rewrite the head of every page under ``site`` and join its style sheets into one.

    Raises ``ValueError`` when a page does not begin with its character set, or when
    pages name different style sheets: one file could not take the place of all.
    """
    orders: set[tuple[str, ...]] = set()
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        sheets = [found[1] for found in SHEET.finditer(text)]
        if sheets:
            orders.add(tuple(map(posixpath.basename, sheets)))
            root = sheets[0][: sheets[0].rindex(SHEETS)]
            before, _, after = text.partition(
                f'<link rel="stylesheet" href="{sheets[0]}">'
            )
            one = f'<link rel="stylesheet" href="{root}{JOINED}">'
            text = before + one + SHEET.sub("", after)
        insert(path, text, "".join(_early(site, text)))
    if len(orders) != 1:
        raise ValueError(f"pages name different style sheets: {sorted(orders)}")
    parts = [site / SHEETS / name for name in orders.pop()]
    joined = "".join(part.read_text("utf-8") for part in parts)
    (site / JOINED).write_text(joined, "utf-8")
    for part in parts:
        part.unlink()


def insert(path: Path, page: str, tags: str) -> None:
    """Write ``page`` to ``path`` with ``tags`` right after its character set, before all that loads anything."""
    begins = FIRST.search(page)
    if begins is None:
        raise ValueError(f"{path}: the page does not begin with its character set")
    text = page[: begins.end()] + tags + page[begins.end() :]
    path.write_text(text, "utf-8")


def _early(site: Path, page: str) -> Iterator[str]:
    """Yield a tag for each script that ``page`` will run, once each."""
    modules: list[str] = []
    for found in SCRIPT.finditer(page):
        if found["module"]:
            _add(site, found["address"], modules)
        else:
            yield f'<link rel="preload" as="script" href="{found["address"]}">'
    for address in modules:
        yield f'<link rel="modulepreload" fetchpriority="low" href="{address}">'


def _add(site: Path, address: str, modules: list[str]) -> None:
    """Add the module at ``address``, and what it imports, to ``modules``."""
    if address in modules:
        return
    modules.append(address)
    text = (site / address[address.rindex("assets/") :]).read_text("utf-8")
    for imported in IMPORT.findall(text):
        place = posixpath.join(posixpath.dirname(address), imported)
        _add(site, posixpath.normpath(place), modules)
