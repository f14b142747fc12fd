"""The rules of a protocol that programs use too: starts of clocks, orders, questions, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread, unread
from handbook.pages.frame import bullets, local_address, section, table
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
    slug,
    status_tag,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import (
        Compared,
        Event,
        Id,
        LocalRule,
        NextStep,
        Protocol,
        When,
    )
    from rapidreview.model.timing import Chain
    from rapidreview.show import Sources


def clocks(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of the events that clocks run from, with what counts as each."""
    body = every(_event(one, protocol, sources) for one in protocol.partnership.events)
    return section("What starts each clock", or_unread(body, protocol), "events")


def _event(event: Event, protocol: Protocol, sources: Sources) -> Html:
    known, own = protocol.events, {one.id for one in protocol.partnership.events}
    after = listed(known[name].label for name in event.after if name in own)
    counts = event.counts_as
    stands_in = known[event.if_blank].label if event.if_blank in own else ""
    standing = status_tag(event.status)
    rows = [
        ("What counts", joined(counts, standing) if counts else NOTHING),
        ("Good to know", event.hint),
        ("Not before", after),
        ("If not known", f"{stands_in}. {event.assumed}" if stands_in else ""),
    ]
    mark = sources.mark(event.source, event.status, event.reason)
    title = el(
        "h3",
        nowrap_last(event.label, mark),
        NOTHING if counts else standing,
        id=slug(f"event {event.id}"),
    )
    return joined(el("div", title, facts(rows), css="entry"), "\n")


def orders(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of what must come before what, and of steps that must fit a limit."""
    items = [
        marked(one.says, one.source, sources, one.status, one.reason)
        for one in protocol.partnership.orders
    ]
    items += [_chain(one, protocol, sources) for one in protocol.chains.values()]
    none = silent("The protocol sets no order beyond its steps")
    body = bullets(items, "says") if items else unread(protocol) or none
    return section("What comes before what", body, "orders")


def _chain(chain: Chain, protocol: Protocol, sources: Sources) -> Html:
    spent = (
        joined(f"{one.what} ({one.days})", status_tag(one.status))
        for one in chain.spend
    )
    reasons = "".join(f" {one.reason}" for one in chain.spend if one.reason)
    limit = protocol.own_deadlines[chain.deadline].what
    return joined(
        marked(chain.says, chain.source, sources),
        el(
            "span",
            f"Must fit before the limit of “{limit}”. Working days: ",
            every(spent, "; "),
            f".{reasons}",
            css="sub",
        ),
    )


def checker(protocol: Protocol, sources: Sources) -> Html:
    """Return the section of local questions, local rules and reminders."""
    entries = every(_checker(protocol, sources))
    none = el("p", "Nothing: the national questions are enough here.")
    lead = "Local questions and rules. A local rule can only ask for more than the national rules do."
    return section(
        "What it adds to the checker",
        entries or unread(protocol) or none,
        "checker",
        lead,
    )


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
    return joined(el("div", el("h3", title), body, css="entry"), "\n")


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
    )
    lead = "What this protocol asks for after each answer that the checker can give."
    title = "What to do next, answer by answer"
    return section(title, or_unread(body, protocol), "next", lead)


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
    silence = joined(silent(item.says), mark)
    said = silence if item.silent else nowrap_last(item.says, mark)
    return joined(el("p", said, status_tag(item.status)), lines(rows))


def points(protocol: Protocol, sources: Sources) -> Html:
    """Return the section that answers the points on which partnerships are compared."""
    rows = [
        (protocol.attributes[item.attribute].title, compared_html(item, sources))
        for item in protocol.partnership.compare
    ]
    lead = "The points on which the handbook compares protocols, in short."
    told = table(("Point", "What it says"), rows) if rows else unread(protocol)
    return section("Point by point", told, "points", lead)


def compared_html(item: Compared, sources: Sources) -> Html:
    """Return one point of the comparison as this protocol answers it."""
    mark = sources.mark(item.source, item.status, item.reason)
    if item.silent:
        return joined(silent(unsaid(item.says)), status_tag(item.status), mark)
    return joined(nowrap_last(item.says, mark), status_tag(item.status))
