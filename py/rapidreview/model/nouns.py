"""The events' nouns: how each event reads after "of" or "before"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model.base import Id
    from rapidreview.model.national import National
    from rapidreview.model.partnership import Partnership


class Nouns:
    """How each event reads after "of" or "before"; a local event may use the national words."""

    def __init__(
        self, national: National, partnership: Partnership | None = None
    ) -> None:
        self._words = {event.id: event.noun or event.label for event in national.events}
        for event in partnership.events if partnership else ():
            if event.noun or event.id not in self._words:
                self._words[event.id] = event.noun or event.label

    def __contains__(self, event_id: Id) -> bool:
        """Return whether there are words for ``event_id``."""
        return event_id in self._words

    def of(self, event_id: Id) -> str:
        """Return the words for ``event_id``."""
        return self._words.get(event_id, event_id.replace("_", " "))
