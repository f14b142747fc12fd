"""The rules of a protocol that programs use too: starts of clocks, orders, questions, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import bullets, section, table
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from handbook.pages.partnership.glance import contact_html
from handbook.pages.silence import unsaid
from handbook.pages.statements import facts, lines, marked
from rapidreview.model import Protocol
from rapidreview.say import listed
from rapidreview.show import esc, nowrap_last, silent, slug, status_tag, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import Compared, NextStep, Partnership, When
    from rapidreview.show import Sources


def clocks(partnership: Partnership, sources: Sources) -> str:
    """Return the section of the events that clocks run from, with what counts as each."""
    labels = {event.id: event.label for event in partnership.events}
    body = ""
    for event in partnership.events:
        after = listed(labels[name] for name in event.after if name in labels)
        counts = event.counts_as
        stands_in = labels.get(event.if_blank, "")
        rows = [
            ("What counts", counts and esc(counts) + status_tag(event.status)),
            ("Good to know", esc(event.hint)),
            ("Not before", esc(after)),
            ("If not known", esc(f"{stands_in}. {event.assumed}") if stands_in else ""),
        ]
        mark = sources.mark(event.source, event.status, event.reason)
        title: str = nowrap_last(event.label, mark)
        title += "" if counts else status_tag(event.status)
        name = slug(f"event {event.id}")
        body += f'<div class="entry"><h3 id="{name}">{title}</h3>{facts(rows)}</div>\n'
    return section("What starts each clock", body, "events")


def orders(partnership: Partnership, sources: Sources) -> str:
    """Return the section of what must come before what, and of steps that must fit a limit."""
    limits = {item.id: item.what for item in partnership.deadlines}
    items: list[str] = [
        marked(one.says, one.source, sources, one.status, one.reason)
        for one in partnership.orders
    ]
    for chain in partnership.chains:
        spent = "; ".join(
            f"{esc(one.what)} ({one.days}){status_tag(one.status)}"
            for one in chain.spend
        )
        reasons = "".join(f" {esc(one.reason)}" for one in chain.spend if one.reason)
        items.append(
            marked(chain.says, chain.source, sources)
            + f'<span class="sub">Must fit before the limit of “{esc(limits[chain.deadline])}”. '
            f"Working days: {spent}.{reasons}</span>"
        )
    body = (
        bullets(items, "says")
        if items
        else silent("The protocol sets no order beyond its steps")
    )
    return section("What comes before what", body, "orders")


def checker(partnership: Partnership, sources: Sources) -> str:
    """Return the section of local questions, local rules and reminders."""
    labels = {
        (question.id, option.id): f"{question.ask} {option.label}"
        for question in (
            *sources.national.notifiability.questions,
            *partnership.questions,
        )
        for option in question.options
    }
    outcomes = {one.id: one.title for one in sources.national.notifiability.outcomes}
    body = ""
    for question in partnership.questions:
        rows = [
            ("Answers", esc("; ".join(one.label for one in question.options))),
            ("Hint", esc(question.hint)),
        ]
        body += _entry(marked(question.ask, question.source, sources), facts(rows))
    protocol = Protocol(sources.national, partnership)
    for rule in partnership.local_rules:
        rows = [
            ("When", esc(_when(rule.when, labels))),
            ("Raises to", esc(outcomes[rule.to])),
            ("So", esc(rule.says)),
            (
                "Who does what",
                local_duties(rule, protocol, sources),
            ),
            ("Because", local_reasons(rule, sources)),
        ]
        title = marked(f"{rule.id}: {rule.title}", rule.source, sources)
        body += _entry(title, facts(rows))
    for flag in partnership.local_flags:
        rows = [
            ("When", esc(_when(flag.when, labels))),
            ("So", esc(flag.says) + verify_tag(flag.evidence)),
            ("Who", esc(flag.who)),
        ]
        body += _entry(marked(flag.title, flag.source, sources), facts(rows))
    if not body:
        body = "<p>Nothing: the national questions are enough here.</p>"
    lead = "Local questions and rules. A local rule can only ask for more than the national rules do."
    return section("What it adds to the checker", body, "checker", lead)


def _entry(title: str, body: str) -> str:
    return f'<div class="entry"><h3>{title}</h3>{body}</div>\n'


def _when(when: When, labels: dict[tuple[str, str], str]) -> str:
    def told(given: dict[str, tuple[str, ...]], word: str = "and") -> str:
        return f"; {word} ".join(
            listed((labels[question, answer] for answer in answers), "or")
            for question, answers in given.items()
        )

    parts = [told(when.all_)] if when.all_ else []
    if when.any_:
        parts.append("any of: " + "; ".join(told(one) for one in when.any_))
    if when.none:
        parts.append("and none of: " + told(when.none, "nor"))
    return "; ".join(parts)


def at_each_answer(partnership: Partnership, sources: Sources) -> str:
    """Return the section of what to do next here for each answer of the checker."""
    outcomes = {one.id: one.title for one in sources.national.notifiability.outcomes}
    body = "".join(
        _entry(esc(outcomes[item.outcome]), _next(item, partnership, sources))
        for item in partnership.next_steps
    )
    lead = "What this protocol asks for after each answer that the checker can give."
    return section("What to do next, answer by answer", body, "next", lead)


def _next(item: NextStep, partnership: Partnership, sources: Sources) -> str:
    known = {step.id: step for step in partnership.steps}
    chart = f"{sources.base}partnerships/{partnership.id}/flowchart/"
    steps = "; ".join(
        f'<a href="{chart}#step-{name}">{esc(known[name].title)}</a>'
        + status_tag(known[name].status)
        for name in item.steps
    )
    form = "".join(
        esc(one.name) + status_tag(one.status)
        for one in partnership.forms
        if one.id == item.form
    )
    to = "".join(
        f"<p>{contact_html(one, sources)}</p>"
        for one in partnership.contacts
        if one.id in item.contact
    )
    mark = sources.mark(item.source, item.status, item.reason)
    said = silent(item.says) + mark if item.silent else nowrap_last(item.says, mark)
    told = said + status_tag(item.status)
    return f"<p>{told}</p>" + lines([("Steps", steps), ("Form", form), ("Send to", to)])


def points(partnership: Partnership, sources: Sources) -> str:
    """Return the section that answers the points on which partnerships are compared."""
    titles = {one.id: one.title for one in sources.national.compare}
    rows = [
        (
            esc(titles[item.attribute]),
            compared_html(item, sources),
        )
        for item in partnership.compare
    ]
    lead = "The points on which the handbook compares protocols, in short."
    return section(
        "Point by point", table(("Point", "What it says"), rows), "points", lead
    )


def compared_html(item: Compared, sources: Sources) -> str:
    """Return one point of the comparison as this protocol answers it."""
    mark = sources.mark(item.source, item.status, item.reason)
    if item.silent:
        return silent(unsaid(item.says)) + status_tag(item.status) + mark
    return nowrap_last(item.says, mark) + status_tag(item.status)
