"""Editions: what a protocol rests on may have been replaced, and its review may be due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.walk import places
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


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


CHECKS = (
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
