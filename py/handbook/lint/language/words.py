"""Words that are never used: no answer reads as leave not to notify."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model.constraints import PRINTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_NEVER = re.compile(
    r"(do(es)?\s+not|don(\u2019|')t|need\s+not|no\s+need\s+to|not\s+necessary\s+to"
    r"|not\s+required\s+to|should\s+not|must\s+not)\s+(be\s+)?(notify|notified)"
    r"|(not|non|never)[\s-]+notifiable"
    r"|no\s+notification\s+is\s+(needed|necessary|required)",
    re.IGNORECASE,
)


def never(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every text that could be read as leave not to act."""
    for place in places(subject.model, subject.root):
        if PRINTED in place.slot.marks:
            continue
        for node in place.nodes:
            if isinstance(node.value, str) and (match := _NEVER.search(node.value)):
                yield (
                    node,
                    (
                        f"{quoted(match.group())} is never said; "
                        "say who acts next, and by which other route"
                    ),
                )


CHECKS = (
    Check(
        "words-never",
        "error",
        "Every answer ends in who acts next; a bare no leaves a child to nobody.",
        never,
    ),
)
