"""Names that stand for nothing, told so that one mistake is one fault.

A name that is nearly a declared one is a slip, told where it stands. All others of one
kind were left out of one list: they are told together, with the list that lacks them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from handbook.read.faults import Fault, allowed_names, choices, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from handbook.read.nodes import Node

NAMED_AT_MOST = 60
"""Names that one fault lists: so many can be added at one sitting."""
NEAR_AT_MOST = 200
"""Names of one kind for which a near one is sought."""


@dataclass(frozen=True)
class Lacking:
    """What a name is looked for in, and what to do about one that is not there.

    ``called`` and ``several`` name the kind: "actor", "actors". ``where`` is the list that
    would declare it ("`actors`"), empty where only the national layer does; ``cause`` is
    the node that lacks the whole list. ``elsewhere`` says that the national layer has it,
    and ``companion`` is the file to make, where a whole companion is missing.
    """

    called: str
    several: str
    where: str
    allowed: frozenset[str] = frozenset()
    cause: Node | None = None
    elsewhere: str = ""
    companion: str = ""
    prefix: str = "there is no such"

    def one(self, name: str) -> str:
        """Return what is said of one name at its place."""
        if self.elsewhere:
            return f"this {self.called} is not declared in this file; found {quoted(name)}; {self.elsewhere}"
        names = allowed_names(name, sorted(self.allowed))
        return f"{self.prefix} {self.called}; found {quoted(name)}; {names}"

    def all(self, names: Collection[str], places: int) -> str:
        """Return what is said of all ``names`` of the kind together."""
        what = f"{len(names)} {self.several if len(names) > 1 else self.called}"
        if self.companion:
            each = "it" if len(names) == 1 else "each"
            listed = ", ".join(quoted(name) for name in names)
            return (
                f"there are no {self.several} beside this file; found {listed}; make "
                f"{self.companion} and write {each} there, under `{self.several}:`"
            )
        many = f"{places} places, the first is here"
        listed = choices([quoted(name)[1:-1] for name in names], NAMED_AT_MOST)
        if self.cause is not None:
            count = f"{places} place{'' if places == 1 else 's'}"
            return f"therefore {what} cannot be found: {listed} ({count})"
        if not self.where:
            return (
                f"the national layer has no such {self.several}; found {listed} in {many}; "
                f"`rapidreview ids {self.called.replace(' ', '-')}` lists them"
            )
        has = "the national layer has it, " if self.elsewhere else ""
        if len(names) == 1:
            return f"{self.prefix} {self.called}; found {quoted(next(iter(names)))} in {many}; {has}add it to {self.where}"
        has = "the national layer has them, " if self.elsewhere else ""
        return (
            f"{what} are not declared: {listed}; {has}add them to {self.where} ({many})"
        )


@dataclass(frozen=True)
class Dangling:
    """One name that stands for nothing, at its place."""

    node: Node
    name: str
    lacking: Lacking


def told(found: Iterable[Dangling]) -> Iterator[Fault]:
    """Yield the faults: slips one by one, what was left out of one list in one fault."""
    kinds: dict[tuple[str, str, str], list[Dangling]] = {}
    for one in found:
        lacking = one.lacking
        key = lacking.prefix + lacking.called, lacking.where, lacking.elsewhere
        kinds.setdefault(key, []).append(one)
    for group in kinds.values():
        yield from _kind(group)


def _kind(group: list[Dangling]) -> Iterator[Fault]:
    lacking = group[0].lacking
    names = list(dict.fromkeys(one.name for one in group))
    slips = {
        name
        for name in names[:NEAR_AT_MOST]
        if not lacking.elsewhere and nearest(name, lacking.allowed)
    }
    rest = [one for one in group if one.name not in slips]
    for name in names:
        if name in slips:
            yield _slip([one for one in group if one.name == name])
    if len(rest) == 1 and lacking.cause is None and not lacking.companion:
        yield _fault(rest[0])
    elif rest:
        left = [name for name in names if name not in slips]
        cause = None if lacking.companion else lacking.cause
        where = cause or min(
            (one.node for one in rest), key=lambda node: (node.line, node.column)
        )
        places = tuple(
            one.node.fault(
                f"{lacking.prefix} {lacking.called}; found {quoted(one.name)}"
            )
            for one in rest
        )
        message = lacking.all(left, len(rest))
        yield Fault(where.path, where.line, where.column, message, places)


def _slip(group: list[Dangling]) -> Fault:
    """Return what is said of one name that is nearly another, wherever it stands."""
    first = min(group, key=lambda one: (one.node.line, one.node.column))
    told = _fault(first)
    if len(group) == 1:
        return told
    many = f"{quoted(first.name)} in {len(group)} places, the first is here"
    message = told.message.replace(quoted(first.name), many, 1)
    return replace(told, message=message, places=tuple(map(_fault, group)))


def in_one(group: list[Fault]) -> Fault:
    """Return the faults of a ``group`` that say the same as one, at the first place."""
    first = min(group)
    if len(group) == 1:
        return first
    message = f"{first.message} ({len(group)} places, the first is here)"
    return replace(first, message=message, places=tuple(group))


def _fault(one: Dangling) -> Fault:
    return one.node.fault(one.lacking.one(one.name))
