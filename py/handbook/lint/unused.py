"""Unused: something is declared and nothing refers to it, so no reader would meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import Declares, Names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def unused(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every form and event that nothing names."""
    if subject.model is not policy.Partnership:
        return
    named: set[tuple[str, str]] = set()
    declared: list[tuple[str, str, Node]] = []
    for place in places(subject.model, subject.root):
        if use := place.slot.mark(Names):
            named |= {(use.kind, str(item.value)) for item in place.nodes}
        for mark in place.slot.key_marks:
            if isinstance(mark, Names):
                named |= {(mark.kind, name) for name in place.node.keys}
        mine = place.slot.mark(Declares)
        if mine and mine.to_be_used and (name := place.owner.text(place.key)):
            declared.append((mine.kind, name, place.owner))
    for kind, name, node in declared:
        if (kind, name) not in named:
            yield (
                node,
                f"nothing refers to the {kind} {quoted(name)}; use it or take it out",
            )


CHECKS = (
    Check(
        "unused",
        "note",
        "What nothing refers to is met by nobody, and may be a slip in a name.",
        unused,
    ),
)
