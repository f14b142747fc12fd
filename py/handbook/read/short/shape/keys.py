"""The keys that each part of a short policy may have, and what each holds."""

from __future__ import annotations

import typing
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from handbook.read.short.shape import limits, parts, whole
from handbook.read.short.shape.limits import At, Short, Spelt
from handbook.read.walk import bare, marks, slots

if TYPE_CHECKING:
    from collections.abc import Hashable

IN_ONE = ("source", "status", "reason")
"""Keys of the full form in whose place stand ``at`` and ``derived``."""


FIRST = ("format", "id", "name", "partnerships", "short", "areas", "status")
"""Keys that come first in a part, in this order."""


@dataclass(frozen=True)
class Key:
    """One key: what may stand under it, whether it must be there, and the field it comes from."""

    hint: object
    required: bool
    part: type
    name: str


@cache
def short_of(part: Hashable) -> type[Short] | None:
    """Return the class that says how a part of the full form is written, if one does."""
    return next(
        (
            one
            for module in (whole, parts, limits)
            for one in vars(module).values()
            if isinstance(one, type)
            and issubclass(one, Short)
            and "full" in vars(one)
            and one.full is part
        ),
        None,
    )


def keys_of(part: type) -> dict[str, Key]:
    """Return the keys that a part may have in the short form, in order."""
    return _keys_of(cast("Hashable", part))


@cache
def _keys_of(named: Hashable) -> dict[str, Key]:
    part = cast("type", named)
    short = part if issubclass(part, Short) else short_of(cast("Hashable", part))
    full = short.full if short else part
    found: dict[str, Key] = {}
    if short is not None:
        hints = typing.get_type_hints(short, include_extras=True)
        for item in fields(cast("typing.Any", short)):
            hint = hints[item.name]
            spelt = next((one for one in marks(hint) if isinstance(one, Spelt)), None)
            key = spelt.key if spelt else item.name.rstrip("_")
            required = slots(cast("Any", short))[item.name.rstrip("_")].required
            found[key] = Key(hint, required, short, item.name)
    hidden = {*(() if full in ROOTS else IN_ONE), *(short.made if short else ())}
    for name, slot in slots(full).items():
        if name not in hidden and name not in found:
            found[name] = Key(slot.hint, slot.required, full, name)
    if "source" in slots(full):
        found.setdefault(
            "at", Key(At, required=False, part=parts.ShortStage, name="at")
        )
    if "status" in slots(full) and full not in ROOTS:
        found["derived"] = Key(str, required=False, part=full, name="reason")
    first = {key: found[key] for key in FIRST if key in found}
    return {**first, **found}


ROOTS = (whole.ShortPartnership.full,)
"""Whole files: their ``status`` is that of the protocol."""


def part_in(hint: object) -> type | None:
    """Return the part that ``hint`` is, or None."""
    plain = bare(hint)
    return plain if isinstance(plain, type) and is_dataclass(plain) else None
