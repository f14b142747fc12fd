"""When things are due, as a protocol words it: events, clocks and their readings.

Nothing here counts a day; :mod:`rapidreview.dates.dating` does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rapidreview.model.base import Id, Part, Ref, Standing, Statement, Status, Unit


@dataclass(frozen=True, kw_only=True)
class Event(Part):
    """A point in time that clocks run from or to.

    ``counts_as`` says what counts as the event where the source leaves it open.
    ``after`` lists events that this one cannot precede. ``if_blank`` names an
    event whose date stands in while this one is not known, and ``assumed`` says so.
    ``ends`` lists events whose consequences end with this one: the clocks that run
    from them, and those to what follows from them; ``says`` is what holds then.
    """

    id: Id
    label: str
    noun: str = ""
    """The event as it follows "of" or "before": "the notification"."""
    hint: str = ""
    time: bool = False
    """True where a time of day matters (clocks in hours run from or to it)."""
    counts_as: str = ""
    after: tuple[Id, ...] = ()
    if_blank: Id = ""
    assumed: str = ""
    ends: tuple[Id, ...] = ()
    says: tuple[Statement, ...] = ()
    more: bool = False
    """True for events that only some cases have: shown under "More dates"."""
    source: tuple[Ref, ...] = ()
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Clock(Part):
    """An amount of time, closed vocabulary.

    ``amount`` alone is a single limit; with ``to`` it is a range or window
    (``amount: 9, to: 10`` is day 9 to day 10). ``amount: 0`` is the same day.
    ``counting`` names a counting rule of the national layer. ``edge: before``
    is strictly before (``before day 10`` is day 9 at the latest).
    """

    amount: int
    unit: Unit
    to: int | None = None
    counting: Id = "day-after"
    edge: Literal["by", "before"] = "by"


@dataclass(frozen=True, kw_only=True)
class Reading(Part):
    """One meaning that the words of a deadline allow.

    ``use``: ``latest`` is the reading the handbook uses (exactly one);
    ``aim`` a stricter sensible one, which gives the date to aim for;
    ``rejected`` is shown with ``why`` and never gives a date to work to.
    ``from_`` replaces the deadline's event under this reading.
    """

    id: Id
    means: str
    use: Literal["latest", "aim", "rejected"]
    clock: Clock | None = None
    from_: Id = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Replacement(Part):
    """A later fact that replaces a due date.

    With ``clock`` the new date is counted from the event; without, the event's
    own date is the new due date (an extension agreed with the Panel).
    ``only_later`` keeps the earlier date when the new one would come first.
    """

    event: Id
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
    or time kept; ``within`` a window; ``aim`` an intention that is nobody's duty.
    ``no_time`` says, in words, that the source gives no number ("promptly", an
    order only, or nothing at all): such a deadline has no readings and no date.
    ``yearly`` is a month for things that recur every year.
    """

    id: Id
    what: str
    who: Id
    who_status: Status = "stated"
    """``derived`` where the protocol does not name who: then ``who`` is the
    handbook's working guess and is tagged, whether or not the time is printed."""
    step: Id = ""
    from_: Id = ""
    to_event: Id = ""
    """The event that keeps this deadline: when its date is known, it is done."""
    direction: Literal["after", "before"] = "after"
    bound: Literal["by", "on", "at-least", "within", "aim"] = "by"
    standing: Standing = "local"
    printed: str = ""
    """The disputed words of time as printed: "within 5 days". A few words only."""
    unit_stated: bool = True
    """False where the protocol does not say which days it means: then the limit is
    tagged as worked out, with ``printed`` beside it."""
    readings: tuple[Reading, ...] = ()
    no_time: str = ""
    yearly: int | None = None
    national: Id = ""
    """The national deadline that this is the local version of, shown beside it."""
    capped: bool = False
    """True where the earlier of the local and the national date is the latest date."""
    replaced_by: tuple[Replacement, ...] = ()
    not_before: tuple[Id, ...] = ()
    """Events or other deadlines' ``to_event`` that must come first."""
    applies: str = ""
    """In words, when it applies at all: "child deaths only"."""
    source: tuple[Ref, ...]
    status: Status = "stated"
    """``derived`` where the time itself (its number, its unit or its start) was worked out."""
    reason: str = ""
    """Why the time or ``who`` was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Order(Part):
    """``first`` comes before ``then``, with no number. Both are event ids."""

    first: Id
    then: Id
    says: str
    source: tuple[Ref, ...]
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Spend(Part):
    """Working days that one link of a chain uses up."""

    what: str
    days: int
    status: Status = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Chain(Part):
    """A printed chain of steps that must fit between two dates: a feasibility check.

    From ``start`` run the working days of ``spend`` one after another; the sum
    must not pass the due date of ``deadline``.
    """

    id: Id
    says: str
    deadline: Id
    spend: tuple[Spend, ...]
    source: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class DateExample(Part):
    """A worked case: dates in, due dates out. Runs as a test.

    ``given`` maps events to ISO dates (or date-times); ``due`` maps deadlines
    to the latest date, ``aim`` to the date to aim for.
    """

    name: str
    given: dict[Id, str]
    due: dict[Id, str]
    aim: dict[Id, str] = field(default_factory=dict)
