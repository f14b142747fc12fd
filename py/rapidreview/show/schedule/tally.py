"""How a date was worked out, as a page shows it: a cell for each day, and why in three columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import MONTHS, counted, day_of, iso, listed, sentence, short_date
from rapidreview.show.guesses import due_mark, due_says
from rapidreview.show.html import NOTHING, Html, el, every, joined, text
from rapidreview.show.marks import time_element

if TYPE_CHECKING:
    from rapidreview.dates import Due, ReadingDate
    from rapidreview.days import Day, Working
    from rapidreview.say import Moment
    from rapidreview.show.sources import Sources

USES = {"latest": "used: latest", "aim": "used: aim for", "rejected": "Not used"}


def worked_row(due: Due, sources: Sources) -> Html:
    """Return the table row that opens on the working of a deadline's dates."""
    title = el("span", "How this was counted", el("span", f": {due.what}", css="vh"))
    working = joined(
        el("div", _main(due, sources), css="worked"), _others(due), _readings(due)
    )
    opened = el(
        "details", el("summary", title), el("div", working, css="open-bare"), css="open"
    )
    return el("tr", el("td", opened, colspan=4), css="dt-work")


def _used(due: Due) -> ReadingDate | None:
    """Return the reading that gave the latest date, or None where another limit did."""
    return next((r for r in due.readings if r.working == due.working), None)


def _main(due: Due, sources: Sources) -> Html:
    used = _used(due)
    assumed = [due.latest_means, due.limits, due.cap, due.replaced]
    assumed += [*due.otherwise, *due.notes]
    if due.printed:
        assumed.insert(1, f"The protocol says “{due.printed}”")
    assumed += [_counts_as(due.from_, sources), due_says(due)]
    first = used.first if used else None
    return _columns(due.working, assumed, first, due_mark(due, sources))


def _counts_as(event: str, sources: Sources) -> str:
    """Return what counts as the event that starts the clock, where the source leaves it open."""
    own = sources.partnership.events if sources.partnership else ()
    known = {item.id: item for item in (*sources.national.events, *own)}
    return known[event].counts_as if event in known else ""


def _others(due: Due) -> Html:
    """Return the working of every accepted reading that gives another date."""
    return every(
        el(
            "div",
            _columns(item.working, [item.means, item.assumed], item.first),
            css="worked",
        )
        for item in due.readings
        if item.use == "aim" and item.date not in (None, due.latest)
    )


def _columns(
    working: Working,
    assumed: list[str],
    first: Moment | None,
    mark: Html = NOTHING,
) -> Html:
    start = working.says
    if working.rule:
        start += f" Rule: {sentence(working.rule)}"
    says = " ".join(dict.fromkeys(sentence(part) for part in assumed if part))
    parts = (
        ("Counted from", joined(start, mark)),
        ("Not counted", _skipped(working)),
        ("Assumed", says),
    )
    columns = every(
        el("div", el("h4", name), el("p", words, css="small"))
        for name, words in parts
        if words
    )
    return joined(
        el("h3", working.title) if working.title else NOTHING,
        count_html(working, first),
        el("div", columns, css="worked-why"),
    )


def _skipped(working: Working) -> str:
    """Return which days were not counted: how many at weekends, and each bank holiday."""
    if not working.days:
        return "Nothing is left out: days off count." if working.title else ""
    skipped = [day for day in working.days if day.skipped]
    if not skipped:
        return "No day in between is left out."
    holidays = [day for day in skipped if not day.weekend]
    weekend = len(skipped) - len(holidays)
    parts = [counted(weekend, "weekend day")] if weekend else []
    if holidays:
        named = listed(f"{day.skipped} ({short_date(day.on)})" for day in holidays)
        parts.append(f"{counted(len(holidays), 'bank holiday')}: {named}")
    return sentence(", and ".join(parts))


def _readings(due: Due) -> Html:
    """Return every reading of the words with its date, where there is more than one."""
    if not due.readings[1:]:
        return NOTHING
    read = every(_reading(item, due) for item in due.readings)
    return el("ul", read, css="worked-readings", role="list")


def _reading(item: ReadingDate, due: Due) -> Html:
    says = " ".join(sentence(p) for p in (item.means, item.why, item.assumed) if p)
    use = USES[item.use]
    if item.use == "latest" and item.date != due.latest:
        use = "not the date that holds now"
    when = _reading_date(item)
    return el(
        "li",
        joined(el("b", when), " ") if when else NOTHING,
        el("span", use, css="worked-use"),
        el("span", says, css="worked-says"),
        css=f"u-{item.use}",
    )


def _reading_date(item: ReadingDate) -> Html:
    """Return the date that a reading gives, or why it gives none."""
    if item.date is None:
        return NOTHING if item.use == "rejected" else text(item.missing)
    window = item.first is not None and item.first != item.date
    first = f"{short_date(item.first)} to " if window and item.first else ""
    return joined(first, time_element(iso(item.date), short_date(item.date)))


def count_html(working: Working, first: Moment | None = None) -> Html:
    """Return the days of a working as cells, counted or skipped; nothing where none is counted.

    ``first`` is the day on which a window opens.
    """
    if not working.days:
        return NOTHING
    opens = day_of(first) if first is not None else None
    pads = el("li", css="count-pad", aria_hidden="true") * working.days[0].on.weekday()
    cells = []
    month = 0
    for day in working.days:
        cells.append(_cell(day, opens=day.on == opens, named=day.on.month != month))
        month = day.on.month
    return el("ol", pads, *cells, css="count", role="list")


def _cell(day: Day, *, opens: bool, named: bool) -> Html:
    """Return one day: its weekday, its date, and whether it counts."""
    css, inner = _counted(day)
    if opens and not day.due:
        css = f"{css} count-first".strip()
        inner += _unseen(", when the window opens")
    if day.closure:
        css = f"{css} count-closed".strip()
        inner += _unseen(", closed locally")
    month = el("span", f"{MONTHS[day.on.month - 1][:3]} ", css="count-month")
    return el(
        "li",
        el("span", day.weekday[:3], css="count-weekday"),
        el("span", month if named else NOTHING, str(day.on.day), css="count-day"),
        inner,
        more={"class": css},
    )


def _counted(day: Day) -> tuple[str, Html]:
    """Return the class of a day's cell, and what stands under its date."""
    if day.start and not day.number:
        end = " count-due" if day.due else ""
        return f"count-start{end}", el(
            "span", _unseen("start, not counted"), css="count-number"
        )
    if day.skipped and not day.due:
        dash = el("span", "–", css="count-number", aria_hidden="true")
        css = "count-off" if day.weekend else "count-off count-holiday"
        return css, dash + _unseen(f"{day.skipped}, not counted")
    if not day.number:
        return "count-due", el("span", _unseen("due, not counted"), css="count-number")
    number = el("span", _unseen("counted as day "), str(day.number), css="count-number")
    return "count-due" if day.due else "", number


def _unseen(words: str) -> Html:
    """Return words for those who do not see the page."""
    return el("span", words, css="vh")
