"""Whether one time limit ends as soon as another, so that duties can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import NationalIndex

if TYPE_CHECKING:
    from rapidreview.model import Deadline, National, Protocol


class Times:
    """The limits that duties name: the protocol's own, then the national ones."""

    def __init__(self, national: National, protocol: Protocol | None) -> None:
        law = NationalIndex(national).deadlines
        self.known = protocol.deadlines if protocol else law

    def as_soon(self, one: str, other: str) -> bool:
        """Return whether the limit ``one`` ends no later than ``other``.

        Limits that run from different events, or are counted in different units, cannot
        be compared: then neither is as soon. No limit is later than any limit.
        """
        if not other or one == other:
            return True
        ours, theirs = self._length(one), self._length(other)
        if theirs is None:
            return True
        return ours is not None and ours[:2] == theirs[:2] and ours[2] <= theirs[2]

    def _length(self, name: str) -> tuple[str, str, int] | None:
        """Return the event, unit and amount of the latest reading; None without a limit."""
        found: Deadline | None = self.known.get(name)
        if found and found.also and found.which == "later":
            return None
        for reading in found.readings if found else ():
            if found and reading.use == "latest" and reading.clock:
                start = reading.from_ or found.from_
                clock = reading.clock
                unit = f"{clock.unit} {clock.weekday} {clock.hours}"
                return start, unit, clock.amount
        return None
