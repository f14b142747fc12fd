"""Ids have one shape, so that they can be typed, linked to and compared.

Events use underscores because they are written as ``event=date`` on the command
line and as field names in the pages; rules carry capitals because people cite them.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import parts, places
from rapidreview.model import base as common
from rapidreview.model import national
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

_PLAIN = (re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), "lower-case letters, digits, hyphens")
_EVENT = (
    re.compile(r"[a-z0-9]+(_[a-z0-9]+)*"),
    "lower-case letters, digits, underscores",
)
_RULE = (re.compile(r"R[0-9]{2,3}"), "R and two digits: R01")
_LOCAL = (
    re.compile(r"[A-Z]{2,4}-[A-Z0-9]+(-[A-Z0-9]+)*"),
    "capitals and a number: TE-1",
)
_SHAPES = {clocks.Event: _EVENT, national.Rule: _RULE, policy.LocalRule: _LOCAL}

_ONCE: dict[type, tuple[str, str, str]] = {
    policy.Document: ("sections", "at", "section"),
    clocks.Deadline: ("readings", "id", "reading"),
    common.Question: ("options", "id", "answer"),
    policy.Step: ("ways", "label", "way"),
    policy.Partnership: ("compare", "attribute", "comparison"),
}


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every id of the wrong shape or used twice in its list."""
    for place in places(model, root):
        if place.key != "id" or not isinstance(place.node.value, str):
            continue
        pattern, shape = _SHAPES.get(place.part, _PLAIN)
        if not pattern.fullmatch(place.node.value):
            yield place.node.fault(
                f"an id of the wrong shape; found {quoted(place.node.value)}; write {shape}"
            )
    for part, (key, name, what) in _ONCE.items():
        for owner in parts(model, root, part):
            yield from _twice(owner.listed(key), name, what)
    if model is policy.Partnership and root.text("id"):
        stem = PurePath(root.path).stem
        if root.text("id") != stem:
            yield root.entries["id"].fault(
                "the id differs from the name of the file; "
                f"found {quoted(root.text('id'))} in {stem}.yml; make them the same"
            )


def _twice(items: list[Node], name: str, what: str) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for item in items:
        text = item.text(name)
        if text and text in seen:
            yield item.entries[name].fault(
                f"the same {what} twice; found {quoted(text)} again, first on line {seen[text]}"
            )
        if text:
            seen.setdefault(text, item.line)
