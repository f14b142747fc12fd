"""Whom a reader tells of an error, and who hears a complaint: from the settings of the site."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rapidreview.say import long_date
from rapidreview.show import Html, el, every, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.own.settings import Contact, Handbook

SUPPORT = "https://www.equalityadvisoryservice.com/"
"""The Equality Advisory and Support Service (EASS)."""


def whom_to_tell(handbook: Handbook) -> Html:
    """Return how a reader reports an error or a barrier on this site."""
    contact = handbook.contact
    ways = tuple(_ways(contact))
    if not ways:
        where = (
            el("a", "where its files are kept", href=handbook.source)
            if handbook.source
            else "where its files are kept"
        )
        return el(
            "p",
            "The publisher of this copy has not named anybody to write to. Say so ",
            where,
            ", or tell the partnership whose protocol it is.",
        )
    who = contact.who or handbook.name
    says: list[Html | str] = [f"Tell {who}: ", joined(*_with_or(ways)), "."]
    if contact.answers_within:
        says.append(f" You get an answer within {contact.answers_within}.")
    return el("p", *says)


def _with_or(parts: tuple[Html, ...]) -> Iterator[Html | str]:
    """Yield ``parts`` with “, or ” between them."""
    for number, part in enumerate(parts):
        if number:
            yield ", or "
        yield part


def _ways(contact: Contact) -> Iterator[Html]:
    if contact.email:
        yield el("a", contact.email, href=f"mailto:{contact.email}")
    if contact.telephone:
        number = "".join(c for c in contact.telephone if c.isdigit() or c == "+")
        yield el("a", contact.telephone, href=f"tel:{number}")


def enforcement(handbook: Handbook) -> Html:
    """Return who hears a complaint about accessibility, and when the statement was reviewed."""
    service = el("a", "Equality Advisory and Support Service", href=SUPPORT)
    says = [
        el(
            "p",
            "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies"
            " (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are"
            " not content with the answer to your complaint, contact the ",
            service,
            ".",
        )
    ]
    if handbook.statement_on:
        day = long_date(date.fromisoformat(handbook.statement_on))
        says.append(el("p", f"This statement was last reviewed on {day}."))
    return every(says)
