"""The checker's form, as it stands in the page before any script has run.

What differs between partnerships is marked with ``data-for`` and their ids; the
page's script shows the parts of the one that was chosen, and knows no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.templates import render
from handbook.pages.tools.date_field import DateField
from handbook.pages.tools.start import runtime_of
from rapidreview.check import OUR_AREA, OUR_AUTHORITY, missing
from rapidreview.model import OPEN
from rapidreview.show import Html, el, every

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Protocol, Question

AWARE = "When did the local authority become aware of the incident?"
AWARE_HINT = (
    "Leave blank if you do not know. With it, the answer gives dates."
    " Any officer counts, at any hour."
)
PLACED = {OUR_AREA: "area", OUR_AUTHORITY: "authority"}
"""Words that give way to the chosen area's names, and the names of those."""
PLACED_WORDS = re.compile(f"({'|'.join(map(re.escape, PLACED))})")


@dataclass(frozen=True)
class Choice:
    """An authority to choose; ``area`` and ``authority`` are its names in the questions."""

    value: str
    label: str
    area: str = ""
    authority: str = ""


@dataclass(frozen=True)
class Tile:
    """An answer to choose; ``unsure`` stands apart from the others."""

    value: str
    label: Html
    checked: bool
    unsure: bool
    alone: bool
    """True where the questions about a child are not asked with it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question of the form. ``owner`` is the partnership that alone asks it, if one does."""

    key: str
    id: str
    ask: Html
    hint: Html
    missing: str
    tiles: tuple[Tile, ...]
    owner: str
    owner_name: str


@dataclass(frozen=True, kw_only=True)
class CheckForm:
    """What the checker's form shows."""

    template: ClassVar[str] = "check_form.html"

    runtime: str
    areas: tuple[Choice, ...]
    questions: tuple[Asked, ...]
    aware: DateField


def checker(library: Library, root: Path) -> Html:
    """Return the form ``form#notifiable`` and the place of its answer."""
    form = CheckForm(
        runtime=runtime_of(root),
        areas=tuple(_areas(library)),
        questions=tuple(_questions(library)),
        aware=DateField(
            id=library.national.notifiability.dated_by, label=AWARE, hint=AWARE_HINT
        ),
    )
    return render(form)


def _areas(library: Library) -> Iterator[Choice]:
    """Yield the authorities to choose from, each with the names that the questions use."""
    for protocol in library.protocols:
        areas = protocol.areas.values()
        several = len(areas) > 1
        if several:
            yield Choice(protocol.id, f"{protocol.name}, area not chosen")
        for area in areas:
            value = f"{protocol.id}:{area.id}" if several else protocol.id
            name = f"{area.name} ({protocol.name})" if several else protocol.name
            yield Choice(value, name, area.name, area.authority)


def _questions(library: Library) -> Iterator[Asked]:
    """Yield the national questions, then the protocols' own, those of one id together.

    A protocol's own question that is asked first stands before them all.
    """
    own: dict[tuple[bool, str], list[Asked]] = {}
    for protocol in library.protocols:
        for question in protocol.partnership.questions:
            key = question.first, question.id
            own.setdefault(key, []).append(_asked(question, protocol))
    for (first, _), found in own.items():
        yield from found if first else ()
    for question in library.law.questions.values():
        yield _asked(question)
    for (first, _), found in own.items():
        yield from () if first else found


def _asked(question: Question, owner: Protocol | None = None) -> Asked:
    options = sorted(question.options, key=lambda option: option.id == OPEN)
    return Asked(
        key=f"{owner.id}-{question.id}" if owner else question.id,
        id=question.id,
        ask=_placed(question.ask),
        hint=_placed(question.hint),
        missing="" if question.default else missing(question),
        tiles=tuple(
            Tile(
                one.id,
                _placed(one.label),
                checked=one.id == question.default,
                unsure=one.id == OPEN,
                alone=question.first and one.no_child,
            )
            for one in options
        ),
        owner=owner.id if owner else "",
        owner_name=owner.name if owner else "",
    )


def _placed(words: str) -> Html:
    """Return ``words``, those of them marked that give way to the chosen area's names."""
    return every(
        el("span", part, data_word=PLACED[part]) if part in PLACED else part
        for part in PLACED_WORDS.split(words)
    )
