"""What a check is, what it looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from handbook.read.nodes import Node
    from handbook.read.references import Declared

from handbook.read.faults import visible

type Severity = Literal["error", "warning", "note"]
"""How grave a finding is: an error stops a build, a warning wants a look, a note informs."""


@dataclass(frozen=True)
class Subject:
    """The policy under check: its tree, its model, and the national layer beside it."""

    model: type
    root: Node
    law: Node | None
    """The national layer's tree; None where it could not be read."""
    own: Declared
    today: date


type Looks = Callable[[Subject], Iterator[tuple[Node, str]]]


@dataclass(frozen=True)
class Check:
    """One thing to look for. ``why`` is a sentence for the person who is told of it."""

    id: str
    severity: Severity
    why: str
    looks: Looks
    finished: bool = False
    """Whether it asks what only a finished policy has: on a draft it is a note."""

    def weight(self, *, draft: bool) -> Severity:
        """Return how grave what it finds is, in a draft or a finished policy."""
        return "note" if draft and self.finished else self.severity


@dataclass(frozen=True, order=True)
class Finding:
    """Something a check found, and where."""

    path: str
    line: int
    column: int
    severity: Severity
    check: str
    message: str

    def __str__(self) -> str:
        """Return the finding as the command line prints it."""
        place = f"{self.path}:{self.line}:{self.column}"
        return visible(f"{place}: {self.severity}: {self.message} [{self.check}]")


def is_true(node: Node | None) -> bool:
    """Return whether ``node`` is there and true."""
    return node is not None and node.value is True


def refs(owner: Node) -> list[str]:
    """Return the references in the ``source`` of a part."""
    return [
        item.value for item in owner.listed("source") if isinstance(item.value, str)
    ]
