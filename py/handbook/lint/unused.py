"""Unused: something is declared and nothing refers to it, so no reader would meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.names import KEYED, USED
from handbook.read.walk import parts, places
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_KINDS: dict[type, str] = {
    policy.Stage: "stage",
    policy.Form: "form",
    clocks.Event: "event",
}


def unused(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every stage, form and event that nothing names."""
    if subject.model is not policy.Partnership:
        return
    named: set[tuple[str, str]] = set()
    for place in places(subject.model, subject.root):
        key = (place.part, place.key)
        if key in USED:
            kind = USED[key][0]
            named |= {
                (kind, str(item.value)) for item in place.node.items or [place.node]
            }
        if key in KEYED:
            named |= {(KEYED[key][0], name) for name in place.node.keys}
    for part, kind in _KINDS.items():
        for node in parts(subject.model, subject.root, part):
            name = node.text("id")
            if name and (kind, name) not in named:
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
