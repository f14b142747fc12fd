"""When things are due, as a protocol words it: events, clocks and their readings.

Nothing here counts a day; :mod:`rapidreview.dates.dating` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from rapidreview.model.base import (
    DayOrTime,
    Id,
    OwnId,
    Part,
    Ref,
    Sources,
    Standing,
    Statement,
    Status,
)
from rapidreview.model.clocks import Clock, ConditionalLimit, OtherLimit, Reading
from rapidreview.model.constraints import (
    AGREES,
    EVENT_ID,
    PRINTED,
    Bounds,
    Declares,
    Names,
    Once,
)
from rapidreview.model.stretches import Every, InForce, Suspension, Unless


@dataclass(frozen=True, kw_only=True)
class Event(Part):
    """A point in time that clocks run from or to.

    ``counts_as`` says what counts as the event where the source leaves it open.
    ``after`` lists events that this one cannot precede. ``if_blank`` names an
    event whose date stands in while this one is not known, and ``assumed`` says so.
    ``ends`` lists events whose consequences end with this one: the clocks that run
    from them, and those to what follows from them; ``says`` is what holds then.
    """

    id: Annotated[Id, EVENT_ID, Declares("event", to_be_used=True)]
    label: str
    noun: str = ""
    """The event as it follows "of" or "before": "the notification"."""
    hint: str = ""
    time: bool = False
    """True where a time of day matters (clocks in hours run from or to it)."""
    counts_as: str = ""
    after: tuple[Annotated[Id, Names("event", "either")], ...] = ()
    if_blank: Annotated[Id, Names("event", "either")] = ""
    assumed: str = ""
    ends: tuple[Annotated[Id, Names("event", "either")], ...] = ()
    says: tuple[Statement, ...] = ()
    more: bool = False
    """True for events that only some cases have: shown under "More dates"."""
    source: tuple[Ref, ...] = ()
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Replacement(Part):
    """A later fact that replaces a due date.

    With ``clock`` the new date is counted from the event; without, the event's
    own date is the new due date (an extension agreed with the Panel).
    ``only_later`` keeps the earlier date when the new one would come first.
    """

    event: Annotated[Id, Names("event")]
    says: str
    clock: Clock | None = None
    only_later: bool = True
    source: tuple[Ref, ...] = ()
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Deadline(Part):
    """When something is due.

    ``bound``: ``by`` no later than; ``on`` that day; ``at-least`` a minimum lead
    or time kept; ``within`` a window; ``aim`` an intention that is nobody's duty;
    ``full`` that day and no sooner; ``not-before`` an earliest day.
    ``no_time`` says, in words, that the source gives no number ("promptly", an
    order only, or nothing at all): such a deadline has no readings and no date.
    ``every`` is for what comes round, instead of readings. With ``if_missed`` it holds
    only if that other deadline is missed; without ``from`` it then runs from the other's
    latest date.
    """

    id: Annotated[OwnId, Declares("deadline")]
    what: str
    who: Annotated[Id, Names("actor")]
    who_status: Status = "stated"
    """``derived`` where the protocol does not name who: then ``who`` is the
    handbook's working guess and is tagged, whether or not the time is printed."""
    step: Annotated[Id, Names("step")] = ""
    from_: Annotated[Id, Names("event")] = ""
    to_event: Annotated[Id, Names("event")] = ""
    """The event that keeps this deadline: when its date is known, it is done."""
    or_from: tuple[Annotated[Id, Names("event")], ...] = ()
    """Events that ``from`` stands for where there is none, in order: the first that has
    a date gives the start. A reading with its own ``from`` passes over them."""
    also: tuple[OtherLimit, ...] = ()
    """More limits of the same thing, each from an event of its own."""
    which: Literal["earlier", "later"] = "earlier"
    """Which of the limits counts where there are several."""
    otherwise: tuple[ConditionalLimit, ...] = ()
    """Later or earlier limits that hold only if something is so."""
    only_where: tuple[Annotated[Id, Names("step")], ...] = ()
    """Steps to which ways out of a decision lead: the limit holds only where one of these
    ways is taken; ``applies`` says so in words. It is dated while nothing shows which way
    was taken, and no longer due once an event shows that it was another."""
    direction: Literal["after", "before"] = "after"
    bound: Literal["by", "on", "at-least", "within", "aim", "full", "not-before"] = "by"
    standing: Standing = "local"
    printed: Annotated[str, PRINTED] = ""
    """The disputed words of time as printed: "within 5 days". A few words only."""
    unit_stated: bool = True
    """False where the protocol does not say which days it means: then the limit is
    tagged as worked out, with ``printed`` beside it."""
    readings: Annotated[tuple[Reading, ...], Once("id", "reading")] = ()
    no_time: str = ""
    every: Every | None = None
    unless: tuple[Unless, ...] = ()
    suspended: tuple[Suspension, ...] = ()
    in_force: InForce | None = None
    """Left out, it is in force as long as the document that it is in."""
    if_missed: Annotated[Id, Names("deadline", "either")] = ""
    national: Annotated[Id, Names("deadline", "national")] = ""
    """The national deadline that this is the local version of, shown beside it."""
    capped: bool = False
    """True where the earlier of the local and the national date is the latest date."""
    replaced_by: tuple[Replacement, ...] = ()
    not_before: tuple[Annotated[Id, Names("event")], ...] = ()
    """Events or other deadlines' ``to_event`` that must come first."""
    applies: str = ""
    """In words, when it applies at all: "child deaths only"."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    """``derived`` where the time itself (its number, its unit or its start) was worked out."""
    reason: str = ""
    """Why the time or ``who`` was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Order(Part):
    """``first`` comes before ``then``, with no number. Both are event ids."""

    first: Annotated[Id, Names("event")]
    then: Annotated[Id, Names("event")]
    says: str
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Spend(Part):
    """Working days that one link of a chain uses up."""

    what: str
    days: Annotated[int, Bounds(0, "days below zero")]
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Chain(Part):
    """A printed chain of steps that must fit between two dates: a feasibility check.

    From ``start`` run the working days of ``spend`` one after another; the sum
    must not pass the due date of ``deadline``.
    """

    id: Annotated[OwnId, Declares("chain")]
    says: str
    deadline: Annotated[Id, Names("deadline")]
    spend: tuple[Spend, ...]
    source: Sources


@dataclass(frozen=True, kw_only=True)
class DateExample(Part):
    """A worked case: dates in, due dates out. Runs as a test.

    ``given`` maps events to ISO dates (or date-times); ``due`` maps deadlines
    to the latest date, ``aim`` to the date to aim for.
    """

    name: str
    given: dict[Annotated[Id, Names("event", "either")], DayOrTime]
    due: dict[Annotated[Id, Names("deadline", "either")], DayOrTime]
    aim: dict[Annotated[Id, Names("deadline", "either")], DayOrTime] = field(
        default_factory=dict
    )
    proposed: bool = False
    """True while only the handbook has worked the dates out, and no person counted them."""
    checked_by: str = ""
    """Who counted the dates by other means: it takes the place of ``proposed``."""

    @property
    def unsigned(self) -> bool:
        """Whether a person still has to count the dates."""
        return self.proposed and not self.checked_by
