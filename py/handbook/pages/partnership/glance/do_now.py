"""The box "Do this now": for each reader the form, the address and the limit, and what else is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handbook.flow.chart import chart_of
from handbook.pages.drafts import unread
from handbook.pages.frame import local_address
from handbook.pages.partnership.contact_parts import contact_html, sent_html
from handbook.pages.partnership.glance.is_it_one import is_it_one
from handbook.pages.statements import said
from rapidreview.say import limit_words, listed
from rapidreview.show import (
    NOTHING,
    Html,
    due,
    el,
    every,
    icon,
    joined,
    limit_html,
    limit_mark,
    link,
    nowrap_last,
    reason_html,
    silent,
    status_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import (
        Contact,
        Deadline,
        DoNow,
        Fallback,
        Form,
        Protocol,
        ReaderRoute,
    )
    from rapidreview.show import Sources

READERS = {
    "learned": "You have learned of a serious incident",
    "notifier": "You notify for the local authority",
    "death": "The child has died",
    "learning": "You think that there is something to learn",
}
INSTEAD: Final = "national"
"""The status of what stands where the protocol says nothing."""
OUR_AUTHORITY = "our authority"
WHERE_IT_HAPPENED = "the local authority where it happened"


def do_now(protocol: Protocol, sources: Sources) -> Html:
    """Return the box "Do this now": one part for each reader, the card "Is it one?" after the first."""
    ways = [_way(item, protocol, sources) for item in protocol.partnership.do_now]
    first = ways[:1] or [unread(protocol)]
    parts = every([*first, is_it_one(protocol, sources), *ways[1:]])
    head = el(
        "header",
        el("h2", "Do this now", id="donow"),
        el("p", "Make the child, and any other child, safe first."),
    )
    body = el("div", parts, css="donow-ways")
    return joined(el("section", head, body, css="donow", aria_labelledby="donow"), "\n")


def _way(item: DoNow, protocol: Protocol, sources: Sources) -> Html:
    rows = every(_facts(item, protocol, sources))
    areas = listed(protocol.not_for_all(item.areas))
    return el(
        "div",
        el("h3", item.title or READERS[item.reader], status_tag(item.status)),
        el("p", f"In {areas} only", css="small mut") if areas else NOTHING,
        el("dl", rows, css="facts") if rows else NOTHING,
        _more(item, sources, folded=bool(rows)),
        css="donow-way donow-full" if item.reader == "death" else "donow-way",
    )


def _more(item: DoNow, sources: Sources, *, folded: bool) -> Html:
    """Return what else is said to one reader, in a line that opens where facts stand above it."""
    says = joined(
        every(el("p", said(one, sources)) for one in item.says),
        reason_html(item.status, item.reason),
    )
    if not folded:
        return el("div", says, css="donow-more")
    return el(
        "details",
        el("summary", el("span", "What else to know")),
        el("div", says, css="donow-more"),
        css="open donow-open",
    )


def _facts(item: DoNow, protocol: Protocol, sources: Sources) -> Iterator[Html]:
    """Yield the form, the address and the limit of one part, as far as it has them.

    Where the protocol gives no address or no time, what the national layer says instead
    stands there, and that the protocol is silent.
    """
    route = _route(item, protocol)
    if item.form:
        yield _fact("form", "Form", _form(protocol.forms[item.form], protocol, sources))
    elif route and route.first_form:
        yield _fact("form", "Form", el("p", silent("The protocol names no form.")))
    sent = [one for one in protocol.contacts.values() if one.id in item.contact]
    given = [one for one in sent if not one.silent]
    if given:
        rows = every(_send_to(one, protocol, sources) for one in given)
        yield _fact("mail", "Send to", rows)
    elif route and route.no_address:
        yield _fact("mail", "To", _instead(route.no_address, protocol, sources))
    elif sent:
        rows = every(el("p", contact_html(one, sources)) for one in sent)
        yield _fact("mail", "Send to", rows)
    if item.start:
        yield _fact("ahead", "Then", _start(item, protocol, sources))
    limits = protocol.deadlines if protocol.stands_in else protocol.own_deadlines
    limit = limits.get(item.deadline)
    if limit or (route and route.no_time):
        yield _fact("clock", "By", _by(limit, route, protocol, sources))


def _route(item: DoNow, protocol: Protocol) -> ReaderRoute | None:
    """Return what the national layer says for one reader, if it says anything."""
    found = protocol.national.routes.do_now
    return next((one for one in found if one.reader == item.reader), None)


def _fact(name: str, title: str, body: Html) -> Html:
    return el("div", el("dt", icon(name), title), el("dd", body))


def _form(form: Form, protocol: Protocol, sources: Sources) -> Html:
    mark = sources.mark(form.source, form.status, form.reason)
    areas = listed(protocol.not_for_all(form.areas))
    whose = el("span", f" For {areas}", css="small mut") if areas else NOTHING
    name = el("b", nowrap_last(form.name, mark))
    return el("p", name, status_tag(form.status), whose)


def _send_to(contact: Contact, protocol: Protocol, sources: Sources) -> Html:
    """Return one address to send to, with its areas where the protocol covers several."""
    areas = listed(protocol.not_for_all(contact.areas))
    return el("p", sent_html(contact, areas, sources))


def _instead(one: Fallback, protocol: Protocol, sources: Sources) -> Html:
    """Return whom to tell where the protocol gives no address, and that it gives none."""
    mark = sources.mark(one.source, one.status, one.reason)
    areas = list(protocol.areas.values())
    whose = areas[0].authority if len(areas) == 1 else WHERE_IT_HAPPENED
    words = one.says.replace(OUR_AUTHORITY, whose)
    page = el("span", link(one.link, one.url), css="sub") if one.url else NOTHING
    told = el("p", nowrap_last(words, mark), _tag(one, protocol), page)
    if protocol.stands_in:
        return told
    return joined(told, el("p", silent("The protocol gives no address."), css="small"))


def _tag(one: Fallback, protocol: Protocol) -> Html:
    """Return the tag of what stands in; on the national rules' own pages all is national."""
    national = protocol.stands_in and one.status == INSTEAD
    return NOTHING if national else status_tag(one.status)


def _start(item: DoNow, protocol: Protocol, sources: Sources) -> Html:
    address = sources.base + local_address(protocol, "flowchart")
    number = chart_of(protocol).numbers[item.start]
    href = f"{address}#step-{item.start}"
    return el("p", "From ", el("a", f"step {number} of the flowchart", href=href))


def _by(
    limit: Deadline | None,
    route: ReaderRoute | None,
    protocol: Protocol,
    sources: Sources,
) -> Html:
    """Return by when: the protocol's limit, or what holds where it gives no time."""
    if limit and limit_words(limit, protocol.nouns):
        told = el("p", limit_html(limit, protocol.nouns), limit_mark(limit, sources))
        return joined(told, _dates(protocol, sources))
    stated = limit.no_time if limit else ""
    own = el(
        "p",
        f"The protocol says “{limit.printed}”. " if limit and limit.printed else "",
        silent(stated or "No time limit given."),
        limit_mark(limit, sources) if limit else NOTHING,
        css="small",
    )
    national = protocol.national_deadlines.get(limit.national) if limit else None
    if national:
        words = limit_words(national, protocol.nouns)
        mark = sources.mark(national.source, INSTEAD)
        chip = el("p", due(words), status_tag(INSTEAD), mark)
        return joined(chip, own, _dates(protocol, sources))
    if not route or not route.no_time:
        return own
    one = route.no_time
    mark = sources.mark(one.source, one.status, one.reason)
    chip = el("p", el("span", due(one.says), mark, css="nw"), _tag(one, protocol))
    return chip if protocol.stands_in else joined(chip, own)


def _dates(protocol: Protocol, sources: Sources) -> Html:
    calculator = f"{sources.base}deadlines/#{protocol.id}"
    return el("p", el("a", "Work out the date", css="lone", href=calculator))
