"""What surrounds a page: the way back to it, and the list of the pages beside it.

On a phone the list comes out of the side at the press of a button in the way back; on a
desktop it stands beside the page. It is one list, and needs no script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show import NOTHING, Html, el, every, icon, joined

if TYPE_CHECKING:
    from handbook.pages.frame import Entry, Plan


def crumbs(plan: Plan) -> Html:
    """Return the way back: the pages above this one, and its own name."""
    if not plan.trail:
        return NOTHING
    items = joined(
        *(el("li", one.link(plan.base)) for one in plan.trail),
        el("li", plan.here or plan.title, aria_current="page"),
    )
    nav = el("nav", el("ol", items), aria_label="You are here")
    return joined(el("div", nav, _opener(plan), css="crumbs"), "\n")


def _opener(plan: Plan) -> Html:
    """Return the button that opens the local contents on a phone; it needs no script."""
    if not plan.contents:
        return NOTHING
    of = el("span", f" of {plan.contents_title}", css="vh")
    return el(
        "button",
        "Pages",
        of,
        icon("chevron"),
        css="crumbs-pages",
        type="button",
        popovertarget="pages-beside",
    )


def local_contents(plan: Plan) -> Html:
    """Return the list of pages at the side, the current one marked."""
    items = every(_contents_item(one, plan) for one in plan.contents)
    return el(
        "nav",
        el("h2", plan.contents_title, id="loc"),
        el("ul", items),
        el(
            "button",
            icon("cross"),
            css="local-close",
            type="button",
            popovertarget="pages-beside",
            popovertargetaction="hide",
            aria_label="Close the list of pages",
        ),
        css="local local-beside",
        id="pages-beside",
        popover=True,
        aria_labelledby="loc",
    )


def _contents_item(one: Entry, plan: Plan) -> Html:
    count = joined(" ", el("small", one.count)) if one.count else NOTHING
    current = "page" if one.path == (plan.at or plan.path) else None
    href = plan.base + one.address
    return el("li", el("a", one.title, count, href=href, aria_current=current))
