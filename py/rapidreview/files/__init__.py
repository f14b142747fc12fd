"""What a reader takes away: a calendar file, a table, plain text."""

from rapidreview.files.calendar import calendar_file
from rapidreview.files.export import BYTE_ORDER_MARK, as_csv, as_dict, as_text

__all__ = ["BYTE_ORDER_MARK", "as_csv", "as_dict", "as_text", "calendar_file"]
