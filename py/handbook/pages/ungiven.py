"""The addresses that a protocol does not give, in one paragraph, and where to look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import local_address
from handbook.pages.partnership.contact_parts import contacts_table
from rapidreview.say import listed
from rapidreview.show import NOTHING, Html, el, joined, link, silent, status_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Contact, Protocol
    from rapidreview.show import Sources

NONE = ": the protocol gives no address"
"""How the label of a contact ends that only says whose address is not given."""


def reached_html(
    contacts: Iterable[Contact], protocol: Protocol, sources: Sources
) -> Html:
    """Return how to reach ``contacts``: the table of those with an address, then the others."""
    every_one = list(contacts)
    given = [one for one in every_one if not one.silent]
    silent_ones = [one for one in every_one if one.silent]
    told = contacts_table(given, protocol, sources)
    return joined(told, ungiven_html(silent_ones, protocol, sources))


def ungiven_html(contacts: list[Contact], protocol: Protocol, sources: Sources) -> Html:
    """Return in one paragraph which addresses are not given; nothing of none."""
    if not contacts:
        return NOTHING
    refs = tuple(dict.fromkeys(ref for one in contacts for ref in one.source))
    worked_out = next((one for one in contacts if one.status != "stated"), contacts[0])
    mark = sources.mark(refs, worked_out.status, worked_out.reason)
    told = silent(" ".join(ungiven(contacts)))
    return joined(
        "\n",
        el(
            "p",
            told,
            status_tag(worked_out.status),
            mark,
            " ",
            _instead(protocol, sources),
            css="contact-none measure",
        ),
    )


def ungiven(contacts: Iterable[Contact]) -> list[str]:
    """Return the sentences about addresses that are not given: those of one form as one."""
    labels = [one.label for one in contacts if one.silent]
    whose = [
        f"{label.removesuffix(NONE)} ({one.for_[0].lower()}{one.for_[1:]})"
        if one.for_
        else label.removesuffix(NONE)
        for one in contacts
        if one.silent
        for label in [one.label]
        if label.endswith(NONE)
    ]
    said = [f"{label}." for label in labels if not label.endswith(NONE)]
    if whose:
        said.insert(0, f"The protocol gives no address for: {listed(whose)}.")
    return said


def _instead(protocol: Protocol, sources: Sources) -> Html:
    """Return where to look instead: the partnership's own site, or the box on its first page."""
    site = protocol.partnership.website
    if site:
        name = site.removeprefix("https://").removeprefix("http://").rstrip("/")
        return joined("Find them on the partnership’s site: ", link(name, site), ".")
    first = sources.base + local_address(protocol, "index")
    return joined(
        el("a", "The first page", href=first), " says whom to tell in the meantime."
    )
