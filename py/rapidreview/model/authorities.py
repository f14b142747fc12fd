"""The local authorities in England that have children's services, and jurisdiction over a case.

Every area of a partnership's policy is one of them. An authority that no policy covers
is answered from the national rules. The table of jurisdiction says which body holds a
duty or leads, and which other authority may come in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import (
    DayToCome,
    Evidence,
    Id,
    OwnId,
    Part,
    Sources,
    Standing,
    When,
)
from rapidreview.model.constraints import PRINTED, SOME, Declares, Names

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


type Strength = Literal["must", "required", "should", "may"]
"""How strongly a duty binds, strongest first. Must is law, or guidance that says must;
required is what the Panel says is required, which is neither; should is guidance."""


@dataclass(frozen=True, kw_only=True)
class Body(Part):
    """A body that may hold a duty or lead, and what it is called.

    ``ours`` is what it is called where the reader's area is known; "our area" and "our
    authority" in it become their names. ``theirs`` is what it is called where the reader
    has named the ``other`` authority that it is, or belongs to: "their area" and "their
    authority" become the names of that one.
    """

    id: Annotated[OwnId, Declares("body")]
    name: str
    ours: str = ""
    other: Annotated[Id, Names("other area", "national")] = ""
    theirs: str = ""


@dataclass(frozen=True, kw_only=True)
class Held(Part):
    """One row: for these answers, the ``bodies`` hold it. Without ``when``, for all others."""

    when: When | None = None
    bodies: Annotated[tuple[Annotated[Id, Names("body", "national")], ...], SOME]
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Holder(Part):
    """Which bodies a word for a bearer or a lead stands for. The first row that holds answers.

    A row may also ask that a question has no answer: it is for words about a whole rule,
    which leaves some answers open to the reader.
    """

    who: tuple[
        Literal[
            "us",
            "them",
            "us-and-them",
            "by-place",
            "lead",
            "responsible-authority",
            "partners",
            "their-partners",
            "nobody",
        ],
        ...,
    ]
    rows: tuple[Held, ...]


@dataclass(frozen=True, kw_only=True)
class Elsewhere(Part):
    """After which answers an authority other than the reader's own may hold a duty."""

    when: When
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Outside(Part):
    """What an other area is called that is not in England, and what holds there.

    The duties of these rules are for authorities in England, so none is told of it.
    """

    id: OwnId
    """What is typed for it at the command line."""
    name: str
    says: str
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class TheirDuty(Part):
    """What an authority has to do beside the reader's own, where the answers meet ``when``.

    It is told where that authority is named; ``id`` is its act.
    """

    id: Annotated[OwnId, Names("act", "national")]
    do: str
    to: str
    strength: Strength
    standing: Standing
    source: Sources
    when: When | None = None
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class OtherArea(Part):
    """A second authority that some answers bring in, which the reader may name.

    It is asked for after the answers of ``when``, of which each question must have one.
    ``role`` is how it comes in: "where it happened". Without ``outside`` it is in England.
    """

    id: Annotated[OwnId, Declares("other area")]
    ask: str
    hint: str = ""
    role: str
    when: When
    outside: Outside | None = None
    does: tuple[TheirDuty, ...] = ()
    tells: tuple[Annotated[Id, Names("act", "national")], ...] = ()
    """Acts by which it is told: where it is named, “that authority” in them is its name."""
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Jurisdiction(Part):
    """Which body holds a duty or leads: by place, residence and care."""

    bodies: tuple[Body, ...]
    holders: tuple[Holder, ...]
    elsewhere: Elsewhere
    others: tuple[OtherArea, ...] = ()
