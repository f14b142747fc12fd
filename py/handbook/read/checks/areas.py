"""What holds for one area only leads to nothing that holds for another area only.

A reader of one area who follows the flow must never be sent to a step, a form or a body
that is another area's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault where something of some areas names something of other areas only."""
    if model is not policy.Partnership:
        return
    actors, forms, steps = (_by_id(root, key) for key in ("actors", "forms", "steps"))
    for actor in actors.values():
        yield from _actor(actor)
    for contact in root.listed("contacts"):
        yield from _apart(contact, contact.get("actor"), actors, "actor")
    for form in forms.values():
        for key in ("filled_by", "goes_to"):
            yield from _apart(form, form.get(key), actors, "actor")
    for step in steps.values():
        yield from _apart(step, step.get("actor"), actors, "actor")
        for node in step.listed("forms"):
            yield from _apart(step, node, forms, "form")
        whole = _areas(step) or _areas(actors.get(step.text("actor")))
        for node in _onward(step):
            to = steps.get(node.raw)
            theirs = to and (_areas(to) or _areas(actors.get(to.text("actor"))))
            yield from _no_overlap(step, node, "step", whole, theirs or set())


def _actor(actor: Node) -> Iterator[Fault]:
    own, areas = _areas(actor), actor.listed("acts_for")
    for node in areas:
        if own and node.value not in own:
            yield node.fault(
                f"{quoted(actor.text('id'))} acts for an area that is not one of its own; "
                f"found {quoted(node.raw)}; its areas are {', '.join(sorted(own))}"
            )
    for member in actor.listed("members"):
        theirs = _areas(member)
        if own and theirs and not own & theirs:
            yield member.entries["areas"].fault(
                f"a member for areas that {quoted(actor.text('id'))} does not serve; "
                f"found {', '.join(sorted(theirs))}; its areas are {', '.join(sorted(own))}"
            )


def _apart(
    owner: Node, node: Node | None, kind: dict[str, Node], what: str
) -> Iterator[Fault]:
    """Yield a fault where ``owner`` and what it names under ``node`` have no area in common."""
    if node is not None:
        yield from _no_overlap(
            owner, node, what, _areas(owner), _areas(kind.get(node.raw))
        )


def _no_overlap(
    owner: Node, node: Node, what: str, mine: set[str], theirs: set[str]
) -> Iterator[Fault]:
    if mine and theirs and not mine & theirs:
        yield node.fault(
            f"{quoted(owner.text('id'))} is for {_listed(mine)}, and this {what} for "
            f"{_listed(theirs)}; found {quoted(node.raw)}; name one of the same "
            "area, or give both the same `areas`"
        )


def _onward(step: Node) -> Iterator[Node]:
    deciding = step.get("decides")
    places = [step.get("next"), *(way.get("to") for way in step.listed("ways"))]
    places.append(deciding.get("dispute") if deciding else None)
    return (node for node in places if node is not None)


def _by_id(root: Node, key: str) -> dict[str, Node]:
    return {one.text("id"): one for one in root.listed(key) if one.kind == "map"}


def _areas(part: Node | None) -> set[str]:
    return {str(one.value) for one in part.listed("areas")} if part else set()


def _listed(areas: Iterable[str]) -> str:
    return ", ".join(sorted(areas))
