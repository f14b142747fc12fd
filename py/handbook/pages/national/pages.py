"""The national section: its first page, the duty and the words, the reviews, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.borders import in_care_page, whose_job_page
from handbook.pages.national.cases import hard_cases_page, same_time_page
from handbook.pages.national.clocks import clocks_page, counting_page
from handbook.pages.national.frame import Shelf, pages_list
from handbook.pages.national.sources import changes_page, sources_page
from handbook.pages.national.topics import ENTRIES, national_page, topics_html
from handbook.pages.sources.editions import latest_of
from handbook.pages.tools.home import national_clocks
from rapidreview.say import plain_date, read_moment
from rapidreview.show import esc, nowrap_last, verify_tag

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.read.library import Library


def national_pages(library: Library) -> list[Page]:
    """Return every page of the national section."""
    return [
        _index(library),
        _duty(library),
        clocks_page(library),
        counting_page(library),
        whose_job_page(library),
        in_care_page(library),
        _reviews(library),
        changes_page(library),
        hard_cases_page(library),
        same_time_page(library),
        sources_page(library),
    ]


def _index(library: Library) -> Page:
    national = library.national
    lead = (
        "What law, statutory guidance and the Panel ask in all of England. A protocol adds to them; "
        "where it is silent, they still apply."
    )

    def body(shelf: Shelf) -> str:
        guidance = next(one for one in national.instruments if one.kind == "guidance")
        facts = (
            ("Edition in force", latest_of(national, guidance).short),
            ("The Panel", national.panel_name),
            ("Read and checked", plain_date(read_moment(national.checked_on))),
        )
        rows = "".join(
            f"<div><dt>{title}</dt><dd>{esc(value)}</dd></div>"
            for title, value in facts
        )
        words = (
            "<b>Must</b> is law, or guidance that says must; <b>should</b> is guidance; "
            "<b>the Panel requires</b> is the Panel’s own word. "
            "<b>To be verified</b> marks what a person has not yet read in the source itself."
        )
        return (
            f'<dl class="imprint">{rows}</dl>'
            + section("The three clocks", national_clocks(national))
            + section(
                "In this section",
                pages_list(ENTRIES[1:], shelf.base)
                + f'<p class="measure small mut">{words}</p>',
            )
            + section(
                "The whole decision table",
                f'<p><a class="lone" href="{shelf.base}outcomes/">All outcomes</a>, rule by rule, '
                "with condition, answer, duties and source.</p>",
            )
        )

    return national_page(library, "index", lead, body)


def _duty(library: Library) -> Page:
    lead = (
        "The local authority’s duty to notify, what counts, and the words of the field."
    )

    def body(shelf: Shelf) -> str:
        return topics_html(library, "duty", shelf) + section(
            "Words", _terms(library, shelf), "words"
        )

    return national_page(library, "duty", lead, body)


def _terms(library: Library, shelf: Shelf) -> str:
    rows: list[tuple[str, ...]] = [
        (
            f'<span id="term-{term.id}">{esc(term.term)}</span>'
            + (f" <small>{esc(term.short)}</small>" if term.short else ""),
            nowrap_last(term.means, shelf.national.mark(term.source))
            + verify_tag(term.evidence),
        )
        for term in library.national.terms
    ]
    return table(("Word", "What it means"), rows, "stack words")


def _reviews(library: Library) -> Page:
    lead = "What a rapid review is for, when a fuller review follows, and what is published."

    def body(shelf: Shelf) -> str:
        return topics_html(library, "rapid-review", shelf)

    return national_page(library, "rapid-review", lead, body)
