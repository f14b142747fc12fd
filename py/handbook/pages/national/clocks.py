"""The national clocks with their readings, and how days are counted, worked out by the engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.statements import lines
from rapidreview.dates import Known, date_deadline
from rapidreview.say import Nouns, iso, limit_words, long_date, read_moment, short_date
from rapidreview.show import (
    count_html,
    due,
    esc,
    nowrap_last,
    silent,
    standing_tag,
    time_element,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.national.frame import Shelf
    from handbook.read.library import Library
    from rapidreview.dates import Due
    from rapidreview.days import Calendar
    from rapidreview.model import DateExample, Deadline, National

USES = {"latest": "Used here", "aim": "Aim for", "rejected": "Not used"}
ROOT = Path(__file__).resolve().parents[4]


def clocks_page(library: Library) -> Page:
    """Return the page of the national clocks: limit, who sets it, how its words are read."""
    lead = "Two duties to notify are in Acts, and neither Act gives a number of days. Each clock says who set it."
    national = library.national

    def body(shelf: Shelf) -> str:
        nouns = Nouns(national)
        rows: list[tuple[str, ...]] = [
            (
                f'<a href="#{one.id}">{esc(one.what)}</a>',
                _limit(one, nouns),
                esc(actor(one.who, national)),
                standing_tag(one.standing),
            )
            for one in national.deadlines
        ]
        first = {one.from_: one.id for one in reversed(national.deadlines)}
        entries = "".join(
            _entry(one, national, shelf, first[one.from_]) for one in national.deadlines
        )
        return (
            section(
                "By when",
                table(("What", "By when", "Who", "Set by"), rows, "stack rules"),
            )
            + section("One by one", entries, "one-by-one")
            + topics_html(library, "clocks", shelf)
        )

    return national_page(library, "clocks", lead, body)


def counting_page(library: Library) -> Page:
    """Return the page of the counting rules, with worked examples from the engine."""
    lead = (
        "Which day is day 1, which days are skipped, and what that makes of real dates."
    )
    national = library.national

    def body(shelf: Shelf) -> str:
        rules = "".join(
            f'<div class="entry"><h3 id="{one.id}">{esc(one.name)}</h3><p class="measure">'
            f"{nowrap_last(one.says, shelf.national.mark(one.source))}{verify_tag(one.evidence)}</p></div>"
            for one in national.counting
        )
        worked = "".join(
            _example(one, national, library.calendar) for one in national.date_examples
        )
        calendar = library.calendar
        known = f"Bank holidays are known up to {long_date(calendar.last)}. A date beyond is refused, not guessed."
        return (
            section("The rules of counting", rules, "rules")
            + topics_html(library, "counting", shelf)
            + section("More dates, day by day", worked, "worked", known)
        )

    return national_page(library, "counting", lead, body)


def actor(name: str, national: National) -> str:
    """Return who a national deadline falls to, in words."""
    if name == "panel":
        return national.panel_name
    return name.replace("-", " ").capitalize()


def _limit(deadline: Deadline, nouns: Nouns) -> str:
    words = limit_words(deadline, nouns)
    return due(words) if words else silent("No time limit given")


def _entry(deadline: Deadline, national: National, shelf: Shelf, first: str) -> str:
    mark = shelf.national.mark(deadline.source)
    readings = "".join(
        f"<p><b>{USES[one.use]}:</b> {esc(one.means)} {esc(one.why)}</p>"
        for one in deadline.readings
    )
    later = "".join(
        f"<p>{nowrap_last(one.says, shelf.national.mark(one.source))}</p>"
        for one in deadline.replaced_by
    )
    rows = [
        ("By when", _limit(deadline, Nouns(national))),
        (
            "No number",
            silent(" ".join(deadline.no_time.split())) if deadline.no_time else "",
        ),
        ("Who", esc(actor(deadline.who, national))),
        ("Only", esc(deadline.applies)),
        ("Clock", _start(deadline, national, first)),
        ("How it is read", readings),
        ("A later date", later),
        ("Set by", standing_tag(deadline.standing)),
    ]
    title = nowrap_last(deadline.what, mark)
    return f'<div class="entry"><h3 id="{deadline.id}">{title}</h3>{lines(rows)}</div>'


def _start(deadline: Deadline, national: National, first: str) -> str:
    """Return the event that starts a clock. What counts as it stands at the ``first`` clock only."""
    start = next((one for one in national.events if one.id == deadline.from_), None)
    if start is None:
        return ""
    if not start.counts_as:
        return esc(f"{start.label}.")
    if deadline.id != first:
        return f'{esc(start.label)}, <a href="#{first}">as above</a>.'
    return esc(f"{start.label}. {start.counts_as}")


def _example(example: DateExample, national: National, calendar: Calendar) -> str:
    known = Known(
        calendar=calendar,
        rules={one.id: one for one in national.counting},
        events={one.id: one for one in national.events},
        moments={name: read_moment(day) for name, day in example.given.items()},
    )
    dated = [
        date_deadline(one, known)
        for one in national.deadlines
        if one.id in example.due or one.id in example.aim
    ]
    groups: dict[tuple[str, str, str], list[Due]] = {}
    for one in dated:
        if one.latest is not None:
            aim = iso(one.aim_for) if one.aim_for else ""
            groups.setdefault((one.from_, iso(one.latest), aim), []).append(one)
    rows = [_dates(group) for group in groups.values()]
    counts = "".join(_count(group[0]) for group in groups.values())
    heads = ("What", "Counted from", "Aim for", "Latest")
    return (
        f'<div class="entry"><h3>{esc(example.name)}</h3>{table(heads, rows, "stack rules")}'
        f'<details class="open"><summary><span>Day by day<span class="vh">: {esc(example.name)}</span></span></summary>'
        f'<div class="bare">{counts}</div></details></div>'
    )


def _dates(group: list[Due]) -> tuple[str, ...]:
    first = group[0]
    what = "<br>".join(esc(one.what) for one in group)
    start = (
        time_element(iso(first.from_date), short_date(first.from_date))
        if first.from_date
        else ""
    )
    aim = (
        time_element(iso(first.aim_for), short_date(first.aim_for))
        if first.aim_for
        else ""
    )
    latest = (
        time_element(iso(first.latest), short_date(first.latest))
        if first.latest
        else ""
    )
    return what, start, aim, f"<b>{latest}</b>"


def _count(item: Due) -> str:
    return (
        f'<div class="worked"><h4>{esc(item.what)}</h4>{count_html(item.working)}'
        f"<p>{esc(item.working.text)}</p></div>"
    )
