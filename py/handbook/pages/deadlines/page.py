"""Every deadline and order of a protocol on one page, with what is open about each.

The list on top answers "by when?"; an entry below answers "says who, counted how,
and what else could the words mean?". What the protocol does not set is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.deadlines.entry import Entries
from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.sources.editions import edition_notice
from handbook.pages.sources.usage import deadline_anchor
from handbook.pages.statements import marked
from rapidreview.model import DERIVED, time_status
from rapidreview.say import Nouns
from rapidreview.show import (
    esc,
    has_guesses,
    key_html,
    limit_html,
    limit_mark,
    standing_tag,
    status_tag,
    tag,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import Deadline, Event, National, Partnership, Protocol
    from rapidreview.show import Sources


def deadlines_page(protocol: Protocol) -> Page:
    """Return the page "Deadlines" of ``protocol``."""
    partnership = protocol.partnership
    lead = (
        "Every limit and every order of the protocol: who must act, what starts the clock, "
        "and how open words are read. Then the national clocks that it does not set."
    )

    def body(sources: Sources) -> str:
        entries = Entries(sources, partnership)
        national = not_set(protocol.national, partnership)
        own = "".join(map(entries.own, partnership.deadlines))
        others = "".join(map(entries.national, national))
        calculator = f"{sources.base}deadlines/#{partnership.id}"
        return (
            edition_notice(protocol, sources)
            + f'<p class="take"><a class="btn" href="{calculator}">Work out the dates of a case</a>'
            f'<a class="btn plain" href="{sources.base}partnerships/{partnership.id}/reckoner/">'
            "Look them up in a table</a></p>\n"
            + (key_html() if has_guesses(partnership) else "")
            + section("By when", _summary(partnership, national, sources), "by-when")
            + section("One by one", own, "one-by-one")
            + (
                section(
                    "National clocks that this protocol does not set",
                    others,
                    "national",
                    NOT_SET,
                )
                if others
                else ""
            )
            + _orders(partnership, sources)
            + section(
                "What starts a clock", _events(partnership, sources), "events", STARTS
            )
        )

    return partnership_page(protocol, "deadlines", "deadlines", lead, body)


NOT_SET = (
    "They apply all the same. Their words and dates are national, not this protocol’s."
)
STARTS = "Which day counts as the event, where the source leaves that open."


def not_set(national: National, partnership: Partnership) -> list[Deadline]:
    """Return the national deadlines of which the protocol has no version of its own."""
    local = {deadline.national for deadline in partnership.deadlines}
    return [deadline for deadline in national.deadlines if deadline.id not in local]


def who_labels(partnership: Partnership) -> dict[str, str]:
    """Return the names of those who act; a national role has its id in words."""
    return {actor.id: actor.label for actor in partnership.actors}


def _summary(
    partnership: Partnership, national: list[Deadline], sources: Sources
) -> str:
    nouns = Nouns(sources.national, partnership)
    labels = who_labels(partnership)
    rows: list[tuple[str, str, str, str]] = [
        (
            f'<a href="#{deadline_anchor(deadline)}">{esc(deadline.what)}</a>',
            who_html(
                labels.get(deadline.who, in_words(deadline.who)),
                deadline,
                partnership.steps,
            ),
            limit_html(deadline, nouns) + limit_mark(deadline, sources),
            whose(deadline),
        )
        for deadline in partnership.deadlines
    ]
    rows += [
        (
            f'<a href="#national-{deadline.id}">{esc(deadline.what)}</a>',
            esc(labels.get(deadline.who, in_words(deadline.who))),
            limit_html(deadline, nouns) + sources.mark(deadline.source),
            f"{standing_tag(deadline.standing)} {tag('national')}",
        )
        for deadline in national
    ]
    return table(("What", "Who", "By when", "Says who"), rows, "stack dl-list")


def in_words(name: str) -> str:
    """Return an id as words: "safeguarding-partners" is "Safeguarding partners"."""
    return name.replace("-", " ").replace("_", " ").capitalize()


def whose(deadline: Deadline) -> str:
    """Return the tags of who says so; a national text carried in is marked national.

    A time that was worked out is nobody's word but the handbook's.
    """
    status = time_status(deadline)
    if status == DERIVED:
        return status_tag(status).strip()
    return standing_tag(deadline.standing) + status_tag(status)


def _orders(partnership: Partnership, sources: Sources) -> str:
    items = [
        marked(order.says, order.source, sources, order.status, order.reason)
        for order in partnership.orders
    ]
    if not items:
        return ""
    lead = "These come one before the other; no number of days is given."
    return section("What comes before what", bullets(items, "says"), "orders", lead)


def _events(partnership: Partnership, sources: Sources) -> str:
    used = {deadline.from_ for deadline in partnership.deadlines}
    used |= {r.from_ for item in partnership.deadlines for r in item.readings}
    rows = [
        (
            f'<span id="event-{event.id}">{esc(event.label)}</span>',
            _counts_as(event, sources),
        )
        for event in partnership.events
        if event.id in used or event.counts_as
    ]
    return table(("Event", "Which day counts"), rows)


def _counts_as(event: Event, sources: Sources) -> str:
    words = " ".join(filter(None, (event.hint, event.counts_as)))
    if event.if_blank:
        words += f" If you do not know it: {event.assumed or 'the date of ' + event.if_blank}."
    if not words:
        words = "The day on which it happens."
    return marked(words.strip(), event.source, sources, event.status, event.reason)
