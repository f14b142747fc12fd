"""The checker's answer as a page shows it."""

from rapidreview.show.answer.first import SIGNS, kind_of
from rapidreview.show.answer.page import answer_html

__all__ = ["SIGNS", "answer_html", "kind_of"]
