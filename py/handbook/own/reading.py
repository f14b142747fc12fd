"""Reads ``handbook.yml``: the whole of what it says, or every fault with its place."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from handbook.own.colour import ENOUGH, contrast
from handbook.own.settings import Handbook
from handbook.own.tokens import DARK_PAGE, LIGHT_PAGE
from handbook.read.checks import dates, identifiers
from handbook.read.faults import Faults, choices, nearest, quoted
from handbook.read.library import read_all
from handbook.read.policy_files import policy_files
from handbook.read.validation import build
from handbook.read.yaml_source import read_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handbook.read.faults import Fault
    from handbook.read.library import Library
    from handbook.read.nodes import Node

FILE = "handbook.yml"
NAMED = "HANDBOOK_FILE"
"""The variable that names another file; the site builder's own process is told by it."""


def handbook_file(root: Path) -> Path:
    """Return where the settings of the tree at ``root`` are, if they are anywhere."""
    return root / os.environ.get(NAMED, FILE)


def read_handbook(root: Path) -> Handbook:
    """Return the settings of the tree at ``root``; raise :class:`Faults`.

    A tree without ``handbook.yml`` has the handbook's own; a file that was asked for
    by name has to be there.
    """
    path = handbook_file(root)
    if not path.exists() and NAMED not in os.environ:
        return Handbook()
    shown = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    node = read_node(path, shown)
    handbook, faults = build(Handbook, node)
    if handbook is None:
        raise Faults(faults)
    faults = [
        *identifiers.faults(Handbook, node),
        *dates.faults(Handbook, node),
        *_faults(root, handbook, node),
    ]
    if faults:
        raise Faults(faults)
    return handbook


def read_own(root: Path) -> tuple[Handbook, Library]:
    """Return the settings of the tree at ``root`` and the policies that its site holds.

    Raises :class:`Faults` with those of the settings and of the policies together.
    """
    faults: list[Fault] = []
    handbook, library = Handbook(), None
    try:
        handbook = read_handbook(root)
    except Faults as found:
        faults += found.faults
    try:
        library = read_all(root / "policies")
    except Faults as found:
        faults += found.faults
    if faults or library is None:
        raise Faults(faults)
    return handbook, chosen_of(library, handbook)


def chosen_of(library: Library, handbook: Handbook) -> Library:
    """Return the ``library`` with only the partnerships that the site holds."""
    if not handbook.partnerships:
        return library
    kept = tuple(one for one in library.partnerships if one.id in handbook.partnerships)
    return replace(library, partnerships=kept)


def _faults(root: Path, handbook: Handbook, node: Node) -> Iterator[Fault]:
    known = [path.stem for path in policy_files(root / "policies" / "partnerships")]
    for item in node.listed("partnerships"):
        name = item.raw
        if name not in known:
            near = nearest(name, known)
            hint = f'; do you mean "{near}"?' if near else ""
            yield item.fault(
                f"policies/partnerships has no such file; found {quoted(name)};"
                f" allowed: {choices(known)}{hint}"
            )
    yield from _logo(root, handbook, node)
    yield from _colours(handbook, node)


def _logo(root: Path, handbook: Handbook, node: Node) -> Iterator[Fault]:
    logo = node.get("logo")
    if not logo or not handbook.logo:
        return
    if not handbook.logo.endswith(".svg"):
        yield logo.fault(f"a logo is an SVG picture; found {quoted(handbook.logo)}")
    elif not (handbook_file(root).parent / handbook.logo).is_file():
        yield logo.fault(f"there is no such file; found {quoted(handbook.logo)}")


def _colours(handbook: Handbook, node: Node) -> Iterator[Fault]:
    colours = node.get("colours")
    if not colours or not handbook.colours:
        return
    own = handbook.colours
    for key, colour, page in (
        ("main", own.main, LIGHT_PAGE),
        ("dark", own.dark, DARK_PAGE),
    ):
        part = colours.get(key)
        if not part or not colour:
            continue
        found = contrast(colour, page)
        if found < ENOUGH:
            yield part.fault(
                "not everybody could read text in this colour; found a contrast of"
                f" {found:.1f} to 1 with the page ({page}); at least {ENOUGH} to 1 is needed"
            )
