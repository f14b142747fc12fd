"""Writes what the search fetches: one file for all of England, and one for each partnership.

The first has the pages that are for everybody, the name of every authority, and each
partnership's first page and its contacts. A partnership's own file has its pages. It is fetched
on these pages, and where its name is among the words. So what a reader fetches hardly grows with
the number of partnerships; only where all of them together are small are they all fetched.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from handbook.pages.tools.places import searched
from handbook.read.faults import Faults, fault
from handbook.search.article import article
from handbook.search.rules import NOT_THE_PAGES_OWN, partnership_of, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.read.library import Library
    from handbook.search.article import Article, Part
    from rapidreview.model import SearchWords

FOLDER: Final = Path("assets/search")
ALL: Final = "all.json"
TOGETHER: Final = 1_000_000
"""Bytes, before compression, up to which the files of all partnerships are fetched at once."""
FIRST: Final = 2
"""Slashes in the address of a partnership's first page."""

type Row = dict[str, object]


def write_search(site: Path, library: Library) -> int:
    """Write the files into ``site`` from its pages; return how many there are.

    Raises :class:`Faults` where the words that readers type name a page that is not there.
    """
    shared: list[tuple[str, Article]] = []
    own: dict[str, list[tuple[str, Article]]] = {}
    for address, page in _read(site):
        of = partnership_of(address)
        (own.setdefault(of, []) if of else shared).append((address, page))
    texts = {
        f"{name}.json": _json(_pages_and_parts(read)) for name, read in own.items()
    }
    every = _pages_and_parts(shared)
    pages = [
        *every["pages"],
        *(_row(address, page) for read in own.values() for address, page in read if _for_all(address, library)),
        *_authorities(library),
    ]  # fmt: skip
    whole: Row = {
        **every,
        "pages": pages,
        "groups": [_group(one, pages) for one in library.national.search],
        "own": list(own),
        "together": sum(len(text) for text in texts.values()) <= TOGETHER,
    }
    texts[ALL] = _json(whole)
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return len(texts)


def _read(site: Path) -> list[tuple[str, Article]]:
    """Return the address and the words of each page that is searched."""
    found = []
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        page = article(path.read_text("utf-8"))
        if page.searched and page.title:
            found.append((address, page))
    return found


def _for_all(address: str, library: Library) -> bool:
    """Return whether a partnership's page is in the list for all: its first, and those that words lead to."""
    return address.count("/") == FIRST or any(
        _fits(address, pattern)
        for one in library.national.search
        for pattern in one.pages
    )


def _pages_and_parts(read: list[tuple[str, Article]]) -> dict[str, list[Row]]:
    """Return the rows of pages, and of the parts of those that are searched whole."""
    pages: list[Row] = []
    parts: list[Row] = []
    for address, page in read:
        row = _row(address, page)
        if rule_of(address).whole:
            parts.extend(_parts(page, len(pages)))
        else:
            heads = (part.head for part in _own_parts(page) if part.head)
            row["head"] = "\n".join(heads)
        pages.append(row)
    return {"pages": pages, "parts": parts}


def _row(address: str, page: Article) -> Row:
    """Return what the search knows of a page itself."""
    row: Row = {"at": address, "title": page.title, "weight": rule_of(address).weight}
    of = partnership_of(address)
    return {**row, "of": of} if of else row


def _parts(read: Article, page: int) -> Iterator[Row]:
    for part in _own_parts(read):
        row: Row = {"page": page, "text": "\n".join(part.blocks)}
        if part.id:
            row["anchor"] = part.id
        if part.head:
            row["head"] = part.head
        yield row


def _own_parts(read: Article) -> Iterator[Part]:
    """Yield the parts of a page without the sections that it has for every partnership."""
    leave = 0
    for part in read.parts:
        if leave and part.level > leave:
            continue
        leave = part.level if part.id in NOT_THE_PAGES_OWN else 0
        if not leave:
            yield part


def _authorities(library: Library) -> Iterator[Row]:
    """Yield every authority with its other names and where it is told what to do."""
    for row in searched(library):
        names = [str(row["authority"])]
        for key in ("also", "districts", "within"):
            value = row.get(key)
            names += value if isinstance(value, list) else []
        if row.get("to"):
            yield {"at": row["to"], "title": row["name"], "weight": 0.8, "also": "\n".join(names)}  # fmt: skip


def _group(one: SearchWords, pages: list[Row]) -> Row:
    """Return the words, and the places of their pages in ``pages``."""
    found: list[int] = []
    for pattern in one.pages:
        fits = [
            place for place, page in enumerate(pages) if _fits(str(page["at"]), pattern)
        ]
        if not fits:
            where = Path("policies/national/search.yml")
            raise Faults([fault(where, f"there is no page {pattern}")])
        found += fits
    return {"words": list(one.words), "pages": found}


def _fits(address: str, pattern: str) -> bool:
    """Return whether ``pattern`` is the address, ``*`` standing for one name without a slash."""
    begin, star, end = pattern.partition("*")
    name = address.removeprefix(begin).removesuffix(end)
    return address == (f"{begin}{name}{end}" if star else begin) and "/" not in (
        name if star else ""
    )


def _json(whole: Mapping[str, object]) -> str:
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
