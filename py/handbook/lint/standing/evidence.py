"""Evidence: nothing stands as found whose words nobody has read."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, refs
from handbook.read.faults import quoted
from handbook.read.walk import places, slots
from rapidreview.model import national

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

FOUND = "found"


def unread(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every national part that stands as found and rests on words that nobody has read."""
    if subject.model is not national.National or subject.law is None:
        return
    whole, provisions = _never_read(subject.law)
    for place in places(subject.model, subject.root):
        if place.key != "source" or "evidence" not in slots(place.part):
            continue
        if (place.owner.text("evidence") or _by_default(place.part)) != FOUND:
            continue
        cited = refs(place.owner)
        missed = [
            ref for ref in cited if ref in provisions or ref.partition("#")[0] in whole
        ]
        if missed:
            yield (
                place.node,
                f"nobody has read {quoted(missed[0])}; write `evidence: to-verify`, or cite what was read",
            )


def _never_read(law: Node) -> tuple[set[str], set[str]]:
    whole: set[str] = set()
    provisions: set[str] = set()
    for row in law.listed("instruments"):
        name = row.text("id")
        if row.text("evidence") == "to-verify":
            whole.add(name)
        provisions |= {f"{name}#{item.value}" for item in row.listed("unread")}
    return whole, provisions


def _by_default(part: type) -> str:
    return str(next(one.default for one in fields(part) if one.name == "evidence"))


CHECKS = (
    Check(
        "evidence-unread",
        "error",
        "A lawyer relies on what is marked as found, so somebody has to have read the words.",
        unread,
    ),
)
