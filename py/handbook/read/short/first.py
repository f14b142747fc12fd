"""The first format, before the short form: its files are converted once, and not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

FIRST = "1"
"""What a file of it has under `format`."""


def not_upgraded(root: Node) -> Fault:
    """Return the one fault of a file of the first format: what to run."""
    says = (
        f"the file is of the first format, which is not read any more; found {FIRST}; run "
        f"`rapidreview upgrade {root.path}`"
    )
    return root.entries["format"].fault(says)
