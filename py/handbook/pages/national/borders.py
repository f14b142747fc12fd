"""Whose job it is when two areas meet, and what is owed when a child in care has died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.outcomes.all import outcome_path
from handbook.pages.outcomes.condition_words import condition_text
from handbook.pages.outcomes.rule_rows import RuleRow, leads, rows
from handbook.pages.partnership.contact_parts import contact_html
from rapidreview.check import no_address, reachable
from rapidreview.model import asked_by
from rapidreview.show import (
    Html,
    el,
    every,
    joined,
    nowrap_last,
    silent,
    text,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import Area, Compared, Protocol
    from rapidreview.show import Sources


def whose_job_page(library: Library) -> Page:
    """Return the page that says which authority notifies, with the contacts of ours."""
    lead = "Which authority notifies when a child, a family or an incident crosses a border."

    def body(sources: PageSources) -> Html:
        return joined(
            section(
                "Where it happened decides",
                _answers(sources, _about("place", sources)),
                "table",
            ),
            topics_html(sources, "whose-job"),
            section("If it is not clear", _flags(sources), "not-clear"),
            section(
                "Tell one of the areas in this handbook",
                _contacts(sources),
                "contacts",
                "Another area holds the duty, and it is one of these? Tell it today, and keep its answer.",
            ),
        )

    return national_page(library, "whose-job", lead, body)


def in_care_page(library: Library) -> Page:
    """Return the page on deaths of looked-after children and of care leavers."""
    lead = "Some deaths are notified whether or not anyone suspects abuse or neglect."

    def body(sources: PageSources) -> Html:
        return joined(
            topics_html(sources, "in-care"),
            section(
                "What the decision table says",
                _answers(sources, _about("care", sources)),
                "table",
            ),
            section("What protocols say", _local(sources), "local"),
        )

    return national_page(library, "in-care", lead, body)


def _about(question: str, sources: PageSources) -> Callable[[RuleRow], bool]:
    def wanted(row: RuleRow) -> bool:
        conditions = [row.rule.when, *([row.raised.when] if row.raised else [])]
        asked = {name for when in conditions for name in asked_by(when)}
        duty = sources.law.outcomes[row.outcome].duty
        return question in asked and duty and not row.rule.gravest_of

    return wanted


def _answers(sources: PageSources, wanted: Callable[[RuleRow], bool]) -> Html:
    law = sources.law
    found = []
    for row in filter(wanted, rows(law.national)):
        when = text(condition_text(row.rule.when, law.questions))
        if row.raised:
            case = condition_text(row.raised.when, law.questions)
            when = joined(when, el("br"), f"In this case: {case}")
        page = outcome_path(row.outcome).removesuffix(".md")
        href = f"{sources.base}{page}/#{row.anchor}"
        name = joined(el("a", row.part.title, href=href), " ", el("small", row.rule.id))
        kicker = law.outcomes[row.outcome].kicker
        found.append(
            (name, when, text(leads(row, law.national.jurisdiction)), text(kicker))
        )
    return table(("Case", "If", "Who leads", "Answer"), found, "stack rules")


def _flags(sources: PageSources) -> Html:
    items = []
    for flag in sources.library.national.notifiability.flags:
        if flag.whose:
            says = nowrap_last(flag.says, sources.national.mark(flag.source))
            told = el("span", says, verify_tag(flag.evidence))
            items.append(el("li", el("b", flag.title), told))
    return el("ul", every(items), css="change", role="list")


def _contacts(sources: PageSources) -> Html:
    found = []
    for one in sources.library.protocols:
        home = sources.base + one.folder
        for area in one.partnership.areas:
            partnership = area.partnership or " and ".join(one.partnership.partnerships)
            ways = _ways(one, area, sources.of(one))
            found.append((el("a", area.authority, href=home), text(partnership), ways))
    return table(
        ("Local authority", "Partnership", "Whom to tell there"), found, "stack rules"
    )


def _ways(protocol: Protocol, area: Area, sources: Sources) -> Html:
    found = reachable(protocol, area)
    if not found:
        none = silent("The protocol gives no address for this.")
        return joined(none, " ", no_address(area))
    return every(el("p", one.label, ": ", contact_html(one, sources)) for one in found)


def _local(sources: PageSources) -> Html:
    every_point = sources.law.attributes.values()
    points = [one for one in every_point if one.page == "in-care"]
    found = []
    for one in sources.library.protocols:
        cells = (_said(one.compared.get(point.id), sources.of(one)) for point in points)
        found.append((el("a", one.name, href=sources.base + one.folder), *cells))
    return table(("Partnership", *(one.title for one in points)), found, "stack rules")


def _said(answer: Compared | None, sources: Sources) -> Html:
    if answer is None:
        return silent("Not compared yet")
    mark = sources.mark(answer.source)
    if answer.silent:
        return silent(answer.says) + mark
    return nowrap_last(answer.says, mark)
