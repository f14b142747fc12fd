"""Orders: what comes before what, as the flow of the steps has it.

A step that marks an event follows the events right before it. ``order`` on the step says
it in the author's own sentence, or with what the order rests on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import copied, filled, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from handbook.read.nodes import Node
    from handbook.read.short.process.steps import ShortStep


def orders_of(
    steps: Iterable[ShortStep],
    before: Mapping[str, list[str]],
    noun: Callable[[str], str],
) -> list[Node]:
    """Return an order for each event and each event that comes right before it."""
    found: list[Node] = []
    told: set[str] = set()
    for step in steps:
        if not step.marks or step.marks in told:
            continue
        told.add(step.marks)
        found += [_order(step, one, noun) for one in before.get(step.marks, [])]
    return found


def _order(step: ShortStep, first: str, noun: Callable[[str], str]) -> Node:
    place = step.written.entries["marks"]
    written = step.written.get("order")
    if written is not None and written.kind == "map":
        order = copied(written)
    elif written is not None:
        order = mapping(written, {"says": written})
    else:
        order = mapping(place, {})
    said = f"{noun(first)} comes before {noun(step.marks)}."
    filled(
        order,
        [
            ("first", first),
            ("then", step.marks),
            ("says", said[0].upper() + said[1:]),
            ("at", step.at),
        ],
    )
    return order
