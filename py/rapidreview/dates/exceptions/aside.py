"""What puts a limit aside: a condition that the text names, or days on which it was relaxed.

No date is moved. The date as counted is shown, and what the text says stands beside it.
A national limit is never put aside by a local text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rapidreview.say import day_of, long_date, plain_date, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.dates.due import Due
    from rapidreview.dates.result import Known
    from rapidreview.model import Suspension, Unless


@dataclass(frozen=True, kw_only=True)
class Aside:
    """What is said of a limit that was put aside; ``now`` is true while it is."""

    says: tuple[str, ...] = ()
    now: bool = False


def with_aside(due: Due, known: Known, today: date | None) -> Due:
    """Return ``due`` with what puts it aside, as far as that is known ``today``."""
    found = [
        *_conditions(due, known, today),
        *(one for item in due.deadline.suspended for one in _relaxed(due, item)),
    ]
    if not found:
        return due
    says = [words for words, _ in found]
    now = any(holds for _, holds in found)
    if due.national or due.deadline.national:
        law = due.latest if due.national else due.law
        limit = f", {long_date(law)}," if law else ""
        says.append(f"The national limit{limit} is not put aside by this.")
        now = False
    return replace(due, aside=Aside(says=tuple(says), now=now))


def _conditions(
    due: Due, known: Known, today: date | None
) -> Iterator[tuple[str, bool]]:
    """Yield a sentence for each condition whose date is known, and whether it holds today."""
    for item in due.deadline.unless:
        since = known.moments.get(item.event)
        if since is None:
            continue
        what = f"{known.label(item.event)}, {long_date(since)}"
        if today is not None and day_of(since) > today:
            yield f"{what}: still to come. From then on this is put aside.", False
            continue
        ended = known.moments.get(item.ends)
        if ended is not None and (today is None or day_of(ended) <= today):
            yield _holds_again(item, known, what), False
            continue
        words = f"Put aside since {short_date(since)}, because {item.says}."
        if due.latest is not None and day_of(due.latest) < day_of(since):
            words += " Its latest date had passed by then."
        yield words, True


def _holds_again(item: Unless, known: Known, what: str) -> str:
    ended = known.moments[item.ends]
    return (
        f"It was put aside: {what}. It holds again: {known.label(item.ends)},"
        f" {long_date(ended)}. The date is as first counted; the time in between is not added."
    )


def _relaxed(due: Due, item: Suspension) -> Iterator[tuple[str, bool]]:
    """Yield a sentence where the date, or the time to it, lies within the days of ``item``."""
    if due.latest is None:
        return
    first, last = date.fromisoformat(item.from_), date.fromisoformat(item.until)
    end = day_of(due.latest)
    start = day_of(due.from_date) if due.from_date else end
    days = f"{plain_date(first)} to {plain_date(last)}"
    counted = f"As counted it is due on {long_date(due.latest)}; the date is not moved."
    if first <= end <= last:
        within = f"Its date lies within {days}"
        yield f"{within}. {sentence(item.says)} {counted}", True
    elif min(start, end) <= last and max(start, end) >= first:
        within = f"Part of its time lies within {days}"
        yield f"{within}. {sentence(item.says)} {counted}", False
