"""Hours within office hours: time runs on working days between opening and closing only."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.days.workdays import Calendar
    from rapidreview.model import OfficeHours

ONE_DAY = timedelta(days=1)


def in_office_hours(
    start: datetime, hours: int, office: OfficeHours, calendar: Calendar, *, back: bool
) -> datetime:
    """Return the moment that lies so many office ``hours`` after ``start``, or ``back`` before it.

    What ends at closing time ends then, and not at the next opening. Raises
    :class:`~rapidreview.days.workdays.PastHorizonError`.
    """
    left = timedelta(hours=hours)
    day = start.date()
    while True:
        opens, closes = _open(day, office)
        first, last = (
            (opens, min(start, closes)) if back else (max(start, opens), closes)
        )
        if calendar.is_working(calendar.check(day)) and first < last:
            if left <= last - first:
                return last - left if back else first + left
            left -= last - first
        day += -ONE_DAY if back else ONE_DAY


def _open(day: date, office: OfficeHours) -> tuple[datetime, datetime]:
    opens, closes = time.fromisoformat(office.opens), time.fromisoformat(office.closes)
    return datetime.combine(day, opens), datetime.combine(day, closes)
