"""Strength: must is law or must-guidance, should is guidance; a protocol's own wish is neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, refs
from handbook.read.faults import quoted
from handbook.read.walk import bare, parts, places
from rapidreview.model import national
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_MUST = re.compile(r"\b(must|shall|statutory duty)\b", re.IGNORECASE)
_PRINTED = re.compile("\u201c[^\u201d]*\u201d")
_WORDED = frozenset(("says", "detail", "title", "what"))
_BINDING = frozenset(("law", "guidance"))


def local_must(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every "must" in a partnership's text that rests on no law or guidance.

    A must between curly quotation marks is the protocol's own word and is left alone.
    """
    if subject.model is not policy.Partnership or subject.law is None:
        return
    kinds = {
        row.text("id"): row.text("kind") for row in subject.law.listed("instruments")
    }
    for place in places(subject.model, subject.root):
        text = place.node.value
        if (
            place.key not in _WORDED
            or bare(place.slot.hint) is not str
            or not isinstance(text, str)
            or not (match := _MUST.search(_PRINTED.sub("", text)))
        ):
            continue
        cited = {kinds.get(ref.partition("#")[0], "") for ref in refs(place.owner)}
        if not cited & _BINDING:
            yield (
                place.node,
                (
                    f"{quoted(match.group())} is kept for law and statutory guidance, and this cites "
                    "neither; say who does it, or cite the provision"
                ),
            )


def duties(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every national duty whose word is stronger or weaker than its standing."""
    for duty in parts(subject.model, subject.root, national.Duty):
        strength, standing = duty.text("strength"), duty.text("standing")
        if strength == "must" and standing in ("panel", "local"):
            yield (
                duty,
                f"a must that stands on {standing} guidance; write should, or cite the law",
            )
        if strength == "required" and standing != "panel":
            yield (
                duty,
                f"required is for what the Panel requires, and this stands on {standing}; write must or should",
            )
        if strength == "should" and standing == "law":
            yield duty, "a should that stands on law; write must or may"


CHECKS = (
    Check(
        "must-local",
        "warning",
        "A reader takes must for law; used loosely, it hides what the law asks.",
        local_must,
    ),
    Check(
        "duty-strength",
        "error",
        "Must is law or must-guidance, required is the Panel’s word and should is guidance, in exactly that sense.",
        duties,
    ),
)
