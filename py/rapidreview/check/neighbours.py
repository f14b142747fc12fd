"""Whom to tell in the other areas that the handbook knows.

The duty often lies with the authority where it happened. Where that is one of the
areas in the handbook, a reader gets its contact here and need not look for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.model import holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Area, Contact, Given, Jurisdiction, Protocol


@dataclass(frozen=True)
class Neighbour:
    """Another area, and the contacts that its partnership's protocol gives for it."""

    protocol: Protocol
    area: Area
    contacts: tuple[Contact, ...]


def may_be_elsewhere(law: Jurisdiction, given: Given) -> bool:
    """Return whether these answers bring in an authority other than the reader's own."""
    return holds(law.elsewhere.when, given)


def neighbours(
    protocols: Iterable[Protocol], own: Protocol, area: str = ""
) -> list[Neighbour]:
    """Return every area of ``protocols`` but the reader's own.

    Where the reader's area is not chosen, no area of the own partnership is left out.
    """
    alone = own.partnership.areas[0].id if len(own.areas) == 1 else area
    return [
        Neighbour(one, other, tuple(reachable(one, other)))
        for one in protocols
        for other in one.partnership.areas
        if (one.id, other.id) != (own.id, alone)
    ]


def reachable(protocol: Protocol, area: Area) -> list[Contact]:
    """Return the contacts through which another area can tell this one of a serious incident.

    Only those that the policy marks so (``serves: [serious-incident]``): an address for
    another purpose is no way in. Empty where the protocol prints none.
    """
    return [
        one
        for one in protocol.partnership.contacts
        if "serious-incident" in one.serves
        and not one.silent
        and (not one.areas or area.id in one.areas)
    ]


def no_address(area: Area) -> str:
    """Return what to do where the protocol prints no address for this."""
    return (
        f"Call {area.authority} through its own front door for children’s services, "
        "and ask for whoever sends its serious incident notifications."
    )
