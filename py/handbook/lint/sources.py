"""Sources: what may lack one and should not, and what is given a standing it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, refs
from handbook.read.faults import quoted
from handbook.read.walk import parts, slots
from rapidreview.model import base as common
from rapidreview.model import national
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_OPTIONAL = (
    clocks.Event,
    clocks.Replacement,
    common.Question,
    national.Counting,
    national.Attribute,
)
_STANDING = (
    common.Statement,
    clocks.Deadline,
    clocks.Order,
    policy.Actor,
    policy.Contact,
    policy.Form,
    policy.Step,
    policy.NextStep,
)


def unsourced(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every event, question and the like that has no source."""
    for part in _OPTIONAL:
        for node in parts(subject.model, subject.root, part):
            silent = part is national.Attribute and not node.text("national")
            if not refs(node) and not silent:
                name = node.text("id") or node.text("event")
                yield node, f"{quoted(name)} has no source; write where it is said"


def misplaced(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every local statement whose status and source disagree."""
    if subject.model is not policy.Partnership:
        return
    for part in _STANDING:
        if "status" not in slots(part):
            continue
        for node in parts(subject.model, subject.root, part):
            cited = refs(node)
            local = [ref for ref in cited if _is_local(ref, subject)]
            status = node.text("status") or "stated"
            if status == "national" and cited and len(local) == len(cited):
                yield (
                    node,
                    (
                        "`status: national` but every source is the protocol's own; "
                        "cite the national provision, or take the status out"
                    ),
                )
            if status == "stated" and cited and not local:
                yield (
                    node,
                    (
                        "every source is national, yet this stands as the protocol's own words; "
                        "write `status: national`, or cite the protocol"
                    ),
                )


def _is_local(ref: str, subject: Subject) -> bool:
    document, mark, _ = ref.partition("#")
    return not mark or document in subject.own.sections


CHECKS = (
    Check(
        "unsourced",
        "warning",
        "What cannot be traced cannot be checked or defended.",
        unsourced,
    ),
    Check(
        "status-source",
        "error",
        "National text that fills a gap is never shown as the protocol's own.",
        misplaced,
    ),
)
