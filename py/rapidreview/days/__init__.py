"""Days: which days count in England, and how a number of them is counted."""

from rapidreview.days.counting import Count, TimeNeededError, order_key
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
    "calendar_from",
    "order_key",
    "working",
]
