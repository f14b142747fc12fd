"""The national clocks with their readings, and how days are counted, worked out by the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import section, table
from handbook.pages.national.topics import national_page, topics_html
from handbook.pages.statements import lines
from handbook.pages.tools.home import national_clocks
from rapidreview.dates import Known, date_deadline
from rapidreview.model import Nouns
from rapidreview.say import iso, limit_words, long_date, read_moment, short_date
from rapidreview.show import (
    NOTHING,
    Html,
    count_html,
    due,
    el,
    every,
    joined,
    nowrap_last,
    silent,
    standing_tag,
    text,
    time_element,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.dates import Due
    from rapidreview.model import Counting, DateExample, Deadline, National
    from rapidreview.say import Moment
    from rapidreview.show import Sources

USES = {"latest": "Used here", "aim": "Aim for", "rejected": "Not used"}


def clocks_page(library: Library) -> Page:
    """Return the page of the national clocks: limit, who sets it, how its words are read."""
    lead = "Two duties to notify are in Acts, and neither Act gives a number of days. Each clock says who set it."
    national = library.national

    def body(sources: PageSources) -> Html:
        nouns = Nouns(national)
        heads = ("What", "By when", "Who", "Set by")
        rows = [_row(one, national, nouns) for one in national.deadlines]
        first = {one.from_: one.id for one in reversed(national.deadlines)}
        entries = (
            _entry(one, nouns, sources, first[one.from_]) for one in national.deadlines
        )
        return joined(
            section("The way of a case", national_clocks(library.law)),
            section("By when", table(heads, rows, "stack rules")),
            section("One by one", every(entries), "one-by-one"),
            topics_html(sources, "clocks"),
        )

    return national_page(library, "clocks", lead, body)


def _row(deadline: Deadline, national: National, nouns: Nouns) -> tuple[Html, ...]:
    return (
        el("a", deadline.what, href=f"#{deadline.id}"),
        _limit(deadline, nouns),
        text(actor(deadline.who, national)),
        standing_tag(deadline.standing),
    )


def counting_page(library: Library) -> Page:
    """Return the page of the counting rules, with worked examples from the engine."""
    lead = (
        "Which day is day 1, which days are skipped, and what that makes of real dates."
    )
    national = library.national
    last = long_date(library.calendar.last)
    known = (
        f"Bank holidays are known up to {last}. A date beyond is refused, not guessed."
    )

    def body(sources: PageSources) -> Html:
        rules = every(_rule(one, sources.national) for one in national.counting)
        worked = every(_example(one, library) for one in national.date_examples)
        return joined(
            section("The rules of counting", rules, "rules"),
            _house(national, sources.national),
            topics_html(sources, "counting"),
            section("More dates, day by day", worked, "worked", known),
        )

    return national_page(library, "counting", lead, body)


def _rule(rule: Counting, sources: Sources) -> Html:
    says = nowrap_last(rule.says, sources.mark(rule.source))
    return el(
        "div",
        el("h3", rule.name, id=rule.id),
        el("p", says, verify_tag(rule.evidence), css="measure"),
        css="entry",
    )


def _house(national: National, sources: Sources) -> Html:
    """Return how limits are read whose source does not say how they are counted."""
    if not national.house_readings:
        return NOTHING
    names = {one.id: one.name for one in national.counting}
    entries = every(
        el(
            "div",
            el("h3", one.title, id=f"house-{one.id}"),
            el(
                "p",
                nowrap_last(one.says, sources.mark(one.source)),
                verify_tag(one.evidence),
                css="measure",
            ),
            lines(
                [
                    ("Latest", text(f"{names[one.latest]}.")),
                    ("Aim for", text(f"{names[one.aim]}." if one.aim else "")),
                ]
            ),
            css="entry",
        )
        for one in national.house_readings
    )
    return section("Where the source does not say", entries, "house")


def actor(name: str, national: National) -> str:
    """Return who a national deadline falls to, in words."""
    if name == "panel":
        return national.panel_name
    return name.replace("-", " ").capitalize()


def _limit(deadline: Deadline, nouns: Nouns) -> Html:
    words = limit_words(deadline, nouns)
    return due(words) if words else silent("No time limit given")


def _entry(deadline: Deadline, nouns: Nouns, sources: PageSources, first: str) -> Html:
    mark = sources.national.mark(deadline.source)
    readings = every(
        el("p", el("b", f"{USES[one.use]}:"), f" {one.means} {one.why}")
        for one in deadline.readings
    )
    later = every(
        el("p", nowrap_last(one.says, sources.national.mark(one.source)))
        for one in deadline.replaced_by
    )
    no_time = " ".join(deadline.no_time.split())
    rows = [
        ("By when", _limit(deadline, nouns)),
        ("No number", silent(no_time) if no_time else NOTHING),
        ("Who", text(actor(deadline.who, sources.library.national))),
        ("Only", text(deadline.applies)),
        ("Clock", _start(deadline, sources, first)),
        ("How it is read", readings),
        ("A later date", later),
        ("Set by", standing_tag(deadline.standing)),
    ]
    title = el("h3", nowrap_last(deadline.what, mark), id=deadline.id)
    return el("div", title, lines(rows), css="entry")


def _start(deadline: Deadline, sources: PageSources, first: str) -> Html:
    """Return the event that starts a clock. What counts as it stands at the ``first`` clock only."""
    start = sources.law.events.get(deadline.from_)
    if start is None:
        return NOTHING
    if not start.counts_as:
        return text(f"{start.label}.")
    if deadline.id != first:
        above = el("a", "as above", href=f"#{first}")
        return joined(f"{start.label}, ", above, ".")
    return text(f"{start.label}. {start.counts_as}")


def _example(example: DateExample, library: Library) -> Html:
    law = library.law
    known = Known(
        calendar=library.calendar,
        rules=law.counting,
        events=law.events,
        moments={name: read_moment(day) for name, day in example.given.items()},
    )
    groups: dict[tuple[str, str, str], list[Due]] = {}
    for name, deadline in law.deadlines.items():
        if name in example.due or name in example.aim:
            one = date_deadline(deadline, known)
            if one.latest is not None:
                aim = iso(one.aim_for) if one.aim_for else ""
                groups.setdefault((one.from_, iso(one.latest), aim), []).append(one)
    heads = ("What", "Counted from", "Aim for", "Latest")
    rows = [_dates(group) for group in groups.values()]
    day_by_day = el("span", "Day by day", el("span", f": {example.name}", css="vh"))
    counts = every(_count(group[0]) for group in groups.values())
    return el(
        "div",
        el("h3", example.name),
        table(heads, rows, "stack rules"),
        el(
            "details",
            el("summary", day_by_day),
            el("div", counts, css="open-bare"),
            css="open",
        ),
        css="entry",
    )


def _dates(group: list[Due]) -> tuple[Html, ...]:
    first = group[0]
    what = every((one.what for one in group), el("br"))
    latest = el("b", _moment(first.latest))
    return what, _moment(first.from_date), _moment(first.aim_for), latest


def _moment(moment: Moment | None) -> Html:
    return time_element(iso(moment), short_date(moment)) if moment else NOTHING


def _count(item: Due) -> Html:
    return el(
        "div",
        el("h4", item.what),
        Html(count_html(item.working)),
        el("p", item.working.text),
        css="worked",
    )
