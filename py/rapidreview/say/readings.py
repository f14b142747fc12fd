"""The readings of a limit whose source does not say how it is counted, each in a sentence.

Which readings there are is the house reading of the national layer; here they get
their words, with the event's noun: "Day 1 is the working day after the notification."
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.model import Reading
from rapidreview.say.english import clock_in_words, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Clock, HouseReading, Id

DAYS = ("working-day", "day")
LEAST = ("at-least", "not-before", "full")
"""Bounds that ask for a time to pass: the later date is the safe one, so there is no aim."""


def readings_of(
    clock: Clock,
    noun: str,
    house: Iterable[HouseReading],
    *,
    back: bool = False,
    bound: str = "by",
    counting: Id = "",
) -> tuple[Reading, ...]:
    """Return the readings of a limit that is said once, the one that gives the latest date first.

    ``noun`` is its event as it follows "after" ("the notification"), ``house`` the
    national layer's house readings, ``back`` whether it runs before its event.
    ``counting`` names the counting rule where the source says it: then it is the only one.
    """
    if counting:
        return (_reading(replace(clock, counting=counting), noun, "latest", back=back),)
    rules = _rules(clock, house, back=back)
    if not back and bound in LEAST:
        rules = rules[:1]
    uses = ("latest", "aim")
    return tuple(
        _reading(replace(clock, counting=rule), noun, use, back=back)
        for rule, use in zip(rules, uses, strict=False)
    )


def _rules(clock: Clock, house: Iterable[HouseReading], *, back: bool) -> list[Id]:
    """Return the counting rules to use: the one of the latest date, then of the aim if any."""
    way = "before" if back else "after"
    whole = bool(clock.weekday) or (clock.amount == 0 and clock.to is None)
    for one in house:
        if clock.unit in one.units and one.direction in (way, "either") and not whole:
            return [one.latest, one.aim] if one.aim else [one.latest]
    return [clock.counting]


def _reading(clock: Clock, noun: str, use: str, *, back: bool) -> Reading:
    name = clock.counting if clock.unit in DAYS else "as-said"
    if back and name == "day-after":
        name = "day-before"
    means = _means(clock, noun, back=back)
    return Reading(
        id=name, means=means, use="aim" if use == "aim" else "latest", clock=clock
    )


def _means(clock: Clock, noun: str, *, back: bool) -> str:
    """Return what a clock takes its words to mean, as a sentence."""
    way = "before" if back else "after"
    amount = clock_in_words(clock)
    if clock.weekday:
        day = clock.weekday.capitalize()
        itself = (
            f"counting the day of {noun} itself where it is a {day}"
            if clock.counting == "same-day"
            else f"not counting the day of {noun} itself"
        )
        return f"{amount[0].upper()}{amount[1:]} {way} {noun}, {itself}."
    if clock.amount == 0 and clock.to is None and clock.counting != "day-zero":
        return f"The day of {noun} itself."
    if clock.unit in DAYS:
        return _days(clock, noun, back=back)
    if clock.unit == "hour":
        kind = (
            "Only office hours on working days count"
            if clock.hours == "office"
            else "Hours run by the clock, through weekends and bank holidays"
        )
        return f"{amount[0].upper()}{amount[1:]} {way} {noun}. {kind}."
    same = "day of the week" if clock.unit == "week" else "date"
    return f"{amount[0].upper()}{amount[1:]} {way} {noun}, counted to the same {same}."


def _days(clock: Clock, noun: str, *, back: bool) -> str:
    day = clock.unit.replace("-", " ")
    if clock.counting == "clear-days":
        number = counted(clock.to or clock.amount, day)
        lie = "lies" if (clock.to or clock.amount) == 1 else "lie"
        return f"{number} {lie} clear between {noun} and that day."
    if clock.counting == "same-day":
        if clock.unit == "working-day":
            return f"The day of {noun} is itself day 1, if it is a working day."
        return f"The day of {noun} is itself day 1."
    if clock.counting == "day-zero":
        return f"The day of {noun} is day 0; the next {day} is day 1."
    return f"The {day} {'before' if back else 'after'} {noun} is day 1."
