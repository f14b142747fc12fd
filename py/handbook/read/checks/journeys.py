"""Every step can be reached, and every way leads to an end.

A reader who follows the flowchart must never be left with a decision that has
one answer, a step that nothing leads to, or a circle with no way out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import is_draft, is_unfinished
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

AT_LEAST = 2


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every flaw in how a partnership's steps lead on."""
    if model is not policy.Partnership:
        return
    steps = {step.text("id"): step for step in root.listed("steps") if step.text("id")}
    if not is_unfinished(root):
        yield from map(_stepless, stages_without_steps(root))
    for step in steps.values():
        yield from _ways(step)
    if steps and "start" not in root.entries and is_draft(root):
        yield root.fault(
            "the steps have no beginning; found no `start`; "
            f"write the id of the first step: {quoted(next(iter(steps)))}"
        )
    onward = {name: _onward(step) & steps.keys() for name, step in steps.items()}
    for name, step in steps.items():
        if step.text("beside") in steps:
            onward[step.text("beside")].add(name)
    starts = _listed_or_one(root, "start")
    if not starts or not starts <= steps.keys():
        return
    entries = set(starts)
    for row in root.listed("next_steps"):
        entries |= {str(item.value) for item in row.listed("steps")} & steps.keys()
    misspelt = any(_onward(step) - steps.keys() for step in steps.values())
    if not misspelt:  # that is said already, and would explain what is not reached
        yield from _unreached(steps, onward, entries)
    yield from _endless(steps, onward)


def stages_without_steps(root: Node) -> list[Node]:
    """Return the stages of a policy in which no step stands."""
    filled = {step.text("stage") for step in root.listed("steps")}
    return [one for one in root.listed("stages") if one.text("id") not in filled]


def _stepless(stage: Node) -> Fault:
    return stage.fault(
        f"a stage without a step; found none in {quoted(stage.text('id'))}; write its "
        "`steps`, or take the stage out"
    )


def _listed_or_one(owner: Node, key: str) -> set[str]:
    """Return the names under a key that holds one or a list of them."""
    node = owner.get(key)
    items = [] if node is None else node.items or [node]
    return {str(item.value) for item in items if item.kind == "scalar" and item.value}


def _ways(step: Node) -> Iterator[Fault]:
    name, ways = quoted(step.text("id")), step.listed("ways")
    decides = step.text("kind") == "decide"
    if decides and len(ways) < AT_LEAST:
        found = "one way" if ways else "no ways"
        yield step.fault(
            f"a decision needs at least two ways out; found {found} in {name}; "
            "add the other under `ways:`"
        )
    if ways and not decides:
        yield step.entries["ways"].fault(
            f"only a decision has ways; found kind {step.text('kind')} in {name}; "
            "write `kind: decide`, or `next:` in place of `ways:`"
        )
    deciding = step.get("decides")
    if deciding and not decides:
        yield step.key_fault(
            "decides",
            f"only a decision is decided by a rule; found kind {step.text('kind')} in "
            f"{name}; write `kind: decide`, or take `decides:` out",
        )
    if ways and step.text("next"):
        yield step.entries["next"].fault(
            f"a step has `next` or `ways`, not both; found both in {name}"
        )


def _onward(step: Node) -> set[str]:
    deciding = step.get("decides")
    dispute = deciding.text("dispute") if deciding else ""
    ways = (way.text("to") for way in step.listed("ways"))
    return {step.text("next"), dispute, *ways} - {""}


def _unreached(
    steps: dict[str, Node], onward: dict[str, set[str]], entries: set[str]
) -> Iterator[Fault]:
    reached = _spread(entries, onward)
    for name in steps.keys() - reached:
        yield steps[name].fault(
            f"a step that is never reached; found {quoted(name)}; lead to it from "
            "another step's `next` or `ways` (or from `next_steps`)"
        )


def _endless(steps: dict[str, Node], onward: dict[str, set[str]]) -> Iterator[Fault]:
    back: dict[str, set[str]] = {name: set() for name in steps}
    for name, targets in onward.items():
        for target in targets:
            back[target].add(name)
    ends = {name for name, step in steps.items() if not _onward(step)}
    # A step whose only way on is a misspelt name is reported as such, not as endless.
    ends |= {name for name, step in steps.items() if _onward(step) - steps.keys()}
    for name in steps.keys() - _spread(ends, back):
        yield steps[name].fault(
            f"a way that never ends; from {quoted(name)} every way leads round in a circle; "
            "an end is a step with neither `next` nor `ways`"
        )


def _spread(start: Iterable[str], links: dict[str, set[str]]) -> set[str]:
    found, ahead = set(start), list(start)
    while ahead:
        for name in links[ahead.pop()] - found:
            found.add(name)
            ahead.append(name)
    return found
