"""What an answer hangs on: what is still open, what would change it, what would not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import blocks, listed
from rapidreview.show.marks import esc

if TYPE_CHECKING:
    from rapidreview.check import Decision, PossibleHere
    from rapidreview.model import Question


def settles_html(decision: Decision, asked: tuple[Question, ...]) -> str:
    """Return what would settle the open questions, and every answer that they may lead to.

    Empty where nothing is open.
    """
    items = "".join(
        f"<li><b>{esc(item.ask)}</b><span>{esc(item.says)}</span></li>"
        for item in decision.settles
    )
    turns = _possible(decision.possible, asked)
    if not items and not turns:
        return ""
    first = f'<ul class="change" role="list">{items}</ul>' if items else ""
    return (
        '<section class="sec" data-part="settles"><h2>What would settle it</h2>'
        '<p class="measure">Something is still open. Until it is settled, the gravest of the answers below '
        f"counts.</p>{first}{turns}</section>"
    )


def _possible(possible: tuple[PossibleHere, ...], asked: tuple[Question, ...]) -> str:
    """Return the answers that may turn out, each with its cases told as briefly as they can be."""
    if not possible:
        return ""
    said = {
        (question.id, option.id): option.said or f"you answer “{option.label}”"
        for question in asked
        for option in question.options
    }
    every = {
        name: len({one.settled[name] for one in possible})
        for name in possible[0].settled
    }
    groups: dict[str, list[dict[str, str]]] = {}
    for one in possible:
        groups.setdefault(one.title, []).append(one.settled)
    rows = ""
    for title, settled in groups.items():
        cases = [
            ", and ".join(listed([said[pair] for pair in pairs], "or") for pairs in one)
            for one in blocks(settled, every)
        ]
        told = "".join(
            f"<li>{esc('If ' + case if case else 'However it turns out')}</li>"
            for case in cases
        )
        rows += (
            f'<tr><th scope="row">{esc(title)}</th><td data-label="When">'
            f'<ul class="ticks">{told}</ul></td></tr>'
        )
    return (
        '<table class="stack possible"><thead><tr><th scope="col">The answer becomes</th>'
        f'<th scope="col">When</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def changes_html(decision: Decision) -> str:
    """Return the smallest changes that lead to another answer, then what never matters."""
    items = "".join(
        f"<li><b>{esc(_capital(item.says))}</b><span>{esc(item.title)}</span></li>"
        for item in decision.would_change
    )
    change = (
        f'<ul class="change" role="list">{items}</ul>'
        if items
        else "<p>No other answer to one or two of these questions.</p>"
    )
    fixed = [
        item for item in decision.would_not_change if item not in decision.not_asked
    ]
    wont = _ticks("What would not change it", fixed) + _ticks(
        "What is not asked, because it does not matter", list(decision.not_asked)
    )
    wont = f'<div class="wont">{wont}</div>' if wont else ""
    return (
        '<section class="sec" data-part="changes"><h2>What would change this</h2>'
        f"{change}{wont}</section>"
    )


def _ticks(title: str, items: list[str]) -> str:
    if not items:
        return ""
    rows = "".join(f"<li>{esc(item)}</li>" for item in items)
    return f'<h3>{title}</h3><ul class="ticks">{rows}</ul>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
