"""Times that are no single limit: what comes round, what is put aside, what is in force.

They are parts of a deadline, a local rule or a document. Days are inclusive at both
ends. Nothing here counts a day; :mod:`rapidreview.dates` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from rapidreview.model.base import DayToCome, Id, Part, Sentences, Sources
from rapidreview.model.constraints import Bounds, Names

if TYPE_CHECKING:
    from datetime import date

type EveryUnit = Literal["working-day", "day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, kw_only=True)
class Every(Part):
    """How often a deadline comes round: every 8 weeks, every quarter, every March.

    Counted from the deadline's event, the first time is one ``amount`` after it. Without
    an event it is due once in each month, quarter or year of the calendar; ``month`` is
    the month of the year in which it is due. ``until`` is the event that ends it.
    """

    unit: EveryUnit
    amount: Annotated[int, Bounds(1, "how often it comes round")] = 1
    month: Annotated[int, Bounds(1, "`month` is a month", 12)] | None = None
    until: Annotated[Id, Names("event")] = ""


@dataclass(frozen=True, kw_only=True)
class Unless(Part):
    """What puts a deadline aside, in words that follow "unless": "the police object".

    ``event`` is the one whose date says since when it is put aside; ``ends`` the one
    from which it holds again. The date as counted is shown all the same.
    """

    says: str
    event: Annotated[Id, Names("event")] = ""
    ends: Annotated[Id, Names("event")] = ""
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Suspension(Part):
    """Days between which a deadline is relaxed, the first and the last included.

    ``says`` is what the text says of it. No date is moved for it.
    """

    from_: DayToCome
    until: DayToCome
    says: Sentences
    source: Sources


@dataclass(frozen=True, kw_only=True)
class InForce(Part):
    """The days on which a rule, a clock or a text is in force, first and last included.

    Left out, it has no first or no last day. A limit goes by the day its clock starts.
    """

    from_: DayToCome = ""
    until: DayToCome = ""


def in_force_on(stretch: InForce | None, day: date) -> bool:
    """Return whether ``day`` is within the days of ``stretch``; always without one."""
    return stretch is None or (
        (not stretch.from_ or stretch.from_ <= day.isoformat())
        and (not stretch.until or day.isoformat() <= stretch.until)
    )
