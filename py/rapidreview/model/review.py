"""The rapid review as a span of days, and the way of a case from the first day to publication."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rapidreview.model.base import Id, Part, Sources
from rapidreview.model.constraints import SOME, Names


@dataclass(frozen=True, kw_only=True)
class Stop(Part):
    """A point on the way of a case: its event in a few words, and the limit for the next.

    ``title`` names the event, ``says`` goes on from it. ``deadline`` is the national limit
    within which the next point is reached; the last point has none.
    """

    event: Annotated[Id, Names("event", "national")]
    title: str
    says: str
    deadline: Annotated[Id, Names("deadline", "national")] = ""
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Review(Part):
    """The rapid review as a span of days: what starts it, what meets in it, what ends it.

    ``starts`` are the events from which its days are counted, the first the usual one;
    ``meeting`` is the event of its meeting. ``deadline`` is the national limit that ends
    it: its latest reading is the number of days. ``rail`` is the way of a case from the
    first day to publication, in order.
    """

    starts: Annotated[tuple[Annotated[Id, Names("event", "national")], ...], SOME]
    meeting: Annotated[Id, Names("event", "national")]
    deadline: Annotated[Id, Names("deadline", "national")]
    rail: tuple[Stop, ...] = ()
