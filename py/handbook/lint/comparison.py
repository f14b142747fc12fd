"""Comparison: every partnership answers every point, if only by saying it is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def missing(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the points of comparison that a partnership does not answer."""
    if subject.model is not policy.Partnership or subject.law is None:
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
                f"{', '.join(left)}; add each, with `silent: true` where the protocol says nothing"
            ),
        )


CHECKS = (
    Check(
        "compare-missing",
        "error",
        "A blank in a comparison is read as no; a silence has to be said.",
        missing,
    ),
)
