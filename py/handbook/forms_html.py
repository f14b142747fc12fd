"""The two forms, as they stand in the page before any script has run.

What differs between partnerships is marked with ``data-for`` and their ids; the
page's script shows the parts of the one that was chosen, and knows no more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handbook.bundle import RUNTIME
from rapidreview.clocks import Event
from rapidreview.markup import esc, icon
from rapidreview.words import listed

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.reading import Library
    from rapidreview.parts import Question
    from rapidreview.policy import Partnership

NOT_SURE = "not-sure"


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
    known = _event(
        Event(id="la_aware", label="When did the local authority first know?"),
        "",
        fieldset=True,
    )
    return (
        f'<form id="notifiable" class="qs" novalidate{_runtime(root)} data-failed="outcomes/">'
        f"{_ready('checker', '../outcomes/')}"
        '<div class="sum" data-problems hidden></div>'
        '<div class="field first" data-field="partnership"><label for="area">Local authority</label>'
        '<span class="hint" id="area-h">Where it happened. If that is elsewhere, choose your own.</span>'
        f'<select id="area" name="partnership" aria-describedby="area-h" required>{_areas(library)}</select><p class="msg" hidden></p></div>'
        f"{questions}{known}"
        '<div class="row end"><button class="btn main" type="submit">Show the answer</button>'
        '<button class="btn plain" type="reset">Clear everything</button></div></form>'
        '<div class="result" data-result="notifiable" role="status" tabindex="-1"></div>'
    )


def calculator(library: Library, root: Path) -> str:
    """Return the form ``form#deadlines`` and the place of the schedule."""
    asked: dict[str, list[tuple[Partnership, Event]]] = {}
    for partnership in library.partnerships:
        for event in partnership.events:
            asked.setdefault(event.id, []).append((partnership, event))
    order = [event.id for event in library.national.events if event.id in asked]
    order += [event_id for event_id in asked if event_id not in order]
    names = {event.id: event for event in library.national.events}
    first, more = "", ""
    for event_id in order:
        found = asked[event_id]
        shown = names.get(event_id, found[0][1])
        timed = any(event.time for _, event in found)
        ids = " ".join(partnership.id for partnership, _ in found)
        hints = _hints(found)
        field = _event(
            shown, f' data-for="{ids}" hidden disabled', hints=hints, timed=timed
        )
        if all(event.more for _, event in found):
            more += field
        else:
            first += field
    today = Event(
        id="today",
        label="Show as at",
        hint="Leave blank for today, by this device’s clock.",
    )
    more += _event(today, "")
    horizon = json.loads(
        (root / "policies" / "national" / "bank-holidays.json").read_text("utf-8")
    )["last"]
    return (
        f'<form id="deadlines" class="ask" novalidate{_runtime(root)} data-failed="partnerships/">'
        f"{_ready('calculator', '../partnerships/')}"
        '<div class="sum" data-problems hidden></div>'
        '<div class="field first" data-field="partnership"><label for="p">Partnership</label>'
        f'<select id="p" name="partnership" required>{_partnerships(library)}</select><p class="msg" hidden></p></div>'
        f'<div class="grid4">{first}</div>'
        '<details class="open"><summary><span>More dates, and “as at”</span></summary>'
        f'<div class="bare"><div class="grid4">{more}</div></div></details>'
        '<div class="row"><button class="btn main" type="submit">Work out the dates</button>'
        '<button class="btn plain" type="reset">Clear everything</button>'
        f'<span class="small mut">{icon("lock")} Nothing you type leaves this device. '
        f"Bank holidays are known to {esc(_horizon(horizon))}.</span></div></form>"
        '<div class="result" data-result="deadlines" role="status" tabindex="-1"></div>'
    )


def _horizon(iso: str) -> str:
    from rapidreview.words import plain_date, read_moment  # noqa: PLC0415 - keeps the form's imports light

    return plain_date(read_moment(iso))


def _runtime(root: Path) -> str:
    """Return where Python lies and how big its files are, for the loader."""
    manifest = root / RUNTIME / "manifest.json"
    known = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    known.pop("key", None)
    return f' data-runtime="{esc(json.dumps(known, sort_keys=True))}"'


def _ready(what: str, instead: str) -> str:
    return (
        f'<p class="ready" data-ready hidden><progress max="100" aria-label="Getting the {what} ready">'
        "</progress><span></span></p>"
        f'<noscript><p class="ready"><span>This {what} needs scripts, which are off here. '
        f'The same answers stand on <a href="{instead}">pages that need none</a>.</span></p></noscript>'
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


def _partnerships(library: Library) -> str:
    options = '<option value="">Choose one</option>'
    return options + "".join(
        f'<option value="{item.id}">{esc(item.name)} ({esc(listed(item.short, "and"))})</option>'
        for item in library.partnerships
    )


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


def _hints(found: list[tuple[Partnership, Event]]) -> str:
    """Return each partnership's own hint on a date, shown only for it."""
    return "".join(
        f'<span data-for="{partnership.id}" hidden>{esc(event.hint)}</span>'
        for partnership, event in found
        if event.hint
    )


def _event(
    event: Event,
    extra: str,
    *,
    hints: str = "",
    timed: bool = False,
    fieldset: bool = False,
) -> str:
    """Return the three boxes of a date, and one for the time where a time matters."""
    boxes = "".join(
        f'<span><label for="{event.id}-{part}">{title}</label><input type="text" id="{event.id}-{part}" '
        f'name="{event.id}-{part}" inputmode="numeric" autocomplete="off" maxlength="{size}"></span>'
        for part, title, size in (
            ("day", "Day", 2),
            ("month", "Month", 9),
            ("year", "Year", 4),
        )
    )
    if timed:
        boxes += (
            f'<span class="time"><label for="{event.id}-time">Time</label><input type="text" id="{event.id}-time" '
            f'name="{event.id}-time" autocomplete="off" maxlength="5" placeholder="10:00"></span>'
        )
    hint = hints or esc(event.hint)
    if fieldset:
        hint = "Leave blank if you do not know. With it, the answer gives dates. Any officer counts, at any hour."
    told = f'<span class="hint" id="{event.id}-h">{hint}</span>' if hint else ""
    return (
        f'<fieldset class="field" name="{event.id}" data-field="{event.id}" data-date{extra}>'
        f'<legend class="lab">{esc(event.label)}</legend>{told}'
        f'<span class="date">{boxes}</span><p class="msg" hidden></p></fieldset>'
    )
