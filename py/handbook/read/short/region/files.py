"""The files of regions: where they are, who extends them, and what is told of them once.

On its own a region is no policy: it is read into each partnership that extends it.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from handbook.read.faults import Faults
from handbook.read.yaml_source import read_node

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from handbook.read.nodes import Node

EXTENDS = "extends"


class Told(Protocol):
    """A fault or a finding: what is wrong, and where."""

    @property
    def path(self) -> str:
        """The file."""

    @property
    def line(self) -> int:
        """The line, counted from 1."""

    @property
    def column(self) -> int:
        """The column, counted from 1."""

    @property
    def message(self) -> str:
        """What is wrong, what was found, what is allowed."""


def regions_of(partnership: Path) -> Path:
    """Return the folder of the regions that the partnership at a path may extend."""
    here = partnership if partnership.parent.name else partnership.resolve()
    return here.parent.parent / "regions"


def extended(root: Node) -> list[str]:
    """Return the ids of the regions that a policy or a region extends, as typed."""
    node = root.get(EXTENDS)
    named = node.items or [node] if node else []
    return [one.value for one in named if isinstance(one.value, str)]


def told_once[T: Told](some: Iterable[T]) -> list[T]:
    """Return ``some`` with what is wrong at one place of a region only once.

    Each partnership that extends the region tells it, in other words where what is
    allowed differs.
    """
    found: dict[object, T] = {}
    for number, one in enumerate(some):
        shared = PurePath(one.path).parent.name == "regions"
        first = one.message.partition(";")[0]
        key = (one.path, one.line, one.column, first) if shared else number
        found.setdefault(key, one)
    return list(found.values())


def is_region(path: Path) -> bool:
    """Return whether ``path`` is the file of a region."""
    return path.resolve().parent.name == "regions"


def extending(region: Path) -> list[Path]:
    """Return the partnerships whose files extend ``region``, itself or by another region."""
    names = {region.stem}
    others = [one for one in _policies(region.parent) if one != region]
    while more := {one.stem for one in others if names & _extends(one)} - names:
        names |= more
    beside = _policies(region.parent.parent / "partnerships")
    return [path for path in beside if names & _extends(path)]


def _policies(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml"))


def _extends(path: Path) -> set[str]:
    try:
        return set(extended(read_node(path)))
    except Faults:
        return set()
