"""Dates are real days, written year first, and in their order."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import parts, places
from rapidreview.model import partnership as policy
from rapidreview.model import stretches
from rapidreview.model.constraints import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_MONTH = re.compile(r"\d{4}(-\d{2})?")


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every date that is not one, or that is out of order."""
    for place in places(model, root):
        for mark in place.slot.marks:
            if isinstance(mark, Day):
                yield from _day(place.node, mark)
        for mark in place.slot.value_marks:
            if isinstance(mark, Day):
                for node in place.node.entries.values():
                    yield from _day(node, mark)
    for stretch in (
        *parts(model, root, stretches.Suspension),
        *parts(model, root, stretches.InForce),
    ):
        yield from _upside_down(stretch)
    for document in parts(model, root, policy.Document):
        read, review = document.text("retrieved_on"), document.text("review_by")
        if _real(read) and _real(review) and review < read:
            yield document.entries["review_by"].fault(
                f"dates upside down; found review_by {review} before retrieved_on {read}"
            )


def _upside_down(stretch: Node) -> Iterator[Fault]:
    first, last = stretch.text("from"), stretch.text("until")
    if _real(first) and _real(last) and last < first:
        yield stretch.entries["until"].fault(
            f"dates upside down; found until {last} before from {first}"
        )
    if not first and not last:
        yield stretch.fault("days without a first or a last; write from, until or both")


def _day(node: Node, asked: Day) -> Iterator[Fault]:
    text = node.value
    if not isinstance(text, str) or not text:
        return
    wanted = "2026-11-20"
    good = _real(text)
    if asked.loose:
        wanted = "2026-11-20, 2026-11 or 2026"
        good = good or (bool(_MONTH.fullmatch(text)) and _real(f"{text}-01-01"[:10]))
    if asked.time:
        wanted = "2026-11-20 or 2026-11-20T14:30"
        good = good or _real_time(text)
    if not good:
        yield node.fault(f"this is not a date; found {quoted(text)}; write {wanted}")


def _real(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _real_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
