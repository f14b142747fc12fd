"""A built page as the search reads it: its title, and its words section by section, block by block.

Blocks stay apart: what stands in two cells or two lines is never read as one word. What only
moves a reader about (lists of pages, source marks and their slips, forms) is not searched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

MAIN: Final = "main"
"""The id of a page's own part."""
LEFT_OUT: Final = "data-search-exclude"
"""The attribute of what the search leaves out, with all that is in it."""
UNREAD: Final = frozenset(
    {"button", "form", "nav", "script", "select", "style", "svg", "template"}
)
HEADS: Final = {"h2": 2, "h3": 3, "dt": 4}
"""What begins a part; a term of a list only where it has an id."""
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
)  # fmt: skip
"""Elements that stand within a line; every other one ends the block before it."""
TOGETHER: Final = "nw"
"""The class of a span that only keeps a word and its mark on one line."""
GAP: Final = re.compile(r"\s+([.,;:!?)”’])|([(“‘])\s+")
VOID: Final = frozenset(
    {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass
class Part:
    """What stands under one heading: its id, where it has one, its words, and the blocks below it.

    ``level`` is 1 for what stands under the page's title, 2 and 3 for headings, 4 for a term.
    """

    level: int = 1
    id: str = ""
    head: str = ""
    blocks: list[str] = field(default_factory=list)


@dataclass
class Article:
    """A page: its title, and its parts, first to last. Where ``searched`` is false it has none."""

    title: str = ""
    parts: list[Part] = field(default_factory=list)
    searched: bool = True


def article(page: str) -> Article:
    """Return what ``page``, the HTML of a whole page, says to the search."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.done()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        """The elements that are open within the page's own part, and whether each is left out."""
        self.read = Article(parts=[Part()])
        self.words: list[str] = []
        self.heading = ""
        self.section = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self.open:
            if given.get("id") == MAIN:
                self.open.append((tag, False))
                self.read.searched = LEFT_OUT not in given
            return
        if tag not in INLINE:
            self._end_block()
        if tag in VOID:
            return
        hidden = (
            tag in UNREAD
            or LEFT_OUT in given
            or "hidden" in given
            or "popover" in given
        )
        self.open.append((tag, hidden or self.open[-1][1]))
        if tag == "section":
            self.section = given.get("id") or ""
        if tag == "span" and TOGETHER not in (given.get("class") or "").split():
            self.words.append(" ")
        if tag in HEADS and not self.open[-1][1] and (tag != "dt" or given.get("id")):
            self.heading = tag
            name = given.get("id") or (self.section if tag == "h2" else "")
            self.read.parts.append(Part(HEADS[tag], name or ""))
        elif tag == "h1":
            self.heading = tag

    def handle_endtag(self, tag: str) -> None:
        if not self.open or tag in VOID:
            return
        if tag not in INLINE:
            self._end_block()
        if tag == self.heading:
            self.heading = ""
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][1]:
            self.words.append(data)

    def _end_block(self) -> None:
        block = GAP.sub(r"\1\2", " ".join("".join(self.words).split()))
        self.words.clear()
        if not block:
            return
        if self.heading == "h1":
            self.read.title = f"{self.read.title} {block}".strip()
        elif self.heading:
            part = self.read.parts[-1]
            part.head = f"{part.head} {block}".strip()
        else:
            self.read.parts[-1].blocks.append(block)

    def done(self) -> Article:
        """Return the page, without parts that say nothing."""
        self._end_block()
        full = [one for one in self.read.parts if one.head or one.blocks]
        return Article(
            self.read.title, full if self.read.searched else [], self.read.searched
        )
