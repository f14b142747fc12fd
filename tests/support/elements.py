"""A small tree to look into HTML: elements with their attributes, their words and what is inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

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
    "wbr",
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


def elements(html):
    """Return the tree of a piece of HTML; each tag must be closed where it belongs."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert [builder.root] == builder.open
    return builder.root
