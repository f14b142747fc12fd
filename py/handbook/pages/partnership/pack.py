"""The pack: everything that a rapid review needs, in one print, from the same parts as the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.flow.chart_html import chart_html
from handbook.pages.deadlines.who import who_acts
from handbook.pages.drafts import or_unread
from handbook.pages.fold import fold
from handbook.pages.frame import Page, partnership_page, table
from handbook.pages.partnership.roles import acting
from handbook.pages.sources.editions import edition_line
from handbook.pages.ungiven import reached_html
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    blank_record_html,
    el,
    every,
    has_guesses,
    joined,
    key_html,
    limit_html,
    limit_mark,
    nowrap_last,
    status_tag,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import Actor, Deadline, Form, Protocol
    from rapidreview.show import Sources

NAME = "pack"
"""The page's name in a partnership's folder."""


def pack_page(protocol: Protocol) -> Page:
    """Return the page "A pack to print" of ``protocol``."""
    lead = (
        "The limits, who does what, the contacts and forms, the flowchart and a blank record. "
        "Open a part here, or print the page: then every part is open."
    )

    def body(sources: Sources) -> Html:
        chart = chart_of(protocol)
        parts = (
            ("The limits", _limits(protocol, sources), "limits"),
            ("Who does what", _roles(protocol, sources), "roles"),
            (
                "Contacts",
                reached_html(protocol.contacts.values(), protocol, sources),
                "contacts",
            ),
            ("Forms", _forms(protocol, sources), "forms"),
            (
                "Flowchart",
                chart_html(chart, sources) if chart.placed else NOTHING,
                "flowchart",
            ),
            (
                "Blank record",
                el("div", blank_record_html(protocol.national), css="record"),
                "record",
            ),
        )
        told = every(
            fold(
                el("h2", title), or_unread(part, protocol), f"pack-{name}", "pack-part"
            )
            for title, part, name in parts
            if part or protocol.is_draft
        )
        return joined(
            edition_line(protocol, sources),
            key_html() if has_guesses(protocol.partnership) else NOTHING,
            el("div", told, css="pack"),
        )

    return partnership_page(
        protocol, NAME, "a pack to print", lead, body, searched=False
    )


def _limits(protocol: Protocol, sources: Sources) -> Html:
    """Return the schedule: every limit that has a time, the national ones after the local."""
    limits = [
        one
        for one in (
            *protocol.partnership.deadlines,
            *protocol.only_national_deadlines,
        )
        if not one.no_time
    ]
    rows = [_limit(one, protocol, sources) for one in limits]
    return table(("What", "Who", "By when", "Done on"), rows) if rows else NOTHING


def _limit(
    item: Deadline, protocol: Protocol, sources: Sources
) -> tuple[str, Html, Html, Html]:
    who = who_acts(protocol, item.who)
    return (
        item.what,
        who_html(who, item, protocol.partnership.steps),
        limit_html(item, protocol.nouns) + limit_mark(item, sources),
        Html("&#160;"),
    )


def _roles(protocol: Protocol, sources: Sources) -> Html:
    """Return who takes which steps, with the numbers of the flowchart."""
    rows = [
        (_whose(actor, protocol, sources), told)
        for actor in acting(protocol)
        if (told := _steps(actor, protocol, sources))
    ]
    return table(("Role", "Steps"), rows) if rows else NOTHING


def _whose(actor: Actor, protocol: Protocol, sources: Sources) -> Html:
    href = f"{sources.base}{protocol.folder}roles/{actor.id}/"
    return joined(el("a", actor.label, href=href), status_tag(actor.status))


def _steps(actor: Actor, protocol: Protocol, sources: Sources) -> Html:
    items = (
        el(
            "li",
            el("b", placed.number),
            " ",
            nowrap_last(
                placed.step.title,
                sources.mark(
                    placed.step.source, placed.step.status, placed.step.reason
                ),
            ),
            status_tag(placed.step.status),
        )
        for placed in chart_of(protocol).placed
        if placed.step.actor == actor.id
    )
    listed = every(items)
    return el("ul", listed, css="pack-steps", role="list") if listed else NOTHING


def _forms(protocol: Protocol, sources: Sources) -> Html:
    rows = [_form(form, protocol, sources) for form in protocol.forms.values()]
    return table(("Form", "Who fills it in", "Goes to"), rows) if rows else NOTHING


def _form(form: Form, protocol: Protocol, sources: Sources) -> tuple[str, Html, Html]:
    author, goes = author_and_recipient(form, protocol)
    return (
        form.name,
        author,
        joined(goes, sources.mark(form.source, form.status, form.reason)),
    )
