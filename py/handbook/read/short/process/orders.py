"""Orders: what comes before what, as the flow of the steps has it.

A step that marks an event follows the events right before it. ``order`` on the step says
it in the author's own sentence, or with what the order rests on. A ``first`` in it, or a
list, stands in the place of what the flow has; ``none`` says that nothing has to come
first: two steps may be drawn one after the other and still run side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import copied, each, filled, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from handbook.read.nodes import Node
    from handbook.read.short.process.steps import ShortStep


NONE = "none"


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
        written = step.written.get("order")
        if written is not None and written.raw == NONE:
            continue
        own = [one for one in each(written) if one.get("first") is not None]
        if own:
            found += [_order(step, one, one.text("first"), noun) for one in own]
        else:
            earlier = before.get(step.marks, [])
            found += [_order(step, written, one, noun) for one in earlier]
    return found


def _order(
    step: ShortStep, written: Node | None, first: str, noun: Callable[[str], str]
) -> Node:
    place = step.written.entries["marks"]
    if written is not None and written.kind == "map":
        order = copied(written)
    elif written is not None:
        order = mapping(written, {"says": written})
    else:
        order = mapping(place, {})
    # No verb that would have to agree with either: nouns are singular and plural.
    said = f"The order is {noun(first)}, then {noun(step.marks)}."
    filled(
        order,
        [
            ("first", first),
            ("then", step.marks),
            ("says", said),
            ("at", step.at),
        ],
    )
    return order
