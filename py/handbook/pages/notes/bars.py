"""How often the printed steps cannot be kept, as tables whose numbers have bars.

Every working day of the known calendar was tried as a start. A bar's length is a
class, because a page may carry no styles of its own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import section
from handbook.prove.feasibility import feasibility
from handbook.prove.start_dates import PER_CENT, Infeasible, percent
from rapidreview.show import WORKED_OUT, esc

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Deadline, Partnership, Spend

READ_AS = re.compile(r"read as “([^”]+)”")
"""The two readings in the sentence of a finding about an order."""

USED = {"latest": " (used here)", "aim": "", "rejected": " (not used)"}


class Bars:
    """The findings of one partnership; what a note has shown is not shown again."""

    def __init__(self, library: Library, partnership: Partnership) -> None:
        self.calendar = library.calendar
        self.deadlines = {item.id: item for item in partnership.deadlines}
        self.chains = {item.id: item for item in partnership.chains}
        found = feasibility(library.national, partnership, self.calendar)
        self._left = [
            tuple(items)
            for key, items in groupby(
                found, key=lambda one: (one.kind, one.deadline, one.about)
            )
            if key[0] != "day-off"
        ]
        self._off = [one for one in found if one.kind == "day-off" and one.failing]

    def of(self, limits: list[Deadline]) -> str:
        """Return the tables about ``limits`` that fail on some start, each only once."""
        names = {item.id for item in limits}
        mine = [
            group
            for group in self._left
            if group[0].deadline in names and any(one.failing for one in group)
        ]
        self._left = [group for group in self._left if group not in mine]
        return "".join(map(self._table, mine))

    def rest(self) -> str:
        """Return the section with everything that no note has shown."""
        failing = [group for group in self._left if any(one.failing for one in group)]
        tables = "".join(map(self._table, failing))
        kept = "".join(
            f"<li>{esc(self._title(group[0]))}: on none, under any reading.</li>"
            for group in self._left
            if group not in failing
        )
        kept = f'<ul class="says">{kept}</ul>' if kept else ""
        body = tables + kept + self._days_off()
        if not body:
            return ""
        first, last = self.calendar.first.year, self.calendar.last.year
        lead = (
            f"Every working day of {first} to {last} was tried as a start, as far as the dates that follow "
            "lie in those years. Bank holidays of England are left out."
        )
        return section("Every start date, tried", body, "kept", lead)

    def _table(self, group: tuple[Infeasible, ...]) -> str:
        rows = "".join(self._row(self._means(one), one) for one in group)
        starts = max(one.starts for one in group)
        first = group[0]
        more = self._steps(first.about) if first.kind == "chain" else ""
        return self._frame(self._title(first), "Read as", rows, starts, more)

    def _days_off(self) -> str:
        rows = "".join(
            self._row(f"{self.deadlines[one.deadline].what}: {self._means(one)}", one)
            for one in self._off
        )
        if not rows:
            return ""
        starts = max(one.starts for one in self._off)
        title = "Start dates on which the limit falls on a weekend or a bank holiday"
        return self._frame(title, "Limit", rows, starts)

    def _title(self, one: Infeasible) -> str:
        what = self.deadlines[one.deadline].what
        if one.kind == "chain":
            days = sum(spend.days for spend in self.chains[one.about].spend)
            return f"Start dates on which {days} working days of steps do not fit before the limit of “{what}”"
        other = self.deadlines[one.about].what
        if one.kind == "window":
            return (
                f"Start dates on which no working day is left for “{what}” "
                f"if “{other}” takes all its time"
            )
        return f"Start dates on which “{what}” may end after “{other}”, which must come later"

    def _steps(self, chain_id: str) -> str:
        chain = self.chains[chain_id]
        spent = "; ".join(
            f"{one.what} ({one.days}{_guessed(one)})" for one in chain.spend
        )
        return f"{chain.says.rstrip('.')}. Working days of each step: {spent}."

    def _means(self, one: Infeasible) -> str:
        if one.kind == "order":
            first, second = READ_AS.findall(one.says)
            return f"{first}; and the second as: {second}"
        readings = self.deadlines[one.deadline].readings
        means = next(item.means for item in readings if item.id == one.reading)
        return means.rstrip(".") + USED[one.use]

    @staticmethod
    def _frame(title: str, head: str, rows: str, starts: int, more: str = "") -> str:
        small = f'<span class="sub">{esc(more)}</span>' if more else ""
        return (
            f'<table class="bars"><caption>{esc(title)}{small}</caption><thead><tr><th scope="col">{head}</th>'
            f'<th scope="col">Share of {starts:,} start dates</th></tr></thead><tbody>{rows}</tbody></table>\n'
        )

    @staticmethod
    def _row(means: str, one: Infeasible) -> str:
        share = round(one.share * PER_CENT)
        css = " full" if one.failing == one.starts else "" if one.failing else " nil"
        return (
            f'<tr><th scope="row">{esc(means)}</th><td><span class="b v{share}{css}"><i></i>'
            f"<span>{percent(one.failing, one.starts)}</span></span></td></tr>"
        )


def _guessed(one: Spend) -> str:
    return f", {WORKED_OUT}" if one.status == "derived" else ""
