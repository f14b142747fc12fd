"""Whom to tell in the other areas that the handbook knows.

The duty often lies with the authority where it happened. Where that is one of the
areas in the handbook, a reader gets its contact here and need not look for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.conditions import Given
    from rapidreview.policy import Area, Contact, Partnership

ELSEWHERE = {
    "place": ("elsewhere-in-england", "outside-england", "not-sure"),
    "resident": ("no",),
    "care": ("looked-after-elsewhere", "not-sure"),
}
"""The answers after which another authority may hold a duty, or has to be told."""


@dataclass(frozen=True)
class Neighbour:
    """Another area, and the contacts that its partnership's protocol gives for it."""

    partnership: Partnership
    area: Area
    contacts: tuple[Contact, ...]


def may_be_elsewhere(given: Given) -> bool:
    """Return whether these answers bring in an authority other than the reader's own."""
    return any(given.get(name) in answers for name, answers in ELSEWHERE.items())


def neighbours(
    partnerships: Iterable[Partnership], own: Partnership, area: str = ""
) -> list[Neighbour]:
    """Return every area of ``partnerships`` but the reader's own.

    Where the reader's area is not chosen, no area of the own partnership is left out.
    """
    alone = own.areas[0].id if len(own.areas) == 1 else area
    return [
        Neighbour(one, other, tuple(reachable(one, other)))
        for one in partnerships
        for other in one.areas
        if (one.id, other.id) != (own.id, alone)
    ]


def reachable(partnership: Partnership, area: Area) -> list[Contact]:
    """Return the contacts that another area can use: those of the notification first.

    National bodies are left out: they are not whom one area tells of another's duty.
    Empty where the protocol gives no other address.
    """
    national = {one.id for one in partnership.actors if one.kind == "national-body"}
    known = {one.id: one for one in partnership.contacts}
    named = [
        known[name]
        for step in partnership.next_steps
        if step.outcome == "must-notify"
        for name in step.contact
    ]
    for group in (named, list(partnership.contacts)):
        found = [
            one
            for one in group
            if not one.silent
            and one.actor not in national
            and (one.email or one.phone or one.url)
            and (not one.areas or area.id in one.areas)
        ]
        if found:
            return found
    return []
