"""Asks the engine for people and programs at the command line: one case or a batch.

What was asked wrongly comes back as sentences by field, all at once
(:class:`AskedWronglyError`); a batch answers every line, wrong ones with their problems.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.exits import AskedWronglyError
from handbook.read.as_json import as_json
from handbook.read.faults import Faults, visible
from handbook.read.library import read_calendar, read_national, read_partnership
from handbook.read.policy_files import policy_files
from rapidreview.check import AnswersError, Checker, here
from rapidreview.dates import (
    DateProblemsError,
    Schedule,
    read_closures,
    schedule,
    with_booked,
    with_reference,
)
from rapidreview.files import as_dict
from rapidreview.model import Protocol
from rapidreview.say import nearest, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from handbook.exits import Problem
    from rapidreview.check import Decision
    from rapidreview.days import Calendar
    from rapidreview.model import National, Partnership


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

    def partnership(self, name: str) -> Partnership:
        """Return what the partnership ``name`` wrote; raise as :meth:`protocol` does."""
        return self.protocol(name).partnership

    def protocol(self, name: str) -> Protocol:
        """Return the protocol of ``name``; raise :class:`AskedWronglyError` if there is none."""
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
        """Return the checker's answer; ``where`` is "", "tees" or "tees:hartlepool"."""
        try:
            if where not in self._checkers:
                name, _, area = where.partition(":")
                rules = self.protocol(name) if name else self.national
                self._checkers[where] = Checker(rules, area, day("", self.calendar))
            return self._checkers[where].decide(answers)
        except AnswersError as wrong:
            raise AskedWronglyError(
                (p.field, p.says) for p in wrong.problems
            ) from wrong

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
            says = f"Say which partnership: {known}."
            raise AskedWronglyError([("partnership", says)])
        name, _, area = where.partition(":")
        place, days = self.protocol(name), days or Days()
        problems: list[Problem] = []
        try:
            here(place, area)
        except AnswersError as wrong:
            problems += [(p.field, p.says) for p in wrong.problems]
        off, faults = read_closures(days.off, self.calendar)
        problems += [("day-off", fault.sentence) for fault in faults]
        calendar = self.calendar.without(off)
        try:
            found = schedule(place, events, calendar, today, days.closed)
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


def pairs(words: Iterable[str]) -> dict[str, str]:
    """Return ``key=value`` words as a mapping; raise :class:`AskedWronglyError`."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not key:
            short = shortened(word)
            problems.append((short, f"“{short}” is not of the form key=value."))
        elif key in found:
            problems.append((key, f"“{key}” is given twice; give it once."))
        else:
            found[key] = value
    if problems:
        raise AskedWronglyError(problems)
    return found


def batch(
    lines: Iterable[bytes], answer: Callable[[dict[str, str]], dict[str, object]]
) -> Iterator[tuple[str, int]]:
    """Yield for each line of JSON the answer as a line of JSON, and how it ended.

    0 is an answer; 2 says what is wrong with the line, 1 what is wrong with a policy that it
    names. Either carries the ``line``'s number, from 1; the lines after it are answered.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        problems: Iterable[Problem]
        try:
            yield as_json(answer(_mapping(line, number))), 0
            continue
        except AskedWronglyError as wrong:
            problems, ended = wrong.problems, 2
        except Faults as found:
            problems, ended = [("partnership", str(one)) for one in found.faults], 1
        told = [{"field": visible(f), "says": visible(says)} for f, says in problems]
        yield as_json({"line": number, "problems": told}), ended


def decided(shelf: Shelf, where: str, asked: dict[str, str]) -> dict[str, object]:
    """Return the checker's answer as plain data; a ``partnership`` in ``asked`` wins."""
    answers = dict(asked)
    return shelf.decide(answers.pop("partnership", where), answers).plain()


def planned(
    shelf: Shelf, where: str, asked: dict[str, str], today: date, days: Days
) -> dict[str, object]:
    """Return the schedule as plain data; a ``partnership`` in ``asked`` wins."""
    events = dict(asked)
    return as_dict(shelf.plan(events.pop("partnership", where), events, today, days))


def _mapping(line: bytes, number: int) -> dict[str, str]:
    try:
        found = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        says = (
            f"Line {number} is not UTF-8: byte {error.start + 1} is 0x{line[error.start]:02X}."
            " Save the file as UTF-8."
        )
        raise AskedWronglyError([("", says)]) from error
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        says = f'Line {number} is not a JSON object such as {{"age": "under-18"}}.'
        raise AskedWronglyError([("", says)])
    nested = found.pop("answers", None) or found.pop("events", None)
    if isinstance(nested, dict):
        found |= nested
    wrong = [key for key, value in found.items() if not isinstance(value, str)]
    if wrong:
        raise AskedWronglyError(
            (
                key,
                f"The value of “{shortened(key)}” on line {number} is not text; put it in quotes.",
            )
            for key in wrong
        )
    return found
