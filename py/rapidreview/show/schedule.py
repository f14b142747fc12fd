"""The schedule as a page shows it: the answer, the picture, every date, files to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.dates import LONGEST_REFERENCE
from rapidreview.days import PastHorizonError
from rapidreview.model import DERIVED
from rapidreview.say import (
    counted,
    day_of,
    listed,
    long_date,
    number,
    plain_date,
    read_moment,
    short_date,
)
from rapidreview.show.guesses import due_tags
from rapidreview.show.marks import esc, icon, nowrap_last, status_tag, verify_tag
from rapidreview.show.schedule_picture import picture
from rapidreview.show.schedule_table import due_rows, who_acts

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.days import Calendar
    from rapidreview.show.sources import Sources

BUTTONS = (
    ("ics", "calendar", "Calendar file (.ics)"),
    ("csv", "table", "Spreadsheet (.csv)"),
    ("print", "print", "Print"),
    ("text", "copy", "Copy as text"),
)


def schedule_html(schedule: Schedule, sources: Sources, calendar: Calendar) -> str:
    """Return the whole result: answer cells, picture, tables, files."""
    groups = ("dated", "ended", "waiting", "silent")
    rows = {
        group: "".join(
            due_rows(due, schedule, sources)
            for due in schedule.deadlines
            if _group(due) == group
        )
        for group in groups
    }
    return (
        f'<section class="sec first"><h2 id="res" tabindex="-1">The schedule for {esc(schedule.name)}</h2>'
        f"{_entered(schedule)}{_ended(schedule, sources)}{_three(schedule, calendar)}{_conflicts(schedule, sources)}{_closed(schedule)}"
        f"{picture(schedule, calendar)}</section>"
        '<section class="sec"><h2>Every date</h2><p class="measure small mut">“Aim for” is the earliest date '
        "that a sensible reading of the words gives. “Latest” is the reading the handbook uses. "
        "A latest date is never moved later.</p>"
        f"{_table(rows['dated']) if rows['dated'] else ''}{_assumed(schedule)}</section>"
        f"{_no_longer(rows['ended'])}{_take()}"
        f"{_more('Waiting for a date', 'What is missing', rows['waiting'])}"
        f"{_more('No time limit given', 'What the source says', rows['silent'])}{_rests_on(sources, calendar)}{sources.slips()}"
    )


def _group(due: Due) -> str:
    """Return where a deadline stands: among the dates, ended, waiting for one, or without a limit."""
    if due.state == "ended":
        return "ended"
    if due.latest is not None:
        return "dated"
    return "silent" if due.words else "waiting"


def _table(rows: str) -> str:
    heads = '<th scope="col">What and who</th><th scope="col">Aim for</th><th scope="col">Latest</th>'
    state = '<th scope="col"><span class="vh">State</span></th>'
    return f'<table class="dt stack"><thead><tr>{heads}{state}</tr></thead><tbody>{rows}</tbody></table>'


def _more(title: str, says: str, rows: str) -> str:
    """Return a section of deadlines without a date; ``says`` heads their column of words."""
    if not rows:
        return ""
    heads = f'<th scope="col">What and who</th><th scope="col" colspan="2">{says}</th>'
    state = '<th scope="col"><span class="vh">State</span></th>'
    return (
        f'<section class="sec"><h2>{title}</h2><table class="dt stack undated"><thead><tr>{heads}{state}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def _no_longer(rows: str) -> str:
    """Return the deadlines that a finding has ended, with the dates that they had."""
    if not rows:
        return ""
    return f'<section class="sec"><h2>No longer due</h2>{_table(rows)}</section>'


def _ended(schedule: Schedule, sources: Sources) -> str:
    """Return what ended clocks, when, and what holds then."""
    told = ""
    for item in schedule.ended:
        says = "".join(
            f"<li>{nowrap_last(one.says, sources.mark(one.source, one.status))}{verify_tag(one.evidence)}</li>"
            for one in item.says
        )
        when = f"{item.label}: {long_date(item.date)}"
        told += f'<div class="wont ended"><h3>{esc(when)}</h3><ul class="ticks">{says}</ul></div>'
    return told


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


def _three(schedule: Schedule, calendar: Calendar) -> str:
    """Return the answer before the picture: what is late, due today, next and last."""
    cells = ""
    late = [schedule.find(name) for name in schedule.overdue]
    if late:
        cells += _late(late, schedule, calendar)
    for css, title, names in (
        ("next", "Due today", schedule.due_today),
        ("next", "Next", schedule.next),
        ("", "Last", schedule.last),
    ):
        if names:
            cells += _cell(css, title, [schedule.find(name) for name in names])
    return f'<div class="three">{cells}</div>' if cells else ""


def _late(items: list[Due], schedule: Schedule, calendar: Calendar) -> str:
    """Return the cell of what is overdue, the longest overdue named."""
    first = items[0]
    title = "Overdue"
    if first.latest is not None and schedule.today is not None:
        try:
            days = calendar.between(day_of(first.latest), schedule.today)
        except PastHorizonError:
            days = 0
        title += f" by {counted(days, 'working day')}" if days else ""
        was = f"Was due {long_date(first.latest)}. "
    else:
        was = ""
    return (
        f'<div class="over"><p class="k">{title}</p><b>{esc(first.what)}</b>'
        f'<p class="small">{esc(was)}{esc(who_acts(first))}.{_guess(first)}{_and_more(items)}</p></div>'
    )


def _cell(css: str, title: str, items: list[Due]) -> str:
    first = items[0]
    when = long_date(first.latest) if first.latest else ""
    name = f' class="{css}"' if css else ""
    return (
        f'<div{name}><p class="k">{title}</p><b>{esc(when)}</b>'
        f'<p class="small">{esc(first.what)}: {esc(who_acts(first))}.{_guess(first)}{_and_more(items)}</p></div>'
    )


def _guess(due: Due) -> str:
    """Return the tag where the date or whoever acts was worked out."""
    return status_tag(DERIVED) if any(due_tags(due)) else ""


def _and_more(items: list[Due]) -> str:
    return f" And {number(len(items) - 1)} more." if len(items) > 1 else ""


def _conflicts(schedule: Schedule, sources: Sources) -> str:
    if not schedule.conflicts:
        return ""
    items = "".join(
        f"<li>{nowrap_last(item.says, sources.mark(item.source))}</li>"
        for item in schedule.conflicts
    )
    return f'<div class="wont warn"><h3>Look at this</h3><ul class="ticks">{items}</ul></div>'


def _closed(schedule: Schedule) -> str:
    """Return the local closure days, and that they change no date."""
    if not schedule.closures:
        return ""
    days = esc(listed(short_date(day) for day in schedule.closures))
    return (
        '<p class="closed"><b>Closed locally:</b> '
        f"{days}. These are counted as working days all the same: they never make a limit later.</p>"
    )


def _rests_on(sources: Sources, calendar: Calendar) -> str:
    """Return the line at the foot of a printed sheet: which rules, read when, by what calendar."""
    if sources.partnership is None:
        return ""
    protocols = listed(
        f"{item.title} (read {plain_date(read_moment(item.retrieved_on))})"
        for item in sources.partnership.documents
    )
    return (
        f'<p class="paper">Rules: {esc(protocols)}, and the national rules. In England {esc(calendar.says())}. '
        "Worked out on the reader’s own device; nothing was sent or kept. Not legal advice.</p>"
    )


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
        '<section class="sec noprint"><h2>Take it with you</h2>'
        '<div class="field reference"><label for="reference">Your reference for the case</label>'
        '<span class="hint" id="reference-h">A number or letters of your own, never a name. It goes into the files only '
        "and is not kept. With the same reference, a later calendar file corrects the entries of an earlier one; "
        "without one, two cases that begin on one day are taken for the same case.</span>"
        f'<input type="text" id="reference" maxlength="{LONGEST_REFERENCE}" autocomplete="off" spellcheck="false"'
        ' aria-describedby="reference-h" data-reference></div>'
        f'<div class="take">{buttons}</div>'
        '<p class="small mut">Files are made on this device. They hold dates and roles, and the reference '
        "if you write one. Take in the calendar file again when a date changes.</p></section>"
    )
