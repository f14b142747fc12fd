"""A list whose first line is missing: its items stand at the end of the list above it.

Left out, `actors:` would make every actor a wrong word. Such items are told once, and are
put where they belong before anything else is looked at, so that nothing else follows.
"""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING

from handbook.read.faults import choices
from handbook.read.short.making import copied, made, put
from handbook.read.short.shape.keys import keys_of, part_in
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.walk import bare

if TYPE_CHECKING:
    from handbook.read.faults import Fault
    from handbook.read.nodes import Node


def put_back(root: Node) -> tuple[Node, list[Fault]]:
    """Return ``root`` with such items in the lists that they belong to, and what is told of them."""
    parts = {key: part for key, part in _lists().items() if key not in root.entries}
    whole = copied(root)
    faults: list[Fault] = []
    for key, part in _lists().items():
        rows = root.listed(key)
        strange = next((at for at, row in enumerate(rows) if not _is(part, row)), 0)
        after = rows[strange:] if strange else []
        owner = next((name for name, one in parts.items() if _all(one, after)), "")
        if not owner or _any(part, after):
            continue
        whole.entries[key] = made(root.entries[key], rows[:strange])
        put(whole, owner, made(after[0], after))
        del parts[owner]
        several = f"{len(after)} items do" if len(after) > 1 else "an item does"
        faults.append(
            after[0].fault(
                f"{several} not belong to `{key}`; found {choices(list(after[0].entries))}; "
                f"write the line `{owner}:` above"
            )
        )
    return whole, faults


def _lists() -> dict[str, type]:
    """Return the part of which each list at the top of a policy is made."""
    found = {}
    for key, one in keys_of(ShortPartnership).items():
        inner = typing.get_args(bare(one.hint)) if one.hint is not None else ()
        part = part_in(inner[0]) if inner else None
        if part is not None and typing.get_origin(bare(one.hint)) is tuple:
            found[key] = part
    return found


def _is(part: type, row: Node) -> bool:
    """Return whether ``row`` has all the keys that ``part`` must have, and no other."""
    known = keys_of(part)
    must = {key for key, one in known.items() if one.required}
    return row.kind == "map" and must <= row.entries.keys() <= known.keys()


def _all(part: type, rows: list[Node]) -> bool:
    return bool(rows) and all(_is(part, one) for one in rows)


def _any(part: type, rows: list[Node]) -> bool:
    return any(_is(part, one) for one in rows)
