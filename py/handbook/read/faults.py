"""Faults: what is wrong with a file, and where, in a sentence a person can act on.

Error messages are what most people will see of the press, so they have one shape:
``file:line:column: what is wrong; what was found; what is allowed``.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SHOWN_AT_MOST = 12
QUOTED_AT_MOST = 60
TOLD_AT_MOST = 100
"""Faults of one file: who has more mends these first."""
NEAR = 0.75
"""How like a name must be, of 1, to be offered for another: "refer" for "refer-it"."""
COMPARED_AT_MOST = 1_000
"""Names: no near one is sought among more."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong at one place. Lines and columns count from 1.

    Where one mistake shows in many places, ``places`` has a fault for each of them.
    """

    path: str
    line: int
    column: int
    message: str
    places: tuple[Fault, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        """Return the fault as the command line prints it."""
        return visible(f"{self.path}:{self.line}:{self.column}: {self.message}")


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
    return f'"{visible(short)}"'


def visible(text: str) -> str:
    """Return ``text`` with an escape for everything that would act on a terminal, or not be seen.

    So are line ends, marks that turn the direction of writing, and halves of characters.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def at_most(faults: Iterable[Fault], most: int = TOLD_AT_MOST) -> list[Fault]:
    """Return the first ``most`` faults, and where there are more, one that says so.

    What would find the rest is not asked for it.
    """
    told = list(islice(faults, most + 1))
    if len(told) > most:
        told.append(more(told.pop(), most))
    return told


def more(first: Fault, most: int = TOLD_AT_MOST) -> Fault:
    """Return what is said in place of ``first`` and all that follow it."""
    says = f"more than {most} faults; mend those above first: the rest is not told"
    return Fault(first.path, first.line, first.column, says)


def choices(allowed: Collection[str], most: int = SHOWN_AT_MOST) -> str:
    """Return the allowed names as a list in words, cut short where there are more than ``most``."""
    names = list(allowed)
    if not names:
        return "none are declared"
    more = len(names) - most
    listed = ", ".join(names[:most])
    return f"{listed} and {more} more" if more > 0 else listed


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Return the allowed name most like ``name``, or ``""`` where none is really near.

    Numbers of sections are never near: 2.3 is no slip for 2.2.
    """
    allowed = list(allowed)
    if len(allowed) > COMPARED_AT_MOST or not any(c.isalpha() for c in name):
        return ""
    folded = {item.casefold().replace("_", "-"): item for item in allowed}
    close = difflib.get_close_matches(
        name[:QUOTED_AT_MOST].casefold().replace("_", "-"), folded, n=3, cutoff=NEAR
    )
    same_letters = [item for item in close if sorted(item) == sorted(name.casefold())]
    return folded[(same_letters or close)[0]] if close else ""


def allowed_names(name: str, allowed: Collection[str]) -> str:
    """Return ``"allowed: a, b, c; did you mean a?"`` for a name that is none of them."""
    near = nearest(name, allowed)
    hint = f"; did you mean {near}?" if near else ""
    return f"allowed: {choices(allowed)}{hint}"
