"""All outcomes: the whole decision table as one page, for paper and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Page, bullets, section, table
from handbook.pages.national.frame import Entry, Plan, Shelf, general_page, pages_list
from handbook.pages.outcomes.condition_words import (
    condition_html,
    condition_text,
    questions_by_id,
)
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from handbook.pages.outcomes.row_duties import RowDuties
from handbook.pages.outcomes.rule_rows import (
    Row,
    condition,
    ground,
    leads,
    of_outcome,
    routes,
    rows,
)
from handbook.pages.partnership.glance import statement_html
from rapidreview.say import counted
from rapidreview.show import esc, nowrap_last, tag, verify_tag

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Flag, National, Outcome, Question

INDEX = "outcomes/index.md"
TITLE = "All outcomes"
LEAD = (
    "Every answer that the checker can give, rule by rule. It works without the checker, "
    "without script and on paper."
)


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
    national = library.national
    questions = questions_by_id(national.notifiability.questions)
    duties = RowDuties(national)

    def body(shelf: Shelf) -> str:
        rules = national.notifiability
        sources = shelf.national
        return (
            '<p class="measure"><b>Make the child, and any other child, safe first.</b></p>'
            + section(
                "The answers", pages_list(outcome_entries(national)[1:], shelf.base)
            )
            + section("The six questions", _questions(rules.questions))
            + section("Find your rule", _order(national, questions), "order", HOW)
            + "".join(
                _group(outcome, library, questions, shelf, duties)
                for outcome in rules.outcomes
            )
            + section(
                "What runs at the same time",
                _flags(rules.flags, questions, shelf),
                "flags",
                FLAGS,
            )
            + _local(library, shelf)
            + section(
                "What is not asked, because it does not matter",
                bullets(
                    [statement_html(one, sources) for one in rules.irrelevant], "ticks"
                ),
                "not-asked",
            )
        )

    return general_page(library, Plan(path=INDEX, title=TITLE, lead=LEAD), body)


HOW = (
    "Read down the list. The first rule whose whole condition fits your answers gives the answer. "
    "If you do not know the age, the place, the home or the care status, look up every answer that may be true: "
    "the gravest of them counts until you know."
)
FLAGS = "These are added to an answer. None of them takes the place of a notification."


def _questions(questions: tuple[Question, ...]) -> str:
    cells: list[tuple[str, ...]] = []
    for question in questions:
        options = bullets([esc(option.label) for option in question.options], "ticks")
        cells.append((esc(question.ask), options, esc(question.hint)))
    return table(("Question", "Answers", "What to think of"), cells, "stack rules")


def _order(national: National, questions: dict[str, Question]) -> str:
    kickers = {one.id: one.kicker for one in national.notifiability.outcomes}
    cells: list[tuple[str, ...]] = [
        (
            f'<a href="#{row.anchor}">{esc(row.rule.id)}</a>{_case(row)}',
            condition_text(row.rule.when, questions)
            + (
                f"<br>In this case: {condition_text(row.raised.when, questions)}"
                if row.raised
                else ""
            ),
            f"<b>{esc(kickers[row.outcome])}</b>",
        )
        for row in rows(national)
        if not row.rule.gravest_of
    ]
    return table(("Rule", "If all of this holds", "Answer"), cells, "stack rules order")


def _group(
    outcome: Outcome,
    library: Library,
    questions: dict[str, Question],
    shelf: Shelf,
    duties: RowDuties,
) -> str:
    cells: list[tuple[str, ...]] = [
        (
            f'<span id="{row.anchor}">{esc(row.rule.id)}</span>{_case(row)}',
            condition(row, library.national, questions),
            f"<p><b>{esc(row.part.title)}</b></p><p>{esc(row.part.says)}</p>{routes(row)}",
            f"<p><b>{esc(leads(row))}</b></p>{duties.html(row, shelf.national)}",
            ground(row, library.national, shelf.base),
        )
        for row in of_outcome(library.national, outcome.id)
    ]
    heads = ("Rule", "If", "Answer", "Who leads, and what has to be done", "Rests on")
    fixed = bullets([esc(one) for one in outcome.never_lowered_by], "ticks")
    wont = (
        f'<div class="wont"><h3>What would not change it</h3>{fixed}</div>'
        if outcome.never_lowered_by
        else ""
    )
    more = (
        f'<p class="noprint"><a class="lone" href="{outcome.id}/">'
        f"{esc(outcome.kicker)}: what to do, and what happens next in each partnership</a></p>"
    )
    intro = f'<p class="measure"><b>{esc(outcome.title)}.</b> {esc(outcome.says)}</p>'
    return section(
        outcome.kicker,
        intro + more + table(heads, cells, "stack rules five") + wont,
        outcome.id,
    )


def _case(row: Row) -> str:
    return ' <small class="mut">a case that asks for more</small>' if row.raised else ""


def _flags(
    flags: tuple[Flag, ...], questions: dict[str, Question], shelf: Shelf
) -> str:
    cells: list[tuple[str, ...]] = [
        (
            esc(flag.title),
            condition_html(flag.when, questions),
            nowrap_last(flag.says, shelf.national.mark(flag.source))
            + verify_tag(flag.evidence),
            esc(flag.who[:1].upper() + flag.who[1:]),
        )
        for flag in flags
    ]
    return table(("What", "When", "What it asks", "Who acts"), cells, "stack rules")


def _under(title: str, told: str) -> str:
    return f"<p><b>{title}</b></p>{told}" if told else ""


def _local(library: Library, shelf: Shelf) -> str:
    kickers = {one.id: one.kicker for one in library.national.notifiability.outcomes}
    cells: list[tuple[str, ...]] = []
    for partnership in library.partnerships:
        questions = questions_by_id(
            library.national.notifiability.questions, partnership.questions
        )
        sources = shelf.of(partnership)
        for rule in partnership.local_rules:
            said = (
                f"<b>{esc(rule.title)}</b><br>"
                + nowrap_last(rule.says, sources.mark(rule.source))
                + _under("Who does what", local_duties(rule, partnership, sources))
                + _under("Why", local_reasons(rule, sources))
            )
            cells.append(
                (
                    f"{esc(partnership.name)} <small>{esc(rule.id)}</small>",
                    condition_html(rule.when, questions),
                    said,
                    f"At least: {esc(kickers[rule.to])}",
                )
            )
        for flag in partnership.local_flags:
            said = f"<b>{esc(flag.title)}</b><br>" + nowrap_last(
                flag.says, sources.mark(flag.source)
            )
            cells.append(
                (
                    esc(partnership.name),
                    condition_html(flag.when, questions),
                    said,
                    tag("local") + " Added to the answer",
                )
            )
    if not cells:
        return ""
    heads = ("Partnership", "If", "What its protocol adds", "What it does")
    return section(
        "What partnerships’ own protocols add",
        table(heads, cells, "stack rules"),
        "local",
        "A local rule can raise an answer. It never lowers one.",
    )
