"""The schedule as a page shows it."""

from rapidreview.show.schedule.limit_dates import limit_dates, limits_told
from rapidreview.show.schedule.page import schedule_html
from rapidreview.show.schedule.tally import count_html

__all__ = ["count_html", "limit_dates", "limits_told", "schedule_html"]
