"""The lines of a decision record that people fill in by hand, and a wholly blank one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show.marks import esc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rapidreview.model import National

RECORD_NOTE = (
    "Fill in the lines by hand. Use the case reference, never a name. Keep it with the case, "
    "under your own organisation’s rules."
)
PARTNERS = ("Local authority", "Integrated care board", "Police")
SPACE = "&#160;"
"""What stands in a cell to write in, so that it is not read as empty by mistake."""


def blank_record_html(national: National) -> str:
    """Return a record with nothing filled in: every question with its answers to tick."""
    table_ = national.notifiability
    asked: list[tuple[str, ...]] = [
        (esc(question.ask), _boxes([option.label for option in question.options]))
        for question in table_.questions
    ]
    outcomes = _boxes([f"{one.kicker}: {one.title}" for one in table_.outcomes])
    rests = [one for one in national.instruments if not one.superseded_by]
    editions: list[tuple[str, ...]] = [
        (esc(one.title), esc(one.edition), esc(one.checked_on)) for one in rests
    ]
    top = facts(
        [
            ("Local authority", ""),
            ("Protocol and its date", ""),
            ("Answered on, at", ""),
            ("Case reference (no names)", ""),
        ]
    )
    return (
        top
        + part(
            "The answers given",
            table(("Question", "Tick one"), asked) + _line("Extra local questions"),
        )
        + part(
            "What the handbook answered",
            outcomes
            + facts([("Rule (for example R20)", ""), ("Local rules, if any", "")]),
        )
        + part(
            "Dates", facts([("Aim for", ""), ("Latest", ""), ("Counted from, how", "")])
        )
        + by_hand()
        + part(
            "National editions in this handbook",
            table(("Source", "Edition", "Read on"), editions, "editions"),
        )
    )


def by_hand() -> str:
    """Return the parts that only people can fill in."""
    views: list[tuple[str, ...]] = [
        (esc(name), SPACE, SPACE, SPACE) for name in PARTNERS
    ]
    heads = ("Partner", "View, and since when", "Reasons", "Name, role and date")
    return (
        part(
            "When the local authority became aware of the incident",
            facts([("Day chosen", ""), ("Who knew, in which role", "")])
            + _line("Why this day, and which other days were considered", 2),
        )
        + part("Each partner’s view", table(heads, views, "fill"))
        + part("Dissent", _line("Who sees it differently, and why", 3))
        + part(
            "The decision",
            facts(
                [
                    ("Decided by (name and role)", ""),
                    ("On, at", ""),
                    ("Notified on, at, reference", ""),
                    ("If still open: who looks again, on what day", ""),
                ]
            )
            + _line("Reasons", 4)
            + _line("If it differs from the answer above: why", 2),
        )
        + part(
            "Signed for the record",
            facts([("Name and role", ""), ("Date", "")]),
        )
    )


def part(title: str, body: str) -> str:
    """Return one part of a record under its heading."""
    return f'<section class="rec"><h2>{esc(title)}</h2>{body}</section>'


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """Return names with their values; an empty value is a line to write on."""
    cells = "".join(
        f"<div><dt>{esc(name)}</dt><dd{'' if value else ' class=line'}>{value or SPACE}</dd></div>"
        for name, value in rows
    )
    return f'<dl class="recfacts">{cells}</dl>'


def table(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], css: str = ""
) -> str:
    """Return a table; the first cell of each row heads it. ``css`` "fill" leaves room to write."""
    top = "".join(f'<th scope="col">{esc(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(
            f'<td data-label="{esc(head)}">{cell}</td>'
            for head, cell in zip(heads[1:], rest, strict=True)
        )
        + "</tr>"
        for first, *rest in rows
    )
    return f'<table class="stack {css}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _line(title: str, count: int = 1) -> str:
    lines = '<div class="line"></div>' * count
    return f"<h3>{esc(title)}</h3>{lines}"


def _boxes(labels: list[str]) -> str:
    items = "".join(
        f'<li><span class="box" aria-hidden="true"></span>{esc(label)}</li>'
        for label in labels
    )
    return f'<ul class="boxes" role="list">{items}</ul>'
