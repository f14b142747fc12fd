"""Trials: the policies are put to work. Every combination of answers, every worked
case and every start date is tried, and what does not come out is told at its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Finding, Severity
from handbook.prove.everything import prove
from handbook.prove.feasibility import feasibility, sentence
from handbook.prove.proof import Remark
from handbook.prove.worked import AT_LEAST, wanting
from handbook.read.faults import choices, quoted
from handbook.read.short.region.files import extending
from rapidreview.dates import DateProblemsError, schedule
from rapidreview.model import Protocol
from rapidreview.say import iso

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from handbook.read.nodes import Node
    from rapidreview.days import Calendar
    from rapidreview.model import National, Partnership
    from rapidreview.say import Moment

WHY = {
    "proof": "A gap, an overlap or a lowered answer would mislead somebody some day.",
    "date-example": "A worked date that the engine does not reach means one of them is wrong.",
    "dates-few": "A count that was worked by hand over the hard days is one that can be relied on.",
    "dates-unsigned": "The engine cannot check itself; a person has to count what it proposes.",
    "area-twice": "A reader who looks up an authority must find one partnership, not two.",
    "feasibility": "A protocol whose steps do not fit between its dates cannot be kept.",
    "region-idle": "A regional text that no partnership extends is on nobody’s pages.",
}


def trials(
    national: tuple[National, Node],
    partnerships: Iterable[tuple[Partnership, Node]],
    calendar: Calendar,
) -> Iterator[Finding]:
    """Yield what does not hold when the policies, each with its tree, are put to work."""
    law, law_root = national
    chosen = list(partnerships)
    yield from _claimed_twice(chosen)
    roots = {partnership.id: root for partnership, root in chosen}
    proof = prove(law, [partnership for partnership, _ in chosen])
    for flaw in (*proof.faults, *proof.notes):
        root = roots.get(flaw.policy, law_root)
        node = named(root, flaw.part) or root
        severity: Severity = "note" if isinstance(flaw, Remark) else "error"
        yield _finding(node, severity, f"proof-{flaw.check}", flaw.says)
    for partnership, root in chosen:
        yield from worked_dates(law, partnership, root, calendar)
        yield from _worked_enough(law, partnership, root, calendar)
        yield from _feasible(law, partnership, root, calendar)


def _claimed_twice(chosen: list[tuple[Partnership, Node]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for partnership, root in chosen:
        for area, node in zip(partnership.areas, root.listed("areas"), strict=True):
            name = " ".join(area.authority.casefold().split())
            if name in first and first[name] != partnership.id:
                message = f"{area.authority} is an area of {first[name]} already"
                yield _finding(node, "error", "area-twice", message)
            first.setdefault(name, partnership.id)


def worked_dates(
    national: National, partnership: Partnership, root: Node, calendar: Calendar
) -> Iterator[Finding]:
    """Yield every worked date that the engine does not reach."""
    protocol = Protocol(national, partnership)
    for example, node in zip(
        partnership.date_examples, root.listed("date_examples"), strict=True
    ):
        try:
            plan = schedule(protocol, example.given, calendar)
        except DateProblemsError as error:
            yield _finding(node, "error", "date-example", str(error))
            continue
        found = {due.id: due for due in plan.deadlines}
        latest = {name: due.latest for name, due in found.items()}
        aim = {name: due.aim_for for name, due in found.items()}
        yield from _compared(node, "due", example.due, latest)
        yield from _compared(node, "aim", example.aim, aim)


def _worked_enough(
    national: National, partnership: Partnership, root: Node, calendar: Calendar
) -> Iterator[Finding]:
    """Yield which deadlines lack worked dates, and which worked dates nobody has signed."""
    left = list(wanting(Protocol(national, partnership), calendar))
    if left:
        lack = "deadline lacks" if len(left) == 1 else "deadlines lack"
        message = (
            f"{len(left)} {lack} worked dates ({AT_LEAST} each, some over Easter and Christmas): "
            f"{choices(left)}; `rapidreview examples {partnership.id} --write` proposes them"
        )
        node = root.get("deadlines") or root
        yield _finding(node, "note", "dates-few", message)
    pairs = zip(partnership.date_examples, root.listed("date_examples"), strict=True)
    unsigned = [node for example, node in pairs if example.unsigned]
    if unsigned:
        cases = "case is" if len(unsigned) == 1 else "cases are"
        message = (
            f"{len(unsigned)} worked {cases} proposed and not signed, here first; count the dates "
            "by other means and write `checked_by: NAME` in the place of `proposed: true`"
        )
        yield _finding(unsigned[0], "note", "dates-unsigned", message)


def _compared(
    node: Node,
    key: str,
    expected: Mapping[str, str],
    found: Mapping[str, Moment | None],
) -> Iterator[Finding]:
    for name, day in expected.items():
        moment = found.get(name)
        actual = iso(moment) if moment else "no date"
        if actual != day:
            place = node.entries[key].entries[name]
            message = f"{name} is worked out as {actual}; found {day} under `{key}`"
            yield _finding(place, "error", "date-example", message)


def _feasible(
    national: National, partnership: Partnership, root: Node, calendar: Calendar
) -> Iterator[Finding]:
    for found in feasibility(Protocol(national, partnership), calendar):
        use = found.reading.use
        if found.kind != "day-off" and found.failing and use != "rejected":
            node = _reading(root, found.deadline.id, found.reading.id) or root
            severity: Severity = "warning" if use == "latest" else "note"
            yield _finding(node, severity, "feasibility", sentence(found))


def _reading(root: Node, deadline: str, reading: str) -> Node | None:
    for node in root.listed("deadlines"):
        if node.text("id") == deadline:
            inner = (r for r in node.listed("readings") if r.text("id") == reading)
            return next(inner, node)
    return None


def named(node: Node, name: str) -> Node | None:
    """Return the first part in ``node`` whose id, name or outcome is ``name``."""
    if node.kind == "map" and name in (
        node.text("id"),
        node.text("name"),
        node.text("outcome"),
    ):
        return node
    for child in (*node.entries.values(), *node.items):
        if found := named(child, name):
            return found
    return None


def _finding(node: Node, severity: Severity, check: str, message: str) -> Finding:
    return Finding(node.path, node.line, node.column, severity, check, message)


def idle_regions(some: Iterable[Path]) -> Iterator[Finding]:
    """Yield a note on each region of ``some`` that no partnership extends."""
    for path in some:
        if not extending(path):
            says = (
                f"no partnership extends the region {quoted(path.stem)}; "
                f"write `extends: [{path.stem}]` where it applies, or take the file out"
            )
            yield Finding(str(path), 1, 1, "note", "region-idle", says)
