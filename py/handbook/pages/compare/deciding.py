"""How each protocol decides whether to notify, as a point of the comparison.

The answers are made from the closed values of the decisions themselves, so that the same
rule has the same words everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.courses import beside
from rapidreview.model import Attribute, Compared
from rapidreview.say import how_decided

if TYPE_CHECKING:
    from rapidreview.model import National, Protocol

POINT = "deciding-to-notify"
THEME = "How it is decided"


def point(national: National) -> Attribute | None:
    """Return the point, with what the law says beside every such decision."""
    rule = national.notifiability.on_notifying
    if rule is None:
        return None
    return Attribute(
        id=POINT,
        title="How it is decided whether to notify",
        theme=THEME,
        national=" ".join(one.says for one in rule.says),
        source=tuple(dict.fromkeys(ref for one in rule.says for ref in one.source)),
    )


def answer(protocol: Protocol) -> Compared | None:
    """Return how ``protocol`` decides whether to notify; None where its file does not say."""
    for step in protocol.steps.values():
        told = how_decided(protocol, step)
        if told and beside(protocol, step):
            rule = step.decides
            return Compared(
                attribute=POINT,
                says="; ".join(f"{name}: {words}" for name, words in told) + ".",
                source=rule.source if rule else step.source,
                status=rule.status if rule else step.status,
                reason=rule.reason if rule else step.reason,
            )
    return None
