"""The policies at the command line, each read when it is first asked for.

What was asked wrongly comes back as sentences by field, all at once
(:class:`~handbook.exits.AskedWronglyError`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.areas.headings import Heading, read_heading
from handbook.areas.places import find, named_so
from handbook.cli.named import named
from handbook.exits import AskedWronglyError
from handbook.read.library import (
    read_calendar,
    read_national,
    read_partnership,
)
from handbook.read.policy_files import policy_files, stand_in_files
from rapidreview.check import AnswersError, Checker, here
from rapidreview.dates import (
    DateProblemsError,
    Schedule,
    read_closures,
    schedule,
    with_booked,
    with_reference,
)
from rapidreview.model import Protocol, standing_in
from rapidreview.say import listed, nearest, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from handbook.exits import Problem
    from rapidreview.check import Decision
    from rapidreview.days import Calendar
    from rapidreview.model import Id, National, Partnership


MOST_MEANT = 3
"""Authorities that are offered where none is called so."""
NO_DATE = "Give at least one date, such as sin_sent=2026-11-20; the others are worked out from it."


@dataclass(frozen=True)
class Days:
    """Days that bear on a schedule, as they were typed.

    ``closed`` are local closure days, ``booked`` the days of other review meetings, and
    ``off`` bank holidays that the calendar does not know of.
    """

    closed: Sequence[str] = ()
    booked: Sequence[str] = ()
    off: Sequence[str] = ()


class Shelf:
    """The policies in a folder, each read when it is first asked for."""

    def __init__(self, policies: Path) -> None:
        self.policies = policies
        self._protocols: dict[str, Protocol] = {}
        self._checkers: dict[str, Checker] = {}

    @cached_property
    def national(self) -> National:
        """The national layer; raises Faults where it has any."""
        return read_national(self.policies / "national")

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of England, as far as bank holidays are known."""
        return read_calendar(self.policies / "national")

    @property
    def names(self) -> list[str]:
        """The ids of the partnerships there are."""
        folder = self.policies / "partnerships"
        return [path.stem for path in policy_files(folder)]

    @cached_property
    def headings(self) -> list[Heading]:
        """What each partnership is called and covers, without the rest of its file."""
        folder = self.policies / "partnerships"
        return [read_heading(folder / f"{name}.yml") for name in self.names]

    def partnership(self, name: str) -> Partnership:
        """Return what the partnership ``name`` wrote; raise as :meth:`protocol` does."""
        return self.protocol(name).partnership

    @cached_property
    def england(self) -> Protocol | None:
        """The national rules as a protocol, for authorities that no partnership covers."""
        for path in stand_in_files(self.policies):
            policy = read_partnership(path, self.national)
            covered = {area for one in self.headings for area in one.areas}
            whole = standing_in(policy, self.national, covered)
            return Protocol(self.national, whole)
        return None

    def where(self, area: str, today: date) -> str:
        """Return what :meth:`decide` takes for the local authority that is called ``area``.

        Raises as :meth:`authority` does.
        """
        name = self.authority(area, today)
        for one in self.headings:
            if name in one.areas:
                return f"{one.id}:{name}"
        return f"{self.england.id if self.england else ''}:{name}"

    def authority(self, area: str, today: date) -> Id:
        """Return the id of the local authority that is called ``area``.

        Raises :class:`AskedWronglyError` where none is, or more than one.
        """
        known = named_so(self.national.authorities, self.headings)
        found = find(known, area, today.isoformat())
        exact = [one.authority for one in found if one.exact]
        if len(exact) > 1 and found[0].rank < found[1].rank:
            exact = exact[:1]
        if len(exact) != 1:
            near = exact or [one.authority for one in found[:MOST_MEANT]]
            hint = (
                f" Did you mean {listed((one.name for one in near), 'or')}?"
                if near
                else ""
            )
            says = f"There is no local authority called “{shortened(area)}”.{hint}"
            if exact:
                says = f"“{shortened(area)}” is more than one local authority.{hint}"
            raise AskedWronglyError([("area", says)])
        return exact[0].id

    def protocol(self, name: str) -> Protocol:
        """Return the protocol of ``name``; raise :class:`AskedWronglyError` if there is none."""
        if self.england and name == self.england.id:
            return self.england
        if name not in self.names:
            near = nearest(name.casefold().replace(" ", "-"), self.names)
            hint = f" Did you mean “{near}”?" if near else ""
            known = ", ".join(self.names) or "none yet"
            says = f"There is no partnership “{shortened(name)}”.{hint} The partnerships are: {known}."
            raise AskedWronglyError([("partnership", says)])
        if name not in self._protocols:
            path = self.policies / "partnerships" / f"{name}.yml"
            read = read_partnership(path, self.national)
            self._protocols[name] = Protocol(self.national, read)
        return self._protocols[name]

    def decide(self, where: str, answers: dict[str, str]) -> Decision:
        """Return the checker's answer; ``where`` is "", "tees" or "tees:hartlepool".

        Among the ``answers`` may be the names of other authorities (``home-area``).
        """
        asked, others, wrong = named(self, answers)
        try:
            if where not in self._checkers:
                name, _, area = where.partition(":")
                rules = self.protocol(name) if name else self.national
                self._checkers[where] = Checker(rules, area, day("", self.calendar))
            found = self._checkers[where].decide(asked, others)
        except AnswersError as more:
            wrong += [(p.field, p.says) for p in more.problems]
        if wrong:
            raise AskedWronglyError(wrong)
        return found

    def plan(
        self,
        where: str,
        events: dict[str, str],
        today: date,
        days: Days | None = None,
        reference: str = "",
    ) -> Schedule:
        """Return the whole schedule from the dates of ``events``; ``where`` is as in :meth:`decide`.

        ``reference`` is what the reader calls the case.

        Raises :class:`AskedWronglyError` with all that is wrong at once.
        """
        if not where:
            known = ", ".join(self.names)
            says = f"Say which partnership: {known}; or which local authority, with --area."
            raise AskedWronglyError([("partnership", says)])
        name, _, area = where.partition(":")
        place, days = self.protocol(name), days or Days()
        problems: list[Problem] = []
        try:
            here(place, area)
        except AnswersError as wrong:
            problems += [(p.field, p.says) for p in wrong.problems]
        else:
            place = place.at(area)
        off, faults = read_closures(days.off, self.calendar)
        problems += [("day-off", fault.sentence) for fault in faults]
        calendar = self.calendar.without(off)
        try:
            found = schedule(place, events, calendar, today, days.closed, area=area)
            if not found.given:
                problems.append(("events", NO_DATE))
            if not problems:
                found = with_booked(
                    found, days.booked, calendar, self.national.meetings
                )
                return with_reference(found, reference)
        except DateProblemsError as wrong:
            problems += [(p.field, p.sentence) for p in wrong.problems]
        raise AskedWronglyError(problems)


def day(text: str, calendar: Calendar) -> date:
    """Return the day that ``text`` names, today where it is empty.

    Raises :class:`AskedWronglyError` where it names none, or one that ``calendar`` does not know.
    """
    if not text:
        return datetime.now(tz=UTC).astimezone().date()
    days, problems = read_closures([text], calendar)
    if problems or not days:
        says = [one.sentence for one in problems] or [f"“{text}” is not a date."]
        raise AskedWronglyError([("today", sentence) for sentence in says])
    return days[0]
