"""Writes the generated pages: every page that comes from policies and nothing else.

All pages are made before the first is written, so a fault leaves the old ones as
they were. Pages that are no longer made are removed; a list beside the generated
folders says which are ours.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.exchange import write_whole
from handbook.pages.areas import area_pages
from handbook.pages.compare.page import compare_pages
from handbook.pages.deadlines.page import deadlines_page
from handbook.pages.fields.page import fields_page
from handbook.pages.national.pages import national_pages
from handbook.pages.notes.download import notes_list
from handbook.pages.notes.page import notes_page
from handbook.pages.outcomes.all import outcomes_page
from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.partnership.contacts import contacts_page
from handbook.pages.partnership.flowchart import flow_page
from handbook.pages.partnership.glance import glance_page
from handbook.pages.partnership.map import map_pages
from handbook.pages.partnership.pack import pack_page
from handbook.pages.partnership.protocol import protocol_page
from handbook.pages.partnership.roles import roles_pages
from handbook.pages.partnership.uses import uses_page
from handbook.pages.places import places_sheet
from handbook.pages.reckoner.pages import reckoner_pages
from handbook.pages.sources.page import source_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.pages.frame import Page
    from handbook.read.library import Library
    from rapidreview.days import Calendar
    from rapidreview.model import Protocol

LIST = Path("build/generated.json")


@dataclass(frozen=True)
class Written:
    """What changed on disk: how many pages there are, were written, and were removed."""

    pages: int
    written: int
    removed: int


def all_pages(library: Library) -> Iterator[Page]:
    """Yield every generated page of the handbook."""
    for protocol in library.all_protocols:
        yield from local_pages(protocol, library.calendar)
        yield notes_list(protocol)
        yield from roles_pages(protocol)
        yield from reckoner_pages(protocol, library.calendar)
        yield from map_pages(protocol)
    yield from area_pages(library)
    yield outcomes_page(library)
    yield from outcome_pages(library)
    yield from compare_pages(library)
    yield from national_pages(library)
    yield fields_page()
    yield places_sheet(len(library.protocols))


def local_pages(protocol: Protocol, calendar: Calendar) -> Iterator[Page]:
    """Yield the pages that every partnership has one of."""
    yield glance_page(protocol)
    yield flow_page(protocol)
    yield deadlines_page(protocol)
    yield contacts_page(protocol)
    yield protocol_page(protocol)
    yield uses_page(protocol)
    yield notes_page(protocol, calendar)
    yield source_page(protocol)
    yield pack_page(protocol)


def place(path: str) -> str:
    """Return where the page at ``path`` is written: each page is the index of a folder.

    MkDocs leaves links in HTML alone; Zensical moves them up a level on any other page.
    """
    if not path.endswith(".md") or path.endswith("/index.md"):
        return path
    return path.removesuffix(".md") + "/index.md"


def write_pages(root: Path, library: Library) -> Written:
    """Write the generated pages below ``root/docs``; only files that differ are touched."""
    pages = {place(page.path): page.text for page in all_pages(library)}
    docs = root / "docs"
    listing = root / LIST
    before = _listed(listing)
    listing.parent.mkdir(exist_ok=True)
    _list(listing, {*before, *pages})  # before any is written: none is forgotten
    written = 0
    for path, text in pages.items():
        target = docs / path
        if not target.exists() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            written += 1
    removed = 0
    for path in set(before) - set(pages):
        (docs / path).unlink(missing_ok=True)
        with suppress(OSError):  # a folder that still holds something stays
            (docs / path).parent.rmdir()
        removed += 1
    _list(listing, pages)
    return Written(len(pages), written, removed)


def _listed(listing: Path) -> list[str]:
    """Return the pages that an earlier build listed as ours."""
    if not listing.exists():
        return []
    found: list[str] = json.loads(listing.read_text("utf-8"))
    return found


def _list(listing: Path, pages: Iterable[str]) -> None:
    write_whole(listing, (json.dumps(sorted(pages), indent=1) + "\n").encode())
