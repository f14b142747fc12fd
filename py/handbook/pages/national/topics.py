"""What the pages of the national rules share: their list, their frame, their topics.

Every topic of the national layer stands on one page. A topic that no page asks for
goes to the page on the duty, so that nothing new is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Entry, Plan, section
from handbook.pages.page_sources import general_page
from handbook.pages.statements import all_said
from rapidreview.show import every

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import NationalIndex, Topic
    from rapidreview.show import Html

PLACES: dict[str, tuple[str, ...]] = {
    "clocks": ("clocks",),
    "counting": ("counting",),
    "whose-job": ("borders",),
    "in-care": ("looked-after",),
    "rapid-review": (
        "rapid-review",
        "review-criteria",
        "national-criteria",
        "running-a-review",
        "publication",
    ),
    "changes": ("editions", "how-often"),
    "sources": ("to-verify",),
}
"""Which topics stand on which page; every other topic stands on "duty"."""

TITLE = "The national rules"
_PAGES = {
    name: Entry(f"national/{name}.md", title, holds)
    for name, title, holds in (
        ("index", TITLE, "Where to begin"),
        ("duty", "Duty and definitions", "Who must notify what, and what counts"),
        ("glossary", "Glossary", "The words of the field and their abbreviations, A to Z"),
        ("clocks", "Clocks and their standing", "Every national limit, and who set it"),
        ("counting", "How days are counted", "The counting rules, with worked examples"),
        ("whose-job", "Whose job is it?", "Two areas, other nations, children placed elsewhere"),
        ("in-care", "Children in care and care leavers", "What is owed when one of them dies"),
        ("rapid-review", "Reviews and publication", "Aims of a rapid review, criteria, local review, publication"),
        ("changes", "Editions and what changed", "What is in force, and what has changed since 2018"),
        ("hard-cases", "Hard cases", "Cases that professionals argue about, answered"),
        ("at-the-same-time", "What runs at the same time", "Other processes: what starts them and who leads"),
        ("sources", "Sources", "Every Act and guidance used, by edition, and what is to be verified"),
    )
}  # fmt: skip
ENTRIES = tuple(_PAGES.values())
"""The pages of the national section, in order."""


def national_page(
    library: Library, name: str, lead: str, body: Callable[[PageSources], Html]
) -> Page:
    """Return the page ``name`` of the national section."""
    entry = _PAGES[name]
    plan = Plan(
        path=entry.path,
        title=entry.title,
        lead=lead,
        trail=() if name == "index" else ENTRIES[:1],
        contents=ENTRIES,
        contents_title=TITLE,
    )
    return general_page(library, plan, body)


def topics_of(law: NationalIndex, page: str) -> list[Topic]:
    """Return the topics that stand on ``page``, in the order of that page."""
    if page == "duty":
        placed = {name for names in PLACES.values() for name in names}
        return [topic for name, topic in law.topics.items() if name not in placed]
    return [law.topics[name] for name in PLACES.get(page, ()) if name in law.topics]


def topics_html(sources: PageSources, page: str) -> Html:
    """Return the topics of ``page`` as sections, every statement with its source."""
    return every(
        section(topic.title, all_said(topic.statements, sources.national), topic.id)
        for topic in topics_of(sources.law, page)
    )
