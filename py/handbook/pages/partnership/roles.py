"""One page to print for each role: only its own steps, limits, forms and addresses.

Steps keep the numbers of the flowchart, so that people with different pages in
hand can talk about the same step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.pages.frame import Page, partnership_page, section
from handbook.pages.partnership.role_parts import Role
from handbook.pages.sources.editions import edition_notice
from rapidreview.model import Protocol
from rapidreview.say import counted
from rapidreview.show import esc, has_guesses, key_html, status_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.flow.chart import Chart
    from handbook.read.library import Library
    from rapidreview.model import Actor, Partnership
    from rapidreview.show import Sources

KINDS = {
    "practitioner": "Practitioners",
    "agency": "Agencies",
    "notifier": "Local authority",
    "business-unit": "Business unit",
    "review-panel": "Review panels",
    "chair": "Chairs",
    "statutory-partner": "Statutory safeguarding partners",
    "executive": "Executive",
    "scrutineer": "Independent scrutiny",
    "reviewer": "Reviewers",
    "family": "Family and community",
    "other-body": "Other bodies",
    "national-body": "National bodies",
}
"""The kinds of actor in the order of the page, with their headings."""


def acting(partnership: Partnership) -> list[Actor]:
    """Return the actors that have something to do, kind by kind."""
    busy = {step.actor for step in partnership.steps}
    busy |= {form.filled_by for form in partnership.forms if form.filled_by}
    busy |= {deadline.who for deadline in partnership.deadlines}
    order = list(KINDS)
    found = [actor for actor in partnership.actors if actor.id in busy]
    return sorted(found, key=lambda actor: order.index(actor.kind))


def roles_pages(library: Library, partnership: Partnership) -> Iterator[Page]:
    """Yield the page that lists the roles of ``partnership``, then a page for each."""
    yield _index(library, partnership)
    for actor in acting(partnership):
        yield _role(library, partnership, actor)


def _index(library: Library, partnership: Partnership) -> Page:
    lead = "One page for each role, with only its own steps, limits, forms and addresses. Print yours."
    actors = acting(partnership)

    key = key_html() if has_guesses(partnership) else ""

    def body(sources: Sources) -> str:
        chart = chart_of(Protocol(library.national, partnership))
        notice = edition_notice(library.national, partnership, sources)
        return (
            notice
            + key
            + "".join(
                section(
                    title,
                    _links([one for one in actors if one.kind == kind], chart, sources),
                    f"kind-{kind}",
                )
                for kind, title in KINDS.items()
                if any(one.kind == kind for one in actors)
            )
        )

    return partnership_page(
        Protocol(library.national, partnership), "roles/index", "roles", lead, body
    )


def _links(actors: list[Actor], chart: Chart, sources: Sources) -> str:
    mine = f"{sources.base}{chart.protocol.folder}roles/"
    items = ""
    for actor in actors:
        role = Role(actor, chart, sources)
        held = [
            counted(count, noun)
            for count, noun in (
                (len(role.steps), "step"),
                (len(role.limits), "limit"),
                (len(role.fills), "form"),
            )
            if count
        ]
        said = esc(actor.says) + (
            status_tag(actor.status)
            + sources.mark(actor.source, actor.status, actor.reason)
            if actor.says
            else ""
        )
        items += (
            f'<li><a href="{mine}{actor.id}/">{esc(actor.label)}</a>'
            f"<span>{', '.join(held)}. {said}</span></li>"
        )
    return f'<ul class="pages" role="list">{items}</ul>'


def _role(library: Library, partnership: Partnership, actor: Actor) -> Page:
    lead = actor.says or f"The part of {actor.label} in this protocol."

    def body(sources: Sources) -> str:
        notice = edition_notice(library.national, partnership, sources)
        return (
            notice
            + Role(
                actor, chart_of(Protocol(library.national, partnership)), sources
            ).html()
        )

    return partnership_page(
        Protocol(library.national, partnership),
        f"roles/{actor.id}",
        actor.label,
        lead,
        body,
    )
