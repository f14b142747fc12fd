"""A contact of an answer: its name, and every way to reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show.html import Html, every, joined
from rapidreview.show.marks import link, silent, status_tag

if TYPE_CHECKING:
    from rapidreview.check import ContactHere
    from rapidreview.model import Contact
    from rapidreview.show.sources import Sources


def contact_html(contact: Contact | ContactHere, sources: Sources) -> Html:
    """Return a contact with its source mark, or the words of one that the protocol does not give."""
    mark = joined(
        status_tag(contact.status),
        sources.mark(contact.source, contact.status, contact.reason),
    )
    if contact.silent:
        return silent(contact.label) + mark
    return joined(contact.label, ": ", ways_html(contact), mark)


def ways_html(contact: Contact | ContactHere) -> Html:
    """Return how to reach a contact, with a warning where the address is one person's."""
    ways = [link(contact.email, f"mailto:{contact.email}")] if contact.email else []
    if contact.url:
        ways.append(link(contact.url.removeprefix("https://").rstrip("/"), contact.url))
    if contact.phone:
        ways.append(link(contact.phone, f"tel:{contact.phone}"))
    hours = f" ({contact.hours})" if contact.hours else ""
    stale = " One person’s address: check that it is still right."
    return joined(every(ways, ", "), hours, stale if contact.personal else "")
