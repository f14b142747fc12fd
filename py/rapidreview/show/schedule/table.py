"""The table of dates: for each deadline what and who, when to aim for, the latest date, its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.dates import STATES
from rapidreview.say import counted, iso, sentence, short_date
from rapidreview.show.guesses import due_mark, due_tags
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import (
    icon,
    nowrap_last,
    silent,
    standing_tag,
    tag,
    time_element,
)
from rapidreview.show.parts import capital
from rapidreview.show.schedule.tally import worked_row

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.dates import Due, Schedule
    from rapidreview.say import Moment
    from rapidreview.show.sources import Sources

ROWS = {"done": "dt-done", "ended": "dt-done", "overdue": "dt-over", "today": "dt-next"}


def due_rows(due: Due, schedule: Schedule, sources: Sources) -> Html:
    """Return the row of a deadline, and one that opens on its working where it has a date."""
    css = ROWS.get(due.state, "dt-next" if due.id in schedule.next else "")
    mark = due_mark(due, sources)
    dated = due.latest is not None
    row = el(
        "tr",
        _head(due),
        _aim(due) + _latest(due, mark) if dated else _undated(due, mark),
        el("td", _state(due, schedule) if dated else NOTHING, css="dt-state"),
        more={"class": css, "data-deadline": due.id, "data-state": due.state},
    )
    return row + worked_row(due, sources) if dated else row


def _head(due: Due) -> Html:
    """Return what has to be done, and by whom."""
    national = due.national or due.status == "national"
    who = joined(
        who_acts(due),
        due_tags(due)[0],
        joined(" ", tag("national")) if national else NOTHING,
    )
    return el(
        "th",
        el("span", due.what, css="dt-what"),
        el("span", who, css="dt-who"),
        *(
            el("span", words, css="dt-who")
            for words in (due.applies, _unless(due))
            if words
        ),
        scope="row",
    )


def _unless(due: Due) -> str:
    return sentence(capital(due.unless))


def who_acts(due: Due) -> str:
    """Return who has to act, as a line of its own begins."""
    return capital(due.who_label or due.who.replace("-", " "))


def _undated(due: Due, mark: Html) -> Html:
    return el("td", _no_date(due, mark), css="dt-date dt-none", colspan=2)


def _no_date(due: Due, mark: Html) -> Html:
    """Return in place of the dates why there is none."""
    told = _told_instead(due)
    if told:
        guess = NOTHING if due.state == "ended" else due_tags(due)[1]
        return joined(el("span", nowrap_last(told, mark), css="mut"), guess)
    if due.words:
        return joined(silent(due.words), due_tags(due)[1], mark)
    missing = nowrap_last(due.missing or STATES["no-date"], mark)
    hoped = (
        el("span", due.forecast_says, css="dt-says")
        if due.forecast is not None
        else NOTHING
    )
    return joined(el("span", missing, css="mut"), due_tags(due)[1], hoped)


def _told_instead(due: Due) -> str:
    """Return what is told of one that needs no date today; "" where it lacks one."""
    by_state = {
        "ended": due.notes[-1] if due.notes else "",
        "aside": " ".join(due.aside.says),
        "not-in-force": due.in_force,
        "comes-round": " ".join(filter(None, (_round_words(due), due.in_force))),
    }
    return by_state.get(due.state, due.if_missed)


def _round_words(due: Due) -> str:
    return " ".join(filter(None, (due.words, due.rounds_say)))


def _when(moment: Moment, css: str) -> Html:
    return time_element(iso(moment), short_date(moment), f"dt-when {css}")


def _aim(due: Due) -> Html:
    if due.aim_for is None:
        return el("td", css="dt-date", data_l="Aim for")
    used = [
        item
        for item in due.readings
        if item.use != "rejected" and item.date is not None
    ]
    if due.aim_for == due.latest:
        words = "the same day" if len(used) == 1 else "the same day: the readings agree"
        same = el("span", words, css="dt-says")
        return el("td", same, css="dt-date dt-same", data_l="Aim for")
    off = _day_off(due, due.aim_for, due.aim_working_day)
    return el(
        "td",
        _when(due.aim_for, "aim-for"),
        el("span", due.aim_means, off, css="dt-says"),
        css="dt-date",
        data_l="Aim for",
    )


def _latest(due: Due, mark: Html) -> Html:
    if due.latest is None:
        return NOTHING
    guessed = due_tags(due)[1]
    standing = (
        joined(" ", standing_tag(due.standing)) if due.standing != "local" else guessed
    )
    words = joined(
        nowrap_last(_latest_words(due), mark),
        standing,
        _day_off(due, due.latest, due.latest_working_day),
        _national(due),
    )
    return el(
        "td",
        _when(due.latest, "latest"),
        el("span", words, css="dt-says"),
        css="dt-date",
        data_l="Latest",
    )


def _latest_words(due: Due) -> str:
    """Return which reading gives the latest date, and what else there is to know of it."""
    guessed = due_tags(due)[1]
    printed = f"The protocol says “{due.printed}”." if due.printed and guessed else ""
    told = (
        printed,
        due.limits,
        due.if_missed,
        due.rounds_say,
        due.cap,
        due.replaced,
        *due.otherwise,
        *due.aside.says,
        due.in_force,
        *due.notes,
    )
    more = [part for part in told if part]
    return " ".join([sentence(due.latest_means), *more]) if more else due.latest_means


def _national(due: Due) -> Html:
    """Return the national date where it is another, in words."""
    law = due.counterpart_latest
    if law is None or law == due.latest:
        return NOTHING
    return el("span", f"By the national rules it is {short_date(law)}.", css="dt-law")


def _day_off(due: Due, moment: Moment, working_day: date | None) -> Html:
    before = due.in_time(moment, working_day)
    if before is None:
        return NOTHING
    words = f"A day off: the last working day before is {short_date(before)}."
    return joined(" ", el("span", words, css="dt-dayoff"))


def _state(due: Due, schedule: Schedule) -> Html:
    """Return where a deadline stands, as a tag; nothing where its dates say it all."""
    left = f"in {counted(due.days_left, 'working day')}" if due.days_left else ""
    css, words = "", ""
    if due.state == "done" and due.done_on is not None:
        css, words = (
            " tag-done",
            joined(icon("check"), f" Done {short_date(due.done_on)}"),
        )
    elif due.state == "ended":
        words = "Ended"
    elif due.state == "overdue":
        css, words = " tag-over", "Overdue"
    elif due.done_on is not None:
        words = f"Planned {short_date(due.done_on)}"
    elif due.state == "today":
        css, words = " tag-next", "Due today"
    elif due.id in schedule.next:
        css, words = " tag-next", f"Next: {left}" if left else "Next"
    elif due.state == "later":
        words = left.capitalize()
    elif due.state != "dated":
        words = STATES.get(due.state, "")
    return el("span", words, css=f"tag{css}") if words else NOTHING
