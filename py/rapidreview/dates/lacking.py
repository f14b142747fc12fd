"""What keeps a deadline from having a date: an event without a date, the end of the
known bank holidays, or a source that gives no number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model import Id


@dataclass(frozen=True, kw_only=True)
class Missing:
    """An event whose date is not known; with ``time``, its day is, and its time of day is not."""

    event: Id
    label: str
    noun: str = ""
    time: bool = False
    instead: tuple[str, ...] = ()
    """Nouns of the events whose date would do where there is none of the first."""

    @property
    def says(self) -> str:
        """The sentence that asks for it."""
        if self.time:
            return f"No date until you enter the time of day of: {self.label}."
        if self.instead:
            first = self.noun or f"“{self.label}”"
            others = "".join(
                f", or where there is none, of {one}" for one in self.instead
            )
            return f"No date until you enter the date of {first}{others}."
        if self.noun:
            return f"No date until you enter the date of {self.noun}."
        return f"No date until you enter: {self.label}."


@dataclass(frozen=True)
class BeyondHorizon:
    """The date lies beyond the known bank holidays; ``says`` names them, as a sentence."""

    says: str


@dataclass(frozen=True)
class NoNumber:
    """The source gives no number under the reading that is used."""

    says: str = "No date: the source gives no number."


type Lack = Missing | BeyondHorizon | NoNumber
