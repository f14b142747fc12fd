"""What must not be left empty: sources, texts, and lists that cannot have nothing.

An empty `source: []` is a statement without a source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.walk import bare, is_unfinished, parts, places
from rapidreview.model import base as common
from rapidreview.model.actors import Contact
from rapidreview.model.constraints import CITES, SOME
from rapidreview.model.partnership import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.walk import Place


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for everything that is empty and may not be."""
    for place in places(model, root):
        yield from _empty(place, draft=is_unfinished(root))
    for document in parts(model, root, Document):
        if document.text("governs") and not document.get("governs_at"):
            yield document.key_fault(
                "governs",
                "a statement without a section; found none for `governs`; write where it "
                'is said: `governs_at: "1.2"`',
            )
    for contact in parts(model, root, Contact):
        silent = contact.get("silent")
        if not any(contact.text(key) for key in ("email", "url", "phone")) and not (
            silent and silent.value is True
        ):
            yield contact.fault(
                "a contact with no way to reach it; found no email, url or phone; "
                "add one, or write `silent: true` where the protocol gives none"
            )
    for when in parts(model, root, common.When):
        if not any(
            when.entries.get(key) and when.entries[key].plain()
            for key in ("all", "any", "none")
        ):
            yield when.fault("a condition that asks nothing; write all, any or none")


def _empty(place: Place, *, draft: bool) -> Iterator[Fault]:
    node = place.node
    if not place.slot.must(draft=draft):
        return
    if node.kind == "list" and not node.items:
        if SOME not in place.slot.marks:
            return
        if CITES in place.slot.marks:
            yield node.fault(
                "a statement without a source; found an empty list; "
                'write where it is said: source: ["2.6"]'
            )
        else:
            yield node.fault(f"`{place.key}` is empty; write at least one")
    elif bare(place.slot.hint) is str and node.value == "":
        yield node.fault(f"`{place.key}` is empty; write its text")
    for item in node.items:
        if item.kind == "scalar" and item.value == "":
            yield item.fault(
                f"an empty item in `{place.key}`; write its text or delete it"
            )
