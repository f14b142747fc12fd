"""One page for each outcome: its rules with their reasons, what to do, what comes next where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Page, bullets, section
from handbook.pages.national.frame import Entry, Plan, Shelf, general_page
from handbook.pages.outcomes.all import INDEX, TITLE, outcome_entries, outcome_path
from handbook.pages.outcomes.condition_words import condition_html, questions_by_id
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from handbook.pages.outcomes.row_duties import RowDuties
from handbook.pages.outcomes.rule_rows import (
    Row,
    condition,
    ground,
    leads,
    of_outcome,
    reasons,
    routes,
)
from handbook.pages.partnership.glance import contact_html
from handbook.pages.statements import lines
from rapidreview.check import Checker
from rapidreview.show import BROWN, SIGNS, Html, esc, nowrap_last, silent, status_tag

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import National, NextStep, Outcome, Partnership, Question


def outcome_pages(library: Library) -> list[Page]:
    """Return the page of every outcome."""
    duties = RowDuties(library.national)
    outcomes = library.national.notifiability.outcomes
    return [_page(library, one, duties) for one in outcomes]


def _page(library: Library, outcome: Outcome, duties: RowDuties) -> Page:
    questions = questions_by_id(library.national.notifiability.questions)

    def body(shelf: Shelf) -> str:
        mine = of_outcome(library.national, outcome.id)
        told = "".join(_entry(row, library, questions, shelf, duties) for row in mine)
        return (
            _fixed(outcome)
            + section("When this is the answer", told, "rules")
            + _local(library, outcome, shelf)
            + _next(library, outcome, shelf)
            + _cases(library, outcome, shelf.base)
            + section("Go on", _on(shelf.base))
        )

    plan = Plan(
        path=outcome_path(outcome.id),
        title=outcome.kicker,
        lead=f"{outcome.title}. {outcome.says}",
        trail=(Entry(INDEX, TITLE),),
        contents=outcome_entries(library.national),
        contents_title="The answers",
        heading=Html(_block(outcome)),
    )
    return general_page(library, plan, body)


def _block(outcome: Outcome) -> str:
    brown = outcome.id in BROWN
    css, sign = (" dec", SIGNS["dec"]) if brown else ("", SIGNS["must"])
    return (
        f'<div class="ans alone{css}"><svg viewBox="0 0 48 48" aria-hidden="true"><g fill="none" '
        f'stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">{sign}</g></svg>'
        f'<div><p class="k">{esc(outcome.kicker)}</p><h1>{esc(outcome.title)}</h1>'
        f'<p class="sub">{esc(outcome.says)}</p></div></div>\n'
    )


def _fixed(outcome: Outcome) -> str:
    if not outcome.never_lowered_by:
        return ""
    items = bullets([esc(one) for one in outcome.never_lowered_by], "ticks")
    return (
        f'<div class="wont"><h2 class="h3">What would not change it</h2>{items}</div>'
    )


def _entry(
    row: Row,
    library: Library,
    questions: dict[str, Question],
    shelf: Shelf,
    duties: RowDuties,
) -> str:
    national, sources = library.national, shelf.national
    facts = [
        ("If", condition(row, national, questions, "../")),
        ("For example", _examples(row, national)),
        ("Who leads", esc(leads(row))),
    ]
    facts += [
        ("What has to be done", duties.html(row, sources)),
        ("Other routes", routes(row)),
    ]
    why = [f"<li>{said}</li>" for _, said in reasons(row, questions, sources)]
    facts.append(("Why", f'<ul class="ticks">{"".join(why)}</ul>' if why else ""))
    facts.append(("Rests on", ground(row, national, shelf.base)))
    told = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts if value)
    more = ", a case that asks for more" if row.raised else ""
    return (
        f'<div class="entry"><h3 id="{row.anchor}">{esc(row.part.title)} '
        f'<small class="mut">{esc(row.rule.id)}{more}</small></h3>'
        f'<p class="measure">{esc(row.part.says)}</p><dl class="why">{told}</dl></div>'
    )


def _examples(row: Row, national: National) -> str:
    names = [
        esc(one.name)
        for one in national.examples
        if one.rule == row.rule.id and one.outcome == row.outcome
    ]
    return bullets(names, "ticks") if names else ""


def _local(library: Library, outcome: Outcome, shelf: Shelf) -> str:
    items = []
    for partnership in library.partnerships:
        questions = questions_by_id(
            library.national.notifiability.questions, partnership.questions
        )
        for rule in partnership.local_rules:
            if rule.to == outcome.id:
                sources = shelf.of(partnership)
                said = nowrap_last(rule.says, sources.mark(rule.source))
                told = lines(
                    [
                        ("If", condition_html(rule.when, questions)),
                        (
                            "What has to be done",
                            local_duties(rule, partnership, sources),
                        ),
                        ("Why", local_reasons(rule, sources)),
                    ]
                )
                items.append(
                    f'<div class="entry"><h3 id="{rule.id.lower()}">{esc(partnership.name)}: {esc(rule.title)} '
                    f'<small class="mut">{esc(rule.id)}</small></h3>'
                    f'<p class="measure">{said}</p>{told}</div>'
                )
    if not items:
        return ""
    lead = "A partnership’s own protocol can raise an answer to this one. It never lowers one."
    return section("Local rules that lead here", "".join(items), "local", lead)


def _next(library: Library, outcome: Outcome, shelf: Shelf) -> str:
    if outcome.id == "ask-again":
        return ""
    parts = "".join(_here(one, outcome, shelf) for one in library.partnerships)
    return section("What happens next, by partnership", parts, "next")


def _here(partnership: Partnership, outcome: Outcome, shelf: Shelf) -> str:
    home = f"{shelf.base}partnerships/{partnership.id}/"
    found = [one for one in partnership.next_steps if one.outcome == outcome.id]
    told = "".join(_step(one, partnership, shelf) for one in found)
    if not found:
        told = f"<p>{silent('The protocol gives no route for this answer.')}</p>"
    return (
        f'<div class="entry"><h3 id="next-{partnership.id}"><a href="{home}">{esc(partnership.name)}</a></h3>{told}'
        f'<p class="small"><a href="{home}flowchart/">The whole flowchart</a> · '
        f'<a href="{home}contacts/">Contacts and forms</a> · <a href="{home}deadlines/">Deadlines</a></p></div>'
    )


def _step(here: NextStep, partnership: Partnership, shelf: Shelf) -> str:
    sources = shelf.of(partnership)
    people = {actor.id: actor.label for actor in partnership.actors}
    steps = {step.id: step for step in partnership.steps}
    contacts = {contact.id: contact for contact in partnership.contacts}
    mark = sources.mark(here.source, here.status, here.reason)
    said = silent(here.says) + mark if here.silent else nowrap_last(here.says, mark)
    text = f'<p class="measure">{said}{status_tag(here.status)}</p>'
    text += "".join(
        f"<p><b>Form:</b> {esc(form.name)}{status_tag(form.status)}</p>"
        for form in partnership.forms
        if form.id == here.form
    )
    ways = [
        f"{esc(contacts[name].label)}: {contact_html(contacts[name], sources)}"
        if not contacts[name].silent
        else contact_html(contacts[name], sources)
        for name in here.contact
    ]
    if ways:
        text += "<p><b>Contact:</b></p>" + bullets(ways, "ticks")
    items = "".join(
        f'<li><span class="who">{esc(people.get(step.actor, ""))}{status_tag(step.status)}</span>'
        f"<p>{nowrap_last(step.title, sources.mark(step.source, step.status, step.reason))}</p></li>"
        for step in (steps[name] for name in here.steps)
    )
    return text + (f'<ol class="steps" role="list">{items}</ol>' if items else "")


def _cases(library: Library, outcome: Outcome, base: str) -> str:
    checker = Checker(library.national)
    items = [
        f'<a href="{base}national/hard-cases/#{case.id}">{esc(case.title)}</a>'
        for case in library.national.hard_cases
        if checker.outcome(case.given)[0] == outcome.id
    ]
    if not items:
        return ""
    return section("Hard cases with this answer", bullets(items, "ticks"), "cases")


def _on(base: str) -> str:
    return bullets(
        [
            f'<a href="{base}check/">Answer the questions for your area</a>',
            f'<a href="{base}deadlines/">Work out the dates</a>',
            f'<a href="{base}outcomes/#flags">What runs at the same time</a>',
            f'<a href="{base}national/whose-job/">Whose job is it?</a>',
        ],
        "ticks",
    )
