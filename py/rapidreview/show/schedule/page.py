"""The schedule as a page shows it: the answer, the picture, every date, files to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import nowrap_last, status_tag, verify_tag
from rapidreview.show.parts import head, heading, not_read_html, section, ticks
from rapidreview.show.schedule.files import take_away
from rapidreview.show.schedule.picture import picture
from rapidreview.show.schedule.table import due_rows, who_acts

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.days import Calendar
    from rapidreview.model import Statement
    from rapidreview.show.sources import Sources

UNDATED: Final = {
    "waiting": ("Waiting for a date", "What is missing"),
    "round": ("Comes round", "When"),
    "silent": ("No time limit given", "What the source says"),
}
"""The kinds of deadlines without a date: what each is called, and what heads its words."""
STATE = el("span", "State", css="vh")
HOW_TO_READ = (
    "“Aim for” is the earliest date that a sensible reading of the words gives. “Latest” is the "
    "reading the handbook uses. A latest date is never moved later."
)


def schedule_html(schedule: Schedule, sources: Sources, calendar: Calendar) -> Html:
    """Return the whole result: answer cells, picture, tables, files."""
    rows = {
        group: [
            due_rows(due, schedule, sources)
            for due in schedule.deadlines
            if _group(due) == group
        ]
        for group in ("dated", "ended", *UNDATED)
    }
    return joined(
        el(
            "section",
            el("h2", f"The schedule for {schedule.name}", id="res", tabindex="-1"),
            not_read_html(schedule.not_read, sources.base),
            _entered(schedule),
            _three(schedule, calendar),
            _ended(schedule, sources),
            _conflicts(schedule, sources),
            _closed(schedule),
            picture(schedule, calendar),
            css="sec",
        ),
        section(
            "Every date",
            el("p", HOW_TO_READ, css="measure small mut"),
            _table(rows["dated"]),
            _assumed(schedule),
        ),
        _not_due(schedule, rows["ended"]),
        take_away(),
        _undated(rows),
        _rests_on(sources, calendar),
        sources.slips(),
    )


def _group(due: Due) -> str:
    """Return where a deadline stands: among the dates, ended, waiting for one, or without a limit."""
    if due.state in ("ended", "not-due", "not-in-force"):
        return "ended"
    if due.state == "comes-round":
        return "round"
    if due.latest is not None:
        return "dated"
    return "silent" if due.words else "waiting"


def _not_due(schedule: Schedule, rows: list[Html]) -> Html:
    """Return what has ended, never began, or is not in force, under one heading."""
    ended = all(
        due.state == "ended" for due in schedule.deadlines if _group(due) == "ended"
    )
    title = "No longer due" if ended else "Not due"
    return section(title, _table(rows)) if rows else NOTHING


def _table(rows: list[Html]) -> Html:
    if not rows:
        return NOTHING
    heads = head("What and who", "Aim for", "Latest", STATE)
    return el("table", heads, el("tbody", *rows), css="dt stack")


def _undated(rows: dict[str, list[Html]]) -> Html:
    """Return what has no date, each kind behind a line that says how many there are."""
    kinds = every(_folded(name, rows[name]) for name in UNDATED if rows[name])
    return section("Without a date", kinds) if kinds else NOTHING


def _folded(name: str, rows: list[Html]) -> Html:
    title, says = UNDATED[name]
    wide = el("th", says, scope="col", colspan=2)
    heads = el("tr", heading("What and who"), wide, heading(STATE))
    table = el(
        "table", el("thead", heads), el("tbody", *rows), css="dt stack dt-undated"
    )
    return el(
        "details",
        el("summary", el("span", f"{title}: {len(rows)}")),
        el("div", table, css="open-bare"),
        css="open open-counted",
    )


def _ended(schedule: Schedule, sources: Sources) -> Html:
    """Return what ended clocks, when, and what holds then."""
    return every(
        el(
            "div",
            el("h3", f"{item.label}: {long_date(item.date)}"),
            ticks(_says(one, sources) for one in item.says),
            css="wont wont-ended",
        )
        for item in schedule.ended
    )


def _says(one: Statement, sources: Sources) -> Html:
    mark = sources.mark(one.source, one.status)
    return nowrap_last(one.says, mark) + verify_tag(one.evidence)


def _entered(schedule: Schedule) -> Html:
    dates = [(item.label, short_date(item.date)) for item in schedule.given]
    if schedule.today:
        dates.append(("As at", short_date(schedule.today)))
    rows = (el("div", el("dt", name), el("dd", date)) for name, date in dates)
    return el("dl", *rows, css="paper paper-dates")


def _three(schedule: Schedule, calendar: Calendar) -> Html:
    """Return the answer before the picture: what is late, due today, next and last, each once."""
    cells = []
    told = set(schedule.overdue)
    late = [schedule.find(name) for name in schedule.overdue]
    if late:
        cells.append(_late(late, schedule, calendar))
    for css, title, names in (
        ("three-next", "Due today", schedule.due_today),
        ("three-next", "Next", schedule.next),
        ("", "Rapid review report", schedule.report),
        ("", "Last", schedule.last),
    ):
        items = [schedule.find(name) for name in names if name not in told]
        told.update(names)
        if items:
            cells.append(_dated(css, title, items))
    return el("div", *cells, css="three") if cells else NOTHING


def _late(items: list[Due], schedule: Schedule, calendar: Calendar) -> Html:
    """Return the cell of what is overdue, the longest overdue named."""
    first = items[0]
    title, was = "Overdue", ""
    if first.latest is not None and schedule.today is not None:
        try:
            days = calendar.between(day_of(first.latest), schedule.today)
        except PastHorizonError:
            days = 0
        title += f" by {counted(days, 'working day')}" if days else ""
        was = f"Was due {long_date(first.latest)}. "
    return _cell("three-over", title, first.what, f"{was}{who_acts(first)}.", items)


def _dated(css: str, title: str, items: list[Due]) -> Html:
    first = items[0]
    when = long_date(first.latest) if first.latest else ""
    return _cell(css, title, when, f"{first.what}: {who_acts(first)}.", items)


def _cell(css: str, title: str, big: str, small: str, items: list[Due]) -> Html:
    guess = status_tag(DERIVED) if any(due_tags(items[0])) else NOTHING
    more = f" And {number(len(items) - 1)} more." if len(items) > 1 else ""
    return el(
        "div",
        el("p", title, css="three-title"),
        el("b", big),
        el("p", small, guess, more, css="small"),
        css=css,
    )


def _conflicts(schedule: Schedule, sources: Sources) -> Html:
    if not schedule.conflicts:
        return NOTHING
    says = (
        nowrap_last(item.says, sources.mark(item.source)) for item in schedule.conflicts
    )
    return el("div", el("h3", "Look at this"), ticks(says), css="wont wont-warning")


def _closed(schedule: Schedule) -> Html:
    """Return the local closure days, and that they change no date."""
    if not schedule.closures:
        return NOTHING
    days = listed(short_date(day) for day in schedule.closures)
    return el(
        "p",
        el("b", "Closed locally:"),
        f" {days}. These are counted as working days all the same: they never make a limit later.",
        css="pic-closed",
    )


def _rests_on(sources: Sources, calendar: Calendar) -> Html:
    """Return the line at the foot of a printed sheet: which rules, read when, by what calendar."""
    if sources.partnership is None:
        return NOTHING
    protocols = listed(
        f"{item.title} (read {plain_date(read_moment(item.retrieved_on))})"
        for item in sources.partnership.documents
    )
    return el(
        "p",
        f"Rules: {protocols or 'no protocol read yet'}, and the national rules. In England {calendar.says()}. "
        "Worked out on the reader’s own device; nothing was sent or kept. Not legal advice.",
        css="paper",
    )


def _assumed(schedule: Schedule) -> Html:
    if not schedule.assumptions:
        return NOTHING
    return el("p", " ".join(schedule.assumptions), css="small mut measure")
