"""Finds a local authority by what people call it: its name, a district, an old county.

Names are compared without case, marks and the words that every council has in its name.
The site's look-up does the same in the browser (``docs/assets/js/places.js``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.areas.headings import Heading
    from rapidreview.model import Authority

GENERIC = frozenset(
    [
        "and",
        "boro",
        "borough",
        "city",
        "corporation",
        "council",
        "county",
        "district",
        "london",
        "mdc",
        "metropolitan",
        "of",
        "royal",
        "the",
        "ua",
        "unitary",
    ]
)
"""Words that stand in so many names that they tell nothing."""
NAME, ALSO, DISTRICT, WITHIN = range(4)
SHORT, LONG = 4, 8
"""Letters from which one slip, and two, are forgiven."""

type Rank = tuple[int, int, int]
"""How well something typed fits a name: kind of fit, distance, kind of name; less is better."""


@dataclass(frozen=True)
class Found:
    """An authority that fits, and how well."""

    authority: Authority
    rank: Rank

    @property
    def exact(self) -> bool:
        """Whether one of its names is just what was typed."""
        return self.rank[0] == 0


def named_so(
    authorities: Iterable[Authority], partnerships: Iterable[Heading]
) -> list[Authority]:
    """Return the authorities, each with the names of its partnership among its wider places."""
    more: dict[str, tuple[str, ...]] = {}
    for one in partnerships:
        more |= dict.fromkeys(one.areas, one.names)
    return [
        replace(one, within=tuple(dict.fromkeys((*one.within, *more.get(one.id, ())))))
        for one in authorities
    ]


def find(authorities: Iterable[Authority], typed: str, day: str) -> list[Found]:
    """Return the authorities that ``typed`` may mean on ``day``, the best first.

    ``day`` is written ``2026-11-20``. An authority that has ended leads to its successors.
    """
    forms = _forms(typed)
    found = []
    for authority, names in serving(authorities, day):
        ranks = [
            (*rank, kind)
            for kind, name in names
            for form in forms
            for written in _forms(name)
            if (rank := _fit(form, written)) is not None
        ]
        if ranks:
            found.append(Found(authority, min(ranks)))
    return sorted(found, key=lambda one: (one.rank, one.authority.name))


def serving(
    authorities: Iterable[Authority], day: str
) -> Iterator[tuple[Authority, list[tuple[int, str]]]]:
    """Yield the authorities of ``day`` with their names and those of what they succeed.

    A district that one of several successors names is that one's alone.
    """
    known = {one.id: one for one in authorities}
    names = {one.id: list(_names(one)) for one in known.values()}
    for one in known.values():
        if one.until and one.until <= day:
            shared = {called for name in one.succeeded_by for _, called in names[name]}
            for name in one.succeeded_by:
                names[name] += [
                    (DISTRICT, called)
                    for _, called in _names(one)
                    if called not in shared
                ]
    for one in known.values():
        if one.serves(day):
            yield one, names[one.id]


def _names(one: Authority) -> Iterator[tuple[int, str]]:
    yield from ((NAME, name) for name in (one.name, one.authority))
    yield from ((ALSO, name) for name in one.also)
    yield from ((DISTRICT, name) for name in one.districts)
    yield from ((WITHIN, name) for name in one.within)


def _forms(text: str) -> list[str]:
    """Return ``text`` plainly written, and again without the words that tell nothing."""
    words = re.sub(r"[’'.]", "", text.casefold().replace("&", " and "))
    plain = re.sub(r"[^a-z0-9]+", " ", words).strip()
    short = " ".join(word for word in plain.split() if word not in GENERIC)
    return [form for form in dict.fromkeys((plain, short)) if form]


def _fit(typed: str, name: str) -> tuple[int, int] | None:
    """Return how well ``typed`` fits ``name``: 0 exactly, 1 its beginning or one slip,
    2 the beginning of a later word, 3 two slips or one in a beginning; None not at all."""
    if typed == name:
        return 0, 0
    slips = (len(typed) >= SHORT) + (len(typed) >= LONG)
    whole = _distance(typed, name, max(slips, 1))
    if name.startswith(typed):
        return 1, len(name) - len(typed)
    if whole <= 1:
        return 1, whole
    starts = [found.end() for found in re.finditer(" ", name)]
    if any(name.startswith(typed, start) for start in starts):
        return 2, len(name) - len(typed)
    if whole <= slips:
        return 3, whole
    begun = min(
        _distance(typed, name[start:], slips, begun=True) for start in (0, *starts)
    )
    return (3, begun + slips) if slips and begun <= slips else None


def _distance(left: str, right: str, most: int, *, begun: bool = False) -> int:
    """Return the slips from ``left`` to ``right``, or to a beginning of it.

    A letter left out, put in, changed, or changed with its neighbour is one slip. Where
    they are more than ``most`` it is some number above it.
    """
    if len(left) - len(right) > most or (not begun and len(right) - len(left) > most):
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == right[j - 2] and left[i - 2] == b:
                least = min(least, last[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row) if begun else row[-1]
