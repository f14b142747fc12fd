"""Areas: each is a local authority of the national list, and one that has not ended.

The look-up leads from an authority to its partnership by that id. A national layer with
no list of authorities asks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.read.faults import quoted
from handbook.read.walk import is_draft, is_national
from rapidreview.model import Partnership
from rapidreview.say import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node


def unknown(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every area of a protocol that is no authority of the list."""
    if not is_draft(subject.root):
        yield from _unknown(subject)


def unknown_in_draft(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the same of a draft, whose areas may not be settled yet."""
    if is_draft(subject.root):
        yield from _unknown(subject)


def ended(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every area whose authority has ended, with what succeeded it."""
    known = _authorities(subject)
    for area in _areas(subject):
        row = known.get(area.text("id"))
        until = row.text("until") if row else ""
        if row and until and until <= subject.today.isoformat():
            after = ", ".join(str(one.value) for one in row.listed("succeeded_by"))
            found = f"this authority ended; found {quoted(area.text('id'))}, until {until}; "
            yield area, f"{found}write those that succeed it: {after}"


def _unknown(subject: Subject) -> Iterator[tuple[Node, str]]:
    known = _authorities(subject)
    for area in _areas(subject) if known else ():
        name = area.text("id")
        if name and name not in known:
            near = nearest(name, sorted(known))
            hint = f"did you mean {near}?" if near else "write its id"
            says = (
                f"the list of local authorities has no such one; found {quoted(name)}; "
            )
            yield area.entries["id"], says + hint


def _areas(subject: Subject) -> list[Node]:
    if subject.model is not Partnership or is_national(subject.root):
        return []
    return subject.root.listed("areas")


def _authorities(subject: Subject) -> dict[str, Node]:
    rows = subject.law.listed("authorities") if subject.law else []
    return {row.text("id"): row for row in rows}


CHECKS = (
    Check(
        "area-unknown",
        "error",
        "Readers look for their council; an area that is none of them is never found.",
        unknown,
    ),
    Check(
        "area-unknown-in-draft",
        "warning",
        "The same of a draft: it can be read, but nobody is led to it yet.",
        unknown_in_draft,
    ),
    Check(
        "area-ended",
        "warning",
        "A council that has ended notifies nobody: its successors do.",
        ended,
    ),
)
