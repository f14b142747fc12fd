"""Names in a short policy that stand for nothing, told where the author wrote them.

The expansion copies a name to all that it makes, or leaves it out where it leads nowhere.
So names of what a policy itself declares are looked up before it, each once.
"""

from __future__ import annotations

import typing
from dataclasses import is_dataclass
from typing import TYPE_CHECKING

from handbook.read.dangling import Dangling, told
from handbook.read.faults import visible
from handbook.read.references import Checker, Declared
from handbook.read.short.making import each
from handbook.read.short.people import groups_of
from handbook.read.short.shape.faults import fitting
from handbook.read.short.shape.keys import keys_of
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.walk import Place, Slot, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

KINDS = (
    "actor",
    "contact",
    "addressee",
    "form",
    "event",
    "step",
    "deadline",
    "outcome",
)
"""The kinds of names that are looked up before the expansion, and not again after it."""
_LISTS = {
    "actor": "actors",
    "contact": "contacts",
    "addressee": "contacts",
    "form": "forms",
    "event": "events",
    "step": "stages",
    "deadline": "deadlines",
    "outcome": "",
}
"""The key under which an author declares what has a name of each kind."""
WHOLE = ("actors", "forms")
"""The lists that are missing as a whole where an author left one out."""
NATIONAL = ("event", "deadline", "outcome")
"""The kinds of names that the national layer declares as well."""
REACHED = ("actor", "contact")
"""The kinds of names that an addressee may have: what is told of those is not told again."""
END = "end"
"""What stands under `then` where nothing follows."""


def name_faults(root: Node, law: Declared | None) -> list[Fault]:
    """Return the names in the short policy ``root`` that nothing declares.

    ``law`` is what the national layer declares; without it, names of events and of
    limits, which may be national, are not looked up.
    """
    checker = _Written(_declared(root, law), law, root, _LISTS)
    kinds = {*KINDS} - ({*NATIONAL} if law is None else set())
    if "stages" not in root.entries:  # told already, and all would follow from it
        kinds -= {"step", "deadline"}
    kinds -= {kind for kind, key in _LISTS.items() if _no_list(root.get(key))}
    found: list[Dangling] = []
    marked: list[Fault] = []
    for place in _places(ShortPartnership, root):
        for one in checker.check(place):
            if not isinstance(one, Dangling) or one.lacking.called not in kinds:
                continue
            if place.key == "then" and one.name == END:
                continue
            if place.key == "marks":
                marked.append(_unmarked(one))
            else:
                found.append(one)
    told_already = {one.name for one in found if one.lacking.called in REACHED}
    found = [
        one
        for one in found
        if one.lacking.called != "addressee" or one.name not in told_already
    ]
    return [*told(found), *marked]


def _no_list(node: Node | None) -> bool:
    """Return whether another thing stands where a list belongs, which is told already."""
    return node is not None and node.kind != "list"


class _Written(Checker):
    """Looks names up in what an author wrote."""

    def cause(self, key: str, *, elsewhere: bool) -> Node | None:
        """Return the list that is missing; events, limits and addressees have none of their own."""
        return super().cause(key, elsewhere=elsewhere) if key in WHOLE else None


def _unmarked(one: Dangling) -> Fault:
    own = f"for an event of the protocol’s own write `marks: {{id: {visible(one.name)}, label: …}}`"
    return one.node.fault(f"{one.lacking.one(one.name)}; {own}")


def _declared(root: Node, law: Declared | None) -> Declared:
    """Return the names of each kind that the file and the national layer declare."""
    steps = [one for stage in root.listed("stages") for one in stage.listed("steps")]
    marked = [one.entries["marks"] for one in steps if one.get("marks") is not None]
    groups = groups_of(root)
    contacts = {one for name, members in groups.items() for one in (name, *members)}
    actors = _ids(root.listed("actors"))
    limits = {
        limit.text("id") or one.text("id")
        for one in steps
        for limit in [*each(one.get("limit")), *each(one.get("limits"))]
    }
    limits |= {
        f"{one.text('id')}-{turn + 1}"
        for one in steps
        for turn in range(1, len(one.listed("limits")))
    }
    national = law.of("event") if law else set()
    return Declared(
        {
            "actor": actors,
            "contact": contacts,
            "addressee": actors | contacts,
            "form": _ids(root.listed("forms")),
            "event": _ids([*root.listed("events"), *marked]) | national,
            "step": _ids(steps),
            "deadline": _ids(root.listed("deadlines")) | limits,
        }
    )


def _ids(rows: list[Node]) -> set[str]:
    return {one.text("id") for one in rows} - {""}


def _places(hint: object, node: Node) -> Iterator[Place]:
    """Yield every value of every part in ``node`` that is a name, by the keys of the short form."""
    chosen = fitting(hint, node)
    if isinstance(chosen, type) and is_dataclass(chosen) and node.kind == "map":
        known = keys_of(chosen)
        for key, child in node.entries.items():
            if key in known:
                yield from _place(chosen, key, known[key].hint, child, node)
    elif typing.get_origin(chosen) is tuple and node.kind == "list":
        for item in node.items:
            yield from _places(typing.get_args(chosen)[0], item)
    elif typing.get_origin(chosen) is dict and node.kind == "map":
        for item in node.entries.values():
            yield from _places(typing.get_args(chosen)[1], item)


def _place(
    part: type, key: str, hint: object, child: Node, owner: Node
) -> Iterator[Place]:
    chosen = fitting(hint, child)
    pair = typing.get_args(chosen) if typing.get_origin(chosen) is dict else ()
    of_keys, of_values = (tuple(marks(one)) for one in pair or ((), ()))
    if child.kind != "map":
        slot = Slot(
            hint, required=False, marks=marks(hint), key_marks=(), value_marks=()
        )
        yield Place(part, key, slot, child, owner)
    elif pair:
        slot = Slot(hint, required=False, marks=(), key_marks=of_keys, value_marks=())
        yield Place(part, key, slot, child, owner)
        for one in child.entries.values():
            own = Slot(
                hint, required=False, marks=of_values, key_marks=(), value_marks=()
            )
            yield Place(part, key, own, one, owner)
    yield from _places(hint, child)
