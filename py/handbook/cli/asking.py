"""Asks the engine for people and programs at the command line: one case or a batch.

What was asked wrongly comes back as sentences by field, all at once
(:class:`AskedWronglyError`); a batch answers every line, wrong ones with their problems.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from handbook.cli.shelf import Days, Shelf, day
from handbook.exits import AskedWronglyError
from handbook.read.as_json import as_json
from handbook.read.faults import Faults, visible
from rapidreview.files import as_dict
from rapidreview.say import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from handbook.exits import Problem


__all__ = ["Days", "Shelf", "batch", "day", "decided", "pairs", "place", "planned"]

ONE_PLACE = "Give the partnership or the area, not both."


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
    return shelf.decide(place(shelf, answers, where), answers).plain()


def planned(
    shelf: Shelf, where: str, asked: dict[str, str], today: date, days: Days
) -> dict[str, object]:
    """Return the schedule as plain data; a ``partnership`` in ``asked`` wins."""
    events = dict(asked)
    return as_dict(shelf.plan(place(shelf, events, where), events, today, days))


def place(shelf: Shelf, asked: dict[str, str], where: str) -> str:
    """Return where a case of a batch is, taking its ``area`` or ``partnership`` out of it."""
    area, partnership = asked.pop("area", ""), asked.pop("partnership", "")
    if area and partnership:
        raise AskedWronglyError([("area", ONE_PLACE)])
    if area:
        return shelf.where(area, datetime.now(tz=UTC).astimezone().date())
    return partnership or where


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
