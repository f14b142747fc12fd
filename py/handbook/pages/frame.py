"""The frame of a generated page: its front matter, the way back, the local contents.

Generated pages are plain HTML inside Markdown files, so that both site builders
give the same page; they link by addresses relative to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from handbook.pages.around import crumbs, local_contents
from handbook.pages.front_matter import front_matter
from handbook.pages.unverified import told_once
from rapidreview.show import (
    NOTHING,
    Html,
    Sources,
    el,
    every,
    joined,
    not_read_html,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rapidreview.model.protocol import Protocol

GLANCE = "index"
LOCAL: Final = (
    (GLANCE, "At a glance"),
    ("flowchart", "Flowchart"),
    ("deadlines", "Deadlines"),
    ("contacts", "Contacts and forms"),
    ("protocol", "What the protocol says"),
    ("roles/index", "Roles"),
    ("pack", "A pack to print"),
    ("reckoner/index", "Ready reckoner"),
    ("notes", "Notes on the protocol"),
    ("source", "Sources and changes"),
)
"""The pages of a partnership's folder: file name and title, in order."""
LAW: Final = {"protocol": "What the national rules say", "notes": "Notes on the national rules"}  # fmt: skip
"""Titles where the national rules stand in for a protocol."""


@dataclass(frozen=True)
class Page:
    """One generated file: where it goes below ``docs/``, and its whole text."""

    path: str
    text: str


@dataclass(frozen=True)
class Entry:
    """A line of a list of pages: where it is below ``docs/``, its title, what it holds.

    ``count`` stands in small letters beside the title in the list at the side.
    """

    path: str
    title: str
    holds: str = ""
    count: str = ""

    def link(self, base: str, more: str = "") -> Html:
        """Return the title as a link from a page whose way to the root is ``base``."""
        return el("a", self.title, more, href=base + self.address)

    @property
    def address(self) -> str:
        """Where it is, from the site's root."""
        return address(self.path)


ALL = Entry("partnerships/index.md", "Partnerships")
"""The list of all partnerships."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What surrounds a page: the way to it, the list it stands in, and its heading.

    ``here`` is its name in the way to it, where that is not its title; ``at`` is the
    entry of ``contents`` that it belongs to, where that is not itself. ``contents``
    empty gives the page the full width. ``heading`` replaces the ordinary heading and
    lead by a part of the page's own.
    """

    path: str
    title: str
    lead: str
    here: str = ""
    trail: tuple[Entry, ...] = ()
    contents: tuple[Entry, ...] = ()
    contents_title: str = ""
    at: str = ""
    heading: Html = NOTHING
    searched: bool = True

    @property
    def base(self) -> str:
        """The way from the page to the site's root."""
        return base_of(self.path)


def base_of(path: str) -> str:
    """Return the way from the page at ``path`` (below ``docs/``, ending .md) to the site's root."""
    parts = path.removesuffix(".md").split("/")
    depth = len(parts) - (parts[-1] == "index")
    return "../" * depth


def address(path: str) -> str:
    """Return the address, from the site's root, of the page at ``path``."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def local_address(protocol: Protocol, name: str) -> str:
    """Return the address, from the site's root, of a page of the partnership's folder."""
    return address(f"{protocol.folder}{name}.md")


def framed(plan: Plan, *inside: Html) -> Page:
    """Return the page as ``plan`` says: way back, local contents, heading and what it holds."""
    heading = plan.heading or joined(
        el("h1", plan.title), "\n", el("p", plan.lead, css="lead"), "\n"
    )
    told = told_once(joined(*inside))
    main = joined(el("div", "\n", heading, told, "\n", css="page"), "\n")
    if plan.contents:
        contents = local_contents(plan)
        main = joined(el("div", "\n", contents, "\n", main, css="page-side"), "\n")
    top = front_matter(plan.title, plan.lead, searched=plan.searched)
    return Page(plan.path, top + str(joined(crumbs(plan), main)))


def partnership_page(
    protocol: Protocol,
    name: str,
    title: str,
    lead: str,
    body: Callable[[Sources], Html],
    *,
    searched: bool = True,
) -> Page:
    """Return a page of a partnership's folder: way back, local contents, title, body and slips."""
    path = f"{protocol.folder}{name}.md"
    sources = Sources(protocol.national, protocol.partnership, base_of(path))
    inside = body(sources)
    first = Entry(f"{protocol.folder}{GLANCE}.md", protocol.name)
    whole = name == GLANCE
    place = dict(local_titles(protocol)).get(name, title[:1].upper() + title[1:])
    plan = Plan(
        path=path,
        title=protocol.name if whole else f"{protocol.name}: {title}",
        lead=lead,
        here=protocol.name if whole else place,
        trail=(ALL,) if whole else (ALL, first),
        contents=local_entries(protocol),
        contents_title=protocol.name,
        at=protocol.folder + _listed(name),
        heading=_whose(protocol) if whole else NOTHING,
        searched=searched,
    )
    notice = not_read_html(protocol.not_read, sources.base)
    return framed(plan, notice, inside, sources.slips())


def _whose(protocol: Protocol) -> Html:
    """Return the heading of the first page: the place, and whose protocol it is."""
    names = " and ".join(protocol.partnership.partnerships)
    whose = el("p", names, css="glance-whose") if names else NOTHING
    return joined(el("h1", protocol.name), "\n", whose)


def local_entries(protocol: Protocol) -> tuple[Entry, ...]:
    """Return the pages of the partnership's folder, in order."""
    notes = f"{len(protocol.notes)} notes"
    return tuple(
        Entry(
            f"{protocol.folder}{name}.md",
            title,
            count=notes if name == "notes" else "",
        )
        for name, title in local_titles(protocol)
    )


def local_titles(protocol: Protocol) -> tuple[tuple[str, str], ...]:
    """Return the file name and the title of each page of the partnership's folder."""
    return tuple({**dict(LOCAL), **(LAW if protocol.stands_in else {})}.items())


def _listed(name: str) -> str:
    """Return the page of :data:`LOCAL` to which the page ``name`` belongs."""
    for page, _ in LOCAL:
        folder = page.removesuffix("index")
        if page != GLANCE and "/" in page and name.startswith(folder):
            return f"{page}.md"
    return f"{name}.md"


def pages_list(entries: Iterable[Entry], base: str) -> Html:
    """Return pages as a list of links with what each holds."""
    items = (el("li", one.link(base), " ", el("span", one.holds)) for one in entries)
    return el("ul", every(items), css="pages", role="list")


def section(
    title: str, body: str, name: str = "", lead: str = "", css: str = "sec"
) -> Html:
    """Return a section of a page under its heading."""
    told = el("p", lead) if lead else NOTHING
    heading = el("h2", title, id=name or None)
    return joined(el("section", heading, "\n", told, body, "\n", css=css), "\n")


def table(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], css: str = "stack"
) -> Html:
    """Return a table; the first cell of each row heads it."""
    top = el("tr", every(el("th", head, scope="col") for head in heads))
    body = every(_row(heads, row) for row in rows)
    return el("table", el("thead", top), el("tbody", "\n", body), css=css)


def _row(heads: tuple[str, ...], row: tuple[str, ...]) -> Html:
    first, *rest = row
    cells = every(
        (
            el("td", cell, data_label=head)
            for head, cell in zip(heads[1:], rest, strict=True)
        ),
        "\n",
    )
    return joined(el("tr", el("th", first, scope="row"), "\n", cells), "\n")


def bullets(items: Iterable[str], css: str = "plain-list") -> Html:
    """Return a list."""
    return el("ul", every(el("li", item) for item in items), css=css)
