"""The conversion of stages, steps, events and limits of the first format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.read.short.limits.words import each_of
from handbook.upgrade.shortening import (
    Entry,
    Value,
    reading_of,
    said_time,
    section_of,
    shortened,
    without_inherited,
)

if TYPE_CHECKING:
    from handbook.read.short.law import Law

NO_TIME = "No time limit given."
WRITTEN = (
    "id", "what", "who", "who_status", "step", "from", "to_event", "direction", "readings",
    "no_time", "applies", "replaced_by", "source", "status", "reason",
)  # fmt: skip
"""Keys of a deadline that a limit has in another way; all others it has as they are."""
_DONE = {
    "id", "at", "actor", "kind", "title", "detail", "stage", "forms", "event", "next", "ways",
    "only", "derived",
}  # fmt: skip


@dataclass
class Steps:
    """Converts the process of one policy; what is rejected is kept for the notes."""

    old: Entry
    law: Law
    rejected: dict[str, list[Entry]] = field(default_factory=dict)

    def _event(self, old: Entry) -> Entry:
        national = self.law.events.get(old["id"], {})
        new = shortened(old)
        return {
            key: one
            for key, one in new.items()
            if key in ("id", "at") or national.get(key) != one
        }

    def _stages(self, rows: list[Entry]) -> Entry:
        stages = [{**shortened(one), "steps": []} for one in rows]
        by_id = {one["id"]: one for one in stages}
        for step in self.old.get("steps", []):
            by_id[step["stage"]]["steps"].append(step)
        self.order = [step for stage in stages for step in stage["steps"]]
        for stage in stages:
            stage["steps"] = [self._step(one) for one in stage["steps"]]
        return {"stages": stages}

    def _step(self, old: Entry) -> Entry:
        short = shortened(old)
        new: Entry = {"id": old["id"], "at": short.get("at"), "who": old["actor"]}
        new["asks" if old["kind"] == "decide" else "does"] = old["title"]
        if old.get("detail"):
            new["says"] = old["detail"]
        for key, value in short.items():
            if key in ("only", "derived") or key not in _DONE:
                new[key] = value
        forms = old.get("forms", [])
        if forms:
            new["form"] = forms[0] if len(forms) == 1 else forms
        to = self._sent_to(old) if old["kind"] == "send" else []
        if to:
            new["to"] = to[0] if len(to) == 1 else to
        if old["kind"] not in ("decide", "send" if to else "do"):
            new["kind"] = old["kind"]
        if old.get("event"):
            new |= self._marks(old["event"], short)
        new |= self._limits(old)
        if old.get("ways"):
            new["ways"] = {way["label"]: way["to"] for way in old["ways"]}
        self._onward(new, old)
        return new

    def _limits(self, old: Entry) -> Entry:
        own = [
            one for one in self.old.get("deadlines", []) if one.get("step") == old["id"]
        ]
        limits = [self._limit(one, old) for one in own]
        if len(limits) == 1:
            return {"limit": limits[0]}
        return {"limits": limits} if limits else {}

    def _onward(self, new: Entry, old: Entry) -> None:
        turn = self.order.index(old)
        after = self.order[turn + 1]["id"] if turn + 1 < len(self.order) else ""
        then = old.get("next", "")
        if not old.get("ways") and then != after:
            new["then"] = then or "end"

    def _sent_to(self, old: Entry) -> list[str]:
        for form in self.old.get("forms", []):
            if form["id"] in old.get("forms", []) and form.get("goes_to"):
                contacts = [
                    one["id"]
                    for one in self.old.get("contacts", [])
                    if one["actor"] == form["goes_to"]
                ]
                return contacts or [form["goes_to"]]
        return []

    def _marks(self, name: str, step: Entry) -> Entry:
        events = self.old.get("events", [])
        event = next((one for one in events if one["id"] == name), None)
        if event is None:  # a national one that the file does not declare
            return {"marks": name}
        first = next(
            one for one in self.old.get("steps", []) if one.get("event") == name
        )
        if first["id"] != step["id"]:
            return {"marks": name}
        more = without_inherited(self._event(event), step)
        more.pop("after", None)
        if set(more) == {"id"}:
            return {"marks": name}
        if set(more) == {"id", "counts_as"}:
            return {"marks": name, "counts_as": more["counts_as"]}
        return {"marks": more}

    def _limit(self, old: Entry, step: Entry) -> Value:
        same = (("id", "id"), ("what", "title"), ("who", "actor"))
        new: Entry = {
            key: old[key] for key, of_step in same if old[key] != step.get(of_step)
        }
        backwards = old.get("direction") == "before"
        new |= self._time(old, backwards=backwards)
        if old.get("from"):
            new["before" if backwards else "of"] = old["from"]
        if old.get("to_event") and old["to_event"] != step.get("event"):
            new["ends"] = old["to_event"]
        if old.get("applies"):
            new["only"] = old["applies"]
        for key, value in old.items():
            said = key == "bound" and _bound_of(new) == value
            if key not in WRITTEN and not said:
                new[key] = value
        if "on" in new and "unit_stated" in new:
            new.pop("unit_stated")
        new |= self._standing(old, step)
        return "not given" if new == {"not given": True} else new

    def _standing(self, old: Entry, step: Entry) -> Entry:
        """Return what a limit rests on, where it is not what its step rests on."""
        new: Entry = {}
        replaced = [shortened(one) for one in old.get("replaced_by", [])]
        national = self.law.deadlines.get(old.get("national", ""), {})
        brought = {one["event"] for one in each_of(national.get("replaced_by"))}
        if replaced and {one["event"] for one in replaced} != brought:
            new["replaced_by"] = replaced
        if old.get("status") == "derived":
            new["derived"] = old["reason"]
        elif old.get("who_status") == "derived" and step.get("status") != "derived":
            new["who guessed"] = old["reason"]
        if section_of(old) != section_of(step):
            new["at"] = section_of(old)
        return new

    def _time(self, old: Entry, *, backwards: bool) -> Entry:
        if old.get("no_time"):
            words = old["no_time"].removeprefix(NO_TIME).strip()
            return {"not given": words or True}
        readings = old.get("readings", [])
        used = [one for one in readings if one["use"] != "rejected"]
        self.rejected[old["id"]] = [
            {"deadline": old["id"], **reading_of(one)}
            for one in readings
            if one["use"] == "rejected"
        ]
        if not used:
            return {}
        clocks = [one.get("clock", {}) for one in used]
        ways = {
            (one.get("counting", "day-after"), row["use"])
            for one, row in zip(clocks, used, strict=True)
        }
        same = {
            tuple(sorted((k, v) for k, v in one.items() if k != "counting"))
            for one in clocks
        }
        starts = {row.get("from", "") for row in used}
        plain = len(same) == 1 and starts == {""}
        working = clocks[0].get("unit") == "working-day"
        wanted = {
            ("day-after", "latest"),
            ("clear-days" if backwards else "same-day", "aim"),
        }
        if plain and (ways == wanted if working else ways == {("day-after", "latest")}):
            return said_time(
                clocks[0],
                old.get("bound", "by"),
                unit_stated=old.get("unit_stated", True),
            )
        if plain and len(used) == 1:
            day_one = {"day-after": "the day after", "same-day": "the day itself"}
            counting = clocks[0].get("counting", "day-after")
            if counting in day_one:
                return {
                    **said_time(
                        clocks[0],
                        old.get("bound", "by"),
                        unit_stated=old.get("unit_stated", True),
                    ),
                    "day one": day_one[counting],
                }
        return {"readings": [reading_of(one) for one in used]}

    def _stage_limit(self, main: Entry, row: Entry) -> None:
        for stage in main["stages"]:
            for step in stage["steps"]:
                for limit in [step.get("limit"), *step.get("limits", [])]:
                    if (
                        isinstance(limit, dict)
                        and limit.get("id", step["id"]) == row["deadline"]
                    ):
                        limit.setdefault("rejected", []).append(
                            {k: v for k, v in row.items() if k != "deadline"}
                        )


def _bound_of(new: Entry) -> str:
    if "at least" in new:
        return "at-least"
    if "on" in new:
        return "within" if " to " in new["on"] else "on"
    return ""
