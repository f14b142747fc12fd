"""The national section: its first page, the duty and the words, the reviews, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import pages_list, section
from handbook.pages.national.borders import in_care_page, whose_job_page
from handbook.pages.national.cases import hard_cases_page, same_time_page
from handbook.pages.national.clocks import clocks_page, counting_page
from handbook.pages.national.glossary import glossary_page
from handbook.pages.national.sources import changes_page, sources_page
from handbook.pages.national.topics import ENTRIES, national_page, topics_html
from handbook.pages.sources.editions import latest_of
from handbook.pages.tools.home import national_clocks
from rapidreview.say import plain_date, read_moment
from rapidreview.show import Html, el, every, joined

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import National

WORDS = Html(
    "<b>Must</b> is law, or guidance that says must; <b>should</b> is guidance; "
    "<b>the Panel requires</b> is the Panel’s own word. "
    "<b>To be verified</b> marks what a person has not yet read in the source itself."
)
"""What the words of duty mean on these pages."""


def national_pages(library: Library) -> list[Page]:
    """Return every page of the national section."""
    return [
        _index(library),
        _duty(library),
        glossary_page(library),
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
    lead = (
        "What law, statutory guidance and the Panel ask in all of England. A protocol adds to them; "
        "where it is silent, they still apply."
    )

    def body(sources: PageSources) -> Html:
        inside = pages_list(ENTRIES[1:], sources.base)
        outcomes = el("a", "All outcomes", css="lone", href=f"{sources.base}outcomes/")
        return joined(
            _imprint(library.national),
            section("The three clocks", national_clocks(library.law)),
            section(
                "In this section",
                inside + el("p", WORDS, css="measure small mut"),
            ),
            section(
                "The whole decision table",
                el(
                    "p",
                    outcomes,
                    ", rule by rule, with condition, answer, duties and source.",
                ),
            ),
        )

    return national_page(library, "index", lead, body)


def _imprint(national: National) -> Html:
    guidance = next(one for one in national.instruments if one.kind == "guidance")
    facts = (
        ("Edition in force", latest_of(national, guidance).short),
        ("The Panel", national.panel_name),
        ("Read and checked", plain_date(read_moment(national.checked_on))),
    )
    rows = (el("div", el("dt", title), el("dd", value)) for title, value in facts)
    return el("dl", every(rows), css="imprint")


def _duty(library: Library) -> Page:
    lead = (
        "The local authority’s duty to notify, what counts, and who the partners are."
    )

    def body(sources: PageSources) -> Html:
        return topics_html(sources, "duty")

    return national_page(library, "duty", lead, body)


def _reviews(library: Library) -> Page:
    lead = "What a rapid review is for, when a fuller review follows, and what is published."

    def body(sources: PageSources) -> Html:
        return topics_html(sources, "rapid-review")

    return national_page(library, "rapid-review", lead, body)
