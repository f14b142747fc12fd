"""A line that opens: its title always in view, the rest one press away, and all of it in print.

The id is inside what opens, so that a browser opens the line of which a link names the id.
"""

from __future__ import annotations

from rapidreview.show import NOTHING, Html, el, joined


def fold(title: str, body: Html, anchor: str, css: str = "") -> Html:
    """Return ``body`` folded under ``title``; ``anchor`` is the id that opens it."""
    return joined(
        el(
            "details",
            el("summary", title),
            "\n",
            el("div", "\n", body, "\n", css="opens-body", id=anchor),
            css=f"opens {css}".strip(),
        ),
        "\n",
    )


def folded(title: str, body: Html, anchor: str, lead: str = "") -> Html:
    """Return a part of a section, with its lead, as a line that opens."""
    told = joined(el("p", lead), "\n") if lead else NOTHING
    return fold(el("h3", title), joined(told, body), anchor)
