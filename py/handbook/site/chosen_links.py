"""Makes the links from a partnership's pages into the checker and the calculator arrive with it chosen.

The part of an address after ``#`` stays in the browser and names a partnership or an
area, never an answer. The theme's own links, in tabs and menus, are the same on every
page of the site: so the built pages are changed, not their sources.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from pathlib import Path

TOOLS = ("/check/", "/deadlines/")
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"#:]*)(")')


def choose_in_links(site: Path) -> int:
    """Change those links on the pages under ``site``; return how many pages had any."""
    count = 0
    for folder in sorted((site / "partnerships").iterdir()):
        if not folder.is_dir():
            continue
        for path in sorted(folder.rglob("*.html")):
            here = f"/{path.relative_to(site).as_posix()}"
            text = path.read_text("utf-8")
            new = chosen(text, here, folder.name)
            if new != text:
                path.write_text(new, "utf-8")
                count += 1
    return count


def chosen(text: str, here: str, partnership: str) -> str:
    """Return the page ``text``, which stands at ``here``, with ``partnership`` in its links to a tool."""

    def add(found: re.Match[str]) -> str:
        to = urljoin(here, found[2]).removesuffix("index.html")
        return (
            f"{found[1]}{found[2]}{f'#{partnership}' if to in TOOLS else ''}{found[3]}"
        )

    return LINK.sub(add, text)
