"""The table of dates: for each deadline what and who, when to aim for, the latest date, its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.dates import STATES
from rapidreview.say import counted, iso, sentence, short_date
from rapidreview.show.guesses import due_mark, due_tags
from rapidreview.show.marks import (
    esc,
    icon,
    nowrap_last,
    silent,
    standing_tag,
    tag,
    time_element,
)
from rapidreview.show.tally import worked_row

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.dates import Due, Schedule
    from rapidreview.say import Moment
    from rapidreview.show.html import Html
    from rapidreview.show.sources import Sources

ROWS = {"done": "done", "ended": "done", "overdue": "over", "today": "next"}


def due_rows(due: Due, schedule: Schedule, sources: Sources) -> str:
    """Return the row of a deadline, and one that opens on its working where it has a date."""
    css = ROWS.get(due.state, "next" if due.id in schedule.next else "")
    national = " " + tag("national") if due.national or due.status == "national" else ""
    applies = f'<span class="who">{esc(due.applies)}</span>' if due.applies else ""
    head = (
        f'<th scope="row"><span class="what">{esc(due.what)}</span>'
        f'<span class="who">{esc(who_acts(due))}{due_tags(due)[0]}{national}</span>{applies}</th>'
    )
    mark = due_mark(due, sources)
    if due.latest is None:
        middle = f'<td class="d none" colspan="2">{_undated(due, mark)}</td>'
        state = ""
    else:
        middle = _aim(due) + _latest(due, mark)
        state = _state(due, schedule)
    row = f'<tr class="{css}" data-deadline="{due.id}" data-state="{due.state}">{head}{middle}<td class="st">{state}</td></tr>'
    return row + (worked_row(due, sources) if due.latest is not None else "")


def who_acts(due: Due) -> str:
    """Return who has to act, as a line of its own begins."""
    who = due.who_label or due.who.replace("-", " ")
    return who[:1].upper() + who[1:]


def _undated(due: Due, mark: Html) -> str:
    if due.state == "ended":
        return f'<span class="mut">{nowrap_last(due.notes[-1], mark)}</span>'
    if due.words:
        return f"{silent(due.words)}{due_tags(due)[1]}{mark}"
    waiting = f'<span class="mut">{nowrap_last(due.missing or STATES["no-date"], mark)}</span>'
    waiting += due_tags(due)[1]
    if due.forecast is not None:
        waiting += f'<span class="as">{esc(due.forecast_says)}</span>'
    return waiting


def _when(moment: Moment, css: str) -> str:
    return time_element(iso(moment), short_date(moment), f"when {css}")


def _aim(due: Due) -> str:
    if due.aim_for is None:
        return '<td class="d" data-l="Aim for"></td>'
    used = [
        item
        for item in due.readings
        if item.use != "rejected" and item.date is not None
    ]
    words = due.aim_means
    if due.aim_for == due.latest:
        words = "one reading" if len(used) == 1 else "the readings agree"
    return (
        f'<td class="d" data-l="Aim for">{_when(due.aim_for, "aim-for")}'
        f'<span class="as">{esc(words)}{_day_off(due, due.aim_for, due.aim_working_day)}</span></td>'
    )


def _latest(due: Due, mark: Html) -> str:
    if due.latest is None:
        return ""
    notes = " ".join(filter(None, (due.cap, due.replaced, *due.notes)))
    guessed = due_tags(due)[1]
    printed = f"Printed: “{due.printed}”." if due.printed and guessed else ""
    more = f"{printed} {notes}".strip()
    words = f"{sentence(due.latest_means)} {more}" if more else due.latest_means
    beside = ""
    if due.counterpart_latest is not None and due.counterpart_latest != due.latest:
        beside = f" {tag('national')} {esc(short_date(due.counterpart_latest))}"
    off = _day_off(due, due.latest, due.latest_working_day)
    standing = " " + standing_tag(due.standing) if due.standing != "local" else guessed
    return (
        f'<td class="d" data-l="Latest">{_when(due.latest, "latest")}'
        f'<span class="as">{nowrap_last(words, mark)}{standing}{off}{beside}</span></td>'
    )


def _day_off(due: Due, moment: Moment, working_day: date | None) -> str:
    before = due.in_time(moment, working_day)
    if before is None:
        return ""
    return f' <span class="dayoff">A day off: the last working day before is {esc(short_date(before))}.</span>'


def _state(due: Due, schedule: Schedule) -> str:
    """Return where a deadline stands, as a tag; "" where its dates say it all."""
    left = f"in {counted(due.days_left, 'working day')}" if due.days_left else ""
    css, words = "", ""
    if due.state == "done" and due.done_on is not None:
        css, words = " done", f"{icon('check')} Done {esc(short_date(due.done_on))}"
    elif due.state == "ended":
        words = "Ended"
    elif due.state == "overdue":
        css, words = " over", "Overdue"
    elif due.done_on is not None:
        words = f"Planned {esc(short_date(due.done_on))}"
    elif due.state == "today":
        css, words = " next", "Due today"
    elif due.id in schedule.next:
        css, words = " next", f"Next{': ' + left if left else ''}"
    elif due.state == "later":
        words = left.capitalize()
    elif due.state != "dated":
        words = esc(STATES.get(due.state, ""))
    return f'<span class="tag{css}">{words}</span>' if words else ""
