"""Coverage: every section of a document that was read is cited somewhere in its policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model.constraints import CITES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def uncited(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every section that no statement cites, itself or by a part of it."""
    cited = _cited(subject)
    for document in subject.root.listed("documents"):
        name = document.text("id")
        for section in document.listed("sections"):
            at = section.text("at")
            inner = any(ref.startswith(f"{at}.") for doc, ref in cited if doc == name)
            if at and (name, at) not in cited and not inner:
                yield (
                    section,
                    (
                        f"nothing cites section {quoted(at)} of {name}; "
                        "say what it says, or that it says nothing to this purpose"
                    ),
                )


def _cited(subject: Subject) -> set[tuple[str, str]]:
    found = set()
    for place in places(subject.model, subject.root):
        if CITES in place.slot.marks:
            for node in place.node.items:
                document, mark, at = str(node.value).partition("#")
                if not mark:
                    document, at = subject.own.first_document, document
                found.add((document, at))
    return found


CHECKS = (
    Check(
        "section-uncited",
        "error",
        "A section that nothing cites was left out, and its reader would miss it.",
        uncited,
        finished=True,
    ),
)
