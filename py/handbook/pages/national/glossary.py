"""The glossary: the words of the field and their abbreviations, A to Z."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import section
from handbook.pages.national.topics import national_page
from rapidreview.show import NOTHING, Html, el, every, joined, nowrap_last

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Term

LEAD = (
    "The words of the field and their abbreviations, A to Z. A protocol’s own words are on "
    "its own pages."
)
TO_VERIFY = "A person has still to check these entries in the source itself."


def glossary_page(library: Library) -> Page:
    """Return the glossary; each term has an id, so that a page or the search can lead to it."""

    def body(sources: PageSources) -> Html:
        terms = sorted(library.national.terms, key=lambda one: one.term.casefold())
        entries = every(_entry(one, sources) for one in terms)
        return joined(
            _letters(terms), el("dl", "\n", entries, css="gloss"), _unread(terms)
        )

    return national_page(library, "glossary", LEAD, body)


def _letters(terms: list[Term]) -> Html:
    """Return a link for each letter to the first term that begins with it."""
    items = (
        el("li", el("a", letter, href=f"#{_name(next(found))}"))
        for letter, found in groupby(terms, lambda one: one.term[0].upper())
    )
    letters = el("ul", every(items), role="list")
    return el("nav", letters, css="gloss-letters paper-never", aria_label="Letters")


def _name(term: Term) -> str:
    return f"term-{term.id}"


def _entry(term: Term, sources: PageSources) -> Html:
    short = joined(" ", el("span", f"({term.short})")) if term.short else NOTHING
    mark = sources.national.mark(term.source)
    return joined(
        el("dt", term.term, short, id=_name(term)),
        el("dd", nowrap_last(term.means, mark)),
        "\n",
    )


def _unread(terms: list[Term]) -> Html:
    """Return, once for the page, which entries are to be verified."""
    items = [
        el("li", el("a", one.term, href=f"#{_name(one)}"))
        for one in terms
        if one.evidence == "to-verify"
    ]
    if not items:
        return NOTHING
    listing = el("ul", every(items), css="gloss-unread", role="list")
    return section(
        "To be verified", listing, "unread", TO_VERIFY, css="sec paper-never"
    )
