"""What an answer hangs on: what is still open, what would change it, what would not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import any_of, blocks, if_answered
from rapidreview.show.answer.talk import settles_one
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.parts import capital, fold, head, pair, pairs, ticks

if TYPE_CHECKING:
    from rapidreview.check import Decision, PossibleHere
    from rapidreview.model import Question


def settles_html(decision: Decision, asked: tuple[Question, ...]) -> Html:
    """Return what would settle the open questions, and every answer that they may lead to.

    Nothing where nothing is open.
    """
    if not decision.settles and not decision.possible:
        return NOTHING
    open_ = [pair(item.ask, item.says) for item in decision.settles]
    return fold(
        "What would settle it",
        el(
            "p",
            "Something is still open. Until it is settled, the gravest of the answers below counts.",
            css="measure",
        ),
        pairs(open_) if open_ else NOTHING,
        _possible(decision.possible, asked),
        part="settles",
    )


def _possible(possible: tuple[PossibleHere, ...], asked: tuple[Question, ...]) -> Html:
    """Return the answers that may turn out, each with its cases told as briefly as they can be."""
    if not possible:
        return NOTHING
    questions = {question.id: question for question in asked}

    def said(name: str, answer: str) -> str:
        return if_answered(questions[name].option(answer))

    every = {
        name: len({one.settled[name] for one in possible})
        for name in possible[0].settled
    }
    groups: dict[str, list[dict[str, str]]] = {}
    for one in possible:
        groups.setdefault(one.title, []).append(one.settled)
    rows = (
        _turn(
            title,
            [
                ", and ".join(any_of([said(*one) for one in chosen]) for chosen in case)
                for case in blocks(settled, every)
            ],
        )
        for title, settled in groups.items()
    )
    heads = head("The answer becomes", "When")
    return el("table", heads, el("tbody", *rows), css="stack ans-possible")


def _turn(title: str, cases: list[str]) -> Html:
    """Return one answer that may turn out, with its cases in words."""
    told = ticks(f"If {case}" if case else "However it turns out" for case in cases)
    return el("tr", el("th", title, scope="row"), el("td", told, data_label="When"))


def changes_html(decision: Decision) -> Html:
    """Return the smallest changes that lead to another answer, then what never matters."""
    changes = [
        pair(capital(item.says), f"{item.title}.")
        for item in decision.would_change
        if decision.talk is None or not settles_one(decision, tuple(item.changes))
    ]
    none = el("p", "No other answer to one or two of these questions.")
    fixed = [
        item for item in decision.would_not_change if item not in decision.not_asked
    ]
    wont = joined(
        _titled("What would not change it", fixed),
        _titled(
            "What is not asked, because it does not matter", list(decision.not_asked)
        ),
    )
    return fold(
        "What would change it, and what would not",
        pairs(changes) if changes else none,
        el("div", wont, css="wont") if wont else NOTHING,
        part="changes",
    )


def _titled(title: str, lines: list[str]) -> Html:
    return joined(el("h3", title), ticks(lines)) if lines else NOTHING
