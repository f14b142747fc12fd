"""A deadline that holds only if another is missed: "if it is delayed, a report every 8 weeks".

Whether the other was missed follows from its latest date, from the event that keeps it
and from today. Until then no date is due; what would follow is told beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rapidreview.dates.parts import Dates
from rapidreview.dates.rounds import Rounds
from rapidreview.model import Event
from rapidreview.say import day_of, long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Deadline, Id
    from rapidreview.say import Moment

type Dating = Callable[[Deadline, Known], Due]
MISSED = "missed_"
"""What the event begins with from which a deadline runs once another was missed."""


@dataclass(frozen=True, kw_only=True)
class Escalation:
    """The other deadline, its latest date, and whether it was missed.

    ``state`` is "undated", "open" (not missed so far), "kept" or "missed". ``by`` is when
    this one would be due if the other is missed.
    """

    what: str
    latest: Moment | None = None
    state: Literal["undated", "open", "kept", "missed"] = "undated"
    kept_on: Moment | None = None
    by: Moment | None = None

    @property
    def says(self) -> str:
        """The condition in a sentence, and how it stands."""
        only = f"Only if “{self.what}” is missed"
        if self.latest is None:
            return f"{only}; that has no date yet."
        day = long_date(self.latest)
        if self.state == "missed":
            return f"“{self.what}” was missed: its latest date was {day}."
        if self.state == "kept":
            done = f": {long_date(self.kept_on)}" if self.kept_on else ""
            return f"Not due: “{self.what}” was done in time{done}."
        then = f" Then this is due by {long_date(self.by)}." if self.by else ""
        return f"{only}; its latest date is {day}.{then}"


def with_missed(
    deadlines: list[Due],
    dating: Dating,
    known: Known,
    today: date | None,
    law: Mapping[Id, Due] | None = None,
) -> list[Due]:
    """Return the deadlines, those that hold only if another is missed dated from it.

    ``dating`` dates a deadline from what is known. ``law`` are the national ones, for a
    name that no local deadline has.
    """
    return [
        _Missed(deadlines, dating, known, today, law or {}).resolved(due, ())
        for due in deadlines
    ]


@dataclass(frozen=True)
class _Missed:
    deadlines: list[Due]
    dating: Dating
    known: Known
    today: date | None
    law: Mapping[Id, Due]

    def resolved(self, due: Due, seen: tuple[Id, ...]) -> Due:
        name = due.deadline.if_missed
        other = self._other(name)
        if other is None or name in seen:
            return due
        other = self.resolved(other, (*seen, name))
        state = _state(other, self.today)
        found = Escalation(
            what=other.what, latest=other.latest, state=state, kept_on=other.done_on
        )
        if other.latest is None:
            dates = Dates(start=due.dates.start, lacks=other.dates.lacks)
            return replace(due, dates=dates, escalation=found)
        dated = due if due.deadline.from_ else self._from_the_other(due, other)
        if state == "missed":
            return replace(dated, escalation=found)
        by = dated.latest if state == "open" else None
        undated = Dates(start=dated.dates.start)
        found = replace(found, by=by)
        return replace(due, dates=undated, rounds=Rounds(), escalation=found)

    def _other(self, name: Id) -> Due | None:
        own = {due.deadline.national: due for due in self.deadlines}
        own |= {due.id: due for due in self.deadlines}
        return (own.get(name) or self.law.get(name)) if name else None

    def _from_the_other(self, due: Due, other: Due) -> Due:
        """Return ``due`` counted from the latest date of the deadline that was missed."""
        if other.latest is None:
            return due
        event = f"{MISSED}{other.id.replace('-', '_')}"
        label = f"Latest date for “{other.what}”"
        noun = f"the latest date for “{other.what}”"
        known = replace(
            self.known,
            moments={**self.known.moments, event: other.latest},
            events={
                **self.known.events,
                event: Event(id=event, label=label, noun=noun),
            },
        )
        dated = self.dating(replace(due.deadline, from_=event), known)
        return replace(dated, deadline=due.deadline)


def _state(
    other: Due, today: date | None
) -> Literal["undated", "open", "kept", "missed"]:
    if other.latest is None:
        return "undated"
    last = day_of(other.latest)
    if other.done_on is not None and (today is None or day_of(other.done_on) <= today):
        return "kept" if day_of(other.done_on) <= last else "missed"
    past = today is not None and last < today
    return "missed" if past and other.to_event else "open"
