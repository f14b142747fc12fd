"""What a clash is: dates that cannot all be kept, said in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model import Id, Ref


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """One clash. ``kind`` is a short name for it; ``events`` and ``deadlines`` take part.

    ``short`` says the same beside the date itself; empty where ``says`` is short enough.
    """

    kind: str
    says: str
    short: str = ""
    events: tuple[Id, ...] = ()
    deadlines: tuple[Id, ...] = ()
    source: tuple[Ref, ...] = ()
