"""How an author spells the keys of the full form, by part: `at` for `source`, `then` for `next`."""

from __future__ import annotations

from rapidreview.model import actors, base, clocks, partnership, steps, timing

EVERYWHERE = {
    "source": "at",
    "status": "derived",
    "reason": "derived",
    "vocabulary": "words",
    "examples": "cases",
    "date_examples": "dates",
}
"""Keys of the full form, and the one that an author writes, in every part."""
_OF_A_LIMIT = {
    "from": "of",
    "or_from": "of",
    "to_event": "ends",
    "applies": "only",
    "only_where": "for",
    "no_time": "not given",
    "clock": "within",
    "who_status": "who guessed",
    "also": "earlier of",
}
AS_WRITTEN: dict[type, dict[str, str]] = {
    partnership.Partnership: {"steps": "stages", "status": "status"},
    partnership.DoNow: {"contact": "to"},
    partnership.Document: {"status": "status"},
    steps.Step: {
        "actor": "who",
        "title": "does",
        "detail": "says",
        "event": "marks",
        "next": "then",
        "forms": "form",
    },
    steps.Way: {"to": "ways", "label": "ways"},
    actors.Contact: {"actor": "of", "silent": "address"},
    base.Topic: {"statements": "says"},
    timing.Deadline: _OF_A_LIMIT,
    clocks.Reading: _OF_A_LIMIT,
    clocks.Clock: {"amount": "within", "unit": "within", "to": "within"},
}
"""Keys of one part of the full form, and the one that an author writes there."""
