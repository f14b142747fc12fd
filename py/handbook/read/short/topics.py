"""Topics: what a protocol says that is neither a step nor a limit, by section.

Under ``says`` stand sentences: as a list where all rest on the section of the topic, or
under the section that they rest on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import copied, each, made, mapping, put, taken
from handbook.read.short.making import filled as _filled

if TYPE_CHECKING:
    from handbook.read.nodes import Node

BETWEEN = "; "
"""What stands between two sections in one key."""


def topics_of(root: Node) -> list[Node]:
    """Return the topics with their statements in a list."""
    return [with_statements(one) for one in root.listed("topics")]


def with_statements(topic: Node) -> Node:
    """Return one topic of the full form; the section of the topic is that of its statements."""
    full = copied(topic)
    at, says = taken(full, "at"), taken(full, "says")
    if says is not None:
        put(full, "statements", made(says, list(statements(says, at))))
    return full


def statements(says: Node, at: Node | None) -> list[Node]:
    """Return the statements under ``says``, each with the section it rests on."""
    if says.kind != "map" or "says" in says.entries or "silent" in says.entries:
        return [_statement(one, at) for one in each(says)]
    found = []
    for key, below in says.entries.items():
        path, line, column = says.keys[key]
        place = made(says, list(key.split(BETWEEN)))
        place.path, place.line, place.column = path, line, column
        found += [_statement(one, place) for one in each(below)]
    return found


def _statement(one: Node, at: Node | None) -> Node:
    full = copied(one) if one.kind == "map" else mapping(one, {"says": one})
    _filled(full, [("at", at)])
    return full
