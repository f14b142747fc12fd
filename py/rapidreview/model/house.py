"""House readings: how a limit is read where its source does not say how it is counted.

A policy says the limit once. The national layer says, with its source, which readings
the handbook then gives; :func:`rapidreview.say.readings_of` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import Evidence, Id, OwnId, Part, Sources, Unit
from rapidreview.model.constraints import SOME, Names, Shape

CLOCK_TIME = Shape(
    r"([01][0-9]|2[0-3]):[0-5][0-9]", "this is not a time of day", "09:00"
)


@dataclass(frozen=True, kw_only=True)
class HouseReading(Part):
    """How limits in some units are read where the source does not say.

    It holds for clocks in one of ``units`` that run ``direction`` an event. ``latest``
    is the counting rule that gives the latest date, ``aim`` the one that gives the date
    to aim for; without it there is one reading.
    """

    id: OwnId
    title: str
    units: Annotated[tuple[Unit, ...], SOME]
    direction: Literal["after", "before", "either"] = "either"
    latest: Annotated[Id, Names("counting rule", "national")] = "day-after"
    aim: Annotated[Id, Names("counting rule", "national")] = ""
    says: str
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class OfficeHours(Part):
    """When the offices are open on working days, for clocks in office hours."""

    opens: Annotated[str, CLOCK_TIME]
    closes: Annotated[str, CLOCK_TIME]
    source: Sources
