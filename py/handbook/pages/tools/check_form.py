"""The checker's form, as it stands in the page before any script has run.

It holds the questions that all of England is asked. What one protocol asks besides comes
from a file of its own when it is chosen; the page's script puts it in and knows no more.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from handbook.pages.templates import render
from handbook.pages.tools.ahead import fetched_ahead, said_at_choice
from handbook.pages.tools.date_field import DateField
from handbook.pages.tools.places import Group, groups
from handbook.pages.tools.start import runtime_of
from rapidreview.check import OUR_AREA, OUR_AUTHORITY, missing
from rapidreview.model import OPEN
from rapidreview.show import Html, el, every

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Id, Protocol, Question
    from rapidreview.model.house import Reader

AWARE = "When did the local authority become aware of the incident?"
AWARE_HINT = (
    "Leave blank if you do not know. With it, the answer gives dates."
    " Any officer counts, at any hour."
)
PLACED = {OUR_AREA: "area", OUR_AUTHORITY: "authority"}
"""Words that give way to the chosen area's names, and the names of those."""
LONG = 150
"""So many characters after the first sentence of a hint are opened, not read past."""
PLACED_WORDS = re.compile(f"({'|'.join(map(re.escape, PLACED))})")


@dataclass(frozen=True)
class Tile:
    """An answer to choose; ``unsure`` stands apart from the others."""

    value: str
    label: Html
    unsure: bool
    alone: bool
    """True where the questions about a child are not asked with it."""


OUTSIDE = ":"
"""What a form hands on for another authority outside England: no protocol, and no area."""


@dataclass(frozen=True, kw_only=True)
class OtherField:
    """A second look-up, for another authority that some answers bring in.

    ``when`` is, as JSON, the answers that it needs to each of some questions; ``outside`` is
    what stands for one outside England, if it may be there.
    """

    id: str
    ask: str
    hint: str
    when: str
    outside: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question of the form. ``more`` is what of a long hint the reader opens; ``owner`` names the partnership that alone asks it, if one does."""

    key: str
    id: str
    ask: Html
    hint: Html
    more: Html
    missing: str
    tiles: tuple[Tile, ...]
    owner: str
    others: tuple[OtherField, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckForm:
    """What the checker's form shows."""

    template: ClassVar[str] = "check_form.html"

    runtime: str
    groups: tuple[Group, ...]
    ahead: tuple[str, ...]
    choice: str
    readers: tuple[Reader, ...]
    questions: tuple[Asked, ...]
    aware: DateField


def checker(library: Library, root: Path) -> Html:
    """Return the form ``form#notifiable`` and the place of its answer."""
    form = CheckForm(
        runtime=runtime_of(root),
        groups=groups(library),
        ahead=fetched_ahead(library),
        choice=said_at_choice(library),
        readers=library.national.routes.readers,
        questions=tuple(
            replace(_asked(one), others=tuple(_others(library, one.id)))
            for one in library.law.questions.values()
        ),
        aware=DateField(
            id=library.national.notifiability.dated_by, label=AWARE, hint=AWARE_HINT
        ),
    )
    return render(form)


@dataclass(frozen=True, kw_only=True)
class OwnQuestions:
    """The questions that one protocol asks besides the national ones."""

    template: ClassVar[str] = "own_questions.html"

    questions: tuple[Asked, ...]


def own_questions(protocol: Protocol) -> dict[str, str]:
    """Return the protocol's own questions: those asked ``before`` the national ones, and ``after``."""
    return {
        place: render(
            OwnQuestions(
                questions=tuple(
                    _asked(one, protocol)
                    for one in protocol.partnership.questions
                    if one.first == first
                )
            )
        )
        for place, first in (("before", True), ("after", False))
    }


def _others(library: Library, question: Id) -> Iterator[OtherField]:
    """Yield the look-ups that stand after a question: those that hang on it last."""
    for one in library.national.jurisdiction.others:
        wanted = one.when.all_ or {}
        if question == [*wanted][-1]:
            yield OtherField(
                id=one.id,
                ask=one.ask,
                hint=one.hint,
                when=json.dumps(wanted),
                outside=OUTSIDE if one.outside else "",
            )


def _asked(question: Question, owner: Protocol | None = None) -> Asked:
    options = sorted(question.options, key=lambda option: option.id == OPEN)
    hint, more = _opened(question.hint)
    return Asked(
        key=f"{owner.id}-{question.id}" if owner else question.id,
        id=question.id,
        ask=_placed(question.ask),
        hint=_placed(hint),
        more=_placed(more),
        missing=missing(question),
        tiles=tuple(
            Tile(
                one.id,
                _placed(one.label),
                unsure=one.id == OPEN,
                alone=question.first and one.no_child,
            )
            for one in options
        ),
        owner=owner.name if owner else "",
    )


def _opened(hint: str) -> tuple[str, str]:
    """Return what of a hint is in sight, its first sentence, and the rest where that is long."""
    first, stop, rest = hint.partition(". ")
    return (first + stop.strip(), rest) if len(rest) > LONG else (hint, "")


def _placed(words: str) -> Html:
    """Return ``words``, those of them marked that give way to the chosen area's names."""
    return every(
        el("span", part, data_word=PLACED[part]) if part in PLACED else part
        for part in PLACED_WORDS.split(words)
    )
