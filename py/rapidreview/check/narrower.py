"""Narrower words: what a protocol asks for less widely than the law, told and never counted.

No outcome and no duty is worked out from them; :mod:`handbook.prove.narrower` proves it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.model import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rapidreview.check.owed import Way
    from rapidreview.model import Evidence, Given, Narrower, Protocol, Ref


@dataclass(frozen=True, kw_only=True)
class NarrowerHere:
    """Words of the protocol that are narrower than the law's, beside the acts of ``duties``.

    ``words`` are as printed, at the places ``source``; ``law`` is what holds instead.
    ``note`` is the protocol's note on it, or "".
    """

    id: str
    duties: tuple[str, ...]
    words: tuple[str, ...]
    says: str
    source: tuple[Ref, ...]
    law: str
    basis: tuple[Ref, ...]
    evidence: Evidence
    note: str


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
