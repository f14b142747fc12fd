"""Deadlines: from the dates that are known to what is due when, with the working."""

from rapidreview.dates.dating import date_deadline
from rapidreview.dates.due import Due
from rapidreview.dates.entered import DateProblem, DateProblemsError, read_closures
from rapidreview.dates.exceptions.validity import with_validity
from rapidreview.dates.result import Known, ReadingDate
from rapidreview.dates.schedule import (
    LONGEST_REFERENCE,
    Schedule,
    schedule,
    with_booked,
    with_reference,
)
from rapidreview.dates.states import STATES

__all__ = [
    "LONGEST_REFERENCE",
    "STATES",
    "DateProblem",
    "DateProblemsError",
    "Due",
    "Known",
    "ReadingDate",
    "Schedule",
    "date_deadline",
    "read_closures",
    "schedule",
    "with_booked",
    "with_reference",
    "with_validity",
]
