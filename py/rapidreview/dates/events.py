"""The events of one partnership, and which of them change anything there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model import Event, Id, National, Partnership


def events_of(national: National, partnership: Partnership) -> Mapping[Id, Event]:
    """Return the events by id: the partnership's own, then the national ones it left out."""
    return Protocol(national, partnership).events


def events_used(national: National, partnership: Partnership) -> tuple[Event, ...]:
    """Return the events that change anything here: a form needs a field for each."""
    return Protocol(national, partnership).events_used
