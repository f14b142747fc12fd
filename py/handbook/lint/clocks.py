"""Clocks: words of time that can be read in two ways are shown with both, and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import parts
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def one_reading(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every deadline of unstated unit that is given only one reading."""
    for deadline in parts(subject.model, subject.root, clocks.Deadline):
        unit = deadline.get("unit_stated")
        if unit and unit.value is False and len(deadline.listed("readings")) == 1:
            yield (
                deadline,
                (
                    f"{quoted(deadline.text('id'))} does not say which days it means and has "
                    "one reading; add the other, even under `rejected:` with why"
                ),
            )


def unprinted(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every deadline with several meanings but without the words they read."""
    if subject.model is not policy.Partnership:
        return
    for deadline in subject.root.listed("deadlines"):
        if _meanings(deadline) > 1 and not deadline.text("printed"):
            yield (
                deadline,
                (
                    f"{quoted(deadline.text('id'))} has several readings; "
                    "write the few disputed words under `printed`"
                ),
            )


def unexplained(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every deadline with several readings that no note speaks of."""
    if subject.model is not policy.Partnership:
        return
    noted = {
        str(item.value)
        for note in subject.root.listed("notes")
        for item in note.listed("deadlines")
    }
    for deadline in subject.root.listed("deadlines"):
        name = deadline.text("id")
        if _meanings(deadline) > 1 and name not in noted:
            yield (
                deadline,
                (
                    f"{quoted(name)} has several readings and no note says which is used and why; "
                    "name it in a note's `deadlines`"
                ),
            )


def looser_aim(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every reading to aim for that allows more time than the latest one."""
    for deadline in parts(subject.model, subject.root, clocks.Deadline):
        before = deadline.text("direction") == "before"
        readings = deadline.listed("readings")
        latest = next((r for r in readings if r.text("use") == "latest"), None)
        for reading in readings:
            if reading.text("use") != "aim" or latest is None:
                continue
            ours, theirs = _limit(deadline, reading), _limit(deadline, latest)
            if ours is None or theirs is None or ours[:2] != theirs[:2]:
                continue
            if (ours[2] < theirs[2]) if before else (ours[2] > theirs[2]):
                yield (
                    reading,
                    (
                        f"{quoted(reading.text('id'))} is to be aimed for but allows more time "
                        f"than {quoted(latest.text('id'))}; an aim is stricter"
                    ),
                )


def _meanings(deadline: Node) -> int:
    """Return how many readings there are, those that only start the count apart as one."""
    return len(
        {
            (
                reading.text("from"),
                *(
                    (key, str(node.value))
                    for key, node in clock.entries.items()
                    if key != "counting"
                ),
            )
            for reading in deadline.listed("readings")
            if (clock := reading.get("clock"))
        }
    )


def _limit(deadline: Node, reading: Node) -> tuple[str, str, int] | None:
    """Return the unit, the event and the number that a reading ends on."""
    clock = reading.get("clock")
    end = clock and (clock.get("to") or clock.get("amount"))
    if clock is None or not end or not isinstance(end.value, int):
        return None
    event = reading.text("from") or deadline.text("from")
    return clock.text("unit"), event, end.value


CHECKS = (
    Check(
        "reading-single",
        "warning",
        "Five days may be five working days; the reader must see both dates.",
        one_reading,
        finished=True,
    ),
    Check(
        "reading-unprinted",
        "warning",
        "A reader can only judge a reading beside the words it reads.",
        unprinted,
        finished=True,
    ),
    Check(
        "reading-unexplained",
        "warning",
        "Where words are open the notes page says which reading is used and why.",
        unexplained,
        finished=True,
    ),
    Check(
        "reading-aim-later",
        "error",
        "The date to aim for must never fall after the latest date.",
        looser_aim,
    ),
)
