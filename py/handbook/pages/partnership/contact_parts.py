"""Contacts as the pages show them: the ways to reach somebody, and who serves which area."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import table
from rapidreview.say import listed, plain_date, read_moment
from rapidreview.show import (
    NOTHING,
    Html,
    copy_button,
    el,
    every,
    joined,
    link,
    nowrap_last,
    silent,
    status_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rapidreview.model import Contact, Protocol
    from rapidreview.show import Sources


ONE_PERSON = "One person’s address"
MAY_HAVE_CHANGED = "It may have changed: check it before you send."


def contact_html(contact: Contact, sources: Sources, stale: str = "") -> Html:
    """Return how to reach a contact; a person's address carries its date and a warning.

    ``stale`` are shorter words for a list that says the warning once for all of them.
    """
    mark = sources.mark(contact.source, contact.status, contact.reason)
    standing = status_tag(contact.status)
    if contact.silent:
        return joined(nowrap_last(contact.label, mark, silent), standing)
    return joined(way_html(contact, mark), standing, _warned(contact, stale))


def sent_html(contact: Contact, areas: str, sources: Sources) -> Html:
    """Return an address to send to, with the names of its ``areas`` below it if it has any."""
    if not areas:
        return contact_html(contact, sources)
    mark = sources.mark(contact.source, contact.status, contact.reason)
    return joined(
        way_html(contact, NOTHING),
        status_tag(contact.status),
        el("span", nowrap_last(f"For {areas}", mark), css="sub"),
        _warned(contact),
    )


def way_html(contact: Contact, mark: Html) -> Html:
    """Return every way to reach a contact, a copy button and ``mark`` on the line of the last."""
    copy = copy_button(contact.email) if contact.email else NOTHING
    ways = joined(every(_ways(contact), ", ") or contact.label, copy)
    if contact.hours:
        ways = joined(ways, el("wbr"), f" ({contact.hours})")
    return el("span", ways, mark, css="contact-way")


def _warned(contact: Contact, stale: str = "") -> Html:
    """Return the warning beside one person's address; nothing for a role's."""
    if not contact.personal:
        return NOTHING
    told = stale or f"{ONE_PERSON}, {_checked(contact)}. {MAY_HAVE_CHANGED}"
    return el("span", told, css="sub")


def _ways(contact: Contact) -> Iterator[Html]:
    """Yield a link for each way to reach a contact."""
    if contact.email:
        yield link(contact.email, f"mailto:{contact.email}")
    if contact.url:
        name = contact.url.removeprefix("https://").removeprefix("http://")
        yield link(name.rstrip("/"), contact.url)
    if contact.phone:
        yield link(contact.phone, f"tel:{contact.phone.replace(' ', '')}")


def _checked(contact: Contact) -> str:
    day = contact.checked_on
    return f"last checked {plain_date(read_moment(day))}" if day else "never checked"


def contacts_table(
    contacts: Iterable[Contact], protocol: Protocol, sources: Sources
) -> Html:
    """Return the table of ``contacts``: who, how, for which areas and for what.

    Nothing where there are none.
    """
    shown = list(contacts)
    rows = [
        _row(list(alike), protocol, sources)
        for _, alike in groupby(shown, lambda one: _kind(one, protocol))
    ]
    if not rows:
        return NOTHING
    return joined(table(("Who", "How", "For"), rows), _stale(shown))


def _kind(contact: Contact, protocol: Protocol) -> tuple[str, ...]:
    """Return what contacts share that stand in one row: one role, with an address for each area."""
    areas = ", ".join(protocol.in_areas(contact.areas))
    role = protocol.label(contact.actor)
    if contact.label == f"{role} ({areas})":
        return role, contact.for_
    return contact.id, contact.for_


def _row(
    alike: list[Contact], protocol: Protocol, sources: Sources
) -> tuple[Html | str, Html, str]:
    first = alike[0]
    if len(alike) == 1:
        how = contact_html(first, sources, ONE_PERSON)
        return who(first, protocol), how, first.for_
    ways = every(
        el(
            "li",
            el("span", listed(protocol.in_areas(one.areas)), css="sub"),
            contact_html(one, sources, ONE_PERSON),
        )
        for one in alike
    )
    return protocol.label(first.actor), el("ul", ways, css="contact-each"), first.for_


def _stale(contacts: Iterable[Contact]) -> Html:
    """Return the warning about the addresses of named persons, once for all of a list."""
    days = dict.fromkeys(_checked(one) for one in contacts if one.personal)
    if not days:
        return NOTHING
    told = f"“{ONE_PERSON}” marks what reaches a named person: {listed(days)}. {MAY_HAVE_CHANGED}"
    return el("p", told, css="small mut contact-stale")


def who(contact: Contact, protocol: Protocol) -> str:
    """Return whom a contact reaches, with the areas it serves unless its name has them."""
    name = protocol.label(contact.actor) if contact.silent else contact.label
    areas = protocol.in_areas(contact.areas)
    if all(area in name for area in areas):
        return name
    return f"{name} ({listed(areas)})"
