"""What one partnership's protocol adds to an answer: rules that raise it, flags,
the next step there, and the clocks that start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.conditions import asked_by, holds
from rapidreview.decision import (
    Because,
    ContactHere,
    FlagHere,
    LocalHere,
    NextHere,
    Started,
    StepHere,
)
from rapidreview.table import CONTRADICTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.conditions import Given
    from rapidreview.explain import Explainer
    from rapidreview.national import National
    from rapidreview.parts import Flag, OutcomeId
    from rapidreview.policy import Contact, LocalRule, Partnership, Step


def local_rules(partnership: Partnership | None, given: Given) -> list[LocalRule]:
    """Return the local rules that hold for these answers."""
    rules = partnership.local_rules if partnership else ()
    return [rule for rule in rules if holds(rule.when, given)]


def raised_outcome(
    outcome: OutcomeId, rules: Iterable[LocalRule], gravity: Mapping[OutcomeId, int]
) -> OutcomeId:
    """Return the gravest of the national outcome and those of the local rules.

    Answers that contradict each other stay a contradiction.
    """
    if outcome == CONTRADICTION:
        return outcome
    return max((outcome, *(rule.to for rule in rules)), key=gravity.__getitem__)


def told_rules(
    rules: Iterable[LocalRule], national: OutcomeId, gravity: Mapping[OutcomeId, int]
) -> tuple[LocalHere, ...]:
    """Return the local rules that hold, each with whether it raises the answer."""
    return tuple(
        LocalHere(
            id=rule.id,
            title=rule.title,
            says=rule.says,
            to=rule.to,
            raises=national != CONTRADICTION and gravity[rule.to] > gravity[national],
            source=rule.source,
        )
        for rule in rules
    )


def local_because(
    rules: Iterable[LocalRule], explain: Explainer
) -> tuple[Because, ...]:
    """Return one reason for each local rule that holds, tied to the answer it rests on."""
    told = []
    for rule in rules:
        asked = asked_by(rule.when)
        own = [name for name in asked if name not in explain.table_questions]
        name = (own or list(asked))[0]
        told.append(
            Because(
                question=name,
                answer=explain.answer(name),
                said=explain.said(name, explain.given[name]),
                says=rule.says,
                standing="local",
                source=rule.source,
                evidence="protocol",
            )
        )
    return tuple(told)


def flags(
    national: National, partnership: Partnership | None, given: Given
) -> tuple[FlagHere, ...]:
    """Return the flags that hold, the national ones first."""
    local = partnership.local_flags if partnership else ()
    return _flags(national.notifiability.flags, given, "national") + _flags(
        local, given, "local"
    )


def next_here(
    partnership: Partnership | None, outcome: OutcomeId, area: str
) -> NextHere | None:
    """Return the partnership's own next step, contacts kept to ``area`` if one is given."""
    if partnership is None:
        return None
    for step in partnership.next_steps:
        if step.outcome == outcome:
            break
    else:
        return NextHere(
            says=f"The protocol read for {partnership.name} gives no route for this answer.",
            steps=(),
            form="",
            form_name="",
            contacts=(),
            silent=True,
            status="derived",
            source=(),
        )
    people = {actor.id: actor.label for actor in partnership.actors}
    forms = {form.id: form.name for form in partnership.forms}
    steps = {one.id: one for one in partnership.steps}
    contacts = {one.id: one for one in partnership.contacts}
    return NextHere(
        says=step.says,
        steps=tuple(_step(steps[name], people) for name in step.steps),
        form=step.form,
        form_name=forms.get(step.form, ""),
        contacts=tuple(
            _contact(contacts[name], people)
            for name in step.contact
            if not area or not contacts[name].areas or area in contacts[name].areas
        ),
        silent=step.silent,
        status=step.status,
        source=step.source,
    )


def starts(
    national: National, partnership: Partnership | None, names: Iterable[str]
) -> tuple[Started, ...]:
    """Return the clocks behind the national deadlines ``names``.

    The partnership's own version of a deadline stands in for the national one.
    """
    found: dict[tuple[str, str], Started] = {}
    for name in dict.fromkeys(names):
        local = [
            one
            for one in (partnership.deadlines if partnership else ())
            if one.national == name
        ]
        whole = local or [one for one in national.deadlines if one.id == name]
        origin = "local" if local else "national"
        for one in whole:
            found[origin, one.id] = Started(id=one.id, what=one.what, origin=origin)
    return tuple(found.values())


def _flags(every: Iterable[Flag], given: Given, origin: str) -> tuple[FlagHere, ...]:
    return tuple(
        FlagHere(
            id=flag.id,
            title=flag.title,
            says=flag.says,
            who=flag.who,
            source=flag.source,
            evidence=flag.evidence,
            origin=origin,
        )
        for flag in every
        if holds(flag.when, given)
    )


def _step(step: Step, people: Mapping[str, str]) -> StepHere:
    return StepHere(
        id=step.id,
        title=step.title,
        who=people.get(step.actor, ""),
        detail=step.detail,
        source=step.source,
    )


def _contact(contact: Contact, people: Mapping[str, str]) -> ContactHere:
    return ContactHere(
        id=contact.id,
        who=people.get(contact.actor, ""),
        label=contact.label,
        email=contact.email,
        url=contact.url,
        phone=contact.phone,
        personal=contact.personal,
        checked_on=contact.checked_on,
        silent=contact.silent,
        source=contact.source,
    )
