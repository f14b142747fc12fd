"""The order of the keys in a file: of the whole, of each part, and of none where names are free."""

from __future__ import annotations

import typing
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from handbook.read.short.shape.faults import fitting
from handbook.read.short.shape.keys import keys_of
from handbook.read.short.shape.parts import ShortStage, ShortStep, ShortTopic
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.walk import slots
from rapidreview.model import Partnership

if TYPE_CHECKING:
    from collections.abc import Iterable

    from handbook.read.nodes import Node

KEYS = """
id name what do who within if by on full not_before at_least of before earlier_of later_of
every label short does kind reader title question from until unless otherwise printed word
as given readings used_here attribute filled_by goes_to asks scheme email rule outcome ask
event noun hint time organisation acts_for options default graver first aliases members steps
contact says when form casting phone edition words deputy all opens quorum needs recommends
amount signs_off dated rests_on clock closes unit any said may_be none whose to duties start
get_it url areas retrieved_on review_by sections dispute law votes chair by_invitation days
actor strength deadline means use fixed authority because partnership no_child address
counting edge weekday hours personal checked_on for serves marks counts_as limit limits after
if_blank assumed ends who_guessed silent not_given ways then order answers only day_one
rejected to_event due bound standing unit_stated suspended in_force governs governs_at
governs_areas governs_when region if_missed suggests national capped forms how replaced_by
decides aim proposed checked_by used more note evidence spend only_later why matters to_settle
deadlines at derived
"""
"""The keys of a part in the order in which they read best; those of two words joined by a line."""
BEFORE = {ShortStep: "who", ShortStage: "steps", ShortTopic: "says"}
"""Parts that hold much, and the key before which their section stands."""


def ordered(hint: object, node: Node) -> tuple[list[str], dict[str, object]]:
    """Return the keys of the mapping ``node`` in order, and what stands under each of them.

    ``hint`` is the kind of value that is meant; where it names no part the order is the author's.
    """
    keys = list(node.entries)
    if hint is ShortPartnership:
        known = keys_of(ShortPartnership)
        order = _of_a_file()
        keys.sort(key=lambda key: order.get(key, len(order)))
        return keys, {key: known[key].hint for key in keys if key in known}
    chosen = fitting(hint, node) if hint is not None else None
    if isinstance(chosen, type) and is_dataclass(chosen):
        known = keys_of(chosen)
        order = _of_a_part(chosen)
        keys.sort(key=lambda key: order.get(key, len(order)))
        return keys, {key: known[key].hint for key in keys if key in known}
    if typing.get_origin(chosen) is dict:
        return keys, dict.fromkeys(keys, typing.get_args(chosen)[1])
    return keys, {}


def item_of(hint: object, node: Node) -> object:
    """Return the kind of value that each item of the list ``node`` is, None where it is free."""
    chosen = fitting(hint, node) if hint is not None else None
    if typing.get_origin(chosen) is tuple:
        return typing.get_args(chosen)[0]
    return None


@cache
def _of_a_part(part: type) -> dict[str, int]:
    keys = KEYS.split()
    if part in BEFORE:
        keys.remove("at")
        keys.insert(keys.index(BEFORE[part]), "at")
    two = {key.replace(" ", "_"): key for key in keys_of(part) if " " in key}
    return _places(two.get(key, key) for key in keys)


@cache
def _of_a_file() -> dict[str, int]:
    """Return the place of each key of a whole file: those of the full form, then the short form's own."""
    own = list(slots(Partnership))
    for key in keys_of(Partnership):
        if key not in own:
            own.insert(own.index("vocabulary") if key == "words" else len(own), key)
    return _places(own)


def _places(keys: Iterable[str]) -> dict[str, int]:
    return {key: place for place, key in enumerate(keys)}
