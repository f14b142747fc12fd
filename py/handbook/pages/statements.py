"""Statements as the pages of a partnership print them: words, marks and tags in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets
from handbook.pages.partnership.glance import statement_html
from rapidreview.show import esc, nowrap_last, status_tag

if TYPE_CHECKING:
    from rapidreview.model import Ref, Statement, Status
    from rapidreview.show import Sources


def said(statement: Statement, sources: Sources) -> str:
    """Return a statement with its mark, and with a tag where a person must still check it."""
    return statement_html(statement, sources)


def all_said(statements: tuple[Statement, ...], sources: Sources) -> str:
    """Return a list of statements."""
    return bullets([said(item, sources) for item in statements], "says")


def marked(
    text: str,
    source: tuple[Ref, ...],
    sources: Sources,
    status: Status = "stated",
    reason: str = "",
) -> str:
    """Return ``text`` with the mark of its source, and with a tag where it is national
    or worked out; the slip says why."""
    mark = sources.mark(source, status, reason)
    return nowrap_last(text, mark) + status_tag(status)


def facts(rows: list[tuple[str, str]]) -> str:
    """Return pairs of a title and a value (HTML already) as a list; empty values are left out."""
    pairs = "".join(
        f"<div><dt>{esc(title)}</dt><dd>{value}</dd></div>"
        for title, value in rows
        if value
    )
    return f'<dl class="facts wide">{pairs}</dl>' if pairs else ""


def lines(rows: list[tuple[str, str]]) -> str:
    """Return the same as :func:`facts`, with a line between the pairs."""
    pairs = "".join(
        f"<dt>{esc(title)}</dt><dd>{value}</dd>" for title, value in rows if value
    )
    return f'<dl class="why">{pairs}</dl>' if pairs else ""


def jump(items: list[tuple[str, str]], label: str) -> str:
    """Return the contents of a page: anchors and titles."""
    links = "".join(
        f'<li><a href="#{anchor}">{esc(title)}</a></li>' for anchor, title in items
    )
    return f'<nav class="jump" aria-label="{esc(label)}"><ul role="list">{links}</ul></nav>\n'
