"""How a limit is written: a text alone or a mapping, its words of time and as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import filled, made, mapping, taken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handbook.read.nodes import Node
    from handbook.read.short.law import Entry
    from handbook.read.short.making import Plain
    from handbook.read.short.process.steps import ShortStep

NOT_GIVEN = ("not given", "none")
CLOCKS = {
    "within": "",
    "on": "on",
    "at least": "at-least",
    "full": "full",
    "not before": "not-before",
}
"""The keys under which a limit's time is written, and the bound that each means."""


def taken_words(full: Node) -> Node | None:
    """Return the words of the time, taken out of the limit, which gets their bound."""
    found = None
    for key, bound in CLOCKS.items():
        words = taken(full, key)
        if words is not None:
            found = words
            if bound and "use" not in full.entries:
                window = key == "on" and " to " in words.raw
                filled(full, [("bound", "within" if window else bound)])
    return found


def told_apart(reading: Node, listed: Iterable[Node]) -> None:
    """Give a reading another id where one of the others has the same."""
    taken_ids = {one.text("id") for one in listed}
    name = reading.text("id")
    if name in taken_ids:
        reading.entries["id"] = made(reading, f"{name}-rejected")


def each_of(value: Plain) -> list[Entry]:
    """Return the entries of a list of the national layer."""
    return (
        [one for one in value if isinstance(one, dict)]
        if isinstance(value, list)
        else []
    )


def what_is_due(step: ShortStep) -> Plain:
    """Return what is due: the title of the step, or that its question is decided."""
    title = step.full.get("title")
    if "asks" in step.written.entries and title is not None:
        return f"Decide: {title.raw}"
    return title


def as_mapping(limit: Node) -> Node:
    """Return a limit that is a text alone as the mapping that it stands for."""
    if limit.kind != "scalar":
        return limit
    if limit.raw in NOT_GIVEN:
        return mapping(limit, {"not given": True})
    return mapping(limit, {"within": limit})


def printed(full: Node) -> None:
    """Write words that are printed by section as the one line that the pages show."""
    words = full.get("printed")
    if words is not None and words.kind == "map":
        line = "; ".join(f"{one.raw} ({at})" for at, one in words.entries.items())
        full.entries["printed"] = made(words, line)
