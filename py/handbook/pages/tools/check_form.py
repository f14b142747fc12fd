"""The checker's form, as it stands in the page before any script has run.

What differs between partnerships is marked with ``data-for`` and their ids; the
page's script shows the parts of the one that was chosen, and knows no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.tools.date_field import date_field
from handbook.pages.tools.start import runtime_of, starting
from rapidreview.check import OUR_AREA, OUR_AUTHORITY, missing
from rapidreview.model import Event
from rapidreview.show import esc

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.library import Library
    from rapidreview.model import Partnership, Question

NOT_SURE = "not-sure"
AWARE_HINT = (
    "Leave blank if you do not know. With it, the answer gives dates."
    " Any officer counts, at any hour."
)
AREA_MISSING = "Choose a partnership from the list."
MODES = (
    '<div class="modes" role="group" aria-label="How to show the questions" data-modes hidden>'
    '<button type="button" data-mode-is="all" aria-pressed="true">All at once</button>'
    '<button type="button" data-mode-is="one" aria-pressed="false">One question at a time</button></div>'
    '<p class="cap" data-at hidden></p>'
)
"""How the questions are shown is the reader's choice; the page keeps it no longer than itself."""


def checker(library: Library, root: Path) -> str:
    """Return the form ``form#notifiable`` and the place of its answer."""
    extra: dict[str, list[tuple[Partnership, Question]]] = {}
    for partnership in library.partnerships:
        for question in partnership.questions:
            extra.setdefault(question.id, []).append((partnership, question))
    questions = "".join(
        _question(item) for item in library.national.notifiability.questions
    )
    questions += "".join(
        _question(
            question, f' data-for="{partnership.id}" hidden disabled', partnership
        )
        for found in extra.values()
        for partnership, question in found
    )
    known = date_field(
        Event(
            id="la_aware",
            label="When did the local authority become aware of the incident?",
            hint=AWARE_HINT,
        )
    )
    return (
        f'<form id="notifiable" class="qs" novalidate autocomplete="off"{runtime_of(root)} data-failed="outcomes/">'
        f"{starting('checker', '../outcomes/')}{MODES}"
        '<div class="sum" data-problems hidden></div>'
        f'<div class="field first" data-field="partnership" data-missing="{AREA_MISSING}">'
        '<label for="area">Local authority</label>'
        '<span class="hint" id="area-h">Where it happened. If that is elsewhere, choose your own.</span>'
        f'<select id="area" name="partnership" aria-describedby="area-h area-m" required>{_areas(library)}</select>'
        '<p class="msg" id="area-m" hidden></p></div>'
        f"{questions}{known}"
        '<div class="row end"><button class="btn" type="button" data-step="back" hidden>Back</button>'
        '<button class="btn main" type="button" data-step="next" hidden>Next</button>'
        '<button class="btn main" type="submit">Show the answer</button>'
        '<button class="btn plain" type="reset">Clear everything</button></div></form>'
        '<p class="vh" role="status" data-said></p>'
        '<div class="result" data-result="notifiable" tabindex="-1"></div>'
    )


def _areas(library: Library) -> str:
    """Return the authorities to choose from, each with the names that the questions use."""
    options = '<option value="">Choose one</option>'
    for partnership in library.partnerships:
        several = len(partnership.areas) > 1
        if several:
            options += f'<option value="{partnership.id}">{esc(partnership.name)}, area not chosen</option>'
        for area in partnership.areas:
            value = f"{partnership.id}:{area.id}" if several else partnership.id
            name = f"{area.name} ({partnership.name})" if several else partnership.name
            options += (
                f'<option value="{value}" data-area="{esc(area.name)}" '
                f'data-authority="{esc(area.authority)}">{esc(name)}</option>'
            )
    return options


def _placed(text: str) -> str:
    """Return ``text`` with the words marked that give way to the chosen area's names."""
    marked = esc(text)
    for name, words in (("area", OUR_AREA), ("authority", OUR_AUTHORITY)):
        marked = marked.replace(words, f'<span data-word="{name}">{words}</span>')
    return marked


def _question(
    question: Question, extra: str = "", partnership: Partnership | None = None
) -> str:
    key = f"{partnership.id}-{question.id}" if partnership else question.id
    hint = (
        f'<p class="hint" id="{key}-h">{_placed(question.hint)}</p>'
        if question.hint
        else ""
    )
    described = f"{key}-h {key}-m" if question.hint else f"{key}-m"
    wanted = "" if question.default else f' data-missing="{esc(missing(question))}"'
    tiles = "".join(
        f'<label class="tile{" ns" if option.id == NOT_SURE else ""}">'
        f'<input type="radio" name="{question.id}" value="{option.id}"'
        f"{' checked' if option.id == question.default else ''}><span>{_placed(option.label)}</span></label>"
        for option in sorted(question.options, key=lambda option: option.id == NOT_SURE)
    )
    asked_by = (
        f'<p class="hint">{esc(partnership.name)} also asks this.</p>'
        if partnership
        else ""
    )
    return (
        f'<fieldset id="q-{key}" data-field="{question.id}" aria-describedby="{described}"{wanted}{extra}>'
        f"<legend>{_placed(question.ask)}</legend>{asked_by}{hint}"
        f'<div class="tiles">{tiles}</div><p class="msg" id="{key}-m" hidden></p></fieldset>'
    )
