"""What the two tools need of the policies, and no more: the browser gets no page texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import National, Partnership


def for_browser(library: Library) -> dict[str, object]:
    """Return what the engine reads: the national layer, the bank holidays and every protocol."""
    return {
        "national": _national(library.national),
        "partnerships": [_trimmed(one.partnership) for one in library.all_protocols],
        "holidays": library.calendar.plain(),
    }


def _national(national: National) -> National:
    return replace(
        national,
        topics=(),
        hard_cases=(),
        processes=(),
        compare=(),
        examples=(),
        date_examples=(),
        changes=(),
        terms=(),
        authorities=(),
    )


def _trimmed(partnership: Partnership) -> Partnership:
    return replace(
        partnership,
        topics=(),
        notes=(),
        compare=(),
        do_now=(),
        vocabulary=(),
        changes=(),
        examples=(),
        date_examples=(),
    )
