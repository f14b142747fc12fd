"""Courses that a flow allows: which decisions are on notifying, and which ways lead to what
national texts do not foresee.

A way is followed from every start, through every answer. It has been notified once it
has passed a step that brings the notification about.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.flow.layout import ways_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import Id, Protocol, Statement, Step
    from rapidreview.model.steps import Unforeseen


@dataclass(frozen=True)
class Course:
    """A course that national texts do not foresee, and the step at which it comes about."""

    unforeseen: Unforeseen
    step: Step


def beside(protocol: Protocol, step: Step) -> tuple[Statement, ...]:
    """Return what holds beside ``step`` where it decides whether to notify, else nothing."""
    rule = protocol.national.notifiability.on_notifying
    return rule.says if rule and step.id in _on_notifying(protocol) else ()


@lru_cache(maxsize=32)
def courses(protocol: Protocol) -> tuple[Course, ...]:
    """Return the unforeseen courses of ``protocol``, each with every step at which it begins.

    A draft has none: where its steps end, the rest has only not been read yet.
    """
    if protocol.is_draft:
        return ()
    found = {
        "withdrawn": _withdrawn(protocol),
        "review-not-notified": _reviews(protocol),
        "notified-no-review": _ends(protocol),
    }
    return tuple(
        Course(one, protocol.steps[name])
        for one in protocol.national.notifiability.unforeseen
        for name in protocol.steps
        if name in found[one.course]
    )


@lru_cache(maxsize=32)
def _on_notifying(protocol: Protocol) -> frozenset[Id]:
    """Return the decisions on notifying: those whose event says so, and those of which one
    way leads to the notification before any other decision and another does not."""
    rule = protocol.national.notifiability.on_notifying
    if rule is None:
        return frozenset()
    steps = protocol.steps
    sends = {name for name, one in steps.items() if one.event == rule.notified}

    def notifies(name: Id) -> bool:
        passed: set[Id] = set()
        while name and name not in passed and not steps[name].ways:
            if name in sends:
                return True
            passed.add(name)
            name = steps[name].next
        return name in sends

    return frozenset(
        name
        for name, one in steps.items()
        if one.ways
        and (
            one.event == rule.decided or len({notifies(way.to) for way in one.ways}) > 1
        )
    )


def _withdrawn(protocol: Protocol) -> set[Id]:
    """Return the steps with an event that ends what follows from the notification."""
    rule = protocol.national.notifiability.on_notifying
    if rule is None:
        return set()
    ending = {one.id for one in protocol.events.values() if rule.notified in one.ends}
    return {name for name, one in protocol.steps.items() if one.event in ending}


def _reviews(protocol: Protocol) -> set[Id]:
    """Return the steps of the review's meeting that a case can reach without a notification."""
    meeting = protocol.national.review.meeting
    return {
        name
        for name, notified, _ in _states(protocol)
        if not notified and protocol.steps[name].event == meeting
    }


def _ends(protocol: Protocol) -> set[Id]:
    """Return the ends that a notified case can reach without the review."""
    return {
        name
        for name, notified, reviewed in _states(protocol)
        if notified and not reviewed and not ways_of(protocol.steps[name])
    }


type State = tuple[Id, bool, bool]
"""A step, whether the case has been notified there, and whether it has been reviewed."""


def _states(protocol: Protocol) -> Iterator[State]:
    """Yield every state that a case can be in, each once."""
    rule, review = (
        protocol.national.notifiability.on_notifying,
        protocol.national.review,
    )
    if rule is None:
        return
    reviewing = {review.meeting, *_ended_by(protocol)}
    seen: set[State] = set()
    ahead = [
        _at(protocol.steps, one, (False, False), rule.notified, reviewing)
        for one in protocol.partnership.start
    ]
    while ahead:
        state = ahead.pop()
        if state in seen:
            continue
        seen.add(state)
        yield state
        name, *so_far = state
        ahead += [
            _at(protocol.steps, to, (so_far[0], so_far[1]), rule.notified, reviewing)
            for _, to in ways_of(protocol.steps[name])
        ]


def _at(
    steps: Mapping[Id, Step],
    name: Id,
    so_far: tuple[bool, bool],
    notified: Id,
    reviewing: set[Id],
) -> State:
    event = steps[name].event
    return name, so_far[0] or event == notified, so_far[1] or event in reviewing


def _ended_by(protocol: Protocol) -> set[Id]:
    """Return the events that keep the limit at the end of the review: the report."""
    limit = protocol.national_deadlines.get(protocol.national.review.deadline)
    return {limit.to_event} - {""} if limit else set()
