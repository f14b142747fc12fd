"""The generated pages of every partnership, made once, and a small tree to look into them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.pages.partnership.roles import roles_pages
from handbook.pages.write import local_pages
from handbook.read.library import read_all

POLICIES = Path(__file__).parents[2] / "policies"
VOID = {
    "path",
    "br",
    "img",
    "input",
    "hr",
    "meta",
    "link",
    "circle",
    "rect",
    "line",
    "use",
}


@dataclass
class Element:
    """An element of a page: its tag, its attributes, and what is inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def classes(self):
        """The names in its class attribute."""
        return self.attributes.get("class", "").split()

    def walk(self):
        """Yield the element and every element inside it."""
        yield self
        for item in self.inside:
            if isinstance(item, Element):
                yield from item.walk()

    def all(self, tag="", css=""):
        """Return every element inside with this tag and this class."""
        return [
            item
            for item in self.walk()
            if tag in ("", item.tag) and (not css or css in item.classes)
        ]

    def text(self, without=()):
        """Return the words inside, each gap one space; ``without`` leaves out classes."""
        if set(without) & set(self.classes):
            return ""
        parts = [
            item if isinstance(item, str) else item.text(without)
            for item in self.inside
        ]
        return " ".join("".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert tag == self.open[-1].tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].inside.append(data)


def parse_page(text):
    """Return the tree of a generated page, its front matter left out."""
    builder = _Builder()
    builder.feed(text.split("---\n", 2)[2])
    builder.close()
    assert [builder.root] == builder.open
    return builder.root


@pytest.fixture(scope="session")
def parse():
    """Return the function that makes a tree of a page's text."""
    return parse_page


@pytest.fixture(scope="session")
def library():
    """Return everything under the policies folder."""
    return read_all(POLICIES)


@pytest.fixture(scope="session")
def pages(library):
    """Return the tree of every partnership page in words by its path, without the ending."""
    made = [
        page for one in library.protocols for page in local_pages(one, library.calendar)
    ]
    made += [page for one in library.protocols for page in roles_pages(one)]
    return {page.path.removesuffix(".md"): parse_page(page.text) for page in made}


@pytest.fixture(
    scope="session",
    params=[path.stem for path in sorted((POLICIES / "partnerships").glob("*.yml"))],
)
def partnership(request, library):
    """Return each partnership in turn."""
    return next(one for one in library.partnerships if one.id == request.param)


@pytest.fixture(scope="session")
def folder(partnership, pages):
    """Return the pages of the partnership by their names in its folder."""
    start = f"partnerships/{partnership.id}/"
    return {
        path.removeprefix(start): page
        for path, page in pages.items()
        if path.startswith(start)
    }
