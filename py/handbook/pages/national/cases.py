"""Hard cases with their answers, and the processes that run at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, section
from handbook.pages.national.topics import national_page
from handbook.pages.outcomes.condition_words import phrase
from handbook.pages.statements import jump, lines
from rapidreview.check import Checker
from rapidreview.say import counted
from rapidreview.show import Html, el, every, joined, nowrap_last, text, verify_tag

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import HardCase
    from rapidreview.model.national import Process
    from rapidreview.show import Sources


def hard_cases_page(library: Library) -> Page:
    """Return the page of the hard cases, each with what to ask, the answer and its rule."""
    cases = library.national.hard_cases
    lead = (
        f"{counted(len(cases), 'case')} that professionals argue about: what to ask, what this handbook answers, "
        "and by which rule."
    )

    def body(sources: PageSources) -> Html:
        checker = Checker(library.national)
        contents = jump([(one.id, one.title) for one in cases], "Cases")
        return joined(contents, *(_case(one, checker, sources) for one in cases))

    return national_page(library, "hard-cases", lead, body)


def _case(case: HardCase, checker: Checker, sources: PageSources) -> Html:
    mark = sources.national.mark(case.source)
    answer = nowrap_last(" ".join(case.answer.split()), mark)
    rows = [
        ("Ask", bullets(map(text, case.ask), "ticks")),
        ("Answer", answer + verify_tag(case.evidence)),
        ("In the checker", _in_checker(case, checker, sources)),
    ]
    title = el("h2", case.title, id=case.id)
    return joined(el("section", title, lines(rows), css="sec"), "\n")


def _in_checker(case: HardCase, checker: Checker, sources: PageSources) -> Html:
    """Return the answer that the checker gives in this case, and as what the case was entered."""
    questions = sources.law.questions
    outcome, rule = checker.outcome(case.given)
    told = ", ".join(
        said
        for name, answer in case.given.items()
        if name in questions and (said := phrase(questions[name], [answer]))
    )
    return joined(
        el(
            "a",
            el("b", sources.law.outcomes[outcome].kicker),
            f", rule {rule}",
            href=f"{sources.base}outcomes/{outcome}/#{rule.lower()}",
        ),
        el("br"),
        el("span", f"As answered here: {told}.", css="small mut"),
    )


def same_time_page(library: Library) -> Page:
    """Return the page of the processes that run beside a notification and a rapid review."""
    lead = "None of these takes the place of a notification, and none has to end before it."

    def body(sources: PageSources) -> Html:
        entries = every(
            _process(one, sources.national) for one in library.national.processes
        )
        added = el(
            "a",
            "What is added to an answer, and when",
            css="lone",
            href=f"{sources.base}outcomes/#flags",
        )
        return section("One by one", entries) + section(
            "Which of them your answers call for", el("p", added)
        )

    return national_page(library, "at-the-same-time", lead, body)


def _process(process: Process, sources: Sources) -> Html:
    name = nowrap_last(process.name, sources.mark(process.source))
    rows = [
        ("What starts it", text(process.starts)),
        ("Who leads", text(process.leads)),
        ("What it does", text(process.does)),
        ("With the rapid review", text(process.with_this)),
    ]
    title = el("h3", name, verify_tag(process.evidence), id=process.id)
    return el("div", title, lines(rows), css="entry")
