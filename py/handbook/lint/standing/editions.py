"""Editions: what a protocol rests on may have been replaced, its review may be due,
and two documents in force at once may speak of one duty."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, refs
from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

ALWAYS = ("", "9999")


def superseded(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every instrument a protocol rests on that another has replaced."""
    if subject.model is not policy.Partnership or subject.law is None:
        return
    law = {row.text("id"): row for row in subject.law.listed("instruments")}
    for item in subject.root.listed("rests_on"):
        row = law.get(str(item.value))
        seen: list[str] = []
        while row and (newer := row.text("superseded_by")) and newer not in seen:
            seen.append(newer)
            row = law.get(newer)
        if seen:
            names = [law[name].text("short") or name for name in seen if name in law]
            yield (
                item,
                (
                    f"the protocol rests on {item.value}, since replaced by "
                    f"{', then '.join(names or seen)}; its pages carry a banner that says so"
                ),
            )


def unreviewed(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every document whose review day has passed."""
    for document in subject.root.listed("documents"):
        day = document.text("review_by")
        if day and day < subject.today.isoformat():
            yield (
                document.entries["review_by"],
                (
                    f"this was to be looked at again by {day}; read the current document, "
                    "then move `retrieved_on` and `review_by`"
                ),
            )


def from_the_future(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every day of reading or checking that is still to come.

    Tomorrow passes: in the small hours of a summer's day it is today in England already.
    """
    tomorrow = (subject.today + timedelta(days=1)).isoformat()
    for place in places(subject.model, subject.root):
        day, asked = str(place.node.value or ""), place.slot.mark(Day)
        if asked and asked.done and day > tomorrow:
            yield (
                place.node,
                f"nobody can have read or checked this on {day} yet; write the day it was done",
            )


def both_speak(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield each deadline of a duty that another document in force times as well."""
    if subject.model is not policy.Partnership:
        return
    documents = {one.text("id"): one for one in subject.root.listed("documents")}
    first = next(iter(documents), "")
    seen: list[tuple[Node, str]] = []
    for deadline in subject.root.listed("deadlines"):
        names = {ref.rpartition("#")[0] or first for ref in refs(deadline)}
        own = [name for name in names if name in documents]
        if len(own) != 1 or documents[own[0]].text("governs"):
            continue
        for other, name in seen:
            apart = name != own[0] and _same(deadline, other)
            if apart and _at_once(
                (deadline, documents[own[0]]), (other, documents[name])
            ):
                says = (
                    f"{quoted(own[0])} and {quoted(name)} are in force at once and both time one "
                    f"duty ({quoted(other.text('id'))}); neither says which governs; "
                    "write `governs` on the documents"
                )
                yield deadline, says
        seen.append((deadline, own[0]))


def _same(one: Node, other: Node) -> bool:
    """Return whether both are kept by one event, or are versions of one national limit."""
    return any(
        one.text(key) and one.text(key) == other.text(key)
        for key in ("to_event", "national")
    )


def _at_once(one: tuple[Node, Node], other: tuple[Node, Node]) -> bool:
    (begins, ends), (starts, stops) = _days(*one), _days(*other)
    return begins <= stops and starts <= ends


def _days(deadline: Node, document: Node) -> tuple[str, str]:
    stretch = deadline.get("in_force") or document.get("in_force")
    if stretch is None:
        return ALWAYS
    return stretch.text("from"), stretch.text("until") or ALWAYS[1]


CHECKS = (
    Check(
        "documents-both-speak",
        "note",
        "Two texts with two limits for one duty leave a reader to guess which holds.",
        both_speak,
    ),
    Check(
        "edition-superseded",
        "warning",
        "Guidance in force differs from what the protocol was written to.",
        superseded,
    ),
    Check(
        "review-overdue",
        "warning",
        "Protocols change; a copy read long ago may no longer be the one in use.",
        unreviewed,
    ),
    Check(
        "checked-in-future",
        "error",
        "A reader takes the day of checking for how old a statement is.",
        from_the_future,
    ),
)
