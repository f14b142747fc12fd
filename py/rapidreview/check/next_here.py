"""What is next under one partnership's protocol: its form, addresses and steps, and the clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check.to_do import ContactHere, NextHere, Started, StepHere
from rapidreview.model import NationalIndex, Nouns, holds
from rapidreview.say import NOT_READ, limit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.model import (
        Contact,
        Given,
        Id,
        National,
        OutcomeId,
        Protocol,
        Step,
    )


def is_here(areas: tuple[Id, ...], area: str) -> bool:
    """Return whether what is for ``areas`` is for ``area``: all is, where either is not said."""
    return not area or not areas or area in areas


def next_here(
    protocol: Protocol | None, outcome: OutcomeId, area: str, every: Iterable[Given]
) -> NextHere | None:
    """Return the partnership's own next step, all of it kept to ``area`` if one is given.

    ``every`` are the answers, with each way of settling what is open.
    """
    if protocol is None:
        return None
    step = protocol.next_steps.get(outcome)
    if step and step.when and not any(holds(step.when, given) for given in every):
        step = None
    if step is None:
        none = f"The protocol read for {protocol.name} gives no route for this answer."
        return NextHere(
            says=NOT_READ if protocol.is_draft else none,
            steps=(),
            form="",
            form_name="",
            contacts=(),
            silent=not protocol.is_draft,
            status="stated",
            source=(),
        )

    form = protocol.forms.get(step.form)
    if form and not is_here(form.areas, area):
        form = None
    contacts = [protocol.contacts[name] for name in step.contact]
    steps = [protocol.steps[name] for name in step.steps]
    return NextHere(
        says=step.says,
        steps=tuple(
            step_here(one, protocol, area)
            for one in steps
            if is_here(protocol.step_areas(one), area)
        ),
        form=form.id if form else "",
        form_name=form.name if form else "",
        contacts=tuple(
            contact_here(one, protocol) for one in contacts if is_here(one.areas, area)
        ),
        silent=step.silent,
        status=step.status,
        source=step.source,
        reason=step.reason,
        form_status=form.status if form else "stated",
    )


def starts(
    national: National, protocol: Protocol | None, names: Iterable[str]
) -> tuple[Started, ...]:
    """Return the clocks behind the deadlines ``names``, national or the protocol's own.

    The partnership's own version of a deadline stands in for the national one.
    """
    found: dict[tuple[str, str], Started] = {}
    nouns = protocol.nouns if protocol else Nouns(national)
    law = protocol.law if protocol else NationalIndex(national)
    for name in dict.fromkeys(names):
        local = protocol.versions(name) if protocol else ()
        whole = local or ((law.deadlines[name],) if name in law.deadlines else ())
        origin = "local" if local else "national"
        for one in whole:
            limit = limit_words(one, nouns)
            found[origin, one.id] = Started(
                id=one.id, national=name, what=one.what, origin=origin, limit=limit
            )
    return tuple(found.values())


def step_here(step: Step, protocol: Protocol, area: str) -> StepHere:
    """Return a step as an answer tells it."""
    return StepHere(
        id=step.id,
        title=step.title,
        who=protocol.label(step.actor),
        only_in=protocol.not_for_all(protocol.step_areas(step)) if not area else (),
        detail=step.detail,
        source=step.source,
        status=step.status,
        reason=step.reason,
    )


def contact_here(contact: Contact, protocol: Protocol) -> ContactHere:
    """Return a contact as an answer tells it."""
    return ContactHere(
        id=contact.id,
        who=protocol.label(contact.actor),
        label=contact.label,
        email=contact.email,
        url=contact.url,
        phone=contact.phone,
        hours=contact.hours,
        personal=contact.personal,
        checked_on=contact.checked_on,
        silent=contact.silent,
        source=contact.source,
        status=contact.status,
        reason=contact.reason,
    )
