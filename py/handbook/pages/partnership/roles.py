"""One page to print for each role: only its own steps, limits, forms and addresses.

Steps keep the numbers of the flowchart, so that people with different pages in
hand can talk about the same step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.frame import Page, local_address, partnership_page, section
from handbook.pages.partnership.role_parts import Role
from handbook.pages.sources.editions import edition_line
from rapidreview.say import counted
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    has_guesses,
    joined,
    key_html,
    status_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rapidreview.model import Actor, Protocol
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


def acting(protocol: Protocol) -> list[Actor]:
    """Return the actors that have something to do, kind by kind."""
    busy = {step.actor for step in protocol.steps.values()}
    busy |= {form.filled_by for form in protocol.forms.values() if form.filled_by}
    busy |= {deadline.who for deadline in protocol.own_deadlines.values()}
    order = list(KINDS)
    found = [actor for actor in protocol.actors.values() if actor.id in busy]
    return sorted(found, key=lambda actor: order.index(actor.kind))


def roles_pages(protocol: Protocol) -> Iterator[Page]:
    """Yield the page that lists the roles of ``protocol``, then a page for each."""
    yield _index(protocol)
    for actor in acting(protocol):
        yield _role(protocol, actor)


def _index(protocol: Protocol) -> Page:
    lead = "One page for each role, with only its own steps, limits, forms and addresses. Print yours."
    actors = acting(protocol)

    def body(sources: Sources) -> Html:
        held = {
            kind: [one for one in actors if one.kind == kind]
            for kind in KINDS
            if any(one.kind == kind for one in actors)
        }
        return joined(
            edition_line(protocol, sources),
            key_html() if has_guesses(protocol.partnership) else NOTHING,
            or_unread(
                every(
                    section(
                        KINDS[kind], _links(some, protocol, sources), f"kind-{kind}"
                    )
                    for kind, some in held.items()
                ),
                protocol,
            ),
        )

    return partnership_page(protocol, "roles/index", "roles", lead, body)


def _links(actors: Iterable[Actor], protocol: Protocol, sources: Sources) -> Html:
    items = every(_link(actor, protocol, sources) for actor in actors)
    return el("ul", items, css="pages", role="list")


def _link(actor: Actor, protocol: Protocol, sources: Sources) -> Html:
    role = Role(actor, protocol, sources)
    counts = (
        (len(role.steps), "step"),
        (len(role.limits), "limit"),
        (len(role.fills), "form"),
    )
    held = ", ".join(counted(count, noun) for count, noun in counts if count)
    mark = sources.mark(actor.source, actor.status, actor.reason)
    said = joined(actor.says, status_tag(actor.status), mark)
    href = sources.base + local_address(protocol, f"roles/{actor.id}")
    return el(
        "li",
        el("a", actor.label, href=href),
        el("span", f"{held}. ", said if actor.says else NOTHING),
    )


def _role(protocol: Protocol, actor: Actor) -> Page:
    lead = actor.says or f"The part of {actor.label} in this protocol."

    def body(sources: Sources) -> Html:
        notice = edition_line(protocol, sources)
        return joined(notice, Role(actor, protocol, sources).html())

    return partnership_page(protocol, f"roles/{actor.id}", actor.label, lead, body)
