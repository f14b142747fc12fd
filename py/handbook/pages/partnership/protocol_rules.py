"""The rules of a protocol that programs use too: questions, rules, answers, points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread, unread
from handbook.pages.fold import fold
from handbook.pages.frame import local_address, table
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from handbook.pages.partnership.contact_parts import contact_html
from handbook.pages.silence import unsaid
from handbook.pages.statements import facts, lines, marked
from rapidreview.say import in_force_words, listed
from rapidreview.show import (
    NOTHING,
    Html,
    as_printed,
    el,
    every,
    joined,
    nowrap_last,
    silent,
    status_tag,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import (
        Compared,
        Id,
        LocalRule,
        NextStep,
        Protocol,
        When,
    )
    from rapidreview.show import Sources


def checker(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of local questions, local rules and reminders."""
    entries = every(_checker(protocol, sources))
    none = el("p", "Nothing: the national questions are enough here.")
    lead = "Local questions and rules. A local rule can only ask for more than the national rules do."
    told = entries or unread(protocol) or none
    title = el("h3", "What it adds to the checker")
    return fold(title, joined(el("p", lead), told), "checker")


def _checker(protocol: Protocol, sources: Sources) -> Iterator[Html]:
    """Yield each local question, rule and reminder."""
    partnership, labels = protocol.partnership, _answers(protocol)
    for question in partnership.questions:
        rows: list[tuple[str, str]] = [
            ("Answers", "; ".join(one.label for one in question.options)),
            ("Hint", question.hint),
        ]
        yield _entry(marked(question.ask, question.source, sources), facts(rows))
    for rule in partnership.local_rules:
        rows = [
            ("When", _when(rule.when, labels)),
            ("Raises to", protocol.outcomes[rule.to].title),
            ("So", rule.says),
            ("In force", _in_force(protocol, rule)),
            ("Who does what", local_duties(rule, protocol, sources)),
            ("Because", local_reasons(rule, sources)),
        ]
        title = marked(f"{rule.id}: {rule.title}", rule.source, sources)
        yield _entry(title, facts(rows))
    for flag in partnership.local_flags:
        rows = [
            ("When", _when(flag.when, labels)),
            ("So", joined(flag.says, verify_tag(flag.evidence))),
            ("Who", flag.who),
        ]
        yield _entry(marked(flag.title, flag.source, sources), facts(rows))
    for words in partnership.narrower:
        rows = [
            (
                "Beside the duty",
                "; ".join(protocol.law.acts[one].name for one in words.duties),
            ),
            ("What the protocol says", words.says),
            ("What holds", marked(words.law.says, words.law.source, sources)),
        ]
        quoted = as_printed(item.words for item in words.printed)
        yield _entry(marked(quoted, words.source, sources), facts(rows))


def _in_force(protocol: Protocol, rule: LocalRule) -> str:
    stretch = protocol.in_force(rule)
    return in_force_words(stretch).removeprefix("in force ") if stretch else ""


def _entry(title: str, body: Html) -> Html:
    return joined(el("div", el("h4", title), body, css="entry"), "\n")


def _answers(protocol: Protocol) -> dict[tuple[Id, Id], str]:
    """Return each answer in words, with its question, by the ids of both."""
    return {
        (question.id, option.id): f"{question.ask} {option.label}"
        for question in protocol.questions.values()
        for option in question.options
    }


def _when(when: When, labels: Mapping[tuple[Id, Id], str]) -> str:
    def told(given: Mapping[Id, tuple[Id, ...]], word: str = "and") -> str:
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


def at_each_answer(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of what to do next here for each answer of the checker."""
    body = every(
        _entry(protocol.outcomes[item.outcome].title, _next(item, protocol, sources))
        for item in protocol.partnership.next_steps
        if not item.silent
    )
    lead = "What this protocol asks for after each answer that the checker can give."
    told = or_unread(body, protocol)
    if not told:
        return NOTHING
    title = el("h3", "What to do next, answer by answer")
    return fold(title, joined(el("p", lead), told), "next")


def _next(item: NextStep, protocol: Protocol, sources: Sources) -> Html:
    chart = sources.base + local_address(protocol, "flowchart")
    steps = (protocol.steps[name] for name in item.steps)
    links = (
        joined(
            el("a", step.title, href=f"{chart}#step-{step.id}"),
            status_tag(step.status),
        )
        for step in steps
    )
    form = protocol.forms.get(item.form)
    reached = (one for one in protocol.contacts.values() if one.id in item.contact)
    rows = [
        ("Steps", every(links, "; ")),
        ("Form", joined(form.name, status_tag(form.status)) if form else NOTHING),
        ("Send to", every(el("p", contact_html(one, sources)) for one in reached)),
    ]
    mark = sources.mark(item.source, item.status, item.reason)
    said = nowrap_last(item.says, mark)
    return joined(el("p", said, status_tag(item.status)), lines(rows))


def points(protocol: Protocol, sources: Sources) -> Html:
    """Return the section that answers the points on which partnerships are compared."""
    rows = [
        (protocol.attributes[item.attribute].title, compared_html(item, sources))
        for item in protocol.partnership.compare
        if not item.silent
    ]
    lead = "The points on which the handbook compares protocols, in short."
    told = table(("Point", "What it says"), rows) if rows else unread(protocol)
    if not told:
        return NOTHING
    title = el("h3", "Point by point")
    return fold(title, joined(el("p", lead), told), "points")


def compared_html(item: Compared, sources: Sources) -> Html:
    """Return one point of the comparison as this protocol answers it."""
    mark = sources.mark(item.source, item.status, item.reason)
    if item.silent:
        return joined(silent(unsaid(item.says)), status_tag(item.status), mark)
    return joined(nowrap_last(item.says, mark), status_tag(item.status))
