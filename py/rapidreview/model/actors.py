"""Who acts, the seats on a body, and how each is reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import (
    DayDone,
    Evidence,
    Id,
    Mailbox,
    OwnId,
    Part,
    Ref,
    Sources,
    Status,
    Url,
)
from rapidreview.model.constraints import AGREES, Declares, MayLackSource, Names

type Areas = tuple[Annotated[Id, Names("area")], ...]
"""The areas for which something holds, where it does not hold for all of them."""

ActorKind = Literal[
    "agency",
    "practitioner",
    "business-unit",
    "statutory-partner",
    "notifier",
    "review-panel",
    "chair",
    "executive",
    "scrutineer",
    "reviewer",
    "family",
    "national-body",
    "other-body",
]
"""What somebody who acts is: it decides how pages group and draw them."""


@dataclass(frozen=True, kw_only=True)
class NationalActor(Part):
    """Somebody who acts in every partnership, by the name and kind that all of them share.

    A protocol that calls one by another name says so under its own actor of the same
    id. ``source`` is where a text says who this is; it is left out where none does.
    """

    id: Annotated[OwnId, Declares("actor")]
    label: str
    short: str = ""
    kind: ActorKind
    organisation: str = ""
    source: Annotated[tuple[Ref, ...], MayLackSource()] = ()
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Member(Part):
    """A seat on a body."""

    title: str
    areas: Areas = ()
    deputy: str = ""
    """Who sits there when the member cannot: a post, never a name."""
    votes: Literal["yes", "no", "not-stated"] = "not-stated"
    chair: bool = False
    by_invitation: bool = False
    source: Sources


@dataclass(frozen=True, kw_only=True)
class Actor(Part):
    """Somebody who acts. Two bodies never share an id."""

    id: Annotated[OwnId, Declares("actor")]
    label: str
    short: str = ""
    kind: ActorKind
    organisation: str = ""
    areas: Areas = ()
    acts_for: Areas = ()
    """The areas whose local authority it acts for, where a trust or a company carries
    out the authority's functions. The authority holds the duty all the same."""
    aliases: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    says: str = ""
    """One sentence on its part."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Contact(Part):
    """How to reach an actor. ``personal`` marks a named person's address: the page
    shows the role, the date it was checked and that it may have changed."""

    id: Annotated[OwnId, Declares("contact")]
    actor: Annotated[Id, Names("actor")]
    label: str
    email: Mailbox = ""
    url: Url = ""
    phone: str = ""
    hours: str = ""
    """When it is read or answered, where that is said: "Monday to Friday, 9am to 5pm"."""
    areas: Areas = ()
    personal: bool = False
    """False, where it is written, says that a role has the address, however it is spelt."""
    checked_on: DayDone = ""
    for_: str = ""
    serves: tuple[Literal["serious-incident"], ...] = ()
    """What another area may use it for: to tell this one of a serious incident."""
    silent: bool = False
    """True where the protocol gives no address at all."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""
