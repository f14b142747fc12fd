"""Prose: sentences have a subject and a verb, and turns of translated English are named.

What is looked at are the sentences of a policy: statements, details of steps and the
notes. Titles, labels and the cells of the comparison may be phrases.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject
from handbook.lint.language.verbs import has_verb
from handbook.read.faults import quoted
from handbook.read.walk import places
from rapidreview.model import partnership as policy
from rapidreview.model.constraints import CITES, PRINTED, SENTENCES, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_TURNS = (
    (
        re.compile(r"\b(is|are) not given\b", re.IGNORECASE),
        "say who gives nothing: “the protocol gives no …”, “the protocol does not say …”",
    ),
    (
        re.compile(
            r"(?:^|(?<=[.!?] ))(?:That|What|How|Who|Whether|When|Where|Which|By when)\b"
            r"[^.!?:;]*\b(?:is|are) not (?:said|stated|defined|named|told|mentioned)\b"
        ),
        "a clause is a poor subject: “the protocol does not say …”",
    ),
    (
        re.compile(r"\bwait with (it|this|that|them)\b", re.IGNORECASE),
        "write “do not delay it”, or name the act",
    ),
    (
        re.compile(
            r",\s+also\s+(?=(because|where|by|in|for|if|when|from|to|of|with|at)\b)"
        ),
        "write “including” or “even”",
    ),
    (
        re.compile(
            r"\btells as a fact\b|\bthe way ends\b|\btakes? hold\b"
            r"|\b(something|nothing|much) to teach\b|\bbelongs to nobody\b",
            re.IGNORECASE,
        ),
        "say plainly what is meant",
    ),
)
_SEVERAL = re.compile(r"\bseveral\b", re.IGNORECASE)
_STUMP = re.compile(r"(?:^|(?<=[.!?] ))([A-Z][^.:?!“”]{0,40}): (?=[a-z“])")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!Det\.)\s+(?=[A-Z“])")
_SHORT = frozenset(("No time limit given.", "Rejected.", "Yes.", "No."))


def _texts(subject: Subject, *, whole: bool) -> Iterator[tuple[Node, str]]:
    """Yield the texts that are the handbook's own; with ``whole``, those that are sentences throughout."""
    for place in places(subject.model, subject.root):
        marks = place.slot.marks
        if PRINTED in marks or CITES in marks or place.slot.mark(Shape) is not None:
            continue
        if whole and SENTENCES not in marks:
            continue
        for node in place.nodes:
            if isinstance(node.value, str):
                yield node, " ".join(node.value.split())


def turns(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every turn of phrase that no practitioner in England would write."""
    for node, text in _texts(subject, whole=False):
        for pattern, advice in _TURNS:
            if match := pattern.search(text):
                yield node, f"{quoted(match.group().strip(' ,'))} reads oddly; {advice}"


def several(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every "several" of a partnership's policy."""
    if subject.model is policy.Partnership:
        for node, text in _texts(subject, whole=False):
            if match := _SEVERAL.search(text):
                yield (
                    node,
                    (
                        f"{quoted(match.group())} is more than two to most readers; write "
                        "“more than one”, or the protocol’s own word"
                    ),
                )


def stumps(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every sentence that is a heading, a colon and the rest."""
    if subject.model is policy.Partnership:
        for node, text in _texts(subject, whole=True):
            for match in _STUMP.finditer(text):
                if not has_verb(match.group(1)):
                    yield (
                        node,
                        f"{quoted(match.group(1) + ':')} is a stump; join it to the rest with a verb",
                    )


def verbless(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every sentence without a verb where sentences are expected."""
    if subject.model is policy.Partnership:
        for node, text in _texts(subject, whole=True):
            for sentence in _SENTENCE.split(text):
                if sentence not in _SHORT and not has_verb(sentence):
                    yield node, f"{quoted(sentence)} has no verb; make it a sentence"


CHECKS = (
    Check(
        "prose-turn",
        "warning",
        "A reader in a hurry stumbles over a turn that is not English.",
        turns,
    ),
    Check(
        "prose-several",
        "note",
        "Two is more than one, and a reader with two does not think of several.",
        several,
    ),
    Check(
        "prose-stump",
        "note",
        "A stump and a colon leave it to the reader how the two belong together.",
        stumps,
    ),
    Check(
        "prose-verbless",
        "note",
        "Without a verb nobody knows who does what.",
        verbless,
    ),
)
