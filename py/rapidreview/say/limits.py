"""A limit of time in words: "Within 5 working days of the notification".

The words give the reading that the handbook uses; where the protocol does not say
which days it means, or the time was worked out, its own words stand beside.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.say.english import clock_in_words
from rapidreview.say.recurring import every_words, unless_words

if TYPE_CHECKING:
    from rapidreview.model import Clock, ConditionalLimit, Deadline, Id, Nouns

DAYS = ("working-day", "day")
PAIR = 2


def used_clock(deadline: Deadline) -> tuple[Clock, str] | None:
    """Return the clock of the reading that gives the latest date, and the event it runs from."""
    for reading in deadline.readings:
        if reading.use == "latest" and reading.clock is not None:
            return reading.clock, reading.from_ or deadline.from_
    return None


def limit_words(deadline: Deadline, nouns: Nouns) -> str:
    """Return the limit of ``deadline`` in words, or nothing where no time is given."""
    words, less = _limit(deadline, nouns), unless_words(deadline)
    return f"{words}, {less}" if words and less else words


def _limit(deadline: Deadline, nouns: Nouns) -> str:
    if deadline.every is not None:
        return every_words(deadline.every, deadline.from_, nouns)
    used = used_clock(deadline)
    if used is None:
        return ""
    words = _several(deadline, used, nouns)
    guessed = not deadline.unit_stated or deadline.status == "derived"
    if guessed and deadline.printed:
        words += f" (the protocol says “{deadline.printed}”)"
    return words


def _several(deadline: Deadline, used: tuple[Clock, Id], nouns: Nouns) -> str:
    """Return the limit with the others of which one counts, and what holds if something is so."""
    event = nouns.of(used[1])
    if used[1] == deadline.from_:
        others = (nouns.of(one) for one in deadline.or_from)
        event += "".join(f" (where there is none, {one})" for one in others)
    told = [_words(deadline, used[0], event)]
    for one in deadline.also:
        other = replace(
            deadline,
            from_=one.from_,
            or_from=one.or_from,
            direction=one.direction,
            readings=one.readings,
            also=(),
            otherwise=(),
        )
        own = used_clock(other)
        if own is not None:
            told.append(_several(other, own, nouns))
    words = told[0]
    if told[1:]:
        which = deadline.which if len(told) == PAIR else f"{deadline.which[:-2]}est"
        begun = [f"{one[0].lower()}{one[1:]}" for one in told]
        words = f"The {which} of: {'; '.join(begun)}"
    for limit in deadline.otherwise:
        words += f"; if {limit.if_}, {_otherwise(deadline, limit)}"
    return words


def _otherwise(deadline: Deadline, limit: ConditionalLimit) -> str:
    amount = clock_in_words(limit.clock)
    numbered = deadline.bound in ("on", "by") and limit.clock.unit in DAYS
    if numbered and limit.clock.to is None and limit.clock.amount:
        return f"by {limit.clock.unit.replace('-', ' ')} {limit.clock.amount}"
    return amount


def _words(deadline: Deadline, clock: Clock, event: str) -> str:
    amount = clock_in_words(clock)
    single = clock.to is None
    least = "At least " if deadline.bound in ("at-least", "by") else ""
    days = f"{clock.amount}" if single else f"{clock.amount} to {clock.to}"
    unit = clock.unit.replace("-", " ")
    numbered = f"By {unit}" if deadline.bound == "by" and single else unit.capitalize()
    ways = (
        (bool(clock.weekday), _weekday(deadline, amount, event)),
        (
            deadline.bound == "full",
            f"The full {amount} from {event}, and no sooner",
        ),
        (
            deadline.bound == "not-before",
            f"Not before {unit} {clock.amount} {deadline.direction} {event}"
            if clock.unit in DAYS
            else f"Not sooner than {amount} {deadline.direction} {event}",
        ),
        (clock.edge == "before", f"Before {unit} {clock.amount} after {event}"),
        (
            clock.counting == "same-day" and clock.unit in DAYS,
            f"{numbered} {days}, day 1 being {event}",
        ),
        (clock.counting == "day-zero", f"{numbered} {days}, day 0 being {event}"),
        (clock.amount == 0 and single, f"The same day as {event}"),
        (deadline.direction == "before", f"{least}{amount} before {event}"),
        (deadline.bound == "at-least", f"For at least {amount} from {event}"),
        (deadline.bound == "aim", f"Aims for {amount} from {event}"),
        (not single, f"{amount} from {event}"),
        (deadline.bound == "on", f"{amount} after {event}"),
        (True, f"Within {amount} of {event}"),
    )
    return next(words for holds, words in ways if holds)


def _weekday(deadline: Deadline, amount: str, event: str) -> str:
    bounds = {"on": "On", "at-least": "Not before", "aim": "Aims for"}
    return f"{bounds.get(deadline.bound, 'By')} {amount} {deadline.direction} {event}"
