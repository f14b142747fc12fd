"""A schedule as plain data, as a table for a spreadsheet, and as text for an email.

Nothing that identifies a case goes in, unless the reader gave a reference for the file.
"""

from __future__ import annotations

import csv
import io
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from rapidreview.dates import STATES
from rapidreview.say import iso, long_date, sentence, short_date
from rapidreview.show import WORKED_OUT, due_says, due_tags, who_text

if TYPE_CHECKING:
    from rapidreview.dates import Due, Schedule
    from rapidreview.model import Statement

COLUMNS = (
    "id",
    "what",
    "who",
    "state",
    "aim for",
    "latest",
    "last working day",
    "comes round",
    "counted from",
    "from date",
    "assumption",
    "standing",
    "source",
    "note",
    "case reference",
)
BYTE_ORDER_MARK = "\ufeff"
"""What a CSV file begins with, so that Excel on Windows reads its letters as UTF-8."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_plain(value: object) -> object:
    """Return ``value`` as dicts, lists and scalars, with dates as ISO text.

    Unlike :func:`rapidreview.model.serial.to_plain` every key is there, empty or not. A
    class that has ``KEYS`` is told by those, not by its fields.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name.rstrip("_"): as_plain(getattr(value, name))
            for name in getattr(value, "KEYS", [item.name for item in fields(value)])
        }
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, (tuple, list)):
        return [as_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: as_plain(item) for key, item in value.items()}
    return value


def as_dict(schedule: Schedule) -> dict[str, object]:
    """Return the schedule as plain data: what the browser and the command line show."""
    return cast("dict[str, object]", as_plain(schedule))


def as_csv(schedule: Schedule) -> str:
    """Return the deadlines as CSV with a heading row, one deadline per row (RFC 4180).

    Lines end with CR LF. A file begins with :data:`BYTE_ORDER_MARK`; a program that is
    handed the text needs none.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(
        [_cell(text) for text in (*_row(due), schedule.reference)]
        for due in schedule.deadlines
    )
    return out.getvalue()


def _row(due: Due) -> tuple[str, ...]:
    return (
        due.id,
        due.what,
        who_text(due),
        STATES[due.state],
        iso(due.aim_for) if due.aim_for else "",
        iso(due.latest) if due.latest else "",
        iso(due.latest_working_day) if due.latest_working_day else "",
        "; ".join(iso(one.last) for one in due.rounds.next),
        due.from_label,
        iso(due.from_date) if due.from_date else "",
        due.latest_means,
        _standing(due),
        ", ".join(due.source),
        " ".join(_remarks(due)),
    )


def _standing(due: Due) -> str:
    """Return who sets the time; a time that was worked out is not the protocol's."""
    if due_tags(due)[1]:
        return WORKED_OUT
    return f"{due.standing} (national)" if due.national else due.standing


def _cell(text: str) -> str:
    """Return ``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _remarks(due: Due) -> list[str]:
    parts = (
        due.missing if due.latest is None and not due.if_missed else "",
        due.forecast_says,
        due.words,
        due.if_missed,
        due.rounds_say,
        due.limits,
        due.cap,
        due.replaced,
        *due.otherwise,
        due.applies,
        due.unless[:1].upper() + due.unless[1:],
        *due.aside.says,
        due.in_force,
        *due.notes,
        due_says(due),
    )
    return [sentence(part) for part in parts if part]


def as_text(schedule: Schedule) -> str:
    """Return the schedule as plain text to paste into an email."""
    lines = [f"{schedule.name}: rapid review dates", ""]
    if schedule.not_read:
        lines += [schedule.not_read, ""]
    if schedule.reference:
        lines.append(f"Case reference: {schedule.reference}")
    lines += [f"{item.label}: {long_date(item.date)}" for item in schedule.given]
    dated = [due for due in schedule.deadlines if due.latest is not None]
    open_ = [due for due in schedule.deadlines if due.latest is None]
    for one in schedule.ended:
        title = f"{one.label}: {long_date(one.date)}"
        lines += _section(title, [f"- {_checked(part)}" for part in one.says])
    lines += _section("Dates", [line for due in dated for line in _dated(due)])
    lines += _section("Check these", [f"- {item.says}" for item in schedule.conflicts])
    lines += _section("No date", [_undated(due) for due in open_])
    lines += _section("How days are counted", [f"- {t}" for t in schedule.assumptions])
    return "\n".join(lines) + "\n"


def _checked(statement: Statement) -> str:
    verify = " (To be verified.)" if statement.evidence == "to-verify" else ""
    return statement.says + verify


def _section(title: str, lines: list[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _dated(due: Due) -> list[str]:
    if due.latest is None:
        return []
    lines = [f"- {short_date(due.latest)}: {due.what} ({who_text(due)})"]
    details = []
    if due.state not in ("dated", "later"):
        details.append(f"{STATES[due.state]}.")
    if due.aim_for and due.aim_for != due.latest:
        details.append(f"Aim for {short_date(due.aim_for)}: {sentence(due.aim_means)}")
    before = due.in_time(due.latest, due.latest_working_day)
    if before is not None:
        details.append(f"The last working day before is {short_date(before)}.")
    details.append(f"Counted from: {due.from_label}. {sentence(due.latest_means)}")
    details += _remarks(due)
    return [*lines, *(f"  {text}" for text in details)]


def _undated(due: Due) -> str:
    done = ""
    if due.done_on is not None:
        word = "Done on" if due.state == "done" else "Planned for"
        done = f"{word} {long_date(due.done_on)}."
    why = done or " ".join(_remarks(due)) or STATES["no-date"] + "."
    return f"- {due.what} ({who_text(due)}): {why}"
