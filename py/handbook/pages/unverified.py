"""What is still to be verified: each statement carries a sign, and one line of a page explains it."""

from __future__ import annotations

from rapidreview.say import counted
from rapidreview.show import Html, el, joined, tag

TAG = str(tag("to be verified"))
"""The tag as a statement carries it before the page is put together."""

SIGN = str(el("span", el("span", "to be verified", css="vh"), css="std std-check"))
"""What takes its place: a sign for the eye, the words for whoever hears the page."""


def told_once(page: Html) -> Html:
    """Return what a page holds with a sign for each tag, under one line that says what it means."""
    count = page.count(TAG)
    if not count:
        return page
    has, its = ("has", "its") if count == 1 else ("have", "their")
    words = (
        f" To be verified: {counted(count, 'statement')} with this sign {has} not been "
        f"checked against {its} source yet."
    )
    line = el("p", el("span", css="std std-check"), words, css="std-open")
    return joined(line, "\n", Html(page.replace(TAG, SIGN)))
