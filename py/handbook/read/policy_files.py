"""The files that are read as policies, and those that look like one and are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import fault
from handbook.read.short.companions import is_companion, policy_of

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.faults import Fault


STAND_IN = "england.yml"
"""The policy that stands in where an area's own protocol has not been read."""


def policy_files(folder: Path) -> list[Path]:
    """Return the files of a folder that are read as policies, in order; none where it is none.

    The companions of a policy are read with it, and are not among them.
    """
    return sorted(one for one in folder.glob("*.yml") if not is_companion(one))


def unread(place: Path) -> list[Fault]:
    """Return a fault for each file at ``place`` (or in it) that nothing reads.

    It is YAML by another name, or a companion of a policy that is not there. The handbook
    must not leave either out without a word.
    """
    files = sorted(place.glob("*")) if place.is_dir() else [place]
    alone = [
        fault(
            path,
            f"there is no policy beside this companion; found no {policy_of(path).name}; "
            "name the companion as the policy it belongs to",
        )
        for path in files
        if is_companion(path) and path.is_file() and not policy_of(path).exists()
    ]
    return alone + [
        fault(
            path,
            f"the handbook does not read this file; found a name in {path.suffix};"
            f" rename it to {path.stem}.yml",
        )
        for path in files
        if path.suffix != ".yml" and path.suffix.casefold() in (".yml", ".yaml")
    ]


def stand_in_files(root: Path) -> list[Path]:
    """Return the policy of the national rules under the policies folder; none where it is none."""
    path = root / STAND_IN
    return [path] if path.is_file() else []
