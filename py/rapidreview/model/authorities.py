"""The local authorities in England that have children's services, and their names.

Every area of a partnership's policy is one of them. An authority that no policy covers
is answered from the national rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import DayToCome, Id, OwnId, Part
from rapidreview.model.constraints import PRINTED, Declares, Names

type Region = Literal[
    "East Midlands",
    "East of England",
    "London",
    "North East",
    "North West",
    "South East",
    "South West",
    "West Midlands",
    "Yorkshire and the Humber",
]


@dataclass(frozen=True, kw_only=True)
class Authority(Part):
    """A local authority with children's services, by the names that people type.

    One that has ended keeps its row, so that its name still leads to its successors.
    """

    id: Annotated[OwnId, Declares("authority")]
    name: str
    """The place, as people say it: "Leeds"."""
    authority: Annotated[str, PRINTED]
    """The council's own name: "Leeds City Council"."""
    kind: Literal[
        "city-corporation",
        "county",
        "london-borough",
        "metropolitan-district",
        "unitary",
    ]
    region: Region
    code: str = ""
    """Its three letters in the register of local authorities."""
    gss: str = ""
    """Its code of the Office for National Statistics."""
    also: tuple[str, ...] = ()
    """Other names of it alone: "BCP"."""
    districts: tuple[str, ...] = ()
    """Districts within it, and councils that it replaced."""
    within: tuple[str, ...] = ()
    """Wider places that several authorities share, such as a former county."""
    from_: DayToCome = ""
    """Its first day, where a source that was read gives it."""
    until: DayToCome = ""
    """The first day of its successors, on which it is no authority any more."""
    succeeded_by: tuple[Annotated[Id, Names("authority", "national")], ...] = ()

    def serves(self, day: str) -> bool:
        """Return whether it is an authority on ``day``, written ``2026-11-20``."""
        return self.from_ <= day and (not self.until or day < self.until)
