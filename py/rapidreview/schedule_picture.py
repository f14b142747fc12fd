"""The schedule as a picture: days across, who acts down, and an agenda for a phone.

Both are hidden from screen readers, because the table beside them says the same.
Places are SVG attributes and never styles, so that a strict policy for styles holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rapidreview.markup import esc
from rapidreview.words import MONTHS, counted, day_of

if TYPE_CHECKING:
    from rapidreview.deadlines import Due
    from rapidreview.schedule import Schedule
    from rapidreview.workdays import Calendar

NAMES = 170
"""Units kept for the names of those who act."""
WIDTH = 1176
LANE = 34
TOP = 58
MOST_DAYS = 46
LONGEST_LABEL = 38
SATURDAY = 5
LETTERS = "MTWTFSS"
CSS = {"done": "done", "overdue": "over", "passed": "over"}


@dataclass(frozen=True)
class Window:
    """The days that the picture shows, and how wide each is."""

    first: date
    days: int

    @property
    def step(self) -> float:
        """Units across for one day."""
        return (WIDTH - NAMES) / self.days

    def left(self, day: date) -> float:
        """Return where ``day`` begins, kept inside the picture."""
        place = min(max((day - self.first).days, 0), self.days - 1)
        return NAMES + place * self.step

    def holds(self, day: date) -> bool:
        """Return whether ``day`` is shown."""
        return 0 <= (day - self.first).days < self.days


def shown(schedule: Schedule) -> list[Due]:
    """Return the deadlines with a date, the ones that have their place in the picture."""
    return [due for due in schedule.deadlines if due.latest is not None]


def picture(schedule: Schedule, calendar: Calendar) -> str:
    """Return the picture for a wide page, or nothing when no deadline has a date."""
    dated = shown(schedule)
    if not dated:
        return ""
    days = [day_of(item.date) for item in schedule.given] + [
        day_of(due.latest) for due in dated if due.latest
    ]
    first = min(days) - timedelta(days=1)
    inside = [day for day in days if (day - first).days < MOST_DAYS]
    window = Window(first, max((max(inside) - first).days + 2, 14))
    lanes = list(
        dict.fromkeys(due.who_label for due in dated if window.holds(_end(due)))
    )
    height = TOP + LANE * len(lanes)
    parts = [_shading(window, calendar, height), _axis(window)]
    for place, lane in enumerate(lanes):
        y = TOP + LANE * place
        parts.append(f'<path class="pl" d="M0 {y}H{WIDTH}"/>')
        parts.append(
            f'<text class="who" x="0" y="{y + 15}">{esc(_short(lane, 24))}</text>'
        )
        row = [
            due for due in dated if due.who_label == lane and window.holds(_end(due))
        ]
        parts.extend(_item(due, window, y, schedule) for due in row)
    if schedule.today and window.holds(schedule.today):
        x = window.left(schedule.today) + window.step / 2
        parts.append(
            f'<path class="today" d="M{x:.1f} 16V{height}"/><text class="todayt" x="{x:.1f}" y="11">Today</text>'
        )
    later = [due for due in dated if not window.holds(_end(due))]
    note = (
        f"<p>{counted(len(later), 'later date')} not drawn: see the table.</p>"
        if later
        else ""
    )
    return (
        f'<figure class="pic"><svg class="plan" viewBox="0 0 {WIDTH} {height}" aria-hidden="true">'
        f"{''.join(parts)}</svg>{agenda(schedule)}<figcaption>{_key()}{note}</figcaption></figure>"
    )


def agenda(schedule: Schedule) -> str:
    """Return the same as a list for a narrow page, today in its place."""
    rows = sorted(
        (
            (day_of(due.latest), place, due)
            for place, due in enumerate(shown(schedule))
            if due.latest
        ),
        key=lambda row: row[:2],
    )
    items = []
    told = schedule.today is None
    for day, _, due in rows:
        if not told and schedule.today and day > schedule.today:
            items.append(_agenda_item("now", _brief(schedule.today), "Today", ""))
            told = True
        css = CSS.get(
            due.state,
            "next"
            if due.id in schedule.next
            else "end"
            if due.id in schedule.last
            else "",
        )
        items.append(_agenda_item(css, _brief(day), due.what, due.who_label))
    return f'<ol class="agenda" aria-hidden="true">{"".join(items)}</ol>'


def _agenda_item(css: str, day: str, what: str, who: str) -> str:
    return f'<li class="{css}"><span class="d">{day}</span><span class="m"></span><div><b>{esc(what)}</b>{esc(who)}</div></li>'


def _brief(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _end(due: Due) -> date:
    return day_of(due.latest) if due.latest else date.min


def _shading(window: Window, calendar: Calendar, height: int) -> str:
    parts = []
    for place in range(window.days):
        day = window.first + timedelta(days=place)
        if not calendar.first <= day <= calendar.last or calendar.is_working(day):
            continue
        x = window.left(day)
        holiday = day in calendar.holidays
        parts.append(
            f'<rect class="off" x="{x:.1f}" y="18" width="{window.step:.1f}" height="{height - 18}"/>'
        )
        if holiday:
            lines = "".join(
                f"M{x:.1f} {y}l{window.step:.1f} -{window.step:.1f}"
                for y in range(30, height, 9)
            )
            parts.append(f'<path class="hol" d="{lines}"/>')
    return "".join(parts)


def _axis(window: Window) -> str:
    parts = []
    every = 1 if window.step >= 18 else 7
    for place in range(window.days):
        day = window.first + timedelta(days=place)
        x = window.left(day) + window.step / 2
        if place == 0 or day.day == 1:
            parts.append(
                f'<text class="mon" x="{window.left(day) + 2:.1f}" y="11">{MONTHS[day.month - 1]} {day.year}</text>'
            )
        if every == 1:
            parts.append(
                f'<text class="dow" x="{x:.1f}" y="32">{LETTERS[day.weekday()]}</text>'
            )
        if every == 1 or day.weekday() == 0:
            css = "dom x" if day.weekday() >= SATURDAY else "dom"
            parts.append(f'<text class="{css}" x="{x:.1f}" y="49">{day.day}</text>')
    return "".join(parts)


def _item(due: Due, window: Window, y: int, schedule: Schedule) -> str:
    end = _end(due)
    start = day_of(due.from_date) if due.from_date else end
    start, last = min(start, end), max(start, end)
    middle = window.step / 2
    x, x0, x1 = (window.left(day) + middle for day in (end, start, last))
    css = CSS.get(due.state, "next" if due.id in schedule.next else "later")
    bar = (
        f'<path class="bar {css}" d="M{x0:.1f} {y + 25}H{x1:.1f}"/>'
        if x1 - x0 > 1
        else ""
    )
    if due.aim_for is not None and day_of(due.aim_for) != end:
        at = window.left(day_of(due.aim_for)) + middle
        bar += f'<path class="notch {css}" d="M{at:.1f} {y + 21}v8"/>'
    if css == "over":
        mark = (
            f'<rect class="m over" x="{x - 6:.1f}" y="{y + 5}" width="12" height="12"/>'
        )
    else:
        mark = f'<circle class="m {css}" cx="{x:.1f}" cy="{y + 11}" r="6"/>'
    text = esc(_short(due.what, LONGEST_LABEL))
    if x > WIDTH - 240:
        label = (
            f'<text class="what {css} left" x="{x - 11:.1f}" y="{y + 15}">{text}</text>'
        )
    else:
        label = f'<text class="what {css}" x="{x + 11:.1f}" y="{y + 15}">{text}</text>'
    return bar + mark + label


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _key() -> str:
    entries = (
        ("done", "done"), ("over", "overdue"), ("next", "next"), ("bar", "time allowed, notch at “aim for”"),
        ("off", "weekend"), ("hol", "bank holiday"),
    )  # fmt: skip
    items = "".join(
        f'<li><i class="k k-{css}"></i>{words}</li>' for css, words in entries
    )
    return f'<ul class="key" role="list">{items}</ul>'
