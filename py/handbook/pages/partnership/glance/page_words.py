"""The words of a page that its reader may not know: only those that are on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidreview.show import NOTHING, Html, el, every, joined, nowrap_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Protocol
    from rapidreview.show import Sources

TAG = re.compile(r"<[^>]*>")


def words(page: Html, protocol: Protocol, sources: Sources) -> Html:
    """Return the abbreviations of the field and the protocol's own words that ``page`` uses.

    Where the protocol gives an abbreviation a meaning of its own, only that is said.
    Nothing where the page uses none of them.
    """
    rows = every(_rows(TAG.sub(" ", page), protocol, sources))
    return el("dl", rows, css="glance-words") if rows else NOTHING


def _rows(page: str, protocol: Protocol, sources: Sources) -> Iterator[Html]:
    own = {word.word for word in protocol.partnership.vocabulary}
    for term in protocol.national.terms:
        if term.short and term.short not in own and is_on(term.short, page):
            yield joined(
                el("dt", term.short, data_search_exclude=True),
                el("dd", term.term, data_search_exclude=True),
            )
    for word in protocol.partnership.vocabulary:
        if is_on(word.word, page):
            means = nowrap_last(word.means, sources.mark(word.source))
            yield joined(el("dt", word.word), el("dd", means))


def is_on(word: str, page: str) -> bool:
    """Return whether ``word`` stands in the text of a page, whole; one of several variants is enough."""
    variants = [one.strip() for one in re.split(r"[,;()]", word)]
    return any(
        re.search(rf"(?<!\w){re.escape(one)}s?(?!\w)", page) for one in variants if one
    )
