"""Faults: what is wrong with a file, and where, in a sentence a person can act on.

Error messages are what most people will see of the press, so they have one shape:
``file:line:column: what is wrong; what was found; what is allowed``.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SHOWN_AT_MOST = 12
QUOTED_AT_MOST = 60


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong at one place. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return the fault as the command line prints it."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class Faults(Exception):
    """Raised with every fault of the files that were read, in order of place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep ``faults`` in order, each once."""
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def fault(path: object, message: str, line: int = 1, column: int = 1) -> Fault:
    """Return a fault in the file at ``path``, at its beginning unless said."""
    return Fault(str(path), line, column, message)


def quoted(text: str) -> str:
    """Return ``text`` in quotes, shortened, with nothing that could upset a terminal."""
    short = text if len(text) <= QUOTED_AT_MOST else text[: QUOTED_AT_MOST - 1] + "…"
    safe = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)
    return f'"{safe}"'


def choices(allowed: Collection[str]) -> str:
    """Return the allowed names as a list in words, cut short where there are many."""
    names = list(allowed)
    if not names:
        return "none are declared"
    more = len(names) - SHOWN_AT_MOST
    listed = ", ".join(names[:SHOWN_AT_MOST])
    return f"{listed} and {more} more" if more > 0 else listed


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Return the allowed name most like ``name``, or ``""`` where none is near."""
    folded = {item.casefold().replace("_", "-"): item for item in allowed}
    close = difflib.get_close_matches(
        name[:QUOTED_AT_MOST].casefold().replace("_", "-"), folded, n=3, cutoff=0.6
    )
    same_letters = [item for item in close if sorted(item) == sorted(name.casefold())]
    return folded[(same_letters or close)[0]] if close else ""


def allowed_names(name: str, allowed: Collection[str]) -> str:
    """Return ``"allowed: a, b, c; did you mean a?"`` for a name that is none of them."""
    near = nearest(name, allowed)
    hint = f"; did you mean {near}?" if near else ""
    return f"allowed: {choices(allowed)}{hint}"
