"""A line of the first screen: its name, and what it says."""

from __future__ import annotations

from rapidreview.show.html import Html, el
from rapidreview.show.marks import nowrap_last


def line(title: str, *words: str, name: str) -> Html:
    """Return one line; ``name`` is its name for tests and the script."""
    return el("div", el("dt", title), el("dd", *words), data_line=name)


def big_with(words: str, mark: Html) -> Html:
    """Return the few words that answer a question, with their source mark on the last line."""
    return el("b", nowrap_last(words, mark), css="act-big")
