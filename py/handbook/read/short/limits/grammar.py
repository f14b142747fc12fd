"""The words for an amount of time in a limit, read into a clock and written out again.

The grammar is closed. A number or a place in a count means one thing:

* ``3 working days``, ``5 to 8 working days``, ``48 hours``, ``2 office hours``,
  ``10 days`` (calendar days), ``8 weeks``, ``6 months``, ``1 year``: an amount;
* ``less than 10 working days`` after an event, ``more than 7 days`` before one;
* ``same day``;
* ``day 9``, ``day 9 to 10``, ``before day 10``: days of a count. Which days is not said:
  they are working days, as in all national limits. ``working day 9`` and
  ``calendar day 9`` say it;
* ``second Tuesday``: so many of that weekday.

Nothing here knows the model: a clock is told as plain values, by the names of its fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from handbook.read.short.limits.slips import UNITS, what_is_wrong
from rapidreview.say import (
    NUMBERS,
    ORDINALS,
    WEEKDAYS,
    counted,
    nearest,
    ordinal,
)

type Edge = Literal["by", "before"]

OFFICE = "office"
SAME_DAY = "same day"
DAY_KINDS = ("day", "working day", "calendar day")
MOST_DIGITS = 4

_COUNT = rf"\d{{1,{MOST_DIGITS}}}"
_AMOUNT = re.compile(
    rf"(?:(less|more) than )?({_COUNT})(?: to ({_COUNT}))? ([a-z]+(?: [a-z]+)?)"
)
_NUMBERED = re.compile(
    rf"(before )?(day|working day|calendar day) ({_COUNT})(?: to ({_COUNT}))?"
)
_WEEKDAY = re.compile(r"([a-z]+) ([a-z]+)")


@dataclass(frozen=True, kw_only=True)
class SaidClock:
    """An amount of time as an author says it.

    ``unit``, ``amount``, ``to``, ``edge``, ``weekday`` and ``hours`` are the fields of a
    clock by their own names. ``numbered`` is true for a day of a count ("day 9");
    ``unit_said`` is false where such a day does not say which days are counted.
    ``back`` is true for "more than", which only makes sense before an event.
    """

    amount: int
    unit: str
    to: int | None = None
    edge: Edge = "by"
    weekday: str = ""
    hours: str = "clock"
    numbered: bool = False
    unit_said: bool = True
    back: bool = False

    @property
    def text(self) -> str:
        """The amount in the words of the grammar: "5 to 8 working days"."""
        return said_as(self)

    @property
    def clock(self) -> dict[str, int | str]:
        """The clock as the full form writes it: only what is not as always."""
        found: dict[str, int | str] = {"amount": self.amount, "unit": self.unit}
        if self.to is not None:
            found["to"] = self.to
        if self.edge != "by":
            found["edge"] = self.edge
        if self.weekday:
            found["weekday"] = self.weekday
        if self.hours != "clock":
            found["hours"] = self.hours
        return found


@dataclass(frozen=True)
class NotAClock:
    """Words that are no amount of time: ``says`` what is wrong and what is allowed."""

    says: str


def clock_of(text: str) -> SaidClock | NotAClock:
    """Return the amount of time that ``text`` says, or what is wrong with it."""
    words = " ".join(text.replace("-", " ").lower().split())
    words = _in_figures(words)
    if words in {SAME_DAY, f"the {SAME_DAY}"}:
        return SaidClock(amount=0, unit="day")
    for read in (_numbered, _amount, _weekday):
        found = read(words)
        if found is not None:
            return found
    return NotAClock(what_is_wrong(text, words, _right))


def said_as(said: SaidClock) -> str:
    """Return the words of the grammar for a clock; :func:`clock_of` reads them back."""
    amount, to = said.amount, said.to
    if said.weekday:
        return f"{ordinal(amount)} {said.weekday.capitalize()}"
    if said.numbered:
        kind = "working day" if said.unit == "working-day" else "calendar day"
        until = f" to {to}" if to is not None else ""
        before = "before " if said.edge == "before" else ""
        return f"{before}{kind if said.unit_said else 'day'} {amount}{until}"
    if amount == 0 and to is None:
        return SAME_DAY
    office = said.unit == "hour" and said.hours == OFFICE
    noun = "office hour" if office else said.unit.replace("-", " ")
    than = (
        ("more than " if said.back else "less than ") if said.edge == "before" else ""
    )
    until = f"{amount} to " if to is not None else ""
    return f"{than}{until}{counted(amount if to is None else to, noun)}"


def _in_figures(words: str) -> str:
    """Return ``words`` with numbers up to ten in figures: "three days" is "3 days"."""
    names = {name: str(n) for n, name in enumerate((*NUMBERS, "ten")) if n}
    return " ".join(names.get(word, word) for word in words.split())


def _numbered(words: str) -> SaidClock | NotAClock | None:
    match = _NUMBERED.fullmatch(words)
    if match is None:
        return None
    before, kind, first, last = match.groups()
    amount, to = int(first), int(last) if last else None
    if to is not None and to <= amount:
        return _backwards(words, amount, to)
    if before and to is not None:
        return NotAClock(
            f"“{words}” has two days. Write one after “before”: “before {kind} {to}”."
        )
    if before and amount == 0:
        return NotAClock(f"“{words}”: no day comes before day 0 of a count.")
    return SaidClock(
        amount=amount,
        to=to,
        unit="day" if kind == "calendar day" else "working-day",
        edge="before" if before else "by",
        numbered=True,
        unit_said=kind != "day",
    )


def _amount(words: str) -> SaidClock | NotAClock | None:
    match = _AMOUNT.fullmatch(words)
    if match is None:
        return None
    than, first, last, noun = match.groups()
    one = noun if noun in UNITS else noun.removesuffix("s")
    if one not in UNITS:
        return None
    amount, to = int(first), int(last) if last else None
    if to is not None and to <= amount:
        return _backwards(words, amount, to)
    if amount == 0 and to is None:
        return NotAClock(f"“{words}” is no time at all. Write “same day”.")
    if than and to is not None:
        return NotAClock(
            f"“{words}” has two numbers. Write one after “{than} than”:"
            f" “{than} than {counted(to, one)}”."
        )
    return SaidClock(
        amount=amount,
        to=to,
        unit=UNITS[one],
        edge="before" if than else "by",
        hours=OFFICE if one == "office hour" else "clock",
        back=than == "more",
    )


def _weekday(words: str) -> SaidClock | NotAClock | None:
    match = _WEEKDAY.fullmatch(words)
    if match is None:
        return None
    which, day = match.groups()
    days = [name.lower() for name in WEEKDAYS]
    if day not in days:
        return None
    if which not in ORDINALS:
        near = nearest(which, ORDINALS) or "first"
        return NotAClock(
            f"“{which}” does not say which {day.capitalize()}. Write"
            f" “{near} {day.capitalize()}”; allowed are {', '.join(ORDINALS)}."
        )
    return SaidClock(amount=ORDINALS.index(which) + 1, unit="week", weekday=day)


def _backwards(words: str, amount: int, to: int) -> NotAClock:
    right = words.replace(f"{amount} to {to}", f"{to} to {amount}")
    if amount == to:
        right = words.replace(f"{amount} to {to}", f"{amount}")
    return NotAClock(f"“{words}” does not go forward. Did you mean “{right}”?")


def _right(words: str) -> str:
    """Return the words of the grammar for ``words``, or nothing where they are no clock."""
    found = clock_of(words)
    return found.text if isinstance(found, SaidClock) else ""
