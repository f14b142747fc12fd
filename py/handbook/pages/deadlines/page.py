"""Every deadline and order of a protocol on one page, with what is open about each.

The list follows the stages of the protocol and answers "by when?"; a line of it opens
on "says who, counted how, and what else could the words mean?". What the protocol does
not set is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.deadlines.date_box import date_box
from handbook.pages.deadlines.entry import Entries
from handbook.pages.drafts import or_unread
from handbook.pages.frame import partnership_page, section
from handbook.pages.partnership.starts import clocks, orders
from handbook.pages.sources.editions import edition_line
from handbook.pages.statements import jump
from rapidreview.show import NOTHING, el, every, has_guesses, joined, key_html

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from rapidreview.model import Protocol
    from rapidreview.show import Html, Sources

NOT_SET = (
    "They apply all the same. Their words and dates are national, not this protocol’s."
)
ORDERS = "These come one before the other; no number of days is given."
STARTS = "Which day counts as the event, where that could be in doubt."


def deadlines_page(protocol: Protocol) -> Page:
    """Return the page "Deadlines" of ``protocol``."""
    lead = (
        "Every limit and every order of the protocol: what, by when and who. Open one for what starts "
        "its clock, how its words are read where they leave a choice, and its source."
    )

    def body(sources: Sources) -> Html:
        parts = _parts(protocol, sources)
        return joined(
            edition_line(protocol, sources),
            _tools(protocol, sources),
            key_html() if has_guesses(protocol.partnership) else NOTHING,
            jump(((name, title) for name, title, *_ in parts), "On this page"),
            date_box(protocol),
            *(
                section(title, inside, name, lead)
                for name, title, inside, lead in parts
            ),
        )

    return partnership_page(protocol, "deadlines", "deadlines", lead, body)


def _parts(protocol: Protocol, sources: Sources) -> list[tuple[str, str, Html, str]]:
    """Return the sections that the page has: anchor, title, what is in it, and its first sentence."""
    entries = Entries(protocol, sources)
    deadlines = protocol.partnership.deadlines
    stage_of = {step.id: step.stage for step in protocol.partnership.steps}
    stages = {f"stage-{one.id}": one.title for one in protocol.partnership.stages}
    stages["stage-"] = "No step of the flowchart"
    parts = []
    for anchor, title in stages.items():
        mine = (
            one for one in deadlines if f"stage-{stage_of.get(one.step, '')}" == anchor
        )
        parts.append((anchor, title, every(map(entries.own, mine)), ""))
    if not deadlines and not protocol.stands_in:
        parts = [("own", "By when", or_unread(NOTHING, protocol), "")]
    others = every(map(entries.national, protocol.only_national_deadlines))
    title, lead = "National clocks that this protocol does not set", NOT_SET
    if protocol.stands_in:
        title, lead = "By when", ""
    parts.append(("national", title, others, lead))
    parts.append(
        ("orders", "What comes before what", orders(protocol, sources), ORDERS)
    )
    parts.append(("events", "What starts a clock", clocks(protocol, sources), STARTS))
    return [part for part in parts if part[2]]


def _tools(protocol: Protocol, sources: Sources) -> Html:
    calculator = f"{sources.base}deadlines/#{protocol.id}"
    tables = f"{sources.base}{protocol.folder}reckoner/"
    return el(
        "p",
        el("a", "Work out the dates of a case", href=calculator, css="btn"),
        el("a", "Look them up in a table", href=tables, css="btn btn-plain"),
        css="take",
    )
