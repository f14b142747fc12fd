"""How often the printed steps cannot be kept, as tables whose numbers have bars.

Every working day of the known calendar was tried as a start. A bar's length is a
class, because a page may carry no styles of its own.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.fold import fold
from handbook.pages.frame import bullets
from handbook.pages.notes.kinds import of_kind
from handbook.prove.feasibility import (
    PER_CENT,
    ChainTooLong,
    NoMeetingDay,
    OutOfOrder,
    feasibility,
    means,
    percent,
)
from rapidreview.show import NOTHING, WORKED_OUT, el, every, joined, place_css, text

if TYPE_CHECKING:
    from handbook.prove.feasibility import Infeasible
    from rapidreview.days import Calendar
    from rapidreview.model import Deadline, Protocol, Spend
    from rapidreview.model.timing import Chain
    from rapidreview.show import Html

USED = {"latest": " (used here)", "aim": "", "rejected": " (not used)"}

type Group = tuple[Infeasible, ...]
"""What was found of one thing, under each reading of its limit."""


class Bars:
    """The findings of one partnership; what a note has shown is not shown again."""

    def __init__(self, protocol: Protocol, calendar: Calendar) -> None:
        self.calendar = calendar
        found = feasibility(protocol, calendar)
        self._left: list[Group] = [
            tuple(items)
            for key, items in groupby(
                found, key=lambda one: (one.kind, one.deadline.id, one.about)
            )
            if key[0] != "day-off"
        ]
        self._off = [one for one in found if one.kind == "day-off" and one.failing]

    def of(self, limits: list[Deadline]) -> Html:
        """Return the tables about ``limits`` that fail on some start, each only once."""
        names = {item.id for item in limits}
        mine = [
            group
            for group in self._left
            if group[0].deadline.id in names and any(one.failing for one in group)
        ]
        self._left = [group for group in self._left if group not in mine]
        return every(map(_table, mine))

    def rest(self) -> Html:
        """Return the line that opens to everything that no note has shown."""
        failing = [group for group in self._left if any(one.failing for one in group)]
        kept = [
            text(f"{_title(group[0])}: on none, under any reading.")
            for group in self._left
            if group not in failing
        ]
        body = joined(
            every(map(_table, failing)),
            bullets(kept, "says") if kept else NOTHING,
            self._days_off(),
        )
        if not body:
            return NOTHING
        first, last = self.calendar.first.year, self.calendar.last.year
        lead = (
            f"Every working day of {first} to {last} was tried as a start, as far as the dates that follow "
            "lie in those years. Bank holidays of England are left out."
        )
        return fold(
            el("h3", "Every start date, tried"),
            joined(el("p", lead), body),
            "kept",
            f"notes-beside {of_kind('cannot-be-kept')}",
        )

    def _days_off(self) -> Html:
        if not self._off:
            return NOTHING
        rows = every(
            _row(f"{one.deadline.what}: {_means(one)}", one) for one in self._off
        )
        starts = max(one.starts for one in self._off)
        title = "Start dates on which the limit falls on a weekend or a bank holiday"
        return _frame(title, "Limit", rows, starts)


def _table(group: Group) -> Html:
    first = group[0]
    rows = every(_row(_means(one), one) for one in group)
    starts = max(one.starts for one in group)
    more = _steps(first.chain) if isinstance(first, ChainTooLong) else ""
    return _frame(_title(first), "Read as", rows, starts, more)


def _title(one: Infeasible) -> str:
    what = one.deadline.what
    match one:
        case ChainTooLong():
            return f"Start dates on which {one.days} working days of steps do not fit before the limit of “{what}”"
        case NoMeetingDay():
            return (
                f"Start dates on which no working day is left for “{what}” "
                f"if “{one.needed.what}” takes all its time"
            )
        case OutOfOrder():
            return f"Start dates on which “{what}” may end after “{one.then.what}”, which must come later"
    return what


def _steps(chain: Chain) -> str:
    spent = "; ".join(f"{one.what} ({one.days}{_guessed(one)})" for one in chain.spend)
    return f"{chain.says.rstrip('.')}. Working days of each step: {spent}."


def _guessed(one: Spend) -> str:
    return f", {WORKED_OUT}" if one.status == "derived" else ""


def _means(one: Infeasible) -> str:
    if isinstance(one, OutOfOrder):
        return f"{means(one.reading)}; and the second as: {means(one.then_reading)}"
    return means(one.reading) + USED[one.reading.use]


def _frame(title: str, head: str, rows: Html, starts: int, more: str = "") -> Html:
    small = el("span", more, css="sub") if more else NOTHING
    heads = joined(
        el("th", head, scope="col"),
        el("th", f"Share of {starts:,} start dates", scope="col"),
    )
    caption = el("caption", title, small)
    return el(
        "table", caption, el("thead", el("tr", heads)), el("tbody", rows), css="bars"
    )


def _row(words: str, one: Infeasible) -> Html:
    share = round(one.share * PER_CENT)
    css = (
        " bars-full"
        if one.failing == one.starts
        else ""
        if one.failing
        else " bars-none"
    )
    told = el("span", percent(one.failing, one.starts))
    bar = el("span", el("i"), told, css=f"bars-bar {place_css(share=share)}{css}")
    return el("tr", el("th", words, scope="row"), el("td", bar))
