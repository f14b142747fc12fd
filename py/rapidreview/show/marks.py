"""The small pieces of a page: icons, marks, chips and tags, as HTML.

Pages made at build and answers made in the browser are put together from these, so
that they look and read the same. Every part is :class:`~rapidreview.show.html.Html`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidreview.show.html import NOTHING, Html, el, every, joined, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WRITTEN = re.compile(r"\S+[@./]\S+")
_PLACES = re.compile(r"(?<=[@/-])(?=\w)|(?=\.\w{4})")
_ADDRESS = re.compile(r"([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")

ICONS = {
    "form": "M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3M6 8h4.5M6 10.8h4.5",
    "mail": "M1.8 3.6h12.4v8.8H1.8zM2 4l6 4.8L14 4",
    "clock": "M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM8 4.4V8l2.4 1.6",
    "pages": "M2 4.6h8.4v9.6H2zM4.6 4.4V1.8H13v9.6h-2.4M4.4 7.6h3.6M4.4 10.4h3.6",
    "check": "M2.8 8.6l3.4 3.4 7-8",
    "chevron": "M5.5 3l5 5-5 5",
    "lock": "M3.4 7h9.2v7H3.4zM5.2 7V4.8a2.8 2.8 0 0 1 5.6 0V7",
    "print": "M4 6V1.8h8V6M4 11.5H1.8V6h12.4v5.5H12M4 9.4h8v4.8H4z",
    "calendar": "M2 3.2h12v11H2zM2 6.4h12M5 1.6v3M11 1.6v3",
    "table": "M2 2.6h12v10.8H2zM2 6.2h12M2 9.8h12M6.4 2.6v10.8",
    "copy": "M5.4 5.4V2h8.4v8.4h-3.2M2.2 5.4h8.4v8.4H2.2z",
    "cross": "M3.4 3.4l9.2 9.2M12.6 3.4l-9.2 9.2",
    "fork": "M8 14.4V9M8 9L3.6 2.4M8 9l4.4-6.6M3.4 5.2l.2-3 2.8 1M12.6 5.2l-.2-3-2.8 1",
    "against": "M1.6 5h10.6M9.4 2.2L12.2 5 9.4 7.8M14.4 11H3.8M6.6 8.2L3.8 11l2.8 2.8",
    "barred": "M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM3.6 3.6l8.8 8.8",
    "back": "M6 3L2.6 6.2 6 9.4M2.8 6.2h6.6a3.6 3.6 0 0 1 0 7.2H5",
    "ahead": "M2 8h11M9 4l4 4-4 4",
    "phone": "M4.4 2h2l1 3-1.6 1.2a8 8 0 0 0 4 4L11 8.6l3 1v2A2.4 2.4 0 0 1 11.6 14 9.6 9.6 0 0 1 2 4.4 2.4 2.4 0 0 1 4.4 2z",
    "person": "M8 7.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.6 14.2a5.4 5.4 0 0 1 10.8 0",
    "record": "M3.4 1.8h9.2v12.4H3.4zM5.8 5h4.4M5.8 8h4.4M5.8 11h2.4",
}  # fmt: skip

WORKED_OUT = "worked out"
"""The tag of everything that the handbook worked out and the protocol does not print."""

NOT_NAMED = "Not named in the protocol"
"""Stands where a protocol says that something is filled in or sent, and not by or to whom."""

STANDINGS = {"law": "law", "guidance": "guidance", "panel": "Panel", "local": "local"}


def mailed(words: str) -> Html:
    """Return ``words`` with every e-mail address in them as a link."""
    parts = _ADDRESS.split(words)
    return every(
        link(part, f"mailto:{part}") if number % 2 else part
        for number, part in enumerate(parts)
    )


def icon(name: str, css: str = "icon") -> Html:
    """Return a small line drawing that screen readers pass over."""
    line = el("path", d=ICONS[name])
    return el("svg", line, css=css, viewBox="0 0 16 16", aria_hidden="true")


def silent(words: str) -> Html:
    """Return what a protocol does not say, marked by its dashed ring."""
    return el("span", words, css="silent")


def named(label: str) -> Html:
    """Return the ``label`` of an actor; one that the protocol does not name says so."""
    return text(label) if label else silent(NOT_NAMED)


def listed_html(parts: Iterable[Html], word: str = "and") -> Html:
    """Return "a", "a and b" or "a, b and c" of parts that are HTML."""
    *first, last = parts
    return joined(every(first, ", "), f" {word} ", last) if first else last


def due(words: str) -> Html:
    """Return a limit of time as a chip: a clock and words."""
    return el("span", icon("clock"), words, css="due")


def tag(words: str, kind: str = "") -> Html:
    """Return the tag of a standing: law, guidance, Panel, local, national, worked out, to be verified."""
    return el("span", words, css=f"std std-{kind}" if kind else "std")


def status_tag(status: str) -> Html:
    """Return the tag of what does not stand in the protocol, worked out or national, else nothing.

    A space goes before it.
    """
    if status == "derived":
        return joined(" ", guess_tag())
    return joined(" ", tag("national")) if status == "national" else NOTHING


def guess_tag() -> Html:
    """Return the tag of what the handbook worked out."""
    return tag(WORKED_OUT, "guess")


def standing_tag(standing: str) -> Html:
    """Return the tag for one of the model's standings."""
    return tag(STANDINGS[standing], "law" if standing == "law" else "")


def verify_tag(evidence: str) -> Html:
    """Return the "to be verified" tag where a person still has to check, else nothing."""
    if evidence != "to-verify":
        return NOTHING
    return joined(" ", tag("to be verified"))


def nowrap_last(
    words: str, mark: Html, shown: Callable[[str], Html] | None = None
) -> Html:
    """Return ``words`` with ``mark`` kept on the line of the last of them.

    ``shown`` makes HTML of all but the last word, which follows it.
    """
    if not mark:
        return shown(words) if shown else mailed(words)
    head, _, last = words.rpartition(" ")
    kept = el("span", mailed(last), mark, css="nw")
    return joined((shown or mailed)(head), " ", kept) if head else kept


def copy_button(address: str) -> Html:
    """Return the button that copies ``address``; the page's script does it and says so."""
    return el(
        "button",
        icon("copy"),
        icon("check", "icon copy-done"),
        css="copy",
        type="button",
        data_copy=address,
        data_search_exclude=True,
        aria_label=f"Copy {address}",
        title="Copy the address",
    )


def link(words: str, href: str, css: str = "") -> Html:
    """Return a link; only http(s), mail, telephone and relative addresses are made into one."""
    scheme = href.partition(":")[0].lower() if ":" in href.partition("/")[0] else ""
    if scheme not in ("", "http", "https", "mailto", "tel"):
        return text(words)
    return el("a", _breaking(words), css=css, href=href)


def _breaking(words: str) -> Html:
    """Return an address with the places where a line may end: after "@", "/" and "-", before a part of a name."""
    if not _WRITTEN.fullmatch(words):
        return text(words)
    return every(_PLACES.split(words), el("wbr"))


def time_element(iso: str, words: str, css: str = "") -> Html:
    """Return a date or date-time that both people and programs can read."""
    return el("time", words, css=css, datetime=iso)


def slug(words: str) -> str:
    """Return ``words`` as an id: lower case, letters and digits, hyphens between."""
    plain = "".join(
        char.lower() if char.isalnum() and char.isascii() else " " for char in words
    )
    return "-".join(plain.split()) or "x"
