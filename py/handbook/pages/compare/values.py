"""What a protocol's answer on a point is worth, whatever the words around it.

A limit is worth its clock, a start its event, an edition the texts that the protocol rests on:
the policy has them. Where it has only words, those are compared.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from handbook.pages.compare.relation import plain
from rapidreview.say import NUMBERS
from rapidreview.say.limits import used_clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Attribute, Compared, Deadline, Protocol

LENGTH = 8
LONGEST = 7
"""Words at most that lead a cell and stand out in it."""
AMOUNT = re.compile(
    rf"""(?xi)
    \b(?: (?:at\ least|within|before|by)\ )?
    (?: (?:\d+|{"|".join(NUMBERS[1:])}|a)\ (?:(?:to|-|or)\ \d+\ )?
        (?:(?:full|slightly\ more)\ )? (?:(?:working|calendar|clear)\ )?
        (?:hour|day|week|month)s?
      | (?:working\ )?day\ \d+(?:\ (?:to|-|or)\ \d+)?
      | same\ day )\b"""
)
"""An amount of time in a sentence: "within 5 working days", "day 9 to 10"."""
ENDS = re.compile(r"[,;(“]|\.(?:\s|$)|\s(?:which|who|via|of the|from|on the|to the)\s")
SOONER = re.compile(rf"{ENDS.pattern}|\s(?:and|or)\s")
NOT_ITSELF = ("the protocol", "it ", "they ", "there ", "a ", "an ", "in the ")
"""How a sentence begins whose first words are not what it says."""


def value(
    protocol: Protocol, attribute: Attribute, answer: Compared | None, *, apart: bool
) -> str:
    """Return a short sign of what ``answer`` is worth; equal signs are equal answers.

    It is empty where the protocol says nothing. With ``apart`` the event from which a limit
    runs is a point of its own.
    """
    if answer is None or answer.silent:
        return ""
    found = _known(protocol, attribute, apart=apart) or plain(answer.says)
    return hashlib.sha256(found.encode()).hexdigest()[:LENGTH]


def starts_apart(attributes: Iterable[Attribute]) -> set[str]:
    """Return the events of whose limits the start is a point of its own."""
    return {one.follows.start for one in attributes if one.follows} - {""}


def _known(protocol: Protocol, attribute: Attribute, *, apart: bool) -> str:
    rule = attribute.follows
    if rule is None:
        return ""
    if rule.edition:
        return " ".join(sorted(protocol.partnership.rests_on))
    event = rule.limit or rule.start
    limit = next(
        (one for one in protocol.partnership.deadlines if one.to_event == event), None
    )
    if not event or limit is None:
        return ""
    return limit.from_ if rule.start else _clock(limit, apart=apart)


def _clock(limit: Deadline, *, apart: bool) -> str:
    """Return the clock of a limit, with all that gives it another meaning."""
    used = used_clock(limit)
    if used is None:
        return ""
    clock, event = used
    also = (limit.also, limit.otherwise, limit.every, limit.unless)
    return repr(
        (clock, limit.direction, limit.unit_stated, also, "" if apart else event)
    )


def outstanding(words: str) -> tuple[str, str, str]:
    """Return ``words`` in three: before, what says it (an amount of time, or the thing named), after.

    Where nothing in them can be told apart, all of it is before.
    """
    amount = AMOUNT.search(words)
    if amount:
        return words[: amount.start()], amount[0], words[amount.end() :]
    if words.casefold().startswith(NOT_ITSELF):
        return words, "", ""
    for ends in (ENDS, SOONER):
        end = ends.search(words)
        lead = (words[: end.start()] if end else words).rstrip()
        if len(lead.split()) <= LONGEST:
            return "", lead, words[len(lead) :]
    return words, "", ""
