"""Narrower words: what a protocol asks for less widely than the law, told and never counted.

No outcome and no duty is worked out from them; :mod:`handbook.prove.narrower` proves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check.decision import NarrowerHere
from rapidreview.model import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rapidreview.check.owed import Way
    from rapidreview.model import Given, Narrower, Protocol


def narrower_here(
    protocol: Protocol | None,
    given: Given,
    ways: Iterable[Way],
    acts: Collection[str],
) -> tuple[NarrowerHere, ...]:
    """Return the narrower words that bear on the duties of these answers.

    ``acts`` are what is owed. Where an answer is open, the words are told if they may
    bear on it: they do in one of the ``ways`` of settling it.
    """
    every: list[Given] = [given, *({**given, **way} for way in ways)]
    some = protocol.partnership.narrower if protocol else ()
    return tuple(
        _here(one, tuple(act for act in one.duties if act in acts))
        for one in some
        if any(act in acts for act in one.duties)
        and (one.when is None or any(holds(one.when, way) for way in every))
    )


def _here(one: Narrower, acts: tuple[str, ...]) -> NarrowerHere:
    return NarrowerHere(
        id=one.id,
        duties=acts,
        words=tuple(item.words for item in one.printed),
        says=one.says,
        source=tuple(
            dict.fromkeys((*(ref for p in one.printed for ref in p.at), *one.source))
        ),
        law=one.law.says,
        basis=one.law.source,
        evidence=one.law.evidence,
        note=one.note,
    )
