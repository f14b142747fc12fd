"""What is known, and what one reading gives: the parts that dating works with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from rapidreview.dates.lacking import Missing
from rapidreview.dates.parts import Dated
from rapidreview.days import PastHorizonError, Working
from rapidreview.say import day_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from rapidreview.dates.lacking import Lack
    from rapidreview.days import Calendar
    from rapidreview.model import Counting, Event, Id, Nouns, OfficeHours
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the counting may use: the calendar, the rules, the events and their dates."""

    calendar: Calendar
    rules: Mapping[Id, Counting]
    events: Mapping[Id, Event]
    moments: Mapping[Id, Moment]
    closures: tuple[dt.date, ...] = ()
    area: Id = ""
    """The area of the case, where texts govern some areas only; "" where none is chosen."""
    office: OfficeHours | None = None
    """When the offices are open, for clocks in office hours."""
    nouns: Nouns | None = None
    """How events read after "of", for those that have no noun of their own here."""
    explain: bool = True
    """False leaves the workings out, where only the dates are wanted."""

    def find(self, event: Id) -> tuple[Id, Moment] | None:
        """Return the event that gives the date, ``event`` or its stand-in, and the date."""
        seen: set[Id] = set()
        while event and event not in seen:
            if event in self.moments:
                return event, self.moments[event]
            seen.add(event)
            event = self.events[event].if_blank if event in self.events else ""
        return None

    def first(self, events: tuple[Id, ...]) -> tuple[Id, Moment] | None:
        """Return the first of ``events`` that has a date, or whose stand-in has, with it."""
        return next((found for one in events if (found := self.find(one))), None)

    def noun(self, event: Id) -> str:
        """Return how the event reads after "of" or "from"."""
        noun = self.events[event].noun if event in self.events else ""
        if not noun and self.nouns is not None and event in self.nouns:
            noun = self.nouns.of(event)
        return noun or self.label(event)

    def label(self, event: Id) -> str:
        """Return the event's label, or its id in words."""
        return (
            self.events[event].label
            if event in self.events
            else event.replace("_", " ")
        )

    def lacking(self, event: Id, others: tuple[Id, ...] = ()) -> Missing:
        """Return that the date of the event, and of the ``others``, is not known."""
        noun = self.events[event].noun if event in self.events else ""
        instead = tuple(map(self.noun, others))
        label = self.label(event)
        return Missing(event=event, label=label, noun=noun, instead=instead)

    def dated(self, moment: Moment | None, means: str) -> Dated:
        """Return ``moment`` with its last working day and the assumption behind it."""
        day = self.last_working(moment)
        return Dated(moment=moment, working_day=day, means=means)

    def last_working(self, moment: Moment | None) -> dt.date | None:
        """Return the last working day on or before ``moment``, if it is known."""
        try:
            return (
                None if moment is None else self.calendar.last_working(day_of(moment))
            )
        except PastHorizonError:
            return None


@dataclass(frozen=True, kw_only=True)
class ReadingDate:
    """One reading of a deadline and the date it gives: ``first`` to ``date`` for a window."""

    id: Id
    means: str
    use: str
    why: str = ""
    from_: Id = ""
    from_date: Moment | None = None
    assumed: str = ""
    first: Moment | None = None
    date: Moment | None = None
    last_working_day: dt.date | None = None
    working: Working = field(default_factory=Working)
    lacks: Lack | None = None

    KEYS: ClassVar = (
        "id",
        "means",
        "use",
        "why",
        "from_",
        "from_date",
        "assumed",
        "first",
        "date",
        "last_working_day",
        "working",
        "missing",
    )
    """What is told of it as plain data, in this order."""

    @property
    def missing(self) -> str:
        """What keeps it from having a date, as a sentence; "" where it has one."""
        return self.lacks.says if self.lacks else ""
