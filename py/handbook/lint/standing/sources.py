"""Sources: what may lack one and should not, and what is given a standing it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, refs
from handbook.read.faults import quoted
from handbook.read.walk import every_part, slots
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import AGREES, MayLackSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def unsourced(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every event, question and the like that has no source."""
    for part, node in every_part(subject.model, subject.root):
        slot = slots(part).get("source")
        if not slot or slot.required or refs(node):
            continue
        excuse = slot.mark(MayLackSource)
        if excuse is None or (excuse.unless and node.text(excuse.unless)):
            name = node.text("id") or node.text("event")
            yield node, f"{quoted(name)} has no source; write where it is said"


def misplaced(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every local statement whose status and source disagree."""
    if subject.model is not policy.Partnership:
        return
    for part, node in every_part(subject.model, subject.root):
        if "status" not in slots(part) or AGREES not in slots(part)["status"].marks:
            continue
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
        finished=True,
    ),
    Check(
        "status-source",
        "error",
        "National text that fills a gap is never shown as the protocol’s own.",
        misplaced,
    ),
)
