"""Limits: what a step says of time, as the deadlines of the full form.

A limit takes from its step what it does not say: who acts, what is done, the event that
keeps it, and the section. Where it does not say from when, it runs from the event that
comes right before the step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.read.short.limits.words import (
    as_mapping,
    told_apart,
    what_is_due,
)
from handbook.read.short.making import (
    copied,
    each,
    filled,
    made,
    put,
    taken,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from handbook.read.nodes import Node
    from handbook.read.short.limits.times import Times
    from handbook.read.short.process.steps import ShortStep


@dataclass(frozen=True)
class Limits:
    """Makes the deadlines of a policy's steps."""

    times: Times
    before: Mapping[str, list[str]]
    """The events right before each step."""

    def of(self, steps: Iterable[ShortStep]) -> list[Node]:
        """Return the deadlines of all steps, in order."""
        return [
            self._deadline(step, limit, turn)
            for step in steps
            for turn, limit in enumerate(
                [*each(step.written.get("limit")), *each(step.written.get("limits"))]
            )
        ]

    def others(self, root: Node) -> list[Node]:
        """Return the deadlines that stand under ``deadlines`` because no step carries them."""
        found = []
        for limit in root.listed("deadlines"):
            full = copied(limit)
            self.times.write(full, limit, [])
            found.append(full)
        return found

    def reject(self, deadlines: Iterable[Node], readings: Iterable[Node]) -> None:
        """Give each deadline the readings of it that a note rejects."""
        by_id = {one.text("id"): one for one in deadlines}
        for written in readings:
            about = taken(written, "deadline")
            deadline = by_id.get(about.raw) if about else None
            if deadline is None:
                continue
            listed = list(deadline.listed("readings"))
            reading = self.times.reading(written, len(listed), "rejected", deadline)
            told_apart(reading, listed)
            put(deadline, "readings", made(written, [*listed, reading]))

    def _deadline(self, step: ShortStep, limit: Node, turn: int) -> Node:
        limit = as_mapping(limit)
        full = copied(limit)
        if step.marks and not {"ends", "every"} & full.entries.keys():
            put(full, "to_event", made(limit, step.marks))
        self.times.write(full, limit, self.before.get(step.id, []))
        self._rest(full, step, turn)
        return full

    def _rest(self, full: Node, step: ShortStep, turn: int) -> None:
        name = step.id if turn == 0 else f"{step.id}-{turn + 1}"
        filled(
            full,
            [
                ("id", name),
                ("what", what_is_due(step)),
                ("who", step.full.get("actor")),
                ("step", step.id),
                ("at", step.at),
            ],
        )
        why = step.written.get("derived")
        if why is not None:
            filled(full, [("who_status", "derived")])
            if "derived" not in full.entries:
                filled(full, [("reason", why)])
