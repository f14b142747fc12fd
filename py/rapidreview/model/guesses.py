"""Guesses: what the handbook worked out from a protocol, and why.

A guess is anything with ``status: derived``, a limit whose words do not say which
days they mean, and whoever acts where the protocol names nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sized

    from rapidreview.model.steps import Step
    from rapidreview.model.timing import Deadline

DERIVED = "derived"
"""The status of what the handbook worked out."""
WHICH_DAYS = "The protocol does not say which days it means. Read here as"


class Timed(Protocol):
    """What has a limit that a protocol prints: a deadline, or a deadline with its dates."""

    @property
    def status(self) -> str:
        """How it stands to its source."""

    @property
    def unit_stated(self) -> bool:
        """Whether the words say which days they mean."""

    @property
    def readings(self) -> Sized:
        """The ways in which the words can be read."""


@dataclass(frozen=True)
class LimitGuess:
    """What of a deadline was worked out: its ``time``, ``who`` acts (each a status), and why."""

    time: str
    who: str
    reason: str

    @property
    def status(self) -> str:
        """How the deadline as a whole stands to its source."""
        return DERIVED if self.who == DERIVED else self.time


def time_status(limit: Timed) -> str:
    """Return how the time of ``limit`` stands to its source.

    A limit whose words do not say which days they mean is worked out, whatever
    the policy says of the rest.
    """
    return limit.status if limit.unit_stated or not limit.readings else DERIVED


def limit_guess(deadline: Deadline, steps: Iterable[Step] = ()) -> LimitGuess:
    """Return what of ``deadline`` was worked out.

    Whoever acts is a guess where the deadline says so, and where the step that it
    limits is a guess and falls to the same actor.
    """
    time, who, reasons = time_status(deadline), deadline.who_status, [deadline.reason]
    for step in steps:
        mine = step.id == deadline.step and step.actor == deadline.who
        if mine and step.status == DERIVED:
            who = DERIVED
            reasons.append(step.reason)
    if time == DERIVED and not deadline.unit_stated and not deadline.reason:
        used = (one.means for one in deadline.readings if one.use == "latest")
        reasons.insert(0, f"{WHICH_DAYS}: {next(used, '').rstrip('.')}.")
    return LimitGuess(time, who, " ".join(dict.fromkeys(filter(None, reasons))))
