"""Routes: the "Do this now" box and the next steps of each answer, as the steps have them.

What the author writes for a reader or an outcome stands; what it leaves out is filled in
from the steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import (
    copied,
    each,
    filled,
    made,
    mapping,
    moved,
    put,
    taken,
    texts,
)
from handbook.read.short.people import contacts_named
from handbook.read.short.topics import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from handbook.read.nodes import Node
    from handbook.read.short.making import Plain
    from handbook.read.short.process.steps import ShortStep
    from rapidreview.model.house import HouseRoutes, OutcomeRoute, ReaderRoute

MOST = 5
"""Next steps of one answer."""


class Routes:
    """The ways through the steps that a reader is shown first."""

    def __init__(
        self,
        steps: Sequence[ShortStep],
        start: str,
        groups: dict[str, list[str]],
        house: HouseRoutes,
    ) -> None:
        """Keep the steps, the id of the first, and what each name of a contact stands for."""
        self._steps = {one.id: one for one in steps}
        self._start = start
        self._groups = groups
        self._house = house

    def do_now(self, root: Node, deadlines: Iterable[Node]) -> list[Node]:
        """Return the rows of the "Do this now" box."""
        timed: dict[str, str] = {}
        for one in deadlines:
            timed.setdefault(one.text("step"), one.text("id"))
        written = {one.text("reader"): one for one in root.listed("do_now")}
        house = {one.reader: one for one in self._house.do_now}
        rows = []
        for reader in [*house, *(one for one in written if one not in house)]:
            step, row = self._shown(house.get(reader)), written.get(reader)
            if row is not None:
                full = _said(row)
                self._reached(full)
            elif step is not None:
                full = mapping(step.written, {"reader": reader})
            else:
                continue
            if reader in house:
                filled(full, [("title", house[reader].title)])
            if step is not None:
                filled(full, [*self._hands(step), ("deadline", timed.get(step.id))])
                if "says" not in full.entries:
                    put(full, "says", made(step.written, [_sentence(step)]))
            rows.append(full)
        return rows

    def next_steps(self, root: Node) -> list[Node]:
        """Return the next steps of each outcome that the file names or the flow has."""
        written = {one.text("outcome"): one for one in root.listed("next_steps")}
        way = self._way(self._start)
        made_of = {one.outcome: _until(way, one) for one in self._house.next_steps}
        made_of |= self._answering()
        rows = []
        for outcome in [*made_of, *(one for one in written if one not in made_of)]:
            steps, row = made_of.get(outcome, []), written.get(outcome)
            if not steps and row is None:
                continue
            if row is not None:
                full = copied(row)
                self._reached(full)
            else:
                full = mapping(steps[0].written, {"outcome": outcome})
            if steps:
                self._led(full, steps)
            rows.append(full)
        return rows

    def _reached(self, full: Node) -> None:
        """Write out the contacts of a row: one that has an address by area is several."""
        contact = full.get("contact")
        if contact is not None:
            names = [
                made(one, name)
                for one in each(contact)
                for name in self._groups.get(one.raw, [one.raw])
            ]
            full.entries["contact"] = made(contact, names)

    def _led(self, full: Node, steps: Sequence[ShortStep]) -> None:
        if "steps" not in full.entries:
            names: list[Plain] = [one.id for one in steps]
            put(full, "steps", made(full, names))
        sending = [one for one in steps if "to" in one.written.entries]
        with_form = [one for one in sending if one.full.get("forms") is not None]
        first = next(iter([*with_form, *sending, *steps]))
        filled(full, [*self._hands(first)])
        said = _sentence(first).entries["says"].raw
        if "silent" not in full.entries:
            filled(full, [("says", said), ("at", first.at)])

    def _hands(self, step: ShortStep) -> list[tuple[str, Plain]]:
        forms = texts(step.full.get("forms"))
        contacts: list[Plain] = [*contacts_named(step.written.get("to"), self._groups)]
        return [("form", forms[0] if forms else None), ("contact", contacts)]

    def _shown(self, route: ReaderRoute | None) -> ShortStep | None:
        """Return the step that a reader is shown, if the house has one for it."""
        if route is None or not (route.step or route.first_form):
            return None
        if route.first_form:
            return self._sending(route.until)
        return self._marking(route.step)

    def _sending(self, until: str) -> ShortStep | None:
        """Return the first step on the way that sends a form; none after that of ``until``."""
        for one in self._way(self._start):
            if one.full.get("forms") is not None and "to" in one.written.entries:
                return one
            if until and one.marks == until:
                break
        return None

    def _marking(self, event: str) -> ShortStep | None:
        return next((one for one in self._steps.values() if one.marks == event), None)

    def _answering(self) -> dict[str, list[ShortStep]]:
        found: dict[str, list[ShortStep]] = {}
        for step in self._steps.values():
            for outcome in texts(step.written.get("answers")):
                found.setdefault(outcome, self._way(step.id)[:2])
        return found

    def _way(self, start: str) -> list[ShortStep]:
        """Return the steps from ``start``, by the first way out of each decision."""
        found: list[ShortStep] = []
        name = start
        while (step := self._steps.get(name)) is not None and step not in found:
            found.append(step)
            onward = step.onward
            name = onward[0] if onward else ""
        return found


def _said(row: Node) -> Node:
    full = copied(row)
    at, says = full.get("at"), full.get("says")
    if says is not None:
        full.entries["says"] = made(says, list(statements(says, at)))
    taken(full, "at")
    moved(full, "to", "contact")
    return full


def _sentence(step: ShortStep) -> Node:
    title = step.full.text("title").rstrip(".")
    detail = step.full.text("detail")
    said = f"{title}. {detail}".strip()
    return mapping(step.written, {"says": said, "at": step.at})


def _until(way: Sequence[ShortStep], route: OutcomeRoute) -> list[ShortStep]:
    """Return the steps of a way up to the one that marks an event; none where none does."""
    found: list[ShortStep] = []
    for one in way:
        if route.decisions or one.written.get("asks") is None:
            found.append(one)
        if one.marks == route.until:
            return found[:MOST] if route.decisions else _shortened(found)
    return []


def _shortened(steps: list[ShortStep]) -> list[ShortStep]:
    """Return at most five steps: the last, and those before it with a limit, form or event."""
    if len(steps) <= MOST:
        return steps
    weighty = [
        one
        for one in steps[:-1]
        if one.marks or "limit" in one.written.entries or "to" in one.written.entries
    ]
    return [*weighty[: MOST - 1], steps[-1]]
