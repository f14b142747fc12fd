"""The limits of an answer: with dates where the day of awareness is known, else in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import iso, long_date
from rapidreview.show.guesses import due_tags
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import time_element
from rapidreview.show.parts import big

if TYPE_CHECKING:
    from rapidreview.dates import Due
    from rapidreview.say import Moment
    from rapidreview.show.record import Record

NO_TIME = "No time limit given"


def limit_html(record: Record, deadline: str, *, briefly: bool = False) -> Html:
    """Return the dates of a limit of this answer, or without them its words.

    ``briefly`` leaves out how the dates were worked out: the clocks tell it.
    """
    decision = record.decision
    running = (*decision.starts, *(decision.talk.if_yes if decision.talk else ()))
    starts = [one for one in running if one.national == deadline]
    names = {one.id for one in starts} | {deadline}
    due = next((one for one in record.dates if one.id in names), None)
    if due is not None and due.latest is not None:
        return _briefly(due) if briefly else dates_html(due)
    words = next((one.limit for one in starts if one.limit), "")
    if not words:
        return big(NO_TIME)
    hint = "" if record.aware else "Enter when the authority became aware for the date."
    return joined(big(words), el("small", hint) if hint else NOTHING)


def _briefly(due: Due) -> Html:
    aim = NOTHING
    if due.aim_for is not None and due.aim_for != due.latest:
        aim = el("small", "Aim for ", _day(due.aim_for), due_tags(due)[1])
    return joined("Latest ", big(_day(due.latest)), aim) if due.latest else NOTHING


def dates_told(due: Due) -> Html:
    """Return the dates of a limit in running words, with how each was worked out."""
    aim = NOTHING
    if due.aim_for is not None and due.aim_for != due.latest:
        aim = el("span", "Aim for ", _day(due.aim_for), f": {due.aim_means}")
    last = NOTHING
    if due.latest is not None:
        last = el(
            "span", "Latest ", _day(due.latest), f": {due.latest_means}", _more(due)
        )
    return joined(" ", last, due_tags(due)[1], " ", aim)


def _more(due: Due) -> str:
    return "".join(f" {part}" for part in (due.limits, due.cap, *due.otherwise) if part)


def dates_html(due: Due) -> Html:
    """Return the dates of a limit: when to aim for, where this is another, and the latest."""
    aim = NOTHING
    if due.aim_for != due.latest:
        aim = _date("Aim for", due.aim_for, due.aim_means)
    means = joined(due.latest_means, due_tags(due)[1], _more(due))
    return el("dl", aim, _date("Latest", due.latest, means), css="act-dates")


def _date(name: str, moment: Moment | None, means: str) -> Html:
    if moment is None:
        return NOTHING
    return joined(el("dt", name), el("dd", big(_day(moment)), el("small", means)))


def _day(moment: Moment) -> Html:
    return time_element(iso(moment), long_date(moment))
