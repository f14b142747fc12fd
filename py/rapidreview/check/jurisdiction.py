"""Whose job it is, in words: our authority, the one where it happened, the one that
looks after the child. Also puts the area's own name where the texts say "our area"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidreview.check.answers import AnswerProblem, AnswersError

if TYPE_CHECKING:
    from rapidreview.model import Given, Protocol, Question

OUR_AREA = "our area"
OUR_AUTHORITY = "our authority"


@dataclass(frozen=True)
class Here:
    """Where the reader is: an area's name and its local authority, if they are known."""

    area: str = OUR_AREA
    authority: str = "your local authority"

    def words(self, text: str) -> str:
        """Return ``text`` with the names of the area and the authority put in."""
        if self.area == OUR_AREA:
            return text
        return text.replace(OUR_AREA, self.area).replace(OUR_AUTHORITY, self.authority)

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


def here(protocol: Protocol | None, area: str = "") -> Here:
    """Return where the reader is. A partnership's only area goes without saying.

    Raises :class:`AnswersError` where ``area`` is not one of the partnership's.
    """
    if protocol is None or (not area and len(protocol.areas) > 1):
        return Here()
    found = protocol.areas.get(area) if area else protocol.partnership.areas[0]
    if found is not None:
        return Here(found.name, found.authority)
    allowed = ", ".join(protocol.areas)
    sentence = f"“{area}” is not an area of {protocol.name}. The areas are: {allowed}."
    raise AnswersError((AnswerProblem("area", sentence),))


def other_authority(given: Given) -> str:
    """Return which other authority holds the duty to notify, by place and residence."""
    place = given.get("place")
    if place == "elsewhere-in-england":
        return "the local authority where it happened"
    if place == "outside-england":
        return "the local authority where the child normally lives, or the other nation's authorities"
    if given.get("care") == "looked-after-elsewhere":
        return "the authority that looks after the child"
    return "the other authority that may hold the duty"


def responsible(given: Given, place: Here) -> str:
    """Return which authority is responsible for the child in care or the care leaver."""
    words = {
        "looked-after-here": place.authority,
        "looked-after-elsewhere": "the authority that looks after the child",
        "care-leaver": "the authority responsible for the care leaver",
    }
    return words.get(
        given.get("care", ""), "the authority responsible for the child or young person"
    )


def by_place(given: Given, place: Here) -> str:
    """Return who leads by where it happened; outside England, by where the child lives."""
    where, lives = given.get("place"), given.get("resident")
    if where == "in-area" or (where == "outside-england" and lives == "yes"):
        return place.authority
    if where == "not-sure" or (where == "outside-england" and lives == "not-sure"):
        return "not settled yet: the authority where it happened; outside England, the authority where the child normally lives"
    return other_authority(given)


def partners(given: Given, place: Here, *, ours: bool) -> str:
    """Return which safeguarding partners: those here, or those of the area that notifies."""
    if ours:
        known = place.area != OUR_AREA
        return f"the safeguarding partners{f' for {place.area}' if known else ''}"
    if given.get("place") == "elsewhere-in-england":
        return "the safeguarding partners where it happened"
    return "the safeguarding partners of the authority that notifies"


def owes(who: str, strength: str) -> tuple[str, str, str]:
    """Return the start of a duty in three parts, with its word in the middle.

    ("Surrey County Council ", "must", "") or, for what the Panel requires,
    ("the Panel ", "requires", " the safeguarding partners to").
    """
    if strength == "required":
        return "the Panel ", "requires", f" {who} to"
    return f"{who} ", strength, ""


def resolve(who: str, given: Given, place: Here) -> str:
    """Return the words for ``who`` of a duty or a lead, for the answers ``given``."""
    words = {
        "us": place.authority,
        "them": other_authority(given),
        "us-and-them": f"{place.authority}, with {_partner(given)}",
        "responsible-authority": responsible(given, place),
        "partners": partners(given, place, ours=True),
        "their-partners": partners(given, place, ours=False),
        "nobody": "no one under this route: the process that takes it forward has its own lead",
    }
    return words.get(who) or by_place(given, place)


def _partner(given: Given) -> str:
    if given.get("care") == "looked-after-elsewhere":
        return "the authority that looks after the child"
    return other_authority(given)
