"""The schedule as a page shows it."""

from rapidreview.show.schedule.page import schedule_html
from rapidreview.show.schedule.tally import count_html

__all__ = ["count_html", "schedule_html"]
