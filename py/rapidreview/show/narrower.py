"""Narrower words beside a duty: what the protocol prints, and the law's wider words that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import listed
from rapidreview.show.html import NOTHING, Html, el, every
from rapidreview.show.marks import nowrap_last, tag, verify_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check import NarrowerHere
    from rapidreview.show.sources import Sources

NARROWER = "Where the protocol’s words are narrower"
"""The heading over narrower words."""
HOLDS = "The law’s wider words hold:"
"""What stands before the law’s words."""


def narrower_html(some: Iterable[NarrowerHere], act: str, sources: Sources) -> Html:
    """Return the narrower words that bear on the duties of one ``act``."""
    return every(_one(item, sources) for item in some if act in item.duties)


def as_printed(words: Iterable[str]) -> str:
    """Return words as printed in a sentence: The protocol prints “permanent residence”."""
    return f"The protocol says {listed([f'“{one}”' for one in words])}."


def _one(item: NarrowerHere, sources: Sources) -> Html:
    local = f"{as_printed(item.words)} {item.says}"
    return el(
        "p",
        tag("local"),
        " ",
        nowrap_last(local, sources.mark(item.source)),
        f" {HOLDS} ",
        nowrap_last(item.law, sources.mark(item.basis)),
        verify_tag(item.evidence),
        _note(item, sources),
        css="small narrower",
    )


def _note(item: NarrowerHere, sources: Sources) -> Html:
    if not item.note or sources.partnership is None:
        return NOTHING
    page = f"{sources.base}partnerships/{sources.partnership.id}/notes/"
    return every(
        (" ", el("a", "The note on these words", href=f"{page}#note-{item.note}"), ".")
    )
