"""Local and national deadlines, put together for one partnership.

A national deadline that the protocol has its own version of stands beside it;
one without a local version is listed as national, and so is one that the
protocol names without giving a time. A deadline that is capped is due on the
earlier of the local and the national date, with both told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.dates.dating import date_deadline
from rapidreview.dates.states import next_month
from rapidreview.days import order_key
from rapidreview.say import MONTHS, long_date

if TYPE_CHECKING:
    from datetime import date

    from rapidreview.dates.result import Due, Known
    from rapidreview.model import Protocol


def all_deadlines(protocol: Protocol, known: Known, today: date | None) -> list[Due]:
    """Return every deadline that holds here, dated as far as the events are known."""
    law = {
        name: date_deadline(one, known, national=True)
        for name, one in protocol.national_deadlines.items()
    }
    found = []
    for deadline in protocol.whole_deadlines:
        due = date_deadline(
            deadline,
            known,
            who_label=protocol.label(deadline.who),
            steps=protocol.partnership.steps,
        )
        due = _beside(due, law.get(deadline.national), known, capped=deadline.capped)
        found.append(_yearly(due, deadline.yearly, today))
    taken = {due.id for due in found}
    for deadline in protocol.only_national_deadlines:
        due = replace(
            law[deadline.id],
            who_label=protocol.label(deadline.who) or law[deadline.id].who_label,
        )
        found.append(replace(due, id=f"national-{due.id}") if due.id in taken else due)
    return found


def _beside(due: Due, law: Due | None, known: Known, *, capped: bool) -> Due:
    """Return ``due`` with its national counterpart told, and capped by it where it must be."""
    if law is None:
        return due
    if not due.readings:
        return _from_law(due, law)
    due = replace(due, counterpart_latest=law.latest)
    if not capped or law.latest is None:
        return due
    if due.latest is not None and order_key(due.latest) <= order_key(law.latest):
        cap = (
            f"The earlier of two limits: local {long_date(due.latest)},"
            f" national {long_date(law.latest)}."
        )
        return _aim_capped(replace(due, cap=cap), law)
    if due.latest is None:
        cap = f"The national limit, {long_date(law.latest)}. The local one has no date yet."
    else:
        cap = (
            f"The earlier of two limits: national {long_date(law.latest)},"
            f" local {long_date(due.latest)}."
        )
    due = replace(
        due,
        cap=cap,
        latest=law.latest,
        latest_working_day=known.last_working(law.latest),
        latest_means=law.latest_means,
        from_=law.from_,
        from_label=law.from_label,
        from_date=law.from_date,
        working=law.working,
        missing="",
    )
    return _aim_capped(due, law)


def _from_law(due: Due, law: Due) -> Due:
    """Return the national date for what the protocol names but gives no time for."""
    return replace(
        law,
        id=due.id,
        what=due.what,
        who=due.who,
        who_label=due.who_label,
        step=due.step,
        status="national",
        applies=due.applies,
        counterpart=due.counterpart,
        words=due.words,
        source=tuple(dict.fromkeys((*law.source, *due.source))),
    )


def _aim_capped(due: Due, law: Due) -> Due:
    if law.aim_for is None:
        return due
    if due.aim_for is not None and order_key(due.aim_for) <= order_key(law.aim_for):
        return due
    return replace(
        due,
        aim_for=law.aim_for,
        aim_working_day=law.aim_working_day,
        aim_means=law.aim_means,
    )


def _yearly(due: Due, month: int | None, today: date | None) -> Due:
    if month is None:
        return due
    says = f"Every {MONTHS[month - 1]}."
    if today is not None:
        says += f" The next is {next_month(month, today)}."
    return replace(due, words=f"{due.words} {says}".strip())
