"""What was found when every start date was tried, as data and, at the edge, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rapidreview.say import counted, listed, short_date

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.model import Deadline, Id, Reading
    from rapidreview.model.timing import Chain

type Kind = Literal["chain", "window", "order", "day-off"]
PER_CENT = 100
"""The whole, in per cent."""
LEAST_TOLD = 0.1


@dataclass(frozen=True, kw_only=True)
class Infeasible:
    """How often one thing cannot be kept under one reading.

    ``failing`` of ``starts`` start dates fail, of which ``examples`` are the first few.
    """

    kind: ClassVar[Kind]
    deadline: Deadline
    reading: Reading
    starts: int
    failing: int
    examples: tuple[date, ...]

    @property
    def about(self) -> Id:
        """The id of what does not fit: a chain, or a deadline."""
        return self.deadline.id

    @property
    def share(self) -> float:
        """The failing part of all starts, from 0 to 1."""
        return self.failing / self.starts if self.starts else 0.0


@dataclass(frozen=True, kw_only=True)
class ChainTooLong(Infeasible):
    """A chain of steps that does not fit before a limit."""

    kind = "chain"
    chain: Chain

    @property
    def about(self) -> Id:
        """The id of the chain."""
        return self.chain.id

    @property
    def days(self) -> int:
        """How many working days the steps use up."""
        return sum(spend.days for spend in self.chain.spend)


@dataclass(frozen=True, kw_only=True)
class NoMeetingDay(Infeasible):
    """A meeting for which no day is left if ``needed`` takes all its time."""

    kind = "window"
    needed: Deadline

    @property
    def about(self) -> Id:
        """The id of the deadline of what must be in first."""
        return self.needed.id


@dataclass(frozen=True, kw_only=True)
class OutOfOrder(Infeasible):
    """A limit that may end after the limit of ``then``, which comes later."""

    kind = "order"
    then: Deadline
    then_reading: Reading

    @property
    def about(self) -> Id:
        """The id of the deadline that comes later."""
        return self.then.id


@dataclass(frozen=True, kw_only=True)
class OnDayOff(Infeasible):
    """A limit that falls on a weekend or a bank holiday."""

    kind = "day-off"


def means(reading: Reading) -> str:
    """Return what a reading takes the words to mean, without the full stop."""
    return reading.means.rstrip(".")


def sentence(found: Infeasible) -> str:
    """Return what was found in words, with the share and the first examples."""
    shown = listed(short_date(day) for day in found.examples)
    first = f", first {shown}" if shown else ""
    share = percent(found.failing, found.starts)
    return f"{_what(found)}: {share} of {found.starts} start dates{first}."


def _what(found: Infeasible) -> str:
    what, read = found.deadline.what, means(found.reading)
    match found:
        case ChainTooLong():
            steps = counted(found.days, "working day")
            return f"{steps} of steps do not fit, read as “{read}”"
        case NoMeetingDay():
            return (
                f"“{found.needed.what}” may end too late for any working day to be left for"
                f" “{what}”, read as “{read}”"
            )
        case OutOfOrder():
            later = means(found.then_reading)
            return (
                f"“{what}”, read as “{read}”, may end after"
                f" “{found.then.what}”, read as “{later}”, which it comes before"
            )
    return f"The limit, read as “{read}”, is not a working day"


def percent(part: int, whole: int) -> str:
    """Return "48%", "0.8%" or "none", never rounding something to nothing or to all."""
    if part == 0 or whole == 0:
        return "none"
    share = part * PER_CENT / whole
    if part == whole:
        return "all"
    if share < 1:
        return f"{share:.1f}%" if share >= LEAST_TOLD else f"under {LEAST_TOLD}%"
    return f"{min(round(share), PER_CENT - 1)}%"
