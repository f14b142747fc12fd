"""How much of a partnership's pages is printed, worked out, national or still to be verified."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, table
from rapidreview.show import Html, el, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Protocol, Ref
    from rapidreview.show import Sources

MEANS = {
    "stated": (
        "Printed",
        "The document says it there; in words of our own here",
    ),
    "derived": (
        "Worked out",
        "It follows from what the protocol says; the tag “worked out” is beside it",
    ),
    "national": (
        "National",
        "The document is silent; national text fills the gap and is tagged so",
    ),
}


def standings(protocol: Protocol, sources: Sources) -> Html:
    """Return the counts by standing, and the list of what a person must still verify."""
    parts = list(_sourced(protocol.partnership))
    counts = Counter(str(getattr(part, "status", "stated")) for part in parts)
    rows = [(*MEANS[name], str(counts[name])) for name in MEANS if counts[name]]
    silent = sum(bool(getattr(part, "silent", False)) for part in parts)
    rows.append(("Silent", "The handbook looked and found nothing", str(silent)))
    body = table(("Standing", "What it means", "Statements"), rows)
    return joined(body, _to_verify(parts, sources))


def _to_verify(parts: list[object], sources: Sources) -> Html:
    open_ = [part for part in parts if getattr(part, "evidence", "") == "to-verify"]
    if not open_:
        return el("p", "No statement of this protocol still waits to be verified.")
    items = [
        joined(
            str(getattr(part, "says", "") or getattr(part, "what", "")),
            sources.mark(_refs(part)),
            " ",
            tag("to be verified"),
        )
        for part in open_
    ]
    return joined(el("h3", "Still to be verified"), bullets(items, "says"))


def _refs(part: object) -> tuple[Ref, ...]:
    refs: tuple[Ref, ...] = getattr(part, "source", ())
    return refs


def _sourced(part: object) -> Iterator[object]:
    """Yield every part of a policy that has a source of its own."""
    if isinstance(part, tuple):
        for item in part:
            yield from _sourced(item)
    elif is_dataclass(part):
        if getattr(part, "source", ()):
            yield part
        for item in fields(part):
            yield from _sourced(getattr(part, item.name))
