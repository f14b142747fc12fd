"""What must be true of a policy beyond the shape of its parts; each breach is a fault.

One file per idea. Each has ``faults(model, root)``, which yields a fault with
its place for everything in the tree that breaks it, however broken the rest is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.checks import (
    areas,
    dates,
    filled,
    identifiers,
    journeys,
    limits,
    questions,
    timing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

FAMILIES = (
    identifiers,
    filled,
    dates,
    journeys,
    areas,
    timing,
    limits,
    questions,
)


def all_faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield the faults that every family finds in ``root``."""
    for family in FAMILIES:
        yield from family.faults(model, root)
