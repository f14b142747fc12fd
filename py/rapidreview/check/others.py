"""Two areas: the other authority that a reader names beside the own one, and what it has to do.

Which answers bring one in, how, and what it then has to do is said by the table of
jurisdiction of the national layer. Whom to tell there its own partnership's protocol says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.check.answers import AnswerProblem
from rapidreview.check.decision import DutyHere
from rapidreview.check.jurisdiction import Beside
from rapidreview.check.next_here import contact_here
from rapidreview.model import holds
from rapidreview.say import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.check.to_do import ContactHere
    from rapidreview.model import (
        Area,
        Contact,
        Evidence,
        Given,
        Id,
        Jurisdiction,
        OtherArea,
        Protocol,
        Question,
        Ref,
    )


@dataclass(frozen=True)
class Named:
    """An area of a protocol that the reader named; without a protocol, one outside England."""

    protocol: Protocol | None = None
    area: Id = ""

    @property
    def place(self) -> Area | None:
        """The area, or None outside England."""
        return self.protocol.areas[self.area] if self.protocol else None


@dataclass(frozen=True, kw_only=True)
class OtherHere:
    """A second authority that the reader named: how it comes in, and whom to tell there.

    ``says`` tells it where no contact is known, or where it is outside England: then it has
    no ``area``. ``protocol`` is the id of what answers for it, and ``folder`` the
    address of its page from the site's root.
    """

    id: str
    role: str
    authority: str
    says: str
    source: tuple[Ref, ...]
    area: str = ""
    partnership: str = ""
    protocol: str = ""
    folder: str = ""
    contacts: tuple[ContactHere, ...] = ()
    not_read: str = ""
    evidence: Evidence = "found"


THAT_AUTHORITY = "that authority"
"""Stands in the words of a duty for the name of the other authority, where it is named."""

type Others = Mapping[Id, Named]
"""What the reader named, by the id of the other area in the table of jurisdiction."""


def may_be_elsewhere(law: Jurisdiction, given: Given) -> bool:
    """Return whether these answers bring in an authority other than the reader's own."""
    return holds(law.elsewhere.when, given)


def others_problems(
    law: Jurisdiction,
    questions: Iterable[Question],
    given: Given,
    others: Others,
    own: Id,
) -> tuple[AnswerProblem, ...]:
    """Return what is wrong with the ``others`` named beside ``own``, the id of the own area or ""."""
    asked = {one.id: one for one in questions}
    known = {one.id: one for one in law.others}
    problems = []
    for name, named in others.items():
        other, place = known[name], named.place
        if not holds(other.when, given):
            says = f"Leave this out: it is asked only where {_where(other, asked)}."
        elif place is None and other.outside is None:
            says = f"{other.ask} That is a local authority in England."
        elif place and place.id == own:
            says = f"{place.authority} is your own authority. Name the other one, or leave this out."
        else:
            continue
        problems.append(AnswerProblem(name, says))
    return tuple(problems)


def _where(other: OtherArea, asked: Mapping[Id, Question]) -> str:
    parts = []
    for question, answers in (other.when.all_ or {}).items():
        labels = (f"“{asked[question].option(one).label}”" for one in answers)
        parts.append(f"“{asked[question].ask}” has the answer {listed(labels, 'or')}")
    return listed(parts)


def beside(law: Jurisdiction, others: Others) -> dict[Id, Beside]:
    """Return the names of the areas that the reader named, by their place in the table."""
    found = {}
    for other in law.others:
        if other.id in others:
            place = others[other.id].place
            if place:
                found[other.id] = Beside(place.name, place.authority)
            elif other.outside:
                name = other.outside.name
                found[other.id] = Beside(name, name, abroad=True)
    return found


def addressed(
    law: Jurisdiction, others: Others, owed: Iterable[DutyHere]
) -> tuple[DutyHere, ...]:
    """Return the duties, the named authority called by its name where it is to be told."""
    names = {
        act: place.authority
        for other in law.others
        for place in [others[other.id].place if other.id in others else None]
        for act in other.tells
        if place
    }
    return tuple(
        replace(one, to=one.to.replace(THAT_AUTHORITY, names[one.id]))
        if one.id in names
        else one
        for one in owed
    )


def their_duties(
    law: Jurisdiction, given: Given, others: Others, owed: Iterable[DutyHere]
) -> tuple[DutyHere, ...]:
    """Return what the named authorities have to do beside what is ``owed`` already.

    An authority outside England is asked for nothing here, and none for the same act twice.
    """
    told = {(one.id, one.who) for one in owed}
    first: dict[Id, Id] = {}
    found = []
    for other in law.others:
        place = others[other.id].place if other.id in others else None
        if place is None or first.setdefault(place.id, other.id) != other.id:
            continue
        for duty in other.does:
            if duty.when and not holds(duty.when, given):
                continue
            if (duty.id, place.authority) not in told:
                found.append(
                    DutyHere(
                        id=duty.id,
                        do=duty.do,
                        to=duty.to,
                        who=place.authority,
                        strength=duty.strength,
                        standing=duty.standing,
                        basis=duty.source,
                        evidence=duty.evidence,
                    )
                )
    return tuple(found)


def others_here(law: Jurisdiction, others: Others) -> tuple[OtherHere, ...]:
    """Return the named areas, each once: how it comes in, and whom to tell there."""
    roles: dict[Id, list[OtherArea]] = {}
    for other in law.others:
        if other.id in others:
            place = others[other.id].place
            roles.setdefault(place.id if place else "", []).append(other)
    return tuple(_other(tuple(rows), others[rows[0].id]) for rows in roles.values())


def _other(rows: tuple[OtherArea, ...], named: Named) -> OtherHere:
    role = listed(one.role for one in rows)
    protocol, place = named.protocol, named.place
    source = tuple(dict.fromkeys(ref for one in rows for ref in one.source))
    if protocol is None or place is None:
        outside = [one.outside for one in rows if one.outside]
        return OtherHere(
            id=rows[0].id,
            role=role,
            authority=outside[0].name,
            says=outside[0].says,
            source=outside[0].source,
            evidence=outside[0].evidence,
        )
    contacts = reachable(protocol, place)
    read = not protocol.stands_in
    return OtherHere(
        id=rows[0].id,
        role=role,
        area=place.name,
        authority=place.authority,
        partnership=place.partnership or " and ".join(protocol.partnership.partnerships)
        if read
        else "",
        protocol=protocol.id,
        folder=protocol.folder_of(place.id),
        says="" if contacts else no_address(place),
        contacts=tuple(contact_here(one, protocol) for one in contacts),
        not_read=protocol.at(place.id).not_read,
        source=source,
    )


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
