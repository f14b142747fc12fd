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
    others = [reached(one) for one in library.partnerships]
    return {**for_browser(library), "partnerships": england, "others": others}


def reached(partnership: Partnership) -> Partnership:
    """Return of a policy what another area is told: its areas, and whom to tell there."""
    contacts = tuple(one for one in partnership.contacts if one.serves)
    actors = {one.actor for one in contacts}
    cited = {ref.rpartition("#")[2] for one in contacts for ref in one.source}
    return replace(
        trimmed(partnership),
        contacts=contacts,
        actors=tuple(one for one in partnership.actors if one.id in actors),
        documents=tuple(
            replace(one, sections=tuple(s for s in one.sections if s.at in cited))
            for one in partnership.documents
        ),
        forms=(),
        events=(),
        stages=(),
        start=(),
        steps=(),
        do_now=(),
        deadlines=(),
        orders=(),
        questions=(),
        local_rules=(),
        local_flags=(),
        next_steps=(),
        chains=(),
    )


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
