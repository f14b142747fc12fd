"""Faults of the full form told in the author's words: the keys that a short policy has.

What an author wrote is expanded before it is checked. Where a check names a key that the
author never wrote (`source`, `next`), the fault names the one that stands for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from handbook.read.short.shape.spelling import AS_WRITTEN, EVERYWHERE
from handbook.read.walk import every_part
from rapidreview.model import Partnership, actors, steps, timing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node

    type Spot = tuple[str, int, int]

NO_SECTION = "no section is given here or around it; write `at`"
NO_SECTIONS = (
    "no section is given for {} steps, the first is here; write `at` on their stage or on "
    "each of them"
)
SEVERAL = 2
NO_LABEL = "an event of the protocol’s own has a label; write `label`"
NO_TIME = (
    "a limit without a time; found none in \\1; write `within: 3 working days`, or "
    "`not given: true` where the protocol gives no number"
)
NO_START = (
    "a limit that runs from nothing; found no step before it that marks an event; "
    "name the event under `of`"
)
_WHOLE = (
    (re.compile(r"the key `source` is missing;.*"), NO_SECTION),
    (re.compile(r"(the keys? .* (?:is|are) missing); found .*"), r"\1"),
    (re.compile(r"a deadline without a time; found neither in (.*?);.*"), NO_TIME),
    (re.compile(r"a clock that runs from nothing;.*"), NO_START),
)
"""Faults that are told in other words, as a whole."""
_WORDS = (
    (None, 'source: ["2.6"]', 'at: "2.6"'),
    (actors.Contact, "`silent: true`", "`address: not given`"),
)
"""What a fault of a part advises in the full form, and what it advises an author."""
_KEY = re.compile(r"`([\w-]+)((?:: [^`]*|:)?)`")
_MADE = {
    steps.Step: (timing.Order, timing.Deadline, timing.Event),
    actors.Actor: (actors.Member,),
}
"""Parts that rest on the section of the step or the actor that they belong to."""
_ONE_WAY = "a decision needs at least two ways out"
_UNREACHED = "a step that is never reached"


def in_the_authors_words(
    faults: Iterable[Fault], full: Node, nameless: Collection[Fault] = ()
) -> list[Fault]:
    """Return the faults of the full form ``full`` with the keys that its author writes.

    What follows from another fault is left out: from a step or an actor without a section,
    from a decision without ways, and from the ``nameless``, names of events that nothing
    declares. Steps without a section are told together.
    """
    found = list(faults)
    parts = _parts(full) if found else {}
    unknown = {_spot(one) for one in nameless}
    told = []
    for one in found:
        there = parts.get(_spot(one), [])
        told.append((there[-1] if there else None, _told(one, there)))
    bare = {part for part, one in told if one.message == NO_SECTION}
    follow = {part for cause, parts in _MADE.items() if cause in bare for part in parts}
    one_way = any(_ONE_WAY in one.message for _, one in told)
    kept = [
        (part, one)
        for part, one in told
        if not (part in follow and one.message == NO_SECTION)
        and not (one.message == NO_LABEL and _spot(one) in unknown)
        and not (one_way and _UNREACHED in one.message)
    ]
    return _joined(kept)


def _joined(told: Sequence[tuple[type | None, Fault]]) -> list[Fault]:
    """Return the faults, with all steps that have no section in one."""
    bare = [
        one for part, one in told if part is steps.Step and one.message == NO_SECTION
    ]
    if len(bare) < SEVERAL:
        return [one for _, one in told]
    message = NO_SECTIONS.format(len(bare))
    first = replace(min(bare), message=message, places=tuple(bare))
    return [*(one for _, one in told if one not in bare), first]


def _spot(fault: Fault) -> Spot:
    return fault.path, fault.line, fault.column


def _told(fault: Fault, there: Sequence[type]) -> Fault:
    says, part = fault.message, there[-1] if there else None
    if timing.Event in there and says.startswith("the key `label` is missing"):
        says = NO_LABEL
    for pattern, words in _WHOLE:
        says = pattern.sub(words, says)
    for only, old, new in _WORDS:
        if only in (None, part):
            says = says.replace(old, new)
    names = EVERYWHERE | (AS_WRITTEN.get(part, {}) if part else {})
    says = _KEY.sub(lambda key: f"`{names.get(key[1], key[1])}{key[2]}`", says)
    return replace(fault, message=says)


def _parts(full: Node) -> dict[Spot, list[type]]:
    """Return the parts at each place of the author's file, the innermost last."""
    found: dict[Spot, list[type]] = defaultdict(list)
    for part, node in every_part(Partnership, full):
        for place in [(node.path, node.line, node.column), *node.keys.values()]:
            found[place].append(part)
        for child in node.entries.values():
            for one in (child, *child.items):
                if one is child or one.kind == "scalar":
                    found[one.path, one.line, one.column].append(part)
    return found
