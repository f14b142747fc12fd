"""Ids and addresses have their shape, and nothing is twice in a list where it may be once.

A name of one shape can be typed, linked to and compared; an address of another would
be a link that does not do what it says.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import Once, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.walk import Place


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every text of the wrong shape and all that is twice in its list."""
    for place in places(model, root):
        for mark in place.slot.marks:
            if isinstance(mark, Shape):
                yield from _shape(place, mark)
            elif isinstance(mark, Once):
                yield from _twice(place.node.items, mark)
    if model is policy.Partnership and root.text("id"):
        stem = PurePath(root.path).stem
        if root.text("id") != stem:
            yield root.entries["id"].fault(
                "the id differs from the name of the file; "
                f"found {quoted(root.text('id'))} in {stem}.yml; make them the same"
            )


def _shape(place: Place, asked: Shape) -> Iterator[Fault]:
    text = place.node.value
    if not isinstance(text, str) or not (text or place.slot.required):
        return
    if not re.fullmatch(asked.pattern, text):
        yield place.node.fault(
            f"{asked.breach}; found {quoted(text)}; write {asked.write}"
        )


def _twice(items: list[Node], asked: Once) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for item in items:
        text = item.text(asked.key)
        if text and text in seen:
            yield item.entries[asked.key].fault(
                f"the same {asked.what} twice; found {quoted(text)} again, "
                f"first on line {seen[text]}"
            )
        if text:
            seen.setdefault(text, item.line)
