"""Every local authority as a reader chooses it: a list by region, and what the look-up searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from handbook.areas.headings import heading_of
from handbook.areas.places import named_so
from rapidreview.model import to_plain
from rapidreview.show import Html, el, every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.library import Library
    from rapidreview.model import Authority, Id, Protocol

SEVERAL = "One protocol, area not chosen"
PLAIN = ("id", "name", "authority", "also", "districts", "within", "from", "until", "succeeded_by")  # fmt: skip
"""What the look-up needs of an authority."""


@dataclass(frozen=True)
class Choice:
    """An authority to choose: what the engine takes, and its place and council by name."""

    value: str
    label: str
    authority: str = ""


@dataclass(frozen=True)
class Group:
    """The authorities of a region."""

    title: str
    choices: tuple[Choice, ...]


def groups(library: Library) -> tuple[Group, ...]:
    """Return the authorities that there are, by region, then the protocols of several areas."""
    found: dict[str, list[Choice]] = {}
    for region, choice in _choices(library):
        found.setdefault(region, []).append(choice)
    several = tuple(
        Choice(one.id, one.name) for one in library.protocols if len(one.areas) > 1
    )
    listed = [
        Group(region, tuple(sorted(found[region], key=lambda one: one.label)))
        for region in sorted(found)
    ]
    return (*listed, *((Group(SEVERAL, several),) if several else ()))


def _choices(library: Library) -> Iterator[tuple[str, Choice]]:
    """Yield each area of every protocol with its region."""
    known = library.law.authorities
    for protocol in library.all_protocols:
        for area in protocol.partnership.areas:
            row = known.get(area.id)
            if row is None or not row.from_ or row.from_ <= library.national.checked_on:
                region = row.region if row else "Elsewhere"
                value = value_of(protocol, area.id)
                yield region, Choice(value, area.name, area.authority)


def value_of(protocol: Protocol, area: Id) -> str:
    """Return what the engine takes for an area: "tees:hartlepool", or "surrey" where it is the only one."""
    alone = len(protocol.areas) == 1 and not protocol.stands_in
    return protocol.id if alone else f"{protocol.id}:{area}"


def region_list(library: Library, base: str) -> Html:
    """Return every authority as a link to its page, by region; ``base`` leads to the site's root."""
    return every(
        el(
            "section",
            el("h3", group.title),
            el("ul", every(_link(one, library, base) for one in group.choices)),
            css="regions-region",
        )
        for group in groups(library)
        if group.title != SEVERAL
    )


def _link(choice: Choice, library: Library, base: str) -> Html:
    name, _, area = choice.value.partition(":")
    href = base + library.protocol(name).folder_of(area)
    return el("li", el("a", choice.label, href=href))


def searched(library: Library) -> list[dict[str, object]]:
    """Return what the look-up searches: every authority's names, its choice and its page."""
    headings = [heading_of(one) for one in library.partnerships]
    where = {
        area.id: one for one in library.all_protocols for area in one.partnership.areas
    }
    return [
        _row(authority, where.get(authority.id))
        for authority in named_so(library.national.authorities, headings)
    ]


def _row(authority: Authority, protocol: Protocol | None) -> dict[str, object]:
    plain = cast("dict[str, object]", to_plain(authority))
    row: dict[str, object] = {key: plain[key] for key in PLAIN if key in plain}
    if protocol:
        row["value"] = value_of(protocol, authority.id)
        row["to"] = protocol.folder_of(authority.id)
    return row
