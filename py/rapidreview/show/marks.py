"""The small pieces of a page: icons, marks, chips and tags, as HTML.

Pages made at build and answers made in the browser are put together from these, so
that they look and read the same. Every word from a policy passes through
:func:`esc`, which also hides braces from the template language of the site.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "{": "&#123;",
    "}": "&#125;",
}
_TABLE = str.maketrans(_ESCAPES)
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


def esc(text: str) -> str:
    """Return ``text`` as it may stand in HTML and in a template: every sign is text."""
    return text.translate(_TABLE)


def mailed(text: str) -> str:
    """Return escaped ``text`` in which every e-mail address is a link."""
    parts = _ADDRESS.split(text)
    return "".join(
        link(part, f"mailto:{part}") if number % 2 else esc(part)
        for number, part in enumerate(parts)
    )


def icon(name: str, css: str = "i") -> str:
    """Return a small line drawing that screen readers pass over."""
    return f'<svg class="{css}" viewBox="0 0 16 16" aria-hidden="true"><path d="{ICONS[name]}"/></svg>'


def silent(words: str) -> str:
    """Return what a protocol does not say, marked by its dashed ring."""
    return f'<span class="silent">{esc(words)}</span>'


def named(labels: Mapping[str, str], who: str) -> str:
    """Return the name of ``who``; an actor that the protocol does not name says so."""
    return esc(labels[who]) if who else silent(NOT_NAMED)


def due(words: str) -> str:
    """Return a limit of time as a chip: a clock and words."""
    return f'<span class="due">{icon("clock")}{esc(words)}</span>'


def tag(words: str, kind: str = "") -> str:
    """Return the tag of a standing: law, guidance, Panel, local, national, worked out, to be verified."""
    css = f"std {kind}".strip()
    return f'<span class="{css}">{esc(words)}</span>'


def status_tag(status: str) -> str:
    """Return the tag of what does not stand in the protocol: worked out, or national; else "".

    A space goes before it.
    """
    if status == "derived":
        return " " + tag(WORKED_OUT, "guess")
    return " " + tag("national") if status == "national" else ""


def standing_tag(standing: str) -> str:
    """Return the tag for one of the model's standings."""
    return tag(STANDINGS[standing], "law" if standing == "law" else "")


def verify_tag(evidence: str) -> str:
    """Return the "to be verified" tag where a person still has to check, else nothing."""
    return " " + tag("to be verified", "verify") if evidence == "to-verify" else ""


def nowrap_last(text: str, mark: str) -> str:
    """Return escaped ``text`` with ``mark`` kept on the line of its last word."""
    if not mark:
        return mailed(text)
    head, _, last = text.rpartition(" ")
    kept = f'<span class="nw">{mailed(last)}{mark}</span>'
    return f"{mailed(head)} {kept}" if head else kept


def link(words: str, href: str, css: str = "") -> str:
    """Return a link; only http(s), mail, telephone and relative addresses are made into one."""
    scheme = href.partition(":")[0].lower() if ":" in href.partition("/")[0] else ""
    if scheme not in ("", "http", "https", "mailto", "tel"):
        return esc(words)
    name = f' class="{css}"' if css else ""
    return f'<a{name} href="{esc(href)}">{esc(words)}</a>'


def time_element(iso: str, words: str, css: str = "") -> str:
    """Return a date or date-time that both people and programs can read."""
    name = f' class="{css}"' if css else ""
    return f'<time{name} datetime="{esc(iso)}">{esc(words)}</time>'


def slug(text: str) -> str:
    """Return ``text`` as an id: lower case, letters and digits, hyphens between."""
    plain = "".join(
        char.lower() if char.isalnum() and char.isascii() else " " for char in text
    )
    return "-".join(plain.split()) or "x"
