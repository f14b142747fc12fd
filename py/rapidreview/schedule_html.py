"""The schedule as a page shows it: the answer, the picture, every date, the working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.markup import (
    esc,
    icon,
    nowrap_last,
    silent,
    standing_tag,
    tag,
    time_element,
)
from rapidreview.schedule_picture import picture
from rapidreview.states import STATES
from rapidreview.words import (
    MONTHS,
    counted,
    iso,
    long_date,
    number,
    short_date,
)

if TYPE_CHECKING:
    from rapidreview.deadlines import Due, ReadingDate
    from rapidreview.schedule import Schedule
    from rapidreview.sources import Sources
    from rapidreview.words import Moment
    from rapidreview.workdays import Calendar
    from rapidreview.working import Working

ROWS = {"done": "done", "overdue": "over", "today": "next"}
BUTTONS = (
    ("ics", "calendar", "Calendar file (.ics)"),
    ("csv", "table", "Spreadsheet (.csv)"),
    ("print", "print", "Print"),
    ("text", "copy", "Copy as text"),
)
USES = {"latest": "used: latest", "aim": "used: aim for", "rejected": "not used"}


def schedule_html(schedule: Schedule, sources: Sources, calendar: Calendar) -> str:
    """Return the whole result: answer cells, picture, tables, files."""
    groups = ("dated", "waiting", "silent")
    rows = {
        group: "".join(
            _rows(due, schedule, sources)
            for due in schedule.deadlines
            if _group(due) == group
        )
        for group in groups
    }
    return (
        f'<section class="sec first"><h2 id="res" tabindex="-1">The schedule for {esc(schedule.name)}</h2>'
        f"{_entered(schedule)}{_three(schedule)}{_conflicts(schedule, sources)}{picture(schedule, calendar)}</section>"
        '<section class="sec"><h2>Every date</h2><p class="measure small mut">“Aim for” is the earliest date '
        "that a sensible reading of the words gives. “Latest” is the reading the handbook uses. "
        "A latest date is never moved later.</p>"
        f"{_table(rows['dated'])}{_assumed(schedule)}</section>"
        f"{_take()}"
        f"{_more('Waiting for a date', rows['waiting'])}"
        f"{_more('No time limit given', rows['silent'])}{sources.slips()}"
    )


def _group(due: Due) -> str:
    """Return where a deadline stands: among the dates, waiting for one, or without a limit."""
    if due.latest is not None:
        return "dated"
    return "silent" if due.words else "waiting"


def _table(rows: str) -> str:
    heads = '<th scope="col">What and who</th><th scope="col">Aim for</th><th scope="col">Latest</th>'
    state = '<th scope="col"><span class="vh">State</span></th>'
    return f'<table class="dt stack"><thead><tr>{heads}{state}</tr></thead><tbody>{rows}</tbody></table>'


def _more(title: str, rows: str) -> str:
    return (
        f'<section class="sec"><h2>{title}</h2>{_table(rows)}</section>' if rows else ""
    )


def _entered(schedule: Schedule) -> str:
    items = "".join(
        f"<div><dt>{esc(item.label)}</dt><dd>{esc(short_date(item.date))}</dd></div>"
        for item in schedule.given
    )
    today = (
        f"<div><dt>As at</dt><dd>{esc(short_date(schedule.today))}</dd></div>"
        if schedule.today
        else ""
    )
    return f'<dl class="paper paperdates">{items}{today}</dl>'


def _three(schedule: Schedule) -> str:
    cells = ""
    late = [schedule.find(name) for name in (*schedule.overdue, *schedule.due_today)]
    if late:
        cells += _cell("over", "Overdue" if schedule.overdue else "Due today", late)
    upcoming = [schedule.find(name) for name in schedule.next]
    if upcoming:
        cells += _cell("next", "Next", upcoming)
    last = [schedule.find(name) for name in schedule.last]
    if last:
        cells += _cell("", "Last", last)
    return f'<div class="three">{cells}</div>' if cells else ""


def _cell(css: str, title: str, items: list[Due]) -> str:
    first = items[0]
    when = long_date(first.latest) if first.latest else ""
    more = f" And {number(len(items) - 1)} more." if len(items) > 1 else ""
    name = f' class="{css}"' if css else ""
    return (
        f'<div{name}><p class="k">{title}</p><b>{esc(when)}</b>'
        f'<p class="small">{esc(first.what)}: {esc(_who(first))}.{more}</p></div>'
    )


def _conflicts(schedule: Schedule, sources: Sources) -> str:
    if not schedule.conflicts:
        return ""
    items = "".join(
        f"<li>{nowrap_last(item.says, sources.mark(item.source))}</li>"
        for item in schedule.conflicts
    )
    return f'<div class="wont warn"><h3>Look at this</h3><ul class="ticks">{items}</ul></div>'


def _rows(due: Due, schedule: Schedule, sources: Sources) -> str:
    css = ROWS.get(due.state, "next" if due.id in schedule.next else "")
    national = " " + tag("national") if due.national or due.status == "national" else ""
    applies = f'<span class="who">{esc(due.applies)}</span>' if due.applies else ""
    head = (
        f'<th scope="row"><span class="what">{esc(due.what)}</span>'
        f'<span class="who">{esc(_who(due))}{national}</span>{applies}</th>'
    )
    mark = sources.mark(due.source, "stated")
    if due.latest is None:
        middle = f'<td class="d none" colspan="2">{_undated(due, mark)}</td>'
        state = ""
    else:
        middle = _aim(due) + _latest(due, mark)
        state = _state(due, schedule)
    row = f'<tr class="{css}" data-deadline="{due.id}" data-state="{due.state}">{head}{middle}<td class="st">{state}</td></tr>'
    return row + (_worked(due) if due.latest is not None else "")


def _who(due: Due) -> str:
    who = due.who_label or due.who.replace("-", " ")
    return who[:1].upper() + who[1:]


def _undated(due: Due, mark: str) -> str:
    if due.words:
        return f"{silent(due.words)}{mark}"
    waiting = f'<span class="mut">{nowrap_last(due.missing or STATES["no-date"], mark)}</span>'
    if due.forecast is not None:
        waiting += f'<span class="as">If all goes to its last day: {esc(short_date(due.forecast))}. {esc(due.forecast_says)}</span>'
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
        f'<span class="as">{esc(words)}{_day_off(due.aim_for, due.aim_working_day)}</span></td>'
    )


def _latest(due: Due, mark: str) -> str:
    if due.latest is None:
        return ""
    notes = " ".join(filter(None, (due.cap, due.replaced, *due.notes)))
    printed = (
        f" Printed: “{due.printed}”." if due.printed and not due.unit_stated else ""
    )
    words = f"{due.latest_means}{printed} {notes}".strip()
    beside = ""
    if due.counterpart_latest is not None and due.counterpart_latest != due.latest:
        beside = f" {tag('national')} {esc(short_date(due.counterpart_latest))}"
    off = _day_off(due.latest, due.latest_working_day)
    standing = " " + standing_tag(due.standing) if due.standing != "local" else ""
    return (
        f'<td class="d" data-l="Latest">{_when(due.latest, "latest")}'
        f'<span class="as">{nowrap_last(words, mark)}{standing}{off}{beside}</span></td>'
    )


def _day_off(moment: Moment, working: Moment | None) -> str:
    if working is None or iso(moment)[:10] == iso(working)[:10]:
        return ""
    return f' <span class="dayoff">A day off: the last working day before is {esc(short_date(working))}.</span>'


def _state(due: Due, schedule: Schedule) -> str:
    if due.state == "done" and due.done_on is not None:
        return f'<span class="tag done">{icon("check")} Done {esc(short_date(due.done_on))}</span>'
    if due.state == "overdue":
        return '<span class="tag over">Overdue</span>'
    left = f"in {counted(due.days_left, 'working day')}" if due.days_left else ""
    if due.state == "today":
        return '<span class="tag next">Due today</span>'
    if due.id in schedule.next:
        return f'<span class="tag next">Next{": " + left if left else ""}</span>'
    if due.state == "later" and left:
        return f'<span class="tag">{left[0].upper()}{left[1:]}</span>'
    words = STATES.get(due.state, "")
    return (
        f'<span class="tag">{esc(words)}</span>'
        if due.state not in ("dated", "later")
        else ""
    )


def _worked(due: Due) -> str:
    others = "".join(_reading(item) for item in due.readings)
    when = short_date(due.latest) if due.latest else ""
    return (
        f'<tr class="work"><td colspan="4"><details class="open"><summary><span>How {esc(when)} was worked out'
        f'<span class="vh">: {esc(due.what)}</span></span></summary><div class="bare"><div class="worked">'
        f"{count_html(due.working)}<p>{esc(due.working.text)}</p>"
        f'<ul class="readings" role="list">{others}</ul></div></div></details></td></tr>'
    )


def _reading(item: ReadingDate) -> str:
    if item.date is None:
        when = esc(item.missing)
    else:
        first = (
            f"{esc(short_date(item.first))} to "
            if item.first is not None and item.first != item.date
            else ""
        )
        when = first + time_element(iso(item.date), short_date(item.date))
    why = f" {esc(item.why)}" if item.why else ""
    assumed = f" {esc(item.assumed)}" if item.assumed else ""
    return (
        f'<li class="u-{item.use}"><b>{when}</b> <span class="use">{USES.get(item.use, item.use)}</span>'
        f'<span class="as">{esc(item.means)}{why}{assumed}</span></li>'
    )


def count_html(working: Working) -> str:
    """Return the days of a working as cells, counted or skipped; "" where none is counted."""
    if not working.days:
        return ""
    pads = '<li class="pad" aria-hidden="true"></li>' * working.days[0].on.weekday()
    cells = ""
    month = 0
    for day in working.days:
        name = (
            f'<span class="mo">{MONTHS[day.on.month - 1][:3]} </span>'
            if day.on.month != month
            else ""
        )
        month = day.on.month
        if day.start and not day.number:
            css, inner = (
                "s",
                '<span class="n"><span class="vh">start, not counted</span></span>',
            )
        elif day.skipped:
            css = "x" if day.skipped in ("Saturday", "Sunday") else "x h"
            inner = f'<span class="n" aria-hidden="true">–</span><span class="vh">{esc(day.skipped)}, not counted</span>'
        else:
            css = "z" if day.due else ""
            inner = f'<span class="n"><span class="vh">counted as day </span>{day.number or ""}</span>'
        cells += (
            f'<li class="{css}"><span class="w">{day.weekday[:3]}</span>'
            f'<span class="d">{name}{day.on.day}</span>{inner}</li>'
        )
    return f'<ol class="count" role="list">{pads}{cells}</ol>'


def _assumed(schedule: Schedule) -> str:
    return (
        f'<p class="small mut measure">{esc(" ".join(schedule.assumptions))}</p>'
        if schedule.assumptions
        else ""
    )


def _take() -> str:
    buttons = "".join(
        f'<button class="btn" type="button" data-take="{name}">{icon(sign)}{words}</button>'
        for name, sign, words in BUTTONS
    )
    return (
        f'<section class="sec noprint"><h2>Take it with you</h2><div class="take">{buttons}</div>'
        '<p class="small mut">Files are made on this device. They hold dates and roles, '
        "and a blank for the case reference.</p></section>"
    )
