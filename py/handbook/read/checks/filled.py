"""What must not be left empty: sources, texts, and lists that cannot have nothing.

An empty `source: []` is a statement without a source. Addresses must be web
addresses or mailboxes: anything else would be a link that does not do what it says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.read.faults import quoted
from handbook.read.walk import bare, parts, places, slots
from rapidreview.model import base as common
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.walk import Place

_SOME = frozenset(
    [
        "partnerships",
        "short",
        "areas",
        "documents",
        "sections",
        "actors",
        "events",
        "stages",
        "steps",
        "options",
        "says",
    ]
)
_URL = re.compile(r"https?://[^\s\"'<>{}\\]+\.[^\s\"'<>{}\\]+")
_EMAIL = re.compile(r"[A-Za-z0-9._+'&-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for everything that is empty and may not be, and for bad addresses."""
    for place in places(model, root):
        yield from _empty(place)
        yield from _address(place)
    for contact in parts(model, root, policy.Contact):
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


def _empty(place: Place) -> Iterator[Fault]:
    node = place.node
    required = slots(place.part)[place.key].required
    if not required:
        return
    if node.kind == "list" and not node.items:
        if place.key == "source":
            yield node.fault(
                "a statement without a source; found an empty list; "
                'write where it is said: source: ["2.6"]'
            )
        elif place.key in _SOME:
            yield node.fault(f"`{place.key}` is empty; write at least one")
    elif bare(place.hint) is str and node.value == "":
        yield node.fault(f"`{place.key}` is empty; write its text")
    for item in node.items:
        if item.kind == "scalar" and item.value == "":
            yield item.fault(
                f"an empty item in `{place.key}`; write its text or delete it"
            )


def _address(place: Place) -> Iterator[Fault]:
    value = place.node.value
    if not isinstance(value, str) or not value:
        return
    if place.key in ("url", "website") and not _URL.fullmatch(value):
        yield place.node.fault(
            f"this is not a web address; found {quoted(value)}; write https://…"
        )
    if place.key == "email" and not _EMAIL.fullmatch(value):
        yield place.node.fault(
            f"this is not a mailbox; found {quoted(value)}; write name@example.org"
        )
