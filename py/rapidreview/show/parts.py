"""The common parts of an answer and of a schedule: lists, heads of tables, buttons, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show.html import NOTHING, Html, el
from rapidreview.show.marks import icon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.show.html import Attribute


def section(title: str, *content: str, css: str = "sec", part: str = "") -> Html:
    """Return a section of a page under its heading; ``part`` is its name for the script."""
    return el("section", el("h2", title), *content, css=css, data_part=part or None)


def fold(title: str, *content: str, part: str = "") -> Html:
    """Return a section that the reader opens: its heading is the line that opens it."""
    body = el("div", *content, css="fold-body")
    head = el("summary", el("h2", title))
    return el("details", head, body, css="fold", data_part=part or None)


def items(each: Iterable[str]) -> Iterable[Html]:
    """Return each as an item of a list."""
    return (el("li", one) for one in each)


def ticks(each: Iterable[str]) -> Html:
    """Return a list of short lines."""
    return el("ul", *items(each), css="ticks")


def pairs(each: Iterable[Html], more: dict[str, Attribute] | None = None) -> Html:
    """Return a list whose items, made by :func:`pair`, have two columns."""
    return el("ul", *each, css="change", role="list", more=more)


def pair(first: str, *second: str) -> Html:
    """Return an item of a list of two columns: what, and what of it."""
    return el("li", el("b", first), el("span", *second))


def head(*titles: str) -> Html:
    """Return the head of a table: a heading for each column."""
    return el("thead", el("tr", *map(heading, titles)))


def heading(title: str) -> Html:
    """Return the heading of a column."""
    return el("th", title, scope="col")


def button(words: str, sign: str, does: tuple[str, str], css: str = "btn") -> Html:
    """Return a button with its icon; ``does`` is the attribute that tells the script its work."""
    name, value = does
    return el("button", icon(sign), words, css=css, type="button", more={name: value})


def way(words: str, href: str) -> Html:
    """Return a link that leads on, on a line of its own."""
    return el("a", words, css="lone", href=href)


def big(words: str) -> Html:
    """Return the few words that answer a question."""
    return el("b", words, css="act-big")


def capital(words: str) -> str:
    """Return ``words`` with a capital at their start."""
    return words[:1].upper() + words[1:]


def lower(words: str) -> str:
    """Return ``words`` with a small letter at their start."""
    return words[:1].lower() + words[1:]


def not_read_html(says: str, base: str) -> Html:
    """Return the notice that the area's own protocol has not been read, and how it is added.

    ``says`` are the sentences, "" where it has been read; ``base`` leads to the site's root.
    """
    if not says:
        return NOTHING
    add = el("a", "How your partnership adds it", css="lone", href=f"{base}publish/")
    return el("p", says, " ", add, css="notread")
