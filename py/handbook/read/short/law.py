"""What the national layer gives to a short policy: its events, actors, deadlines and comparison.

Each comes as plain data, from which nodes are made where a policy names it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from rapidreview.model.serial import to_plain

if TYPE_CHECKING:
    from handbook.read.short.making import Plain
    from rapidreview.model import National

type Entry = dict[str, Plain]


class Law:
    """The parts of the national layer by id, as plain data spelt as YAML spells it."""

    def __init__(self, national: National) -> None:
        """Keep the national layer."""
        self.national = national

    @cached_property
    def events(self) -> dict[str, Entry]:
        """The national events."""
        return self._by_id("events")

    @cached_property
    def deadlines(self) -> dict[str, Entry]:
        """The national deadlines."""
        return self._by_id("deadlines")

    @cached_property
    def actors(self) -> dict[str, Entry]:
        """The actors that every area has, with their labels and kinds."""
        return self._by_id("actors")

    @cached_property
    def authorities(self) -> dict[str, Entry]:
        """The local authorities with children's services."""
        return self._by_id("authorities")

    @cached_property
    def attributes(self) -> dict[str, Entry]:
        """The points on which partnerships are compared, in order."""
        return self._by_id("compare")

    def _by_id(self, name: str) -> dict[str, Entry]:
        parts = cast("list[Entry]", to_plain(getattr(self.national, name, ())))
        return {str(one["id"]): one for one in parts}
