"""The sources that one page cites: the national ones, and several partnerships' own.

Outcomes, national rules and comparisons belong to no single partnership; their page
is made here, with the slips of all the sources that it cites at its end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.pages.frame import framed
from rapidreview.show import Html, Sources, every

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.pages.frame import Page, Plan
    from handbook.read.library import Library
    from rapidreview.model import Id, NationalIndex, Protocol


@dataclass
class PageSources:
    """The library as one page cites it. ``base`` leads from the page to the site's root."""

    library: Library
    base: str
    national: Sources = field(init=False)
    _local: dict[Id, Sources] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.national = Sources(self.library.national, None, self.base)

    @property
    def law(self) -> NationalIndex:
        """The national layer, every part by its id."""
        return self.library.law

    def of(self, protocol: Protocol) -> Sources:
        """Return the sources of ``protocol``, whose slips have ids of their own."""
        if protocol.id not in self._local:
            self._local[protocol.id] = Sources(
                protocol.national, protocol.partnership, self.base, f"src-{protocol.id}"
            )
        return self._local[protocol.id]

    def slips(self) -> Html:
        """Return every slip of the page."""
        return every(one.slips() for one in (self.national, *self._local.values()))


def general_page(
    library: Library, plan: Plan, body: Callable[[PageSources], Html]
) -> Page:
    """Return a page of no partnership: way back, local contents, heading, body and slips."""
    sources = PageSources(library, plan.base)
    inside = body(sources)
    return framed(plan, inside, sources.slips())
