"""The conversion of a version 1 policy: the short form, the notes and the worked cases.

What follows from the steps is left out; what does not is written. Nothing is lost but
sentences that the handbook makes itself now: what a day-1 reading means, and what comes
before what. A person reads the result against the protocol.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.upgrade.shortening import (
    Entry,
    by_section,
    one_or_all,
    plain,
    shortened,
    shorter,
    without_inherited,
)
from handbook.upgrade.steps import Steps

if TYPE_CHECKING:
    from handbook.read.short.law import Law


NOTES = ("notes", "chains")


@dataclass
class Upgraded:
    """The three files that one version 1 policy becomes, as plain data."""

    main: Entry
    notes: Entry
    examples: Entry


def upgraded(old: Entry, law: Law) -> Upgraded:
    """Return the short form of the version 1 policy ``old``, given as plain data."""
    return _Upgrade(old, law).whole()


@dataclass
class _Upgrade(Steps):
    def whole(self) -> Upgraded:
        old = self.old
        main: Entry = {"format": 2}
        for key, value in old.items():
            if key in ("format", "examples", "date_examples", *NOTES):
                continue
            made = getattr(self, f"_{key}", None)
            main.update(made(value) if made else {key: shorter(value)})
        main = {key: value for key, value in main.items() if value not in ([], {}, "")}
        notes = {
            "notes": [self._note(one) for one in old.get("notes", [])],
            "chains": [shortened(one) for one in old.get("chains", [])],
        }
        left = [one for rows in self.rejected.values() for one in rows]
        if left:
            for row in left:
                self._stage_limit(main, row)
        examples = {
            "cases": [self._case(one) for one in old.get("examples", [])],
            "dates": [dict(one) for one in old.get("date_examples", [])],
        }
        return Upgraded(
            main,
            {key: value for key, value in notes.items() if value},
            {key: value for key, value in examples.items() if value},
        )

    def _documents(self, rows: list[Entry]) -> Entry:
        return {
            "documents": [
                {
                    **one,
                    "sections": {
                        row["at"]: row["title"] for row in one.get("sections", [])
                    },
                }
                for one in rows
            ]
        }

    def _vocabulary(self, rows: list[Entry]) -> Entry:
        return {"words": [shortened(one) for one in rows]}

    def _actors(self, rows: list[Entry]) -> Entry:
        return {"actors": [self._actor(one) for one in rows]}

    def _actor(self, old: Entry) -> Entry:
        new = shortened(old)
        national = self.law.actors.get(old["id"], {})
        if old.get("kind") == national.get("kind"):
            new.pop("kind", None)
        if all(old.get(key, "") == national.get(key, "") for key in ("label", "short")):
            new.pop("label", None)
            new.pop("short", None)
        if "members" in new:
            new["members"] = [
                plain(without_inherited(shortened(one), new), "title")
                for one in new["members"]
            ]
        return new

    def _contacts(self, rows: list[Entry]) -> Entry:
        found = []
        for old in rows:
            new = {
                ("of" if key == "actor" else key): one
                for key, one in shortened(old).items()
            }
            if new.pop("silent", False):
                new["address"] = "not given"
            found.append(new)
        return {"contacts": found}

    def _forms(self, rows: list[Entry]) -> Entry:
        found = []
        for old in rows:
            new = shortened(old)
            if new.get("get_it") == "The protocol does not say where to get the form.":
                new["get_it"] = "not said"
            found.append(new)
        return {"forms": found}

    def _events(self, rows: list[Entry]) -> Entry:
        marked = {one.get("event") for one in self.old.get("steps", [])}
        return {"events": [self._event(one) for one in rows if one["id"] not in marked]}

    def _steps(self, _: list[Entry]) -> Entry:
        return {}

    _orders = _steps

    def _deadlines(self, rows: list[Entry]) -> Entry:
        loose = [self._limit(one, {}) for one in rows if not one.get("step")]
        return {"deadlines": loose} if loose else {}

    def _start(self, name: str) -> Entry:
        first = next(
            step["id"]
            for stage in self.old.get("stages", [])
            for step in self.old.get("steps", [])
            if step["stage"] == stage["id"]
        )
        return {} if name == first else {"start": name}

    def _note(self, old: Entry) -> Entry:
        new = shortened(old)
        if "printed" in new:
            new["printed"] = {
                row["words"]: one_or_all(row["at"]) for row in new["printed"]
            }
            cited = list(
                dict.fromkeys(at for row in old["printed"] for at in row["at"])
            )
            if cited == old["source"]:
                new.pop("at", None)
        about = old.get("deadlines", [])
        found = [row for name in about for row in self.rejected.pop(name, [])]
        if found:
            new["rejected"] = [
                {k: v for k, v in row.items() if k != "deadline" or v != about[0]}
                for row in found
            ]
        return new

    def _topics(self, rows: list[Entry]) -> Entry:
        return {"topics": [_topic(one) for one in rows]}

    def _do_now(self, rows: list[Entry]) -> Entry:
        found = []
        for old in rows:
            new = {
                ("to" if key == "contact" else key): one
                for key, one in shortened(old).items()
            }
            new["says"] = by_section(old["says"])
            found.append(new)
        return {"do_now": found}

    def _next_steps(self, rows: list[Entry]) -> Entry:
        found = []
        for old in rows:
            new = shortened(old)
            if new.pop("silent", False):
                new["silent"] = new.pop("says")
            found.append(new)
        return {"next_steps": found}

    def _compare(self, rows: list[Entry]) -> Entry:
        found: Entry = {}
        for old in rows:
            new = shortened(old)
            name = new.pop("attribute")
            if new.pop("silent", False):
                if new["says"] == "The protocol does not say":
                    new["not given"] = new.pop("at")
                    new.pop("says")
                else:
                    new["silent"] = new.pop("says")
            found[name] = new
        return {"compare": found}

    def _case(self, old: Entry) -> Entry:
        base = next(
            (one for one in self.law.national.examples if one.rule == old["rule"]), None
        )
        given = old["given"]
        if base is None or not set(base.given) <= set(given):
            return dict(old)
        own = {key: one for key, one in given.items() if base.given.get(key) != one}
        new: Entry = {"name": old["name"], "as": old["rule"]}
        return {**new, **({"given": own} if own else {}), "outcome": old["outcome"]}


def _topic(old: Entry) -> Entry:
    new = {key: one for key, one in old.items() if key != "statements"}
    return {**new, "says": by_section(old["statements"])}
