"""Every deadline and order of a protocol on one page, with what is open about each.

The list on top answers "by when?"; an entry below answers "says who, counted how,
and what else could the words mean?". What the protocol does not set is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.deadlines.entry import Entries
from handbook.pages.deadlines.who import national_tags, who_acts, whose
from handbook.pages.drafts import or_unread
from handbook.pages.frame import (
    Page,
    bullets,
    partnership_page,
    section,
    table,
)
from handbook.pages.sources.editions import edition_notice
from handbook.pages.sources.usage import deadline_anchor
from handbook.pages.statements import marked
from rapidreview.show import (
    NOTHING,
    el,
    every,
    has_guesses,
    joined,
    key_html,
    limit_html,
    limit_mark,
    text,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import Event, Protocol
    from rapidreview.show import Html, Sources

NOT_SET = (
    "They apply all the same. Their words and dates are national, not this protocol’s."
)
STARTS = "Which day counts as the event, where the source leaves that open."


def deadlines_page(protocol: Protocol) -> Page:
    """Return the page "Deadlines" of ``protocol``."""
    partnership = protocol.partnership
    lead = (
        "Every limit and every order of the protocol: who must act, what starts the clock, "
        "and how open words are read. Then the national clocks that it does not set."
    )

    def body(sources: Sources) -> Html:
        entries = Entries(protocol, sources)
        own = every(map(entries.own, partnership.deadlines))
        others = every(map(entries.national, protocol.only_national_deadlines))
        title = "National clocks that this protocol does not set"
        if protocol.stands_in:
            title = "One by one"
        return joined(
            edition_notice(protocol, sources),
            _tools(protocol, sources),
            key_html() if has_guesses(partnership) else NOTHING,
            section("By when", _summary(protocol, sources), "by-when"),
            NOTHING
            if protocol.stands_in
            else section("One by one", or_unread(own, protocol), "one-by-one"),
            section(title, others, "national", NOT_SET) if others else NOTHING,
            _orders(protocol, sources),
            section(
                "What starts a clock",
                or_unread(_events(protocol, sources), protocol),
                "events",
                STARTS,
            ),
        )

    return partnership_page(protocol, "deadlines", "deadlines", lead, body)


def _tools(protocol: Protocol, sources: Sources) -> Html:
    calculator = f"{sources.base}deadlines/#{protocol.id}"
    tables = f"{sources.base}{protocol.folder}reckoner/"
    return el(
        "p",
        el("a", "Work out the dates of a case", href=calculator, css="btn"),
        el("a", "Look them up in a table", href=tables, css="btn btn-plain"),
        css="take",
    )


def _summary(protocol: Protocol, sources: Sources) -> Html:
    steps, nouns = protocol.partnership.steps, protocol.nouns
    rows = [
        (
            el("a", deadline.what, href=f"#{deadline_anchor(deadline)}"),
            who_html(who_acts(protocol, deadline.who), deadline, steps),
            limit_html(deadline, nouns) + limit_mark(deadline, sources),
            whose(deadline),
        )
        for deadline in protocol.partnership.deadlines
    ]
    rows += [
        (
            el("a", deadline.what, href=f"#national-{deadline.id}"),
            text(who_acts(protocol, deadline.who)),
            limit_html(deadline, nouns) + sources.mark(deadline.source),
            national_tags(deadline),
        )
        for deadline in protocol.only_national_deadlines
    ]
    return table(("What", "Who", "By when", "Says who"), rows, "stack dl-list")


def _orders(protocol: Protocol, sources: Sources) -> Html:
    items = [
        marked(order.says, order.source, sources, order.status, order.reason)
        for order in protocol.partnership.orders
    ]
    if not items:
        return NOTHING
    lead = "These come one before the other; no number of days is given."
    return section("What comes before what", bullets(items, "says"), "orders", lead)


def _events(protocol: Protocol, sources: Sources) -> Html:
    deadlines = protocol.partnership.deadlines
    used = {deadline.from_ for deadline in deadlines}
    used |= {r.from_ for item in deadlines for r in item.readings}
    rows = [
        (
            el("span", event.label, id=f"event-{event.id}"),
            _counts_as(event, sources),
        )
        for event in protocol.partnership.events
        if event.id in used or event.counts_as
    ]
    return table(("Event", "Which day counts"), rows) if rows else NOTHING


def _counts_as(event: Event, sources: Sources) -> Html:
    words = " ".join(filter(None, (event.hint, event.counts_as)))
    if event.if_blank:
        stands = event.assumed or f"The date of {event.if_blank}"
        words += f" If you do not know it: {stands[0].lower()}{stands[1:]}."
    if not words:
        words = "The day on which it happens."
    return marked(words.strip(), event.source, sources, event.status, event.reason)
