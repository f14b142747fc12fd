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
        "partnerships": [trimmed(one.partnership) for one in library.all_protocols],
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
        search=(),
        authorities=(),
    )


def for_wheel(library: Library) -> dict[str, object]:
    """Return what is packed with the engine: all of :func:`for_browser` but the partnerships.

    Those come one by one, each when it is chosen.
    """
    england = [trimmed(library.england.partnership)] if library.england else []
    return {**for_browser(library), "partnerships": england}


def trimmed(partnership: Partnership) -> Partnership:
    """Return a policy without what only pages show."""
    return replace(
        partnership,
        topics=(),
        notes=(),
        compare=(),
        do_now=tuple(replace(one, says=()) for one in partnership.do_now),
        vocabulary=(),
        changes=(),
        examples=(),
        date_examples=(),
    )
