"""Guesses: what the handbook worked out says why, and a reason belongs to a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import every_part, slots
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def _may_be_guessed(subject: Subject) -> Iterator[Node]:
    """Yield every part that may say why it was worked out."""
    for part, node in every_part(subject.model, subject.root):
        if "reason" in slots(part):
            yield node


def _derived(node: Node) -> bool:
    return "derived" in (node.text("status"), node.text("who_status"))


def unexplained(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield everything that was worked out and does not say why."""
    if subject.model is not policy.Partnership:
        return
    for node in _may_be_guessed(subject):
        if _derived(node) and not node.text("reason"):
            yield (
                node,
                (
                    "`status: derived` without a reason; add `reason` and say in a sentence "
                    "why this follows, or what the protocol leaves open"
                ),
            )


def idle_reasons(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every reason beside something that is not marked as worked out."""
    if subject.model is not policy.Partnership:
        return
    for node in _may_be_guessed(subject):
        open_unit = node.get("unit_stated")
        if open_unit is not None and open_unit.value is False:
            continue
        if node.text("reason") and not _derived(node):
            yield (
                node,
                (
                    f"`reason` is shown only with `status: derived`; found status "
                    f"{quoted(node.text('status') or 'stated')}; write `status: derived`, "
                    "or take the reason out"
                ),
            )


CHECKS = (
    Check(
        "guess-unexplained",
        "note",
        "A reader who is shown a guess is told why it was made.",
        unexplained,
        finished=True,
    ),
    Check(
        "reason-idle",
        "warning",
        "A reason that nobody sees was meant for something that is a guess.",
        idle_reasons,
    ),
)
