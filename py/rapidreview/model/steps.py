"""What is done, in order: stages, steps and the ways out of a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from rapidreview.model.base import Id, OwnId, Part, Sentences, Sources, Status
from rapidreview.model.constraints import AGREES, Declares, Names, Once


@dataclass(frozen=True, kw_only=True)
class Stage(Part):
    """A stretch of the process, in order."""

    id: Annotated[OwnId, Declares("stage", to_be_used=True)]
    title: str
    time: str = ""


@dataclass(frozen=True, kw_only=True)
class Way(Part):
    """A way out of a decision. The first is the way usually taken."""

    label: str
    to: Annotated[Id, Names("step")]


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
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: Sentences = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""
