"""Times: the words of a limit as clocks, with the readings that the house gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from handbook.read.short.limits.grammar import NotAClock, SaidClock, clock_of
from handbook.read.short.limits.special import (
    also_from,
    on_one_way,
    otherwise,
    put_aside,
    recurring,
    several,
)
from handbook.read.short.limits.words import each_of, printed, taken_words
from handbook.read.short.making import copied, filled, made, moved, put, taken
from rapidreview.model import Clock
from rapidreview.model.serial import from_plain, to_plain
from rapidreview.say.readings import readings_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.short.law import Entry, Law
    from handbook.read.short.making import Plain

NO_LIMIT = "No time limit given."
"""What every page says where a protocol gives no time."""
OF_NATIONAL = ("from", "to_event", "direction", "bound", "standing", "applies")
"""What a local limit that is the national one takes from it, unless it says otherwise."""


COUNTING = {
    "the day after": "day-after",
    "the day itself": "same-day",
    "day zero": "day-zero",
}
"""The counting rule of each way to say which day is day 1."""


@dataclass(frozen=True)
class Times:
    """Writes the times of limits."""

    law: Law
    noun: Callable[[str], str]
    """How an event reads after "of"."""
    faults: list[Fault] = field(default_factory=list)
    """What is wrong with the words of a time."""

    def _also_rejected(self, full: Node) -> None:
        rejected = taken(full, "rejected")
        if rejected is None:
            return
        listed = full.listed("readings")
        rows = [
            self.reading(one, len(listed) + turn, "rejected", full)
            for turn, one in enumerate(rejected.items)
        ]
        put(full, "readings", made(rejected, [*listed, *rows]))

    def write(self, full: Node, limit: Node, come: list[str]) -> None:
        """Write in ``full`` the times of ``limit``; ``come`` are the events before it."""
        others = several(full)
        moved(full, "only", "applies")
        moved(full, "ends", "to_event")
        national = self.law.deadlines.get(limit.text("national"), {})
        if "before" in full.entries:
            put(full, "direction", made(limit, "before"))
        for old in ("of", "before"):
            moved(full, old, "from")
        also_from(full)
        if not {"from", "every"} & full.entries.keys() and not national and come:
            put(full, "from", made(limit, come[0]))
        words = taken_words(full)
        day_one, said = taken(full, "day one"), taken(full, "not given")
        guessed = taken(full, "who guessed")
        if guessed is not None:
            filled(full, [("who_status", "derived"), ("reason", guessed)])
        printed(full)
        if said is not None:
            tail = f" {said.raw}" if isinstance(said.value, str) else ""
            filled(full, [("no_time", f"{NO_LIMIT}{tail}")])
        elif "readings" in full.entries:
            self._readings(full)
        elif words is not None:
            self._house(full, words, day_one)
        if national:
            self._national(full, national, timed=said is not None or words is not None)
        recurring(full, self.faults)
        put_aside(full)
        otherwise(full, self._clock)
        on_one_way(full)
        if others:
            put(full, "also", made(others[0], [self._other(one) for one in others]))
        self._also_rejected(full)

    def _other(self, written: Node) -> Node:
        """Return one more limit of the same thing, from an event of its own."""
        other = copied(written)
        self.write(other, written, [])
        for key in ("bound", "unit_stated"):
            taken(other, key)
        return other

    def _readings(self, full: Node) -> None:
        rows: list[Plain] = [
            self.reading(one, turn, "latest" if turn == 0 else "aim", full)
            for turn, one in enumerate(full.listed("readings"))
        ]
        full.entries["readings"] = made(full.entries["readings"], rows)

    def reading(self, written: Node, turn: int, use: str, limit: Node) -> Node:
        """Return the reading ``written`` in the full form, with its clock and its words."""
        start, back = limit.text("from"), limit.text("direction") == "before"
        reading = copied(written)
        moved(reading, "of", "from")
        words, counting = taken_words(reading), taken(reading, "counting")
        clock = self._clock(words) if words is not None else None
        if words is not None and clock is not None:
            counted = {"counting": counting} if counting is not None else {}
            put(reading, "clock", made(words, {**clock, **counted}))
            if start := reading.text("from") or start:
                means = self._means(clock, start, counting, back=back)
                filled(reading, [("means", means)])
        filled(reading, [("id", f"reading-{turn + 1}"), ("use", use)])
        return reading

    def _house(self, full: Node, words: Node, day_one: Node | None) -> None:
        clock = self._clock(words)
        if clock is None:
            return
        said = clock_of(words.raw)
        if isinstance(said, SaidClock) and said.numbered and not said.unit_said:
            filled(full, [("unit_stated", False)])
        readings = readings_of(
            from_plain(Clock, clock),
            self.noun(full.text("from")),
            self.law.national.house_readings,
            back=full.text("direction") == "before",
            bound=full.text("bound") or "by",
            counting=COUNTING.get(day_one.raw, "") if day_one is not None else "",
        )
        put(full, "readings", made(words, cast("Plain", to_plain(readings))))

    def _means(
        self,
        clock: Mapping[str, Plain],
        start: str,
        counting: Node | None,
        *,
        back: bool,
    ) -> str:
        used = readings_of(
            from_plain(Clock, clock),
            self.noun(start),
            (),
            back=back,
            counting=counting.raw if counting is not None else "day-after",
        )
        return used[0].means

    def _clock(self, words: Node) -> Mapping[str, Plain] | None:
        said = clock_of(words.raw)
        if isinstance(said, NotAClock):
            self.faults.append(words.fault(said.says))
            return None
        return said.clock

    def _national(self, full: Node, national: Entry, *, timed: bool) -> None:
        # A protocol's own time, or its silence, stands on its own word.
        own = timed or "readings" in full.entries
        brought = [one for one in OF_NATIONAL if not (own and one == "standing")]
        filled(full, [(key, national[key]) for key in brought if national.get(key)])
        if (
            not timed
            and "readings" not in full.entries
            and "no_time" not in full.entries
        ):
            used = [
                one
                for one in each_of(national.get("readings"))
                if one.get("use") != "rejected"
            ]
            filled(full, [("readings", used), ("no_time", national.get("no_time"))])
        replaced = each_of(national.get("replaced_by"))
        if replaced and "replaced_by" not in full.entries:
            rows = [{**one, "status": "national"} for one in replaced]
            put(full, "replaced_by", made(full, rows))
