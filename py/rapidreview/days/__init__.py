"""Days: which days count in England, and how a number of them is counted."""

from rapidreview.days.counting import (
    Count,
    TimeNeededError,
    add_months,
    order_key,
)
from rapidreview.days.tally import Day, Working, working
from rapidreview.days.workdays import ADDED, Calendar, PastHorizonError, calendar_from

__all__ = [
    "ADDED",
    "Calendar",
    "Count",
    "Day",
    "PastHorizonError",
    "TimeNeededError",
    "Working",
    "add_months",
    "calendar_from",
    "order_key",
    "working",
]
