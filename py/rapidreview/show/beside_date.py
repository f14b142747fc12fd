"""What stands beside a date that was typed: clashes with it, each said in a sentence.

A clash refuses nothing. The date is kept as it was typed, and a person decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import listed, sentence

if TYPE_CHECKING:
    from rapidreview.dates import Schedule
    from rapidreview.model import Id

KEPT = "Kept as you typed it."


def beside(plan: Schedule) -> tuple[tuple[Id, str], ...]:
    """Return fields and sentences: each clash at the last of its dates that was typed.

    A date from which limits run past the known bank holidays says so too.
    """
    typed = {item.event for item in plan.given}
    found: dict[Id, list[str]] = {}
    for clash in plan.conflicts:
        events = [event for event in clash.events if event in typed]
        if events:
            found.setdefault(events[-1], []).append(clash.short or clash.says)
    notes = [(field, f"{' '.join(says)} {KEPT}") for field, says in found.items()]
    return (*notes, *_beyond(plan))


def _beyond(plan: Schedule) -> list[tuple[Id, str]]:
    """Return what has no date because the bank holidays end before it, by field."""
    found: dict[Id, list[str]] = {}
    why = ""
    for due in plan.deadlines:
        if due.state == "beyond" and due.from_date is not None:
            found.setdefault(due.from_, []).append(f"“{due.what}”")
            why = sentence(due.missing)
    return [
        (field, f"No date is given for {listed(what)}. {why}")
        for field, what in found.items()
    ]
