"""The field of a date: three boxes that take what people type, and one for a time of day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LONGEST: Final = 30
"""Letters that a box takes, so that a whole date, typed or pasted into one box, is not cut off."""


@dataclass(frozen=True, kw_only=True)
class DateField:
    """A date asked for on a form, its boxes named after ``id``: ``sin_sent-day``.

    ``timed`` is True where a time of day matters. ``days`` names the list of days that the
    field belongs to.
    """

    id: str
    label: str
    hint: str = ""
    timed: bool = False
    days: str = ""
    longest: int = LONGEST
