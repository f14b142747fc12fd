"""Whose job it is when two areas meet, and what is owed when a child in care has died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.outcomes.all import outcome_path
from handbook.pages.outcomes.condition_words import condition_text, questions_by_id
from handbook.pages.outcomes.rule_rows import Row, leads, rows
from handbook.pages.partnership.glance import contact_html
from rapidreview.check import no_address, reachable
from rapidreview.model import Protocol, asked_by
from rapidreview.show import esc, nowrap_last, silent, verify_tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.pages.frame import Page
    from handbook.pages.national.frame import Shelf
    from handbook.read.library import Library
    from rapidreview.model import Area, Partnership

BORDER_FLAGS = (
    "two-areas",
    "place-open",
    "residence-open",
    "other-nation",
    "one-notification",
)
CARE_POINTS = ("looked-after-death", "care-leaver-death")
DUTIES = ("must-notify", "another-authority", "should-notify")


def whose_job_page(library: Library) -> Page:
    """Return the page that says which authority notifies, with the contacts of ours."""
    lead = "Which authority notifies when a child, a family or an incident crosses a border."

    def body(shelf: Shelf) -> str:
        return (
            section(
                "Where it happened decides",
                _answers(library, shelf, _about("place")),
                "table",
            )
            + topics_html(library, "whose-job", shelf)
            + section("If it is not clear", _flags(library, shelf), "not-clear")
            + section(
                "Tell one of the areas in this handbook",
                _contacts(library, shelf),
                "contacts",
                "Another area holds the duty, and it is one of these? Tell it today, and keep its answer.",
            )
        )

    return national_page(library, "whose-job", lead, body)


def in_care_page(library: Library) -> Page:
    """Return the page on deaths of looked-after children and of care leavers."""
    lead = "Some deaths are notified whether or not anyone suspects abuse or neglect."

    def body(shelf: Shelf) -> str:
        return (
            topics_html(library, "in-care", shelf)
            + section(
                "What the decision table says",
                _answers(library, shelf, _about("care")),
                "table",
            )
            + section("What protocols say", _local(library, shelf), "local")
        )

    return national_page(library, "in-care", lead, body)


def _about(question: str) -> Callable[[Row], bool]:
    def wanted(row: Row) -> bool:
        conditions = [row.rule.when, *([row.raised.when] if row.raised else [])]
        asked = {name for when in conditions for name in asked_by(when)}
        return question in asked and row.outcome in DUTIES and not row.rule.gravest_of

    return wanted


def _answers(library: Library, shelf: Shelf, wanted: Callable[[Row], bool]) -> str:
    questions = questions_by_id(library.national.notifiability.questions)
    kickers = {one.id: one.kicker for one in library.national.notifiability.outcomes}
    found: list[tuple[str, ...]] = []
    for row in filter(wanted, rows(library.national)):
        when = condition_text(row.rule.when, questions)
        if row.raised:
            when += f"<br>In this case: {condition_text(row.raised.when, questions)}"
        page = outcome_path(row.outcome).removesuffix(".md")
        found.append(
            (
                (
                    f'<a href="{shelf.base}{page}/#{row.anchor}">{esc(row.part.title)}</a> '
                    f"<small>{esc(row.rule.id)}</small>"
                ),
                when,
                esc(leads(row)),
                esc(kickers[row.outcome]),
            )
        )
    return table(("Case", "If", "Who leads", "Answer"), found, "stack rules")


def _flags(library: Library, shelf: Shelf) -> str:
    items = "".join(
        f"<li><b>{esc(flag.title)}</b><span>{nowrap_last(flag.says, shelf.national.mark(flag.source))}"
        f"{verify_tag(flag.evidence)}</span></li>"
        for flag in library.national.notifiability.flags
        if flag.id in BORDER_FLAGS
    )
    return f'<ul class="change" role="list">{items}</ul>'


def _contacts(library: Library, shelf: Shelf) -> str:
    found: list[tuple[str, ...]] = [
        (
            f'<a href="{shelf.base}partnerships/{one.id}/">{esc(area.authority)}</a>',
            esc(area.partnership or " and ".join(one.partnerships)),
            _ways(one, area, shelf),
        )
        for one in library.partnerships
        for area in one.areas
    ]
    return table(
        ("Local authority", "Partnership", "Whom to tell there"), found, "stack rules"
    )


def _ways(partnership: Partnership, area: Area, shelf: Shelf) -> str:
    sources = shelf.of(partnership)
    found = reachable(Protocol(shelf.library.national, partnership), area)
    if not found:
        none = silent("The protocol prints no address for this.")
        return f"{none} {esc(no_address(area))}"
    return "".join(
        f"<p>{esc(one.label)}: {contact_html(one, sources)}</p>" for one in found
    )


def _local(library: Library, shelf: Shelf) -> str:
    titles = [one.title for one in library.national.compare if one.id in CARE_POINTS]
    found: list[tuple[str, ...]] = []
    for partnership in library.partnerships:
        sources = shelf.of(partnership)
        cells = []
        for point in CARE_POINTS:
            for said in partnership.compare:
                if said.attribute == point:
                    mark = sources.mark(said.source)
                    cells.append(
                        silent(said.says) + mark
                        if said.silent
                        else nowrap_last(said.says, mark)
                    )
        cells += [silent("Not compared yet")] * (len(CARE_POINTS) - len(cells))
        home = f"{shelf.base}partnerships/{partnership.id}/"
        found.append((f'<a href="{home}">{esc(partnership.name)}</a>', *cells))
    return table(("Partnership", *titles), found, "stack rules")
