"""One page for each outcome: its rules with their reasons, what to do, what comes next where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import unread
from handbook.pages.fold import fold
from handbook.pages.frame import Entry, Plan, bullets, section
from handbook.pages.outcomes.all import (
    INDEX,
    OUR,
    TITLE,
    outcome_entries,
    outcome_path,
    unchanged,
)
from handbook.pages.outcomes.condition_words import condition_html
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from handbook.pages.outcomes.narrower_words import narrower_section
from handbook.pages.outcomes.row_duties import RowDuties
from handbook.pages.outcomes.rule_rows import (
    RuleRow,
    condition,
    ground,
    leads,
    of_outcome,
    reasons,
    routes,
)
from handbook.pages.page_sources import general_page
from handbook.pages.partnership.contact_parts import contact_html
from handbook.pages.statements import lines
from rapidreview.check import Checker
from rapidreview.show import (
    NOTHING,
    SIGNS,
    Html,
    el,
    every,
    joined,
    kind_of,
    nowrap_last,
    silent,
    status_tag,
    text,
)

if TYPE_CHECKING:
    from handbook.pages.frame import Page
    from handbook.pages.page_sources import PageSources
    from handbook.read.library import Library
    from rapidreview.model import (
        Contact,
        LocalRule,
        National,
        NextStep,
        Outcome,
        Protocol,
        Step,
    )
    from rapidreview.show import Sources


def outcome_pages(library: Library) -> list[Page]:
    """Return the page of every outcome."""
    duties = RowDuties(library.law)
    outcomes = library.national.notifiability.outcomes
    return [_page(library, one, duties) for one in outcomes]


def _page(library: Library, outcome: Outcome, duties: RowDuties) -> Page:
    def body(sources: PageSources) -> Html:
        mine = of_outcome(library.national, outcome.id)
        told = every(_entry(row, sources, duties) for row in mine)
        heading = el("h2", "What would not change it", css="wont-title")
        return joined(
            unchanged(outcome, heading),
            section("When this is the answer", told, "rules", OUR),
            _local(outcome, sources),
            narrower_section(
                sources, {duty.id for row in mine for duty in row.part.duties}
            ),
            _next(outcome, sources),
            _cases(outcome, sources),
            section("Go on", _on(sources.base)),
        )

    plan = Plan(
        path=outcome_path(outcome.id),
        title=outcome.kicker,
        lead=f"{outcome.title}. {outcome.says}",
        trail=(Entry(INDEX, TITLE),),
        contents=outcome_entries(library.national),
        contents_title="The answers",
        heading=_block(outcome),
    )
    return general_page(library, plan, body)


def _block(outcome: Outcome) -> Html:
    sign_of, kind = kind_of(outcome)
    strokes = el(
        "g",
        SIGNS[sign_of],
        fill="none",
        stroke="currentColor",
        stroke_width="3.5",
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    words = el(
        "div",
        el("p", outcome.kicker, css="ans-kicker"),
        el("h1", outcome.title),
        el("p", outcome.says, css="ans-says"),
    )
    sign = el("svg", strokes, viewBox="0 0 48 48", aria_hidden="true")
    css = f"ans ans-alone ans{kind}" if kind else "ans ans-alone"
    return joined(el("div", sign, words, css=css), "\n")


def _entry(row: RuleRow, sources: PageSources, duties: RowDuties) -> Html:
    law, national = sources.law, sources.national
    told = lines(
        [
            ("If", condition(row, law, "../")),
            ("For example", _examples(row, law.national)),
            ("Who leads", text(leads(row, law.national.jurisdiction))),
            ("What has to be done", duties.html(row, national)),
            ("Other routes", routes(row)),
            ("Why", reasons(row, national)),
            ("Rests on", ground(row, law, sources.base)),
        ]
    )
    more = ", a case that asks for more" if row.raised else ""
    rule = el("small", f"{row.rule.id}{more}", css="mut")
    title = el("h3", row.part.title, " ", rule)
    return fold(title, el("p", row.part.says) + told, row.anchor)


def _examples(row: RuleRow, national: National) -> Html:
    names = [
        text(one.name)
        for one in national.examples
        if one.rule == row.rule.id and one.outcome == row.outcome
    ]
    return bullets(names, "ticks") if names else NOTHING


def _local(outcome: Outcome, sources: PageSources) -> Html:
    items = every(
        _local_rule(rule, one, sources.of(one))
        for one in sources.library.protocols
        for rule in one.partnership.local_rules
        if rule.to == outcome.id
    )
    if not items:
        return NOTHING
    lead = "A partnership’s own protocol can raise an answer to this one. It never lowers one."
    return section("Local rules that lead here", items, "local", lead)


def _local_rule(rule: LocalRule, protocol: Protocol, sources: Sources) -> Html:
    said = nowrap_last(rule.says, sources.mark(rule.source))
    told = lines(
        [
            ("If", condition_html(rule.when, protocol.questions)),
            ("What has to be done", local_duties(rule, protocol, sources)),
            ("Why", local_reasons(rule, sources)),
        ]
    )
    title = f"{protocol.name}: {rule.title} "
    head = el("h3", title, el("small", rule.id, css="mut"))
    return fold(head, el("p", said) + told, rule.id.lower())


def _next(outcome: Outcome, sources: PageSources) -> Html:
    if outcome.contradiction:
        return NOTHING
    parts = every(_here(one, outcome, sources) for one in sources.library.protocols)
    return section("What happens next, by partnership", parts, "next")


def _here(protocol: Protocol, outcome: Outcome, sources: PageSources) -> Html:
    home = sources.base + protocol.folder
    found = protocol.next_steps.get(outcome.id)
    told = (
        _step(found, protocol, sources.of(protocol))
        if found
        else unread(protocol)
        or el("p", silent("The protocol gives no route for this answer."))
    )
    links = (
        el("a", "Its first page", href=home),
        el("a", "The whole flowchart", href=f"{home}flowchart/"),
        el("a", "Contacts and forms", href=f"{home}contacts/"),
        el("a", "Deadlines", href=f"{home}deadlines/"),
    )
    on = el("p", every(links, " · "), css="small")
    return fold(el("h3", protocol.name), told + on, f"next-{protocol.id}")


def _step(here: NextStep, protocol: Protocol, sources: Sources) -> Html:
    mark = sources.mark(here.source, here.status, here.reason)
    said = silent(here.says) + mark if here.silent else nowrap_last(here.says, mark)
    form = protocol.forms.get(here.form)
    name = el("b", "Form:")
    ways = [_way(protocol.contacts[one], sources) for one in here.contact]
    steps = [_does(protocol.steps[one], protocol, sources) for one in here.steps]
    return joined(
        el("p", said, status_tag(here.status), css="measure"),
        el("p", name, f" {form.name}", status_tag(form.status)) if form else NOTHING,
        el("p", el("b", "Contact:")) + bullets(ways, "ticks") if ways else NOTHING,
        el("ol", every(steps), css="steps", role="list") if steps else NOTHING,
    )


def _way(contact: Contact, sources: Sources) -> Html:
    way = contact_html(contact, sources)
    return way if contact.silent else joined(f"{contact.label}: ", way)


def _does(step: Step, protocol: Protocol, sources: Sources) -> Html:
    mark = sources.mark(step.source, step.status, step.reason)
    who = el(
        "span", protocol.label(step.actor), status_tag(step.status), css="steps-who"
    )
    return el("li", who, el("p", nowrap_last(step.title, mark)))


def _cases(outcome: Outcome, sources: PageSources) -> Html:
    checker = Checker(sources.library.national)
    cases = f"{sources.base}national/hard-cases/"
    items = [
        el("a", case.title, href=f"{cases}#{case.id}")
        for case in sources.library.national.hard_cases
        if checker.outcome(case.given)[0] == outcome.id
    ]
    if not items:
        return NOTHING
    return section("Hard cases with this answer", bullets(items, "ticks"), "cases")


def _on(base: str) -> Html:
    pages = (
        ("check/", "Answer the questions for your area"),
        ("deadlines/", "Work out the dates"),
        ("outcomes/#flags", "What runs at the same time"),
        ("national/whose-job/", "Whose job is it?"),
    )
    return bullets((el("a", name, href=base + to) for to, name in pages), "ticks")
