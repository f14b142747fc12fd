"""The parts of a dated deadline: its dates, what caps or replaces them, where it stands.

They hold facts; ``says`` reads them as a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapidreview.days import Working, order_key
from rapidreview.say import clock_in_words, listed, long_date, number

if TYPE_CHECKING:
    import datetime as dt

    from rapidreview.dates.lacking import Lack
    from rapidreview.model import ConditionalLimit, Id, Replacement
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A day, or a day with a time for clocks in hours, and the assumption ``means`` behind it.

    ``working_day`` is the last working day on or before it.
    """

    moment: Moment | None = None
    working_day: dt.date | None = None
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class Start:
    """The event from which a clock runs, and when that was."""

    event: Id = ""
    label: str = ""
    date: Moment | None = None


@dataclass(frozen=True, kw_only=True)
class Dates:
    """What a clock gives: the latest date and the one to aim for, or what they lack."""

    start: Start = field(default_factory=Start)
    latest: Dated = field(default_factory=Dated)
    aim: Dated = field(default_factory=Dated)
    working: Working = field(default_factory=Working)
    lacks: Lack | None = None


@dataclass(frozen=True, kw_only=True)
class Cap:
    """Two limits of which the earlier counts; ``local`` is None while it has no date."""

    local: Moment | None
    national: Moment

    @property
    def says(self) -> str:
        """Both limits in a sentence, the one that counts first."""
        law = f"national {long_date(self.national)}"
        if self.local is None:
            return f"The national limit, {long_date(self.national)}. The local one has no date yet."
        own = f"local {long_date(self.local)}"
        ours = order_key(self.local) <= order_key(self.national)
        first, second = (own, law) if ours else (law, own)
        return f"The earlier of two limits: {first}, {second}."


@dataclass(frozen=True, kw_only=True)
class Several:
    """Limits of one thing, of which the ``earlier`` or the later counts.

    Each has its date, or None while it has none, and its words.
    """

    earlier: bool
    limits: tuple[tuple[Moment | None, str], ...]

    @property
    def says(self) -> str:
        """All of them in a sentence."""
        which = "earlier" if self.earlier else "later"
        told = [
            f"{long_date(date) if date else 'no date yet'} ({words})"
            for date, words in self.limits
        ]
        two = 2
        which = which if len(told) == two else f"{which[:-2]}est"
        return f"The {which} of {number(len(told))} limits counts: {listed(told)}."


@dataclass(frozen=True, kw_only=True)
class IfSo:
    """A date that holds instead if something is so that only a person can know."""

    limit: ConditionalLimit
    moment: Moment | None
    working_day: dt.date | None = None

    @property
    def says(self) -> str:
        """The condition and the date in a sentence."""
        when = (
            long_date(self.moment) if self.moment else clock_in_words(self.limit.clock)
        )
        by = f", by {self.limit.by}" if self.limit.by else ""
        return f"If {self.limit.if_}: {when}{by}."


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A later fact that put another date in the place of the one ``before``."""

    by: Replacement
    before: Moment | None

    @property
    def says(self) -> str:
        """What the fact does, and the date before it."""
        before = f" Before that it was {long_date(self.before)}." if self.before else ""
        return f"{self.by.says}{before}"


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """When it is due if ``start`` happens on its last working day."""

    start: Start
    by: Moment

    @property
    def says(self) -> str:
        """The forecast in a sentence, with what it rests on."""
        start = long_date(self.start.date) if self.start.date else ""
        return (
            f"If the last working day is used for “{self.start.label}”"
            f" ({start}), this is due by {long_date(self.by)}."
        )


@dataclass(frozen=True, kw_only=True)
class Today:
    """Where a deadline stands today: the name of its state, and the working days left."""

    state: str = "no-date"
    days_left: int | None = None
    aim_passed: bool = False
