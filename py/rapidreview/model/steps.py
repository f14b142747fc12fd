"""What is done, in order: stages, steps, the ways out of a decision and how it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.actors import Areas
from rapidreview.model.base import (
    Id,
    OwnId,
    Part,
    Sentences,
    Sources,
    Statement,
    Status,
)
from rapidreview.model.constraints import (
    AGREES,
    ONE_OR_MORE,
    SOME,
    Bounds,
    Declares,
    Names,
    Once,
)


@dataclass(frozen=True, kw_only=True)
class Stage(Part):
    """A stretch of the process, in order."""

    id: Annotated[OwnId, Declares("stage")]
    title: str
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Way(Part):
    """A way out of a decision. The first is the way usually taken."""

    label: str
    to: Annotated[Id, Names("step")]


type Manner = Literal["meeting", "correspondence", "online"]
"""How people come to a decision: in one room, by letter or email, or in a call."""

type Carried = Literal["", "unanimity", "consensus", "majority", "one-decides"]
"""What carries a decision: every vote; agreement; more than half of the
votes; or the word of the one who decides. Left out where the protocol does not say."""


@dataclass(frozen=True, kw_only=True)
class Deciding(Part):
    """By what rule a decision is taken, who prepares it and who may dispute it.

    Who votes, and who attends without a vote, is said by the members of the body.
    """

    rule: Carried = ""
    casting: Annotated[Id, Names("actor")] = ""
    """Whose vote or view decides where the votes do not."""
    quorum: Annotated[int, Bounds(0, "a quorum below zero")] = 0
    """How many must take part."""
    needs: tuple[Annotated[Id, Names("actor")], ...] = ()
    """Without whom nothing is decided."""
    recommends: tuple[Annotated[Id, Names("actor")], ...] = ()
    signs_off: tuple[Annotated[Id, Names("actor")], ...] = ()
    dispute: Annotated[Id, Names("step")] = ""
    """The step by which the decision is disputed; its deadline is the limit of that route."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: str = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""


@dataclass(frozen=True, kw_only=True)
class Step(Part):
    """One act of one actor.

    A step goes on to ``next``; a ``decide`` step has ``ways`` instead; a step
    with neither is an end. ``only`` says in words when it happens at all;
    ``event`` names the event that this step brings about. Where the protocol
    does not name who acts, ``actor`` is a working guess: write ``status: derived``
    with the ``reason``, and the step is tagged wherever it is shown.
    """

    id: Annotated[OwnId, Declares("step")]
    actor: Annotated[Id, Names("actor")]
    kind: Literal["do", "decide", "meet", "send", "record", "tell"]
    title: str
    detail: Sentences = ""
    only: str = ""
    stage: Annotated[Id, Names("stage")]
    forms: tuple[Annotated[Id, Names("form")], ...] = ()
    event: Annotated[Id, Names("event")] = ""
    next: Annotated[Id, Names("step")] = ""
    ways: Annotated[tuple[Way, ...], Once("label", "way")] = ()
    beside: Annotated[Id, Names("step")] = ""
    """The step with which it begins, where it is none of the ways on: the family is told
    while the review goes on."""
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: Sentences = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""
    areas: Areas = ()
    """The areas for which the step is taken, where it is not taken for all of them."""
    how: Annotated[tuple[Manner, ...], ONE_OR_MORE] = ()
    decides: Deciding | None = None
    """Of a decision: by what rule it is taken."""


@dataclass(frozen=True, kw_only=True)
class OnNotifying(Part):
    """What holds beside every decision on whether to notify, however it is taken.

    ``decided`` is the event of such a decision, ``notified`` that of the notification.
    """

    decided: Annotated[Id, Names("event", "national")]
    notified: Annotated[Id, Names("event", "national")]
    says: Annotated[tuple[Statement, ...], SOME]


@dataclass(frozen=True, kw_only=True)
class Unforeseen(Part):
    """A course that a protocol may allow, and what national texts say to it.

    ``course`` is ``notified-no-review`` where a way leads past the notification to an end
    without the rapid review's meeting or report; ``review-not-notified`` where one leads to
    the meeting without a notification; ``withdrawn`` where a step finds, after the
    notification, that the criteria are not met.
    """

    course: Literal["notified-no-review", "review-not-notified", "withdrawn"]
    title: str
    says: Annotated[tuple[Statement, ...], SOME]
