"""Finished: what a finished policy has, of which a draft may say nothing yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.checks.journeys import stages_without_steps
from handbook.read.walk import is_draft, is_national, slots
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import FINISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

TREE = 3
"""Folders above a policy file in a tree that has tests: policies, partnerships, and the tree."""


def missing(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the points of comparison that a partnership does not answer."""
    if subject.model is not policy.Partnership or subject.law is None:
        return
    if is_national(subject.root):
        return
    answered = {row.text("attribute") for row in subject.root.listed("compare")}
    asked = [row.text("id") for row in subject.law.listed("compare")]
    left = [name for name in asked if name not in answered]
    if left:
        node = subject.root.get("compare") or subject.root
        yield (
            node,
            (
                f"{len(left)} of {len(asked)} points of comparison are not answered: "
                f"{', '.join(left)}; add each under `compare:`, with `not given:` and "
                "the section where the protocol says nothing"
            ),
        )


def _nothing(node: Node | None) -> bool:
    return node is None or not (node.items or node.raw)


def unread(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the keys that a draft leaves out and a finished policy has."""
    if not is_draft(subject.root):
        return
    left = [
        key
        for key, slot in slots(subject.model).items()
        if FINISHED in slot.marks and _nothing(subject.root.get(key))
    ]
    if not subject.root.get("steps") or subject.root.listed("steps"):
        left += [
            f"steps of {one.text('id')}" for one in stages_without_steps(subject.root)
        ]
    if left:
        yield (
            subject.root.entries["status"],
            f"not written yet: {', '.join(left)}; the pages say that this has not been read",
        )


def unasked(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield a finished policy of this tree of which no reader's questions are asked."""
    if subject.model is not policy.Partnership or is_draft(subject.root):
        return
    path = Path(subject.root.path).resolve()
    questions = (
        path.parents[2] / "tests" / "readers" if len(path.parts) > TREE else path
    )
    if path.parent.name != "partnerships" or not questions.is_dir():
        return
    if not (questions / path.name).exists():
        yield (
            subject.root,
            (
                f"no questions of readers are asked of these pages; write twenty in tests/readers/{path.name}, "
                "each with the page that answers it, then run `pytest tests/readers`"
            ),
        )


CHECKS = (
    Check(
        "compare-missing",
        "error",
        "A blank in a comparison is read as no; a silence has to be said.",
        missing,
        finished=True,
    ),
    Check(
        "draft-unread",
        "note",
        "A draft gives every page, and each says which part was not read yet.",
        unread,
    ),
    Check(
        "readers-unasked",
        "note",
        "A page that answers what practitioners ask is tested; one that nobody asked is not.",
        unasked,
    ),
)
