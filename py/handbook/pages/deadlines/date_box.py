"""The box of a deadlines page: one date in, and each limit of the page shows the date that follows.

The page asks the engine, as the calculator does. The form is written when the site is
built, because only then is known where Python lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.frame import base_of
from handbook.pages.templates import render
from handbook.pages.tools.date_field import DateField
from handbook.pages.tools.start import runtime_of
from rapidreview.show import Html

if TYPE_CHECKING:
    from pathlib import Path

    from rapidreview.model import Event, Protocol

ON = DateField(id="on", label="Date")


@dataclass(frozen=True, kw_only=True)
class DateBox:
    """What the box shows: the days that start a clock of the page, and a field for the date."""

    template: ClassVar[str] = "date_box.html"

    runtime: str
    base: str
    protocol: str
    folder: str
    events: tuple[Event, ...]
    usual: str
    on: DateField = ON


def date_box(protocol: Protocol) -> Html:
    """Return the place of the box in a generated page: the site's builder puts it in."""
    return Html(f'{{{{ date_box("{protocol.id}") }}}}\n')


def date_box_form(protocol: Protocol, root: Path) -> Html:
    """Return the box itself, ``form#date-box``."""
    limits = (*protocol.partnership.deadlines, *protocol.only_national_deadlines)
    starts = {one.from_ for one in limits} | {
        reading.from_ for one in limits for reading in one.readings
    }
    path = f"{protocol.folder}deadlines/index.md"
    return render(
        DateBox(
            runtime=runtime_of(root),
            base=base_of(path),
            protocol=protocol.id,
            folder=protocol.folder,
            events=tuple(one for one in protocol.events_used if one.id in starts),
            usual=protocol.national.review.starts[0],
        )
    )
