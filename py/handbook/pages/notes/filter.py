"""The filter of notes by their kind: a choice that the style sheet alone obeys, with no script."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handbook.pages.notes.importance import KINDS as ORDER
from handbook.pages.notes.kinds import KINDS
from rapidreview.show import NOTHING, Html, el, every, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import Note


def filter_html(notes: Iterable[Note]) -> Html:
    """Return the choice: all notes, or those of one kind; nothing where there is one kind."""
    counts = Counter[str](note.kind for note in notes)
    if not counts:
        return NOTHING
    choices = [_choice("all", counts.total(), "all notes", chosen=True)]
    choices += [
        _choice(kind, counts[kind], KINDS[kind][1]) for kind in ORDER if counts[kind]
    ]
    legend = el("legend", "Which notes to show", css="vh")
    return joined(
        el("fieldset", legend, every(choices), css="notes-filter paper-never"), "\n"
    )


def _choice(kind: str, count: int, words: str, *, chosen: bool = False) -> Html:
    radio = el(
        "input",
        type="radio",
        name_="notes-show",
        id=f"notes-show-{kind}",
        checked=chosen or None,
    )
    return el("label", radio, el("b", str(count)), " ", el("span", words))
