"""What the national layer says of an answer's outcome and flags beyond their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.check import Decision
    from rapidreview.model import Outcome
    from rapidreview.show.sources import Sources


def outcome_of(decision: Decision, sources: Sources) -> Outcome:
    """Return the outcome of the decision, with all that the national layer says of it."""
    known = sources.national.notifiability.outcomes
    return next(one for one in known if one.id == decision.outcome)


def about_whose_job(sources: Sources) -> set[str]:
    """Return the ids of the flags that say whose job it is; the others run at the same time."""
    flags = sources.national.notifiability.flags
    return {one.id for one in flags if one.whose == "answer"}
