"""The national protocol: what an authority gets whose own protocol has not been read.

Its policy says in words what law and guidance ask for. What the national layer holds
already (who acts, the events, the topics) is not written twice: it is put in here, and as
areas every authority that no partnership's policy covers.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidreview.model.actors import Actor
from rapidreview.model.partnership import Area

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from rapidreview.model.base import Id
    from rapidreview.model.national import National
    from rapidreview.model.partnership import Partnership


def standing_in(
    policy: Partnership, national: National, covered: Collection[Id]
) -> Partnership:
    """Return the national protocol ``policy``, whole, for all areas but the ``covered`` ones.

    An authority that had ended when the national layer was checked is no area.
    """
    named = set(_named(policy, national)) - {one.id for one in policy.actors}
    return replace(
        policy,
        areas=tuple(
            Area(id=one.id, name=one.name, authority=one.authority)
            for one in national.authorities
            if one.id not in covered
            and not (one.until and one.until <= national.checked_on)
        )
        or policy.areas,
        actors=policy.actors
        + tuple(
            Actor(
                id=one.id,
                label=one.label,
                short=one.short,
                kind=one.kind,
                organisation=one.organisation,
                source=one.source,
                status="national",
            )
            for one in national.actors
            if one.id in named
        ),
        events=policy.events or national.events,
        topics=policy.topics or national.topics,
    )


def _named(policy: Partnership, national: National) -> Iterator[Id]:
    """Yield the ids of those who act in the policy, and in the national limits."""
    for step in policy.steps:
        yield step.actor
    for contact in policy.contacts:
        yield contact.actor
    for form in policy.forms:
        yield from (form.filled_by, form.goes_to)
    for deadline in national.deadlines:
        yield deadline.who
