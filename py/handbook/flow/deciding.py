"""How a step is decided, and what stands beside it in national texts, as pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.courses import beside, courses
from rapidreview.say import how_decided
from rapidreview.show import el, every, joined, nowrap_last, status_tag, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import Protocol, Statement, Step
    from rapidreview.show import Html, Sources


def deciding_html(protocol: Protocol, step: Step, css: str, sources: Sources) -> Html:
    """Return how ``step`` is decided, what stands beside it whatever is decided, and what
    national texts say to a course that begins there."""
    told = []
    if step.decides is not None:
        rule = step.decides
        tagged = joined(
            status_tag(rule.status), sources.mark(rule.source, rule.status, rule.reason)
        )
        told.append(el("p", el("b", "How it is decided"), tagged, css=css))
    told += [
        el("p", f"{name}: {words}", css=css)
        for name, words in how_decided(protocol, step)
    ]
    told += [_national(one, css, sources) for one in beside(protocol, step)]
    for course in courses(protocol):
        if course.step is step:
            told.append(el("p", el("b", course.unforeseen.title), css=css))
            told += [_national(one, css, sources) for one in course.unforeseen.says]
    return every(told)


def _national(one: Statement, css: str, sources: Sources) -> Html:
    mark = sources.mark(one.source, "national")
    return el("p", nowrap_last(one.says, mark), verify_tag(one.evidence), css=css)
