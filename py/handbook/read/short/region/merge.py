"""Two trees as one: a region's text, and that of a policy which overrides it part by part.

Rows of a list that have one id are one part. The nearer text overrides it key by key,
and ``leave_out: true`` takes it out; rows that only one text has stand as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.nodes import Node
from handbook.read.short.region.files import EXTENDS
from handbook.read.short.region.sources import cites, says_more

if TYPE_CHECKING:
    from handbook.read.faults import Fault

LEAVE_OUT = "leave_out"
OWN = ("format", "id", "name", "checked_on", "checked_by", EXTENDS)
"""What a region says of itself only: no partnership takes it over."""
IDENTITY = (
    ("id",),
    ("attribute",),
    ("outcome",),
    ("word",),
    ("first", "then"),
    ("reader", "title"),
    ("name",),
)
"""The keys that make two rows of a list the same part: the first that every row has."""


@dataclass
class Merging:
    """Merges trees, and keeps what is wrong with them."""

    faults: list[Fault] = field(default_factory=list)
    broken: bool = False
    """True where nobody can tell which of two documents a reference means."""

    def over(self, base: Node, local: Node) -> Node:
        """Return one mapping: what ``base`` says where ``local`` does not say it itself."""
        made = _empty(local)
        for key, node in base.entries.items():
            if key not in OWN:
                _put(made, key, node, base)
        for key, node in local.entries.items():
            _put(made, key, self._joined(key, made.get(key), node), local)
        return made

    def _joined(self, key: str, base: Node | None, local: Node) -> Node:
        """Return what stands under a key of a policy: the region's text and its own."""
        if base is None or base.kind != local.kind or local.kind == "scalar":
            return local
        if local.kind == "map":
            return self._entries(base, local)
        identity = _identity(base, local)
        if identity:
            return self._rows(key, base, local, identity)
        rows = all(one.kind == "map" for one in (*base.items, *local.items))
        if not rows:
            return local
        made = _empty(local)
        made.items = [*base.items, *local.items]
        return made

    def _entries(self, base: Node, local: Node) -> Node:
        made = _empty(local)
        for key, node in base.entries.items():
            _put(made, key, node, base)
        for key, node in local.entries.items():
            if LEAVE_OUT in node.entries:
                there = made.entries.pop(key, None)
                self._left_out(node, key, there)
                continue
            _put(made, key, node, local)
        return made

    def _rows(
        self, kind: str, base: Node, local: Node, identity: tuple[str, ...]
    ) -> Node:
        """Return the rows of both: the region's in its order, then what is new."""
        rows = {_name(row, identity): row for row in base.items}
        twice = [row for row in base.items if rows[_name(row, identity)] is not row]
        seen = set[tuple[str, ...]]()
        for row in local.items:
            name = _name(row, identity)
            there = rows.get(name)
            if name in seen:
                # Told where ids are checked: two of one id.
                twice.append(row)
                continue
            seen.add(name)
            if LEAVE_OUT in row.entries:
                rows.pop(name, None)
                self._left_out(row, " ".join(name), there, identity)
            elif there is None:
                rows[name] = row
            elif kind == "documents" and _same_place(there, row):
                continue
            elif kind == "documents":
                says = (
                    "a document of the region has this id, and two documents are never one; "
                    f"found {quoted(' '.join(name))}; give this one another id"
                )
                self.faults.append(row.key_fault("id", says))
                self.broken = True
            else:
                rows[name] = self._part(there, row, identity)
        made = _empty(local)
        made.items = [*rows.values(), *twice]
        if kind == "documents":
            # A reference without a document means the first: the policy's own.
            own = [_name(row, identity) for row in local.items]
            made.items.sort(key=lambda row: _name(row, identity) not in own)
        return made

    def _part(self, base: Node, local: Node, identity: tuple[str, ...]) -> Node:
        """Return one part: the region's, with each key that the nearer text says itself."""
        made, changed = _empty(local), False
        for key, node in base.entries.items():
            _put(made, key, node, base)
        for key, node in local.entries.items():
            there, merged = made.get(key), node
            if there is not None and node.kind == there.kind == "list":
                inner = _identity(there, node)
                if inner == ("id",):
                    merged = self._rows(key, there, node, inner)
            if merged is node and key not in identity:
                changed = changed or says_more(key)
            _put(made, key, merged, local)
        if changed and cites(base) and not cites(local):
            says = (
                "this changes what the regional text says, so it needs a source of its own; "
                f"found none in {quoted(' '.join(_name(local, identity)))}; "
                "write where the protocol says it"
            )
            self.faults.append(local.fault(says))
        return made

    def _left_out(
        self,
        row: Node,
        name: str,
        there: Node | None,
        identity: tuple[str, ...] = (),
    ) -> None:
        node = row.entries[LEAVE_OUT]
        more = [key for key in row.entries if key not in (*identity, LEAVE_OUT)]
        if node.value is not True:
            says = f"`leave_out` is true or it is not there; found {node.found()}"
            self.faults.append(node.fault(says))
        elif there is None:
            says = f"there is nothing to leave out: no region has {quoted(name)}"
            self.faults.append(node.fault(says))
        elif more:
            says = f"what is left out says nothing more; found `{more[0]}`; delete it"
            self.faults.append(row.key_fault(more[0], says))


def _identity(base: Node, local: Node) -> tuple[str, ...]:
    """Return the keys by which the rows of two lists are told apart; none for other lists."""
    rows = [*base.items, *local.items]
    if not rows or any(row.kind != "map" for row in rows):
        return ()
    for keys in IDENTITY:
        if all(row.text(key) for row in rows for key in keys):
            return keys
    return ()


def _name(row: Node, identity: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row.text(key) for key in identity)


def _same_place(one: Node, other: Node) -> bool:
    """Return whether two nodes are one: a region that is extended in two ways."""
    return (one.path, one.line, one.column) == (other.path, other.line, other.column)


def _empty(like: Node) -> Node:
    return Node(like.kind, like.path, like.line, like.column)


def _put(made: Node, key: str, node: Node, source: Node) -> None:
    made.entries[key] = node
    made.keys[key] = source.keys[key]
