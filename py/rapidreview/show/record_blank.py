"""The lines of a decision record that people fill in by hand, and a wholly blank one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import written_date
from rapidreview.show.html import Html, el, every, joined
from rapidreview.show.parts import head, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapidreview.model import National

RECORD_NOTE = (
    "Fill in the lines by hand. Use the case reference, never a name. Keep it with the case, "
    "under your own organisation’s rules."
)
PARTNERS = ("Local authority", "Integrated care board", "Police")
SPACE = Html("&#160;")
"""What stands in a cell to write in, so that it is not read as empty by mistake."""


def blank_record_html(national: National) -> Html:
    """Return a record with nothing filled in: every question with its answers to tick."""
    table_ = national.notifiability
    asked: list[tuple[str, ...]] = [
        (question.ask, _boxes([option.label for option in question.options]))
        for question in table_.questions
    ]
    outcomes = _boxes([f"{one.kicker}: {one.title}" for one in table_.outcomes])
    rests = [one for one in national.instruments if not one.superseded_by]
    editions: list[tuple[str, ...]] = [
        (one.title, one.edition, written_date(one.checked_on)) for one in rests
    ]
    top = facts(
        [
            ("Local authority", ""),
            ("Protocol and its date", ""),
            ("Answered on, at", ""),
            ("Case reference (no names)", ""),
        ]
    )
    return joined(
        top,
        part(
            "The answers given",
            table(("Question", "Tick one"), asked),
            _line("Extra local questions"),
        ),
        part(
            "What the handbook answered",
            outcomes,
            facts([("Rule (for example R20)", ""), ("Local rules, if any", "")]),
        ),
        part(
            "Dates", facts([("Aim for", ""), ("Latest", ""), ("Counted from, how", "")])
        ),
        by_hand(),
        part(
            "National editions in this handbook",
            table(("Source", "Edition", "Read on"), editions, "record-editions"),
        ),
    )


def by_hand() -> Html:
    """Return the parts that only people can fill in."""
    views = [(name, SPACE, SPACE, SPACE) for name in PARTNERS]
    heads = ("Partner", "View, and since when", "Reasons", "Name, role and date")
    return joined(
        part(
            "When the local authority became aware of the incident",
            facts([("Day chosen", ""), ("Who knew, in which role", "")]),
            _line("Why this day, and which other days were considered", 2),
        ),
        part("Each partner’s view", table(heads, views, "record-fill")),
        part("Dissent", _line("Who sees it differently, and why", 3)),
        part(
            "The decision",
            facts(
                [
                    ("Decided by (name and role)", ""),
                    ("On, at", ""),
                    ("Notified on, at, reference", ""),
                    ("If still open: who looks again, on what day", ""),
                ]
            ),
            _line("Reasons", 4),
            _line("If it differs from the answer above: why", 2),
        ),
        part("Signed for the record", facts([("Name and role", ""), ("Date", "")])),
    )


def part(title: str, *content: str) -> Html:
    """Return one part of a record under its heading."""
    return section(title, *content, css="record-part")


def facts(rows: Sequence[tuple[str, str]]) -> Html:
    """Return names with their values; an empty value is a line to write on."""
    return el("dl", *(_fact(name, value) for name, value in rows), css="record-facts")


def _fact(name: str, value: str) -> Html:
    told = el("dd", value or SPACE, css="" if value else "record-line")
    return el("div", el("dt", name), told)


def table(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], css: str = ""
) -> Html:
    """Return a table; the first cell of each row heads it. ``css`` "record-fill" leaves room to write."""
    body = el("tbody", *(_row(heads, row) for row in rows))
    return el("table", head(*heads), body, css=f"stack {css}")


def _row(heads: tuple[str, ...], row: tuple[str, ...]) -> Html:
    first, *rest = row
    cells = (
        el("td", cell, data_label=name)
        for name, cell in zip(heads[1:], rest, strict=True)
    )
    return el("tr", el("th", first, scope="row"), *cells)


def _line(title: str, count: int = 1) -> Html:
    return joined(el("h3", title), el("div", css="record-line") * count)


def _boxes(labels: list[str]) -> Html:
    box = el("span", css="record-box", aria_hidden="true")
    boxes = every(el("li", box, label) for label in labels)
    return el("ul", boxes, css="record-boxes", role="list")
