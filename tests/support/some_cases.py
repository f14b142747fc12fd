"""Cases as people would enter them, made by a seeded generator: the same ones on every run."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rapidreview.model import Protocol

if TYPE_CHECKING:
    from rapidreview.days import Calendar
    from rapidreview.model import Event, National, Partnership

type Case = dict[str, str]
"""Dates by event, as they are typed."""

HOW_MANY = 200
SEED = 20261121
LONGEST_GAP = 12
SOMETIMES, RARELY = 0.45, 0.04


def some_cases(
    national: National, partnership: Partnership, calendar: Calendar
) -> list[Case]:
    """Return 200 cases: mostly dates in order, some out of order, beyond the horizon or no date."""
    dice = random.Random(f"{SEED} {partnership.id}")  # noqa: S311 - not for secrets
    events = Protocol(national, partnership).events_used
    return [_case(dice, events, calendar) for _ in range(HOW_MANY)]


def _case(dice: random.Random, events: tuple[Event, ...], calendar: Calendar) -> Case:
    days = (calendar.last - calendar.first).days
    day = calendar.first + timedelta(days=dice.randrange(days))
    case: Case = {}
    for event in events:
        if dice.random() < SOMETIMES:
            case[event.id] = _typed(dice, event, day)
        day += timedelta(days=dice.randrange(LONGEST_GAP))
    if dice.random() < RARELY:
        case[dice.choice(events).id] = "2026-02-30"
    if not case or dice.random() < RARELY:
        case[dice.choice(events).id] = f"{calendar.first:%Y-%m-%d}"
    return case


def _typed(dice: random.Random, event: Event, day: date) -> str:
    """Return a date in one of the ways in which people write it, with a time where one matters."""
    time = f" {dice.randrange(24):02}:{dice.choice((0, 15, 30)):02}"
    ways = (
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%B %Y}",
        f"{day.day}/{day.month}/{day.year}",
    )
    text = dice.choice(ways)
    return text + (time if event.time and dice.random() < 1 - SOMETIMES else "")
