"""The checker's form, as it stands in the page before any script has run.

What differs between partnerships is marked with ``data-for`` and their ids; the
page's script shows the parts of the one that was chosen, and knows no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.date_field import date_field
from handbook.tool_start import runtime_of, starting
from rapidreview.clocks import Event
from rapidreview.markup import esc

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.reading import Library
    from rapidreview.parts import Question
    from rapidreview.policy import Partnership

NOT_SURE = "not-sure"
AWARE_HINT = (
    "Leave blank if you do not know. With it, the answer gives dates."
    " Any officer counts, at any hour."
)


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
            label="When did the local authority first know?",
            hint=AWARE_HINT,
        )
    )
    return (
        f'<form id="notifiable" class="qs" novalidate{runtime_of(root)} data-failed="outcomes/">'
        f"{starting('checker', '../outcomes/')}"
        '<div class="sum" data-problems hidden></div>'
        '<div class="field first" data-field="partnership"><label for="area">Local authority</label>'
        '<span class="hint" id="area-h">Where it happened. If that is elsewhere, choose your own.</span>'
        f'<select id="area" name="partnership" aria-describedby="area-h" required>{_areas(library)}</select><p class="msg" hidden></p></div>'
        f"{questions}{known}"
        '<div class="row end"><button class="btn main" type="submit">Show the answer</button>'
        '<button class="btn plain" type="reset">Clear everything</button></div></form>'
        '<div class="result" data-result="notifiable" role="status" tabindex="-1"></div>'
    )


def _areas(library: Library) -> str:
    options = '<option value="">Choose one</option>'
    for partnership in library.partnerships:
        if len(partnership.areas) > 1:
            options += f'<option value="{partnership.id}">{esc(partnership.name)}, area not chosen</option>'
            options += "".join(
                f'<option value="{partnership.id}:{area.id}">{esc(area.name)} ({esc(partnership.name)})</option>'
                for area in partnership.areas
            )
        else:
            options += (
                f'<option value="{partnership.id}">{esc(partnership.name)}</option>'
            )
    return options


def _question(
    question: Question, extra: str = "", partnership: Partnership | None = None
) -> str:
    key = f"{partnership.id}-{question.id}" if partnership else question.id
    hint = (
        f'<p class="hint" id="{key}-h">{esc(question.hint)}</p>'
        if question.hint
        else ""
    )
    described = f' aria-describedby="{key}-h"' if question.hint else ""
    tiles = "".join(
        f'<label class="tile{" ns" if option.id == NOT_SURE else ""}">'
        f'<input type="radio" name="{question.id}" value="{option.id}"'
        f"{' checked' if option.id == question.default else ''}>{esc(option.label)}</label>"
        for option in sorted(question.options, key=lambda option: option.id == NOT_SURE)
    )
    asked_by = (
        f'<p class="hint">{esc(partnership.name)} also asks this.</p>'
        if partnership
        else ""
    )
    return (
        f'<fieldset id="q-{key}" data-field="{question.id}"{described}{extra}>'
        f"<legend>{esc(question.ask)}</legend>{asked_by}{hint}"
        f'<div class="tiles">{tiles}</div><p class="msg" hidden></p></fieldset>'
    )
