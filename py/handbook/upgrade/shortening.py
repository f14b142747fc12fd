"""Shortening: a part of the first format as the short form writes it."""

from __future__ import annotations

from typing import Any

from handbook.read.short.limits.grammar import SaidClock, said_as

type Entry = dict[str, Any]
type Value = Any
"""What YAML holds: a text, a number, a list or a mapping."""


def shortened(old: Entry) -> Entry:
    """Return a part with its section under ``at`` and the reason of a guess under ``derived``."""
    new: Entry = {}
    for key, value in old.items():
        if key == "source":
            continue
        if key == "status" and (
            value == "derived" or (value == "national" and "source" in old)
        ):
            continue
        if key == "reason" and old.get("status") == "derived":
            continue
        new[key] = shorter(value)
    if old.get("status") == "derived":
        new["derived"] = old["reason"]
    if old.get("source"):
        new["at"] = section_of(old)
        if set(new) > {"id"} and "id" in new:
            rest = {key: one for key, one in new.items() if key not in ("id", "at")}
            new = {"id": new["id"], **rest, "at": new["at"]}
    return new


def shorter(value: Value) -> Value:
    """Return a value in which every part of a list is in the short form."""
    if not isinstance(value, list):
        return value
    return [shortened(one) if isinstance(one, dict) else one for one in value]


def section_of(old: Entry) -> Value:
    """Return the section of a part, or its sections in a list."""
    return one_or_all(old.get("source", []))


def one_or_all(rows: Value) -> Value:
    """Return the one item of a list, or the list."""
    return rows[0] if isinstance(rows, list) and len(rows) == 1 else rows


def without_inherited(new: Entry, around: Entry) -> Entry:
    """Return a part without the section that it has from the part around it."""
    if new.get("at") == around.get("at"):
        return {key: one for key, one in new.items() if key != "at"}
    return new


def plain(new: Entry, key: str) -> Value:
    """Return the text of a part that has nothing but its text."""
    return new[key] if set(new) == {key} else new


def by_section(rows: list[Entry]) -> Entry:
    """Return statements under the sections that they rest on."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        one = shortened(row)
        one.pop("at", None)
        if one.pop("silent", False):
            one["silent"] = one.pop("says")
            one = {"silent": one.pop("silent"), **one}
        found.setdefault("; ".join(row["source"]), []).append(plain(one, "says"))
    return {key: rows[0] if len(rows) == 1 else rows for key, rows in found.items()}


def reading_of(old: Entry) -> Entry:
    """Return a reading with its clock in the words of the grammar."""
    new = {"id": old["id"], "means": old["means"]}
    clock = old.get("clock")
    if clock:
        new |= said_time(clock, "by")
        if "counting" in clock and clock["counting"] != "day-after":
            new["counting"] = clock["counting"]
    if old.get("from"):
        new["of"] = old["from"]
    if old["use"] == "rejected":
        return {**new, **({"why": old["why"]} if old.get("why") else {})}
    return {**new, "use": old["use"]}


def said_time(clock: Entry, bound: str, *, unit_stated: bool = True) -> Entry:
    """Return a clock in the words of the grammar, under the key that its bound asks for."""
    unit, to = clock["unit"], clock.get("to")
    said = SaidClock(
        amount=clock["amount"],
        unit=unit,
        to=to,
        edge=clock.get("edge", "by"),
        numbered=bound in ("on", "within") and unit in ("working-day", "day"),
        unit_said=unit_stated or unit != "working-day",
        weekday=clock.get("weekday", ""),
        hours=clock.get("hours", "clock"),
    )
    key = "on" if said.numbered else "at least" if bound == "at-least" else "within"
    return {key: said_as(said)}
