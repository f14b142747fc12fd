"""What starts each clock of a protocol, and what comes before what: for the page of limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.fold import fold
from handbook.pages.frame import bullets
from handbook.pages.statements import facts, marked
from rapidreview.say import listed
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    slug,
    status_tag,
)

if TYPE_CHECKING:
    from rapidreview.model import Event, Protocol
    from rapidreview.model.timing import Chain
    from rapidreview.show import Sources


def clocks(protocol: Protocol, sources: Sources) -> Html:
    """Return the line that opens to the events that clocks run from, and what counts as each."""
    body = every(_event(one, protocol, sources) for one in protocol.partnership.events)
    told = or_unread(body, protocol)
    return fold(el("b", "Event by event"), told, "event-list") if told else NOTHING


def _event(event: Event, protocol: Protocol, sources: Sources) -> Html:
    known, own = protocol.events, {one.id for one in protocol.partnership.events}
    after = listed(known[name].label for name in event.after if name in own)
    counts = event.counts_as
    stands_in = known[event.if_blank].label if event.if_blank in own else ""
    standing = status_tag(event.status)
    rows = [
        ("What counts", joined(counts, standing) if counts else NOTHING),
        ("Good to know", event.hint),
        ("Not before", after),
        ("If not known", f"{stands_in}. {event.assumed}" if stands_in else ""),
    ]
    mark = sources.mark(event.source, event.status, event.reason)
    title = el(
        "h4",
        nowrap_last(event.label, mark),
        NOTHING if counts else standing,
        id=slug(f"event {event.id}"),
    )
    return joined(el("div", title, facts(rows), css="entry"), "\n")


def orders(protocol: Protocol, sources: Sources) -> Html:
    """Return what must come before what, and of steps that must fit a limit."""
    items = [
        marked(one.says, one.source, sources, one.status, one.reason)
        for one in protocol.partnership.orders
    ]
    items += [_chain(one, protocol, sources) for one in protocol.chains.values()]
    return bullets(items, "says") if items else NOTHING


def _chain(chain: Chain, protocol: Protocol, sources: Sources) -> Html:
    spent = (
        joined(f"{one.what} ({one.days})", status_tag(one.status))
        for one in chain.spend
    )
    reasons = "".join(f" {one.reason}" for one in chain.spend if one.reason)
    limit = protocol.own_deadlines[chain.deadline].what
    return joined(
        marked(chain.says, chain.source, sources),
        el(
            "span",
            f"Must fit before the limit of “{limit}”. Working days: ",
            every(spent, "; "),
            f".{reasons}",
            css="sub",
        ),
    )
