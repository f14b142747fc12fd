"""Statements as the pages of a partnership print them: words, marks and tags in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.silence import unsaid
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    silent,
    status_tag,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Ref, Statement, Status
    from rapidreview.show import Sources


def said(statement: Statement, sources: Sources) -> Html:
    """Return a statement with its mark, and with a tag where a person must still check it.

    A silence carries its ring.
    """
    mark = sources.mark(statement.source, statement.status, statement.reason)
    standing = status_tag(statement.status)
    check = verify_tag(statement.evidence)
    if statement.silent:
        return joined(silent(unsaid(statement.says)), standing, mark, check)
    return joined(nowrap_last(statement.says, mark), standing, check)


def all_said(statements: Iterable[Statement], sources: Sources) -> Html:
    """Return a list of statements."""
    return bullets([said(item, sources) for item in statements], "says")


def marked(
    text: str,
    source: tuple[Ref, ...],
    sources: Sources,
    status: Status = "stated",
    reason: str = "",
) -> Html:
    """Return ``text`` with the mark of its source, and with a tag where it is national
    or worked out; the slip says why."""
    mark = sources.mark(source, status, reason)
    return joined(nowrap_last(text, mark), status_tag(status))


def facts(rows: Iterable[tuple[str, str]]) -> Html:
    """Return pairs of a title and a value as a list; empty values are left out."""
    pairs = every(
        el("div", el("dt", title), el("dd", value)) for title, value in rows if value
    )
    return el("dl", pairs, css="facts facts-wide") if pairs else NOTHING


def lines(rows: Iterable[tuple[str, str]]) -> Html:
    """Return the same as :func:`facts`, with a line between the pairs."""
    pairs = every(
        joined(el("dt", title), el("dd", value)) for title, value in rows if value
    )
    return el("dl", pairs, css="why") if pairs else NOTHING


def jump(items: Iterable[tuple[str, str]], label: str) -> Html:
    """Return the contents of a page: anchors and titles."""
    links = every(
        el("li", el("a", title, href=f"#{anchor}")) for anchor, title in items
    )
    nav = el("nav", el("ul", links, role="list"), css="jump", aria_label=label)
    return joined(nav, "\n")
