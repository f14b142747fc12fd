"""The checker's answer as a page shows it."""

from rapidreview.show.answer.first import BROWN, SIGNS
from rapidreview.show.answer.page import answer_html

__all__ = ["BROWN", "SIGNS", "answer_html"]
