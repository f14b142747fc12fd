"""Contacts as the pages show them: the ways to reach somebody, and who serves which area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import table
from rapidreview.say import listed, plain_date, read_moment
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    link,
    silent,
    status_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rapidreview.model import Contact, Protocol
    from rapidreview.show import Sources


def contact_html(contact: Contact, sources: Sources) -> Html:
    """Return how to reach a contact; a person's address carries its date and a warning."""
    mark = sources.mark(contact.source, contact.status, contact.reason)
    standing = status_tag(contact.status)
    if contact.silent:
        return joined(silent(contact.label), standing, mark)
    return joined(
        every(_ways(contact), ", ") or contact.label,
        f" ({contact.hours})" if contact.hours else "",
        _stale(contact) if contact.personal else NOTHING,
        standing,
        mark,
    )


def _ways(contact: Contact) -> Iterator[Html]:
    """Yield a link for each way to reach a contact."""
    if contact.email:
        yield link(contact.email, f"mailto:{contact.email}")
    if contact.url:
        name = contact.url.removeprefix("https://").removeprefix("http://")
        yield link(name.rstrip("/"), contact.url)
    if contact.phone:
        yield link(contact.phone, f"tel:{contact.phone.replace(' ', '')}")


def _stale(contact: Contact) -> Html:
    """Return the warning beside one person's address."""
    day = contact.checked_on
    checked = plain_date(read_moment(day)) if day else "never"
    return el(
        "span",
        f"One person’s address, last checked {checked}. "
        "It may have changed: check it before you send.",
        css="small mut contact-stale",
    )


def contacts_table(
    contacts: Iterable[Contact], protocol: Protocol, sources: Sources
) -> Html:
    """Return the table of ``contacts``: who, how, for which areas and for what.

    Nothing where there are none.
    """
    rows = [
        (
            who(contact, protocol),
            contact_html(contact, sources),
            contact.for_,
        )
        for contact in contacts
    ]
    return table(("Who", "How", "For"), rows) if rows else NOTHING


def who(contact: Contact, protocol: Protocol) -> str:
    """Return whom a contact reaches, with the areas it serves unless its name has them."""
    name = protocol.label(contact.actor) if contact.silent else contact.label
    areas = protocol.in_areas(contact.areas)
    if all(area in name for area in areas):
        return name
    return f"{name} ({listed(areas)})"
