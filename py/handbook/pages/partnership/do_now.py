"""The box "Do this now": for each reader the form, the address and the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.pages.drafts import unread
from handbook.pages.frame import local_address
from handbook.pages.partnership.contact_parts import contact_html
from handbook.pages.statements import said
from rapidreview.say import listed
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    icon,
    joined,
    limit_html,
    limit_mark,
    reason_html,
    status_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import Contact, Deadline, DoNow, Form, Protocol
    from rapidreview.show import Sources

READERS = {
    "learned": "You have learned of a serious incident",
    "notifier": "You notify for the local authority",
    "death": "The child has died",
    "learning": "You think that there is something to learn",
}


def do_now(protocol: Protocol, sources: Sources) -> Html:
    """Return the box "Do this now": one part for each reader."""
    ways = every(_way(item, protocol, sources) for item in protocol.partnership.do_now)
    body = el("div", ways, css="donow-ways") if ways else unread(protocol)
    head = el(
        "header",
        el("h2", "Do this now", id="donow"),
        el("p", "Make the child, and any other child, safe first."),
    )
    return joined(el("section", head, body, css="donow", aria_labelledby="donow"), "\n")


def _way(item: DoNow, protocol: Protocol, sources: Sources) -> Html:
    says = every(el("p", said(one, sources)) for one in item.says)
    rows = every(_facts(item, protocol, sources))
    areas = listed(protocol.not_for_all(item.areas))
    return el(
        "div",
        el("h3", item.title or READERS[item.reader], status_tag(item.status)),
        el(
            "div",
            el("p", f"In {areas} only", css="small mut") if areas else NOTHING,
            says,
            reason_html(item.status, item.reason),
            el("dl", rows, css="facts") if rows else NOTHING,
        ),
        css="donow-way donow-full" if item.reader == "death" else "donow-way",
    )


def _facts(item: DoNow, protocol: Protocol, sources: Sources) -> Iterator[Html]:
    """Yield the form, the addresses and the limit of one part, as far as it has them."""
    if item.form:
        yield _fact("form", "Form", _form(protocol.forms[item.form], protocol, sources))
    if item.contact:
        sent = (
            _send_to(one, protocol, sources)
            for one in protocol.contacts.values()
            if one.id in item.contact
        )
        yield _fact("mail", "Send to", every(sent))
    if item.start:
        address = sources.base + local_address(protocol, "flowchart")
        number = chart_of(protocol).numbers[item.start]
        link = el(
            "a", f"step {number} of the flowchart", href=f"{address}#step-{item.start}"
        )
        yield _fact("ahead", "Then", el("p", "From ", link))
    limits = protocol.deadlines if protocol.stands_in else protocol.own_deadlines
    if item.deadline in limits:
        limit = limits[item.deadline]
        yield _fact("clock", "By", _by(limit, protocol, sources))


def _fact(name: str, title: str, body: Html) -> Html:
    return el("div", el("dt", icon(name), title), el("dd", body))


def _form(form: Form, protocol: Protocol, sources: Sources) -> Html:
    mark = sources.mark(form.source, form.status, form.reason)
    areas = listed(protocol.not_for_all(form.areas))
    whose = el("span", f" For {areas}", css="small mut") if areas else NOTHING
    return el("p", el("b", form.name), status_tag(form.status), mark, whose)


def _send_to(contact: Contact, protocol: Protocol, sources: Sources) -> Html:
    """Return one address to send to, with its areas where there are several addresses."""
    areas = listed(protocol.in_areas(contact.areas))
    whose = el("span", f"For {areas}", css="small mut") if areas else NOTHING
    return el("p", contact_html(contact, sources), " ", whose)


def _by(deadline: Deadline, protocol: Protocol, sources: Sources) -> Html:
    limit = el("p", limit_html(deadline, protocol.nouns), limit_mark(deadline, sources))
    if not deadline.readings:  # no time is given, so there is no date to work out
        return limit
    calculator = f"{sources.base}deadlines/"
    link = el("a", "Work out the date", css="lone", href=calculator)
    return joined(limit, el("p", link))
