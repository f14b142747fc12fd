"""Keys of which a part of the short form has one: the time of a limit, what a step does or asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import choices
from handbook.read.short.limits.words import CLOCKS
from handbook.read.short.shape.limits import ShortConditional, ShortLimit, ShortReading
from handbook.read.short.shape.parts import ShortStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

TIMES = (*CLOCKS, "not given", "every")
"""The keys under which a limit says when something is due."""
OF_ONE: dict[type, tuple[str, ...]] = {
    ShortLimit: TIMES,
    ShortReading: tuple(CLOCKS),
    ShortConditional: tuple(CLOCKS),
    ShortStep: ("does", "asks"),
}
"""Parts, and keys of which an author writes one at most."""
CALLED: dict[type, str] = {ShortStep: "a step"}


def choice_faults(part: type, node: Node, *, known: bool) -> Iterator[Fault]:
    """Yield a fault where ``node`` has two keys of which it may have one, or lacks the one.

    Where not all keys of it are ``known``, the one that it lacks may be among the others.
    """
    keys = OF_ONE.get(part, ())
    found = [key for key in node.entries if key in keys]
    called = CALLED.get(part, "a limit")
    if len(found) > 1:
        names = " and ".join(f"`{key}`" for key in found)
        says = f"{called} has one of {choices(keys)}; found {names}; keep one"
        yield node.key_fault(found[1], says)
    if part is ShortStep and not found and known:
        says = "a step that says neither what is done nor what is asked; write `does` or `asks`"
        yield node.fault(says)
    why = node.get("derived")
    if why is not None and why.value == "":
        says = "`derived` is empty; write why it was worked out so, in a sentence"
        yield why.fault(says)
