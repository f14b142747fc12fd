"""All outcomes: the whole decision table as one page, for paper and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.fold import folded
from handbook.pages.frame import Entry, Plan, bullets, pages_list, section, table
from handbook.pages.outcomes.condition_words import condition_html, condition_text
from handbook.pages.outcomes.local_rows import local_fold
from handbook.pages.outcomes.narrower_words import narrower_fold
from handbook.pages.outcomes.row_duties import RowDuties
from handbook.pages.outcomes.rule_rows import (
    RuleRow,
    condition,
    ground,
    leads,
    of_outcome,
    routes,
    rows,
)
from handbook.pages.page_sources import general_page
from handbook.pages.statements import said
from rapidreview.say import counted
from rapidreview.show import (
    NOTHING,
    Html,
    el,
    every,
    joined,
    nowrap_last,
    text,
    verify_tag,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import (
        National,
        NationalIndex,
        Outcome,
    )

INDEX = "outcomes/index.md"
TITLE = "All outcomes"
LEAD = (
    "Every answer that the checker can give, rule by rule. It works without the checker, "
    "without script and on paper."
)
HOW = (
    "Read down the list. The first rule whose whole condition fits your answers gives the answer. "
    "If you do not know the age, the place, the home or the care status, look up every answer that may be true: "
    "the gravest of them counts until you know."
)
OUR = "“Our area” and “our authority” mean the local authority in whose area you work."
FLAGS = "These are added to an answer. None of them takes the place of a notification."


def outcome_path(outcome: str) -> str:
    """Return where the page of ``outcome`` goes."""
    return f"outcomes/{outcome}.md"


def outcome_entries(national: National) -> tuple[Entry, ...]:
    """Return the pages of the outcomes, the gravest first, under the page of them all."""
    found = [Entry(INDEX, TITLE, LEAD)]
    for outcome in national.notifiability.outcomes:
        count = len(of_outcome(national, outcome.id))
        found.append(
            Entry(
                outcome_path(outcome.id),
                outcome.kicker,
                f"{outcome.title}. {counted(count, 'rule')}",
            )
        )
    return tuple(found)


def outcomes_page(library: Library) -> Page:
    """Return the page of the whole decision table."""
    rules = library.national.notifiability
    duties = RowDuties(library.law)
    answers = outcome_entries(library.national)[1:]

    def body(sources: PageSources) -> Html:
        return joined(
            el(
                "p",
                el("b", "Make the child, and any other child, safe first."),
                css="measure",
            ),
            el("p", OUR, css="small mut measure"),
            section("The answers", pages_list(answers, sources.base)),
            section(
                "Find your rule",
                joined(
                    folded("The six questions", _questions(library.law), "questions"),
                    folded("Rule by rule, in order", _order(library.law), "order", HOW),
                ),
            ),
            section(
                "What each answer asks for",
                every(_group(outcome, sources, duties) for outcome in rules.outcomes),
            ),
            section(
                "Beside every answer",
                joined(
                    folded(
                        "What runs at the same time", _flags(sources), "flags", FLAGS
                    ),
                    local_fold(sources),
                    narrower_fold(sources),
                    folded(
                        "What is not asked, because it does not matter",
                        bullets(
                            (said(one, sources.national) for one in rules.irrelevant),
                            "ticks",
                        ),
                        "not-asked",
                    ),
                ),
            ),
        )

    return general_page(library, Plan(path=INDEX, title=TITLE, lead=LEAD), body)


def _questions(law: NationalIndex) -> Html:
    cells = [
        (
            text(one.ask),
            bullets((text(option.label) for option in one.options), "ticks"),
            text(one.hint),
        )
        for one in law.questions.values()
    ]
    return table(("Question", "Answers", "What to think of"), cells, "stack rules")


def _order(law: NationalIndex) -> Html:
    cells = []
    for row in rows(law.national):
        if row.rule.gravest_of:
            continue
        when = text(condition_text(row.rule.when, law.questions))
        if row.raised:
            case = condition_text(row.raised.when, law.questions)
            when = joined(when, el("br"), f"In this case: {case}")
        rule = el("a", row.rule.id, href=f"#{row.anchor}") + _case(row)
        cells.append((rule, when, el("b", law.outcomes[row.outcome].kicker)))
    return table(
        ("Rule", "If all of this holds", "Answer"), cells, "stack rules rules-order"
    )


def _group(outcome: Outcome, sources: PageSources, duties: RowDuties) -> Html:
    law = sources.law
    cells = [
        (
            el("span", row.rule.id, id=row.anchor) + _case(row),
            condition(row, law),
            joined(
                el("p", el("b", row.part.title)), el("p", row.part.says), routes(row)
            ),
            el("p", el("b", leads(row, law.national.jurisdiction)))
            + duties.html(row, sources.national),
            ground(row, law, sources.base),
        )
        for row in of_outcome(law.national, outcome.id)
    ]
    heads = ("Rule", "If", "Answer", "Who leads, and what has to be done", "Rests on")
    more = f"{outcome.kicker}: what to do, and what happens next in each partnership"
    link = el("a", more, css="lone", href=f"{outcome.id}/")
    body = joined(
        el("p", el("b", f"{outcome.title}."), f" {outcome.says}", css="measure"),
        el("p", link, css="paper-never"),
        table(heads, cells, "stack rules rules-five"),
        unchanged(outcome, el("h4", "What would not change it")),
    )
    return folded(outcome.kicker, body, outcome.id)


def unchanged(outcome: Outcome, heading: Html) -> Html:
    """Return what would not change the answer, under its heading; nothing where nothing is said."""
    fixed = [text(one) for one in outcome.never_lowered_by]
    if not fixed:
        return NOTHING
    return el("div", heading, bullets(fixed, "ticks"), css="wont")


def _case(row: RuleRow) -> Html:
    if not row.raised:
        return NOTHING
    return joined(" ", el("small", "a case that asks for more", css="mut"))


def _flags(sources: PageSources) -> Html:
    cells = []
    for flag in sources.library.national.notifiability.flags:
        asks = nowrap_last(flag.says, sources.national.mark(flag.source))
        cells.append(
            (
                text(flag.title),
                condition_html(flag.when, sources.law.questions),
                asks + verify_tag(flag.evidence),
                text(flag.who[:1].upper() + flag.who[1:]),
            )
        )
    return table(("What", "When", "What it asks", "Who acts"), cells, "stack rules")
