"""Hard cases with their answers, and the processes that run at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, section
from handbook.pages.national.topics import national_page
from handbook.pages.outcomes.condition_words import phrase, questions_by_id
from handbook.pages.statements import jump, lines
from rapidreview.check import Checker
from rapidreview.say import counted
from rapidreview.show import esc, nowrap_last, verify_tag

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.national.frame import Shelf
    from handbook.read.library import Library
    from rapidreview.model import HardCase


def hard_cases_page(library: Library) -> Page:
    """Return the page of the hard cases, each with what to ask, the answer and its rule."""
    cases = library.national.hard_cases
    lead = (
        f"{counted(len(cases), 'case')} that professionals argue about: what to ask, what this handbook answers, "
        "and by which rule."
    )

    def body(shelf: Shelf) -> str:
        checker = Checker(library.national)
        contents = jump([(one.id, one.title) for one in cases], "Cases")
        return contents + "".join(_case(one, library, checker, shelf) for one in cases)

    return national_page(library, "hard-cases", lead, body)


def _case(case: HardCase, library: Library, checker: Checker, shelf: Shelf) -> str:
    questions = questions_by_id(library.national.notifiability.questions)
    outcome, rule = checker.outcome(case.given)
    kicker = checker.table.outcomes[outcome].kicker
    as_answered = [
        said
        for name, answer in case.given.items()
        if name in questions and (said := phrase(questions[name], [answer]))
    ]
    told = ", ".join(as_answered)
    answer = nowrap_last(
        " ".join(case.answer.split()), shelf.national.mark(case.source)
    )
    page = f"{shelf.base}outcomes/{outcome}/"
    rows = [
        ("Ask", bullets([esc(one) for one in case.ask], "ticks")),
        ("Answer", answer + verify_tag(case.evidence)),
        (
            "In the checker",
            (
                f'<a href="{page}#{rule.lower()}"><b>{esc(kicker)}</b>, rule {esc(rule)}</a>'
                f'<br><span class="small mut">As answered here: {esc(told)}.</span>'
            ),
        ),
    ]
    return f'<section class="sec"><h2 id="{case.id}">{esc(case.title)}</h2>{lines(rows)}</section>\n'


def same_time_page(library: Library) -> Page:
    """Return the page of the processes that run beside a notification and a rapid review."""
    lead = "None of these takes the place of a notification, and none has to end before it."

    def body(shelf: Shelf) -> str:
        entries = "".join(
            f'<div class="entry"><h3 id="{one.id}">{nowrap_last(one.name, shelf.national.mark(one.source))}'
            f"{verify_tag(one.evidence)}</h3>"
            + lines(
                [
                    ("What starts it", esc(one.starts)),
                    ("Who leads", esc(one.leads)),
                    ("What it does", esc(one.does)),
                    ("With the rapid review", esc(one.with_this)),
                ]
            )
            + "</div>"
            for one in library.national.processes
        )
        return section("One by one", entries) + section(
            "Which of them your answers call for",
            f'<p><a class="lone" href="{shelf.base}outcomes/#flags">What is added to an answer, and when</a></p>',
        )

    return national_page(library, "at-the-same-time", lead, body)
