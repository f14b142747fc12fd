"""The head of a partnership's policy: what it is called and which areas it covers.

It is read without the rest of the file, so that an authority is found among a hundred
policies without reading them all. A head that cannot be read says nothing here: reading
the whole file tells what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from rapidreview.model import Id, Partnership

KEYS = ("id", "name", "partnerships", "short", "aliases", "areas")
BLOCK = re.compile(rf"^(?:{'|'.join(KEYS)}):.*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)
"""One of these keys at the left margin, with all that is indented under it."""


@dataclass(frozen=True)
class Heading:
    """What a partnership is called, and the ids of its areas."""

    id: Id
    areas: tuple[Id, ...]
    names: tuple[str, ...]
    """The place, the partnerships' full and short names, and other names."""


def heading_of(partnership: Partnership) -> Heading:
    """Return the heading of a policy that was read."""
    areas = tuple(area.id for area in partnership.areas)
    one = partnership
    return Heading(
        one.id, areas, (one.name, *one.short, *one.aliases, *one.partnerships)
    )


def read_heading(path: Path) -> Heading:
    """Return the heading of the policy at ``path``; one without areas where it cannot be read."""
    try:
        text = path.read_text("utf-8").replace("\r\n", "\n") + "\n"
        found = yaml.safe_load("".join(BLOCK.findall(text))) or {}
        areas = tuple(
            str(area["id"] if isinstance(area, dict) else area)
            for area in found["areas"]
        )
        names = [found["name"]]
        for key in ("short", "aliases", "partnerships"):
            names += found.get(key) or []
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError):
        return Heading(path.stem, (), ())
    return Heading(path.stem, areas, tuple(map(str, names)))
