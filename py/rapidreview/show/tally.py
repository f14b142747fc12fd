"""How a date was worked out, as a page shows it: a cell for each day, and why in three columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidreview.say import MONTHS, counted, day_of, iso, listed, sentence, short_date
from rapidreview.show.guesses import due_mark, due_says
from rapidreview.show.marks import esc, time_element

if TYPE_CHECKING:
    from rapidreview.dates import Due, ReadingDate
    from rapidreview.days import Day, Working
    from rapidreview.say import Moment
    from rapidreview.show.sources import Sources

USES = {"latest": "used: latest", "aim": "used: aim for", "rejected": "Not used"}
WEEKEND = ("Saturday", "Sunday")


def worked_row(due: Due, sources: Sources) -> str:
    """Return the table row that opens on the working of a deadline's dates."""
    when = short_date(due.latest) if due.latest else ""
    readings = ""
    if len(due.readings) > 1:
        items = "".join(_reading(item, due) for item in due.readings)
        readings = f'<ul class="readings" role="list">{items}</ul>'
    return (
        f'<tr class="work"><td colspan="4"><details class="open"><summary><span>How {esc(when)} was counted'
        f'<span class="vh">: {esc(due.what)}</span></span></summary><div class="bare">'
        f'<div class="worked">{_main(due, sources)}</div>{_others(due)}'
        f"{readings}</div></details></td></tr>"
    )


def _used(due: Due) -> ReadingDate | None:
    """Return the reading that gave the latest date, or None where another limit did."""
    return next((r for r in due.readings if r.working == due.working), None)


def _main(due: Due, sources: Sources) -> str:
    used = _used(due)
    assumed = [due.latest_means, due.cap, due.replaced, *due.notes]
    if due.printed:
        assumed.insert(1, f"Printed: “{due.printed}”")
    assumed += [_counts_as(due.from_, sources), due_says(due)]
    first = used.first if used else None
    return _columns(due.working, assumed, first, due_mark(due, sources))


def _counts_as(event: str, sources: Sources) -> str:
    """Return what counts as the event that starts the clock, where the source leaves it open."""
    own = sources.partnership.events if sources.partnership else ()
    known = {item.id: item for item in (*sources.national.events, *own)}
    return known[event].counts_as if event in known else ""


def _others(due: Due) -> str:
    """Return the working of every accepted reading that gives another date."""
    return "".join(
        f'<div class="worked">{_columns(item.working, [item.means, item.assumed], item.first, "")}</div>'
        for item in due.readings
        if item.use == "aim" and item.date not in (None, due.latest)
    )


def _columns(
    working: Working, assumed: list[str], first: Moment | None, mark: str
) -> str:
    title = f"<h3>{esc(working.title)}</h3>" if working.title else ""
    start = working.text.partition(" Not counted: ")[0]
    if working.rule:
        start += f" Rule: {sentence(working.rule)}"
    says = " ".join(dict.fromkeys(sentence(part) for part in assumed if part))
    parts = [
        ("Counted from", esc(start) + mark),
        ("Not counted", esc(_skipped(working))),
    ]
    parts.append(("Assumed", esc(says)))
    columns = "".join(
        f'<div><h4>{name}</h4><p class="small">{text}</p></div>'
        for name, text in parts
        if text
    )
    return f'{title}{count_html(working, first)}<div class="rsn">{columns}</div>'


def _skipped(working: Working) -> str:
    """Return which days were not counted: how many at weekends, and each bank holiday."""
    if not working.days:
        return "Nothing is left out: days off count." if working.title else ""
    skipped = [day for day in working.days if day.skipped]
    if not skipped:
        return "No day in between is left out."
    kinds = Counter(day.skipped in WEEKEND for day in skipped)
    parts = [counted(kinds[True], "weekend day")] if kinds[True] else []
    if kinds[False]:
        named = listed(
            f"{day.skipped} ({short_date(day.on)})"
            for day in skipped
            if day.skipped not in WEEKEND
        )
        parts.append(f"{counted(kinds[False], 'bank holiday')}: {named}")
    return sentence(", and ".join(parts))


def _reading(item: ReadingDate, due: Due) -> str:
    if item.date is None:
        when = "" if item.use == "rejected" else esc(item.missing)
    else:
        window = item.first is not None and item.first != item.date
        first = f"{esc(short_date(item.first))} to " if window and item.first else ""
        when = first + time_element(iso(item.date), short_date(item.date))
    says = " ".join(sentence(p) for p in (item.means, item.why, item.assumed) if p)
    use = USES[item.use]
    if item.use == "latest" and item.date != due.latest:
        use = "not the date that holds now"
    date = f"<b>{when}</b> " if when else ""
    return (
        f'<li class="u-{item.use}">{date}<span class="use">{use}</span>'
        f'<span class="as">{esc(says)}</span></li>'
    )


def count_html(working: Working, first: Moment | None = None) -> str:
    """Return the days of a working as cells, counted or skipped; "" where none is counted.

    ``first`` is the day on which a window opens.
    """
    if not working.days:
        return ""
    opens = day_of(first) if first is not None else None
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
        css, inner = _cell(day)
        if day.on == opens and not day.due:
            css = f"{css} f".strip()
            inner += '<span class="vh">, when the window opens</span>'
        if day.closure:
            css = f"{css} c".strip()
            inner += '<span class="vh">, closed locally</span>'
        cells += (
            f'<li class="{css}"><span class="w">{day.weekday[:3]}</span>'
            f'<span class="d">{name}{day.on.day}</span>{inner}</li>'
        )
    return f'<ol class="count" role="list">{pads}{cells}</ol>'


def _cell(day: Day) -> tuple[str, str]:
    """Return the class of a day's cell, and what stands under its date."""
    if day.start and not day.number:
        end = " z" if day.due else ""
        return (
            f"s{end}",
            '<span class="n"><span class="vh">start, not counted</span></span>',
        )
    if day.skipped and not day.due:
        css = "x" if day.skipped in WEEKEND else "x h"
        return css, (
            '<span class="n" aria-hidden="true">–</span>'
            f'<span class="vh">{esc(day.skipped)}, not counted</span>'
        )
    if not day.number:
        return "z", '<span class="n"><span class="vh">due, not counted</span></span>'
    return "z" if day.due else "", (
        f'<span class="n"><span class="vh">counted as day </span>{day.number}</span>'
    )
