"""Documents: the sections that a protocol has, listed by the author or only cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.read.short.making import copied, made, mapping
from handbook.read.walk import places
from rapidreview.model import Partnership
from rapidreview.model.constraints import CITES

if TYPE_CHECKING:
    from handbook.read.nodes import Node
    from handbook.read.short.making import Plain

_PARTS = re.compile(r"(\d+)")


def documents_of(root: Node) -> list[Node]:
    """Return the documents, each with a list of the sections that the author gave."""
    found = []
    for document in root.listed("documents"):
        full = copied(document)
        sections = full.get("sections")
        if sections is not None and sections.kind == "map":
            rows: list[Plain] = [
                made(title, {"at": at, "title": title})
                for at, title in sections.entries.items()
            ]
            full.entries["sections"] = made(sections, rows)
        elif sections is None:
            full.entries["sections"] = made(document, [])
            full.keys["sections"] = (document.path, document.line, document.column)
        found.append(full)
    return found


def with_cited(root: Node) -> None:
    """Add to each document the sections that something in ``root`` cites and its list lacks."""
    documents = {one.text("id"): one for one in root.listed("documents")}
    first = next(iter(documents), "")
    listed = {
        name: {one.text("at") for one in document.listed("sections")}
        for name, document in documents.items()
    }
    for place in places(Partnership, root):
        if CITES not in place.slot.marks:
            continue
        for node in place.nodes:
            if node.kind != "scalar" or not node.raw:
                continue
            name, mark, at = node.raw.partition("#")
            if not mark:
                name, at = first, node.raw
            if name in listed and at.strip() and at not in listed[name]:
                listed[name].add(at)
                sections = documents[name].entries["sections"]
                sections.items.append(mapping(node, {"at": at, "title": ""}))
    for document in documents.values():
        if document.text("scheme") == "numbered":
            document.entries["sections"].items.sort(key=_in_order)


def _in_order(section: Node) -> list[tuple[int, int, str]]:
    """Return what puts 2.10 after 2.9, and what has no number first."""
    pieces = [one for one in _PARTS.split(section.text("at")) if one]
    if not pieces[:1] or not pieces[0].isdigit():
        return [(-1, 0, "")]
    return [(1, int(one), "") if one.isdigit() else (0, 0, one) for one in pieces]
