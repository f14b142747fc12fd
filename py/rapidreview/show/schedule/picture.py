"""The schedule as a picture: days across, who acts down, and an agenda for a phone.

Both are hidden from screen readers, because the table beside them says the same.
Places are said by class (``d7`` the seventh day, ``w3`` three days wide, ``r2`` the
second row), because a page under a strict policy may not carry style attributes.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rapidreview.model import DERIVED
from rapidreview.say import MONTHS, WEEKDAYS, counted, day_of
from rapidreview.show.guesses import due_tags
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import status_tag
from rapidreview.show.parts import capital
from rapidreview.show.places import MOST_DAYS, place_css
from rapidreview.show.schedule.layout import (
    Item,
    Window,
    dated,
    gaps,
    rows_of,
    said,
    shown_on,
    window_of,
)

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.days import Calendar

LETTERS = "MTWTFSS"
NAMED = 4
"""A month narrower than this many days goes without its name."""
CSS = {"done": "done", "ended": "done", "overdue": "over"}


def picture(schedule: Schedule, calendar: Calendar) -> Html:
    """Return the picture and the agenda, or nothing when no deadline has a date."""
    deadlines = dated(schedule)
    if not deadlines:
        return NOTHING
    window = window_of(schedule, deadlines)
    drawn = [due for due in deadlines if window.holds(shown_on(due))]
    rows, lanes = rows_of(drawn, window)
    parts = [
        _days(window, calendar, schedule),
        *(_lane(place, who) for place, who in sorted(lanes.items())),
        *(
            _item(item, place, window, schedule)
            for place, row in enumerate(rows, 1)
            for item in row
        ),
        _today(schedule, window),
    ]
    left = len(deadlines) - len(drawn)
    more = f"{counted(left, 'date')} further off: see the table."
    note = el("p", more, css="pic-wide") if left else NOTHING
    css = f"axis {place_css(across=window.days, lanes=max(len(rows), 1))}"
    return el(
        "figure",
        el("div", *parts, css=css, aria_hidden="true"),
        agenda(schedule, calendar),
        el("figcaption", _key(), note),
        css="pic",
    )


def agenda(schedule: Schedule, calendar: Calendar) -> Html:
    """Return the same as a list for a narrow page, today and the bank holidays in their places."""
    rows = sorted(
        (shown_on(due), place, due) for place, due in enumerate(dated(schedule))
    )
    if not rows:
        return NOTHING
    entries = [(day, _agenda_due(due, day, schedule)) for day, _, due in rows]
    now, last = schedule.today, rows[-1][0]
    if now is not None and now < last:
        entries.append((now, _entry("now", now, "Today", "")))
    window = Window(rows[0][0], min((last - rows[0][0]).days + 1, MOST_DAYS))
    entries += [(first, _gap(first, end)) for first, end in gaps(window, calendar)]
    entries.sort(key=lambda entry: entry[0])  # what is on one day keeps its order
    return el("ol", *(entry for _, entry in entries), css="agenda", aria_hidden="true")


def _agenda_due(due: Due, day: date, schedule: Schedule) -> Html:
    planned = due.done_on is not None and due.state != "done"
    who = f"{due.who_label}, planned" if planned else due.who_label
    return _entry(_state(due, schedule), day, said(due), joined(who, _guess(due)))


def _gap(first: date, last: date) -> Html:
    """Return the line of days that no count of working days counts."""
    days = plain_day(last)
    if first != last:
        start = str(first.day) if first.month == last.month else plain_day(first)
        days = f"{start} to {days}"
    words = el("div", el("span", f"{days}: not counted as working days"))
    mark = el("span", css="agenda-day") + el("span")
    return el("li", mark, words, css="agenda-gap")


def _lane(place: int, who: str) -> Html:
    """Return the name of whoever acts, above the rows that are theirs."""
    at = place_css(lane=place)
    name = el("span", capital(who), css=f"axis-lane {at}")
    return name + _stroke(f"axis-rule {at}")


def _today(schedule: Schedule, window: Window) -> Html:
    if schedule.today is None or not window.holds(schedule.today):
        return NOTHING
    at = place_css(start=window.place(schedule.today))
    return el("span", "Today", css=f"axis-now {at}") + _stroke(f"axis-today {at}")


def _guess(due: Due) -> Html:
    """Return the tag where the date or whoever acts was worked out."""
    return status_tag(DERIVED) if any(due_tags(due)) else NOTHING


def _entry(state: str, day: date, what: str, who: str) -> Html:
    when = f"{WEEKDAYS[day.weekday()][:3]} {plain_day(day)}"
    return el(
        "li",
        el("span", when, css="agenda-day"),
        el("span", css="agenda-mark"),
        el("div", el("b", what), who),
        more={"class": f"agenda-{state}" if state else ""},
    )


def plain_day(day: date) -> str:
    """Return "25 Dec"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _stroke(css: str) -> Html:
    """Return a line or a bar without words."""
    return el("i", css=css)


def _state(due: Due, schedule: Schedule) -> str:
    """Return how a deadline is drawn: done, over, next, the end, or as any other."""
    if due.state in CSS:
        return CSS[due.state]
    return (
        "next" if due.id in schedule.next else "end" if due.id in schedule.last else ""
    )


def _item(item: Item, row: int, window: Window, schedule: Schedule) -> Html:
    state = _state(item.due, schedule)
    words = el("span", said(item.due), _guess(item.due), css="axis-words")
    mark = el("span", css="axis-mark")
    width = item.last - item.first + 1
    inner, side = (words + mark, " axis-left") if item.left else (mark + words, "")
    at = place_css(start=window.place(item.day), span=width, lane=row)
    css = f"axis-item{side} axis-{state} {at}" if state else f"axis-item{side} {at}"
    late = " axis-over" if state == "over" else ""
    return el("span", inner, css=css) + _allowed(item.due, row, window, late)


def _allowed(due: Due, row: int, window: Window, late: str) -> Html:
    """Return the bar of the time allowed, with a notch at the date to aim for."""
    if due.from_date is None or due.latest is None or due.state == "ended":
        return NOTHING
    ends = sorted((day_of(due.from_date), day_of(due.latest)))
    first, last = (window.inside(day) for day in ends)
    if first == last or due.direction == "before":
        return NOTHING
    at = place_css(start=first, span=last - first + 1, lane=row)
    bar = _stroke(f"axis-allowed{late} {at}")
    if due.aim_for is not None and window.holds(day_of(due.aim_for)):
        aim = window.place(day_of(due.aim_for))
        bar += _stroke(f"axis-aim{late} {place_css(start=aim, lane=row)}")
    return bar


def _days(window: Window, calendar: Calendar, schedule: Schedule) -> Html:
    parts = []
    for place in range(1, window.days + 1):
        day, at = window.first + timedelta(days=place - 1), place_css(start=place)
        if place == 1 or day.day == 1:
            length = min(window.days - place, _rest_of_month(day)) + 1
            name = f"{MONTHS[day.month - 1]} {day.year}" if length > NAMED else ""
            parts.append(
                el("span", name, css=f"axis-month {at} {place_css(span=length)}")
            )
        off = not calendar.first <= day <= calendar.last or not calendar.is_working(day)
        if off:
            kind = "holiday" if day in calendar.holidays else "off"
            parts.append(_stroke(f"axis-{kind} {at}"))
        mark = " axis-today-day" if day == schedule.today else ""
        mark = mark or (" axis-off-day" if off else "")
        letter = LETTERS[day.weekday()]
        parts.append(el("span", letter, css=f"axis-weekday {at}"))
        parts.append(el("span", str(day.day), css=f"axis-day{mark} {at}"))
    return every(parts)


def _rest_of_month(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - day).days - 1


def _key() -> Html:
    entries = (
        ("done", "done"),
        ("over", "overdue"),
        ("next", "next"),
        ("bar", "time allowed, notch at “aim for”"),
        ("off", "weekend"),
        ("holiday", "bank holiday"),
    )
    return el(
        "ul",
        *(_key_sign(css, words) for css, words in entries),
        css="key",
        role="list",
    )


def _key_sign(css: str, words: str) -> Html:
    """Return one sign of the key; those that the list for a phone has not are hidden there."""
    wide = "key-wide" if css in ("bar", "off", "holiday") else ""
    return el("li", _stroke(f"key-sign key-{css}"), words, css=wide)
