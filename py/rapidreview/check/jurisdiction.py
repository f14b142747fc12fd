"""Jurisdiction: which body holds a duty or leads, by the table of the national layer
(``policies/national/jurisdiction.yml``), and what it is called here. Also puts the area's
own name where the texts say "our area"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rapidreview.check.answers import AnswerProblem, AnswersError
from rapidreview.model import holds
from rapidreview.say import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model import Body, Given, Id, Jurisdiction, Protocol, Question

OUR_AREA = "our area"
"""Stands in the words of rules for the name of the reader’s area."""
OUR_AUTHORITY = "our authority"
"""Stands in the words of rules for the name of the reader’s local authority."""
OURS = re.compile(rf"\b[Oo]{OUR_AREA[1:]}\b|\b[Oo]{OUR_AUTHORITY[1:]}\b")
"""Either of them, also at the start of a sentence; never the end of "your area"."""

THEIR_AREA = "their area"
"""Stands in the words of a body for the name of the area that the reader named beside it."""
THEIR_AUTHORITY = "their authority"
"""Stands in the words of a body for the name of that area’s local authority."""


@dataclass(frozen=True)
class Beside:
    """Another area that the reader named, by its place's and its authority's name.

    One that is ``abroad`` is outside England: no duty of these rules is told of it.
    """

    area: str
    authority: str
    abroad: bool = False


@dataclass(frozen=True)
class Here:
    """Where the reader is: an area's name and its local authority, if they are known.

    ``acting`` is whoever acts for that authority: a trust or a company. The authority
    holds its duties all the same.
    """

    area: str = OUR_AREA
    authority: str = "your local authority"
    acting: str = ""
    beside: Mapping[Id, Beside] = field(default_factory=dict)
    """The other areas that the reader named, by their place in the table of jurisdiction."""

    def words(self, text: str) -> str:
        """Return ``text`` with the names of the area and the authority put in."""
        if self.area == OUR_AREA:
            return text
        names = {OUR_AREA: self.area, OUR_AUTHORITY: self.authority}
        return OURS.sub(lambda found: _named(found[0], names), text)

    def body(self, body: Body) -> str:
        """Return what a body is called, by its own name where its area is known."""
        theirs = self.beside.get(body.other)
        if theirs:
            name = body.theirs.replace(THEIR_AUTHORITY, theirs.authority)
            return name.replace(THEIR_AREA, theirs.area)
        if self.area == OUR_AREA or not body.ours:
            return body.name
        name = self.words(body.ours)
        if not self.acting or OUR_AUTHORITY not in body.ours:
            return name
        return f"{name} (for which {self.acting} acts)"

    def question(self, question: Question) -> Question:
        """Return the question with the names put into its words and its answers'."""
        options = tuple(
            replace(
                option, label=self.words(option.label), said=self.words(option.said)
            )
            for option in question.options
        )
        return replace(
            question,
            ask=self.words(question.ask),
            hint=self.words(question.hint),
            options=options,
        )


def _named(words: str, names: dict[str, str]) -> str:
    """Return the name for "our area" or "Our authority", with the same capital."""
    name = names[words.lower()]
    return name[:1].upper() + name[1:] if words[0].isupper() else name


def here(protocol: Protocol | None, area: str = "") -> Here:
    """Return where the reader is. A partnership's only area goes without saying.

    Raises :class:`AnswersError` where ``area`` is not one of the partnership's.
    """
    if protocol is None or (not area and len(protocol.areas) > 1):
        return Here()
    found = protocol.areas.get(area) if area else protocol.partnership.areas[0]
    if found is not None:
        acting = listed(one.label for one in protocol.acting_in(found.id))
        return Here(found.name, found.authority, acting)
    allowed = ", ".join(protocol.areas)
    sentence = f"“{area}” is not an area of {protocol.name}. The areas are: {allowed}."
    raise AnswersError((AnswerProblem("area", sentence),))


def holders(law: Jurisdiction, who: str, given: Given) -> tuple[Body, ...]:
    """Return the bodies that ``who`` of a duty or a lead comes to for the answers ``given``.

    The first row of the table that holds tells it. Raises ``LookupError`` where the table
    has no such word or no row: a gap that the build refuses.
    """
    for holder in law.holders:
        if who in holder.who:
            for row in holder.rows:
                if row.when is None or holds(row.when, given):
                    bodies = {one.id: one for one in law.bodies}
                    return tuple(bodies[one] for one in row.bodies)
    raise LookupError(f"The table of jurisdiction does not say who “{who}” is.")


def bearers(law: Jurisdiction, who: str, given: Given, place: Here) -> str:
    """Return the words for ``who`` of a duty, "" where it comes to nobody in England.

    An authority outside England that the reader named bears no duty of these rules.
    """
    bodies = [
        one
        for one in holders(law, who, given)
        if one.other not in place.beside or not place.beside[one.other].abroad
    ]
    return ", with ".join(map(place.body, bodies))


def resolve(law: Jurisdiction, who: str, given: Given, place: Here) -> str:
    """Return the words for ``who`` of a duty or a lead, for the answers ``given``."""
    return ", with ".join(place.body(one) for one in holders(law, who, given))


def owes(who: str, strength: str) -> tuple[str, str, str]:
    """Return the start of a duty in three parts, with its word in the middle.

    ("Surrey County Council ", "must", "") or, for what the Panel requires,
    ("the Panel ", "requires", " the safeguarding partners to").
    """
    if strength == "required":
        return "the Panel ", "requires", f" {who} to"
    return f"{who} ", strength, ""
