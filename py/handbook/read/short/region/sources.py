"""Sources of a region: each names its document, and each document its region.

In a region's file ``"2.6"`` means section 2.6 of the region's first document. Read into
a partnership it would mean a section of the partnership's own, so that it is written
out: ``"procedures#2.6"``.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from handbook.read.nodes import Node
from handbook.read.short.topics import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

CITING = ("source", "at")
"""The keys whose values are references."""
CITED_BY_KEY = ("printed", "says")
"""The keys under which a mapping may have references for keys: a section, what it says."""
SILENT_KEYS = ("status", "reason", "evidence", "areas")
"""What may be changed of a regional part without other words of a protocol behind it."""
_PART_KEYS = ("says", "silent", "words", "status", "reason", "evidence")


def own_documents(root: Node) -> list[Node]:
    """Return the documents that a file itself lists."""
    return [one for one in root.listed("documents") if one.kind == "map"]


def cite_by_document(region: Node, name: str) -> None:
    """Write out every reference of a region, and mark its documents as the region's."""
    documents = own_documents(region)
    for document in documents:
        document.entries["region"] = Node(
            "scalar", document.path, document.line, document.column, name, name
        )
        document.keys["region"] = (document.path, document.line, document.column)
    first = documents[0].text("id") if documents else ""
    each_step_cites(region)
    for stage in region.listed("stages"):
        stage.entries.pop(
            "at", None
        )  # a step that a partnership adds rests on its own text
    if first:
        for node in _references(region):
            _write_out(node, first)


def cites(part: Node) -> bool:
    """Return whether a part names a source of its own."""
    return any(key in part.entries for key in CITING)


def says_more(key: str) -> bool:
    """Return whether a key of a part is something that a text says."""
    return key not in (*CITING, *SILENT_KEYS)


def _references(node: Node) -> Iterator[Node]:
    """Yield the scalars in ``node`` that are references; keys that are one are renamed."""
    for key, child in node.entries.items():
        if key == "documents":
            continue
        if key in CITING:
            yield from child.items or [child]
        elif key in CITED_BY_KEY and child.kind == "map":
            yield from _keys(child)
        yield from _references(child)
    for child in node.items:
        yield from _references(child)


def _keys(node: Node) -> Iterator[Node]:
    """Yield each key of ``node`` that is a reference as a node, and then rename it."""
    if any(key in _PART_KEYS for key in node.entries):
        return
    entries, keys = dict(node.entries), dict(node.keys)
    node.entries.clear()
    node.keys.clear()
    for key, child in entries.items():
        as_node = Node("scalar", *keys[key], value=key, raw=key)
        yield as_node
        node.entries[as_node.raw] = child
        node.keys[as_node.raw] = keys[key]


def _write_out(node: Node, document: str) -> None:
    if node.kind != "scalar" or not node.raw:
        return
    pieces = node.raw.split(BETWEEN)
    whole = [one if "#" in one else f"{document}#{one}" for one in pieces]
    node.raw = BETWEEN.join(whole)
    node.value = node.raw


def each_step_cites(root: Node) -> None:
    """Write the sections of each stage into its steps: merged, a step may come to another stage's."""
    for stage in root.listed("stages"):
        at = stage.get("at")
        for step in stage.listed("steps") if at is not None else ():
            if step.kind == "map" and "at" not in step.entries and at is not None:
                step.entries["at"] = deepcopy(at)
                step.keys["at"] = stage.keys["at"]
