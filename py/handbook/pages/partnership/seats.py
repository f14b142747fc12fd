"""Seats: who sits on a body, for which area, in whose place, and for whom a body acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import listed
from rapidreview.show import Html, joined

if TYPE_CHECKING:
    from rapidreview.model import Actor, Protocol
    from rapidreview.model.actors import Member
    from rapidreview.show import Sources

VOTES = {"yes": "votes", "no": "does not vote"}


def member_row(
    member: Member, protocol: Protocol, sources: Sources, unsaid: str = ""
) -> tuple[str, Html]:
    """Return a seat: its title, and in words its vote, its part, its deputy and its areas.

    ``unsaid`` is what is said of a vote on which the protocol is silent.
    """
    areas = listed(protocol.not_for_all(member.areas))
    notes = [
        VOTES.get(member.votes, unsaid),
        "chairs" if member.chair else "",
        "by invitation" if member.by_invitation else "",
        f"deputy: {member.deputy}" if member.deputy else "",
        f"in {areas} only" if areas else "",
    ]
    told = ", ".join(note for note in notes if note)
    return member.title, joined(told, sources.mark(member.source))


def acts_for(actor: Actor, protocol: Protocol) -> str:
    """Return for whom ``actor`` acts, and that the duty is not its own; "" for nobody."""
    authorities = protocol.acts_for(actor)
    return f"{authorities}, which holds the duty to notify" if authorities else ""
