"""Companions: the notes on a protocol and its worked cases, in files of their own beside it.

``ID.notes.yml`` holds the editors' commentary and ``ID.examples.yml`` the worked cases and
dates. Both may be missing. What they hold is read as if it stood in the policy itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.read.short.making import copied, filled, made, taken

if TYPE_CHECKING:
    from collections.abc import Collection

    from handbook.read.nodes import Node
    from handbook.read.short.making import Plain
    from rapidreview.model import National

KINDS = ("notes", "examples")
"""The kinds of companion, as their file names have them: ``surrey.notes.yml``."""


def is_companion(path: Path) -> bool:
    """Return whether the file at ``path`` is a companion of a policy."""
    return any(path.name.endswith(f".{kind}.yml") for kind in KINDS)


def policy_of(path: Path) -> Path:
    """Return the policy to which the companion at ``path`` belongs, whether it is there or not."""
    return path.with_name(f"{path.name.split('.')[0]}.yml")


def companion_of(path: Path, kind: str) -> Path:
    """Return the companion of one kind for the policy at ``path``, whether it is there or not."""
    return path.with_name(f"{path.stem}.{kind}.yml")


def missing(policy: str, kind: str, declared: Collection[str]) -> str:
    """Return the companion that would declare the names of ``kind`` ("note") and that the file
    ``policy`` has not; "" where it has one, or where names are ``declared`` all the same.
    """
    if kind != "note" or declared:
        return ""
    path = companion_of(Path(policy), "notes")
    return "" if path.exists() else path.name


def companions_of(path: Path) -> list[Path]:
    """Return the companions that stand beside the policy at ``path``."""
    beside = [companion_of(path, kind) for kind in KINDS]
    return [one for one in beside if one.exists()]


def notes_of(root: Node) -> list[Node]:
    """Return the notes without the readings that they reject."""
    found = []
    for note in root.listed("notes"):
        full = copied(note)
        taken(full, "rejected")
        printed = full.get("printed")
        if printed is not None and printed.kind == "map":
            rows: list[Plain] = [
                made(at, {"words": words, "at": at if at.kind == "list" else [at]})
                for words, at in printed.entries.items()
            ]
            full.entries["printed"] = made(printed, rows)
        filled(full, [("at", _where_printed(full))])
        found.append(full)
    return found


def _where_printed(note: Node) -> Node | None:
    """Return the sections in which the words of a note are printed, each once."""
    cited = {one.raw: one for row in note.listed("printed") for one in row.listed("at")}
    return made(note, list(cited.values())) if cited else None


def rejected_in(root: Node) -> list[Node]:
    """Return the readings that the notes reject, each with the deadline it is about."""
    found = []
    for note in root.listed("notes"):
        about = [one.raw for one in note.listed("deadlines")]
        for reading in note.listed("rejected"):
            full = copied(reading)
            filled(full, [("deadline", about[0] if about else None)])
            found.append(full)
    return found


def cases_of(root: Node, national: National) -> list[Node]:
    """Return the worked cases; ``as`` names a national rule whose case it differs from."""
    bases: dict[str, dict[str, str]] = {}
    for one in national.examples:
        bases.setdefault(one.rule, one.given)
    found = []
    for case in [*root.listed("cases"), *root.listed("examples")]:
        full = copied(case)
        base = taken(full, "as")
        if base is not None:
            given: dict[str, Plain] = dict(bases.get(base.raw, {}))
            own = full.get("given")
            given |= own.entries if own else {}
            full.entries["given"] = made(own or base, given)
            full.keys["given"] = (base.path, base.line, base.column)
            filled(full, [("rule", base)])
        found.append(full)
    return found


def dates_of(root: Node) -> list[Node]:
    """Return the worked dates."""
    return [*root.listed("dates"), *root.listed("date_examples")]
