"""The ready reckoner as pages: a first page, and one for each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.reckoner.columns import columns, key_limits, reckoned_years
from handbook.pages.reckoner.dates import reckoner
from handbook.pages.reckoner.first import first_page
from handbook.pages.reckoner.year import year_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.pages.frame import Page
    from rapidreview.days import Calendar
    from rapidreview.model import Protocol


def reckoner_pages(protocol: Protocol, calendar: Calendar) -> Iterator[Page]:
    """Yield the reckoner's first page and one for each year from the last check on."""
    slim = key_limits(protocol)
    years = reckoned_years(protocol.national, calendar)
    for year in years:
        shown = columns(reckoner(slim, calendar, year), protocol)
        if year == years[0]:
            yield first_page(protocol, shown, calendar)
        yield year_page(protocol, shown, calendar, year)
