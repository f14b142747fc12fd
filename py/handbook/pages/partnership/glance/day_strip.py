"""The fifteen days in one picture: a row of days, with what falls on them above and below.

Only limits that run in working days from the notification (or back from a meeting
that does) can stand on it; everything else has no fixed day and is told elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.model import DERIVED, time_status
from rapidreview.say import clock_in_words, used_clock
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    place_css,
    status_tag,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import Clock, Deadline, Partnership, Protocol, Review

WIDTH, WIDE = 3, 5
FEW = 3
"""With fewer marks than these there is no row of days: it would be empty cells."""
HOURS = 24


@dataclass(frozen=True)
class Mark:
    """Something on the strip: its first and last day, its words, and whose it is.

    ``who`` has a tag where it was worked out. ``open`` holds the words as
    printed, with the tag, where the day was worked out.
    """

    first: int
    last: int
    when: str
    what: str
    who: Html
    open: Html


def strip(protocol: Protocol) -> Html:
    """Return the strip, or nothing when no limit of the protocol can stand on it."""
    review, days = protocol.national.review, days_of(protocol)
    marks = _marks(protocol)
    if not marks:
        return NOTHING
    base = (
        "the day the notification is sent"
        if same_day(protocol.partnership, review)
        else "the working day after the notification is sent"
    )
    told = (
        f"Day 1 is {base}. Days are working days, as this handbook reads the protocol: "
    )
    lead = el("p", told, el("a", "see the notes", href="notes/"), ".")
    if len(marks) < FEW:
        return joined(lead, "\n", el("ul", every(map(_line, marks)), css="strip-few"))
    cells = every(_cell(day, days, marks) for day in range(1, days + 1))
    return joined(
        lead,
        "\n",
        el(
            "div",
            el("div", cells, css="strip-ruler", aria_hidden="true"),
            "\n",
            el("ol", every(_placed(marks, days)), role="list"),
            css="strip",
        ),
    )


def days_of(protocol: Protocol) -> int:
    """Return how many working days the rapid review has: those of its national limit."""
    name = protocol.national.review.deadline
    used = used_clock(protocol.national_deadlines[name])
    return used[0].amount if used else 0


def same_day(partnership: Partnership, review: Review) -> bool:
    """Return whether the report's own clock counts the day of the notification as day 1."""
    for deadline in partnership.deadlines:
        used = used_clock(deadline)
        if deadline.national == review.deadline and used:
            return used[0].counting == "same-day"
    return False


def _marks(protocol: Protocol) -> list[Mark]:
    partnership, nouns = protocol.partnership, protocol.nouns
    review, last = protocol.national.review, days_of(protocol)
    first_is_sin = same_day(partnership, review)
    marks: list[Mark] = []
    meeting: Mark | None = None
    for deadline in partnership.deadlines:
        used = used_clock(deadline)
        if (
            used is None
            or used[1] not in review.starts
            or used[0].unit != "working-day"
        ):
            continue
        days = _days(used[0], first_is_sin=first_is_sin)
        if 1 <= days[0] <= days[1] <= last:
            when = _when(deadline, days)
            mark = Mark(*days, when, deadline.what, *_guesses(deadline, protocol))
            marks.append(mark)
            if deadline.to_event == review.meeting:
                meeting = mark
    for deadline in partnership.deadlines:
        used = used_clock(deadline)
        if (
            meeting
            and used
            and used[1] == review.meeting
            and deadline.direction == "before"
        ):
            day = meeting.first - _lead(used[0])
            when = f"{clock_in_words(used[0])} before {nouns.of(review.meeting)}"
            if day >= 1:
                marks.append(
                    Mark(
                        day,
                        meeting.last - _lead(used[0]),
                        when,
                        deadline.what,
                        *_guesses(deadline, protocol),
                    )
                )
    return sorted(marks, key=lambda mark: (mark.first, mark.last))


def _guesses(deadline: Deadline, protocol: Protocol) -> tuple[Html, Html]:
    """Return who acts, and the words as printed where the day was worked out, with tags."""
    name = protocol.in_short(deadline.who)
    who = who_html(name, deadline, protocol.partnership.steps)
    if time_status(deadline) != DERIVED:
        return who, NOTHING
    printed = (
        f"The protocol says “{deadline.printed}”" if deadline.printed else "The day"
    )
    return who, el("span", printed, status_tag(DERIVED), css="strip-printed")


def _days(clock: Clock, *, first_is_sin: bool) -> tuple[int, int]:
    shift = (clock.counting != "same-day") - (not first_is_sin)
    amount = clock.amount - (clock.edge == "before")
    end = clock.to if clock.to is not None else amount
    return amount + shift, end + shift


def _lead(clock: Clock) -> int:
    return -(-clock.amount // HOURS) if clock.unit == "hour" else clock.amount


def _when(deadline: Deadline, days: tuple[int, int]) -> str:
    if days[0] != days[1]:
        return f"Day {days[0]} to {days[1]}"
    return f"Day {days[0]}" if deadline.bound == "on" else f"By day {days[1]}"


def _line(mark: Mark) -> Html:
    day = el("span", mark.when, css="strip-day")
    return el("li", day, " ", el("b", mark.what), " ", mark.who, mark.open)


def _cell(day: int, days: int, marks: list[Mark]) -> Html:
    on = any(mark.first <= day <= mark.last for mark in marks)
    css = " strip-end" if day == days and on else " strip-on" if on else ""
    return el("span", str(day), css=f"strip-cell{css} {place_css(start=day)}")


def _placed(marks: list[Mark], days: int) -> list[Html]:
    """Return the labels: above the row while there is room, otherwise below it.

    What falls on the same days shares a label. Each has room for three days, and
    for up to five where its neighbour on the same side leaves it.
    """
    groups: dict[tuple[int, int, str], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.first, mark.last, mark.when), []).append(mark)
    free = {"": 1, " strip-low": 1}
    placed: list[tuple[str, int, bool, tuple[int, int, str]]] = []
    for key in groups:
        first, last, _ = key
        right = first > days - WIDTH + 1
        start = last - WIDTH + 1 if right else first
        side = min(
            free,
            key=lambda name: (
                free[name] > start,
                free[name] if free[name] > start else 0,
                name,
            ),
        )
        free[side] = start + WIDTH
        placed.append((side, start, right, key))
    items = []
    for side, start, right, key in placed:
        beside = [
            other for name, other, _, _ in placed if name == side and other > start
        ]
        room = min([*beside, days + 1]) - start
        width = WIDTH if right else max(min(room, WIDE), 2)
        at = place_css(start=key[1] if right else start, span=width)
        css = f"strip-event{side}{' strip-right' if right else ''} {at}"
        said = every(
            joined(el("b", mark.what), mark.who, mark.open) for mark in groups[key]
        )
        items.append(el("li", el("span", key[2], css="strip-day"), said, css=css))
    return items
