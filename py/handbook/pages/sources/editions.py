"""Which edition a protocol rests on, and what is known to have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import MONTHS, listed, plain_date, read_moment
from rapidreview.show import esc, icon, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import Change, Instrument, National, Partnership
    from rapidreview.show import Sources


def editions(national: National, partnership: Partnership) -> list[Instrument]:
    """Return the guidance that the protocol says it rests on."""
    known = {item.id: item for item in national.instruments}
    return [
        known[item]
        for item in partnership.rests_on
        if item in known and known[item].kind == "guidance"
    ]


def written_to(national: National, partnership: Partnership) -> str:
    """Return the editions in words: "Working Together 2018"."""
    return (
        listed(item.short for item in editions(national, partnership)) or "Not stated"
    )


def latest_of(national: National, instrument: Instrument) -> Instrument:
    """Return the edition that stands in the place of ``instrument`` now."""
    known = {item.id: item for item in national.instruments}
    while instrument.superseded_by:
        instrument = known[instrument.superseded_by]
    return instrument


def later_changes(national: National, old: list[Instrument]) -> list[Change]:
    """Return what is known to have changed after the newest of the ``old`` editions."""
    newest = max(item.published for item in old)
    return [change for change in national.changes if change.on[: len(newest)] > newest]


def _when(on: str) -> str:
    """Return "18 March 2026", "June 2025" or "2025" for a date given so far."""
    year, _, rest = on.partition("-")
    month, _, day = rest.partition("-")
    parts = (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year)
    return " ".join(part for part in parts if part)


def edition_notice(
    national: National, partnership: Partnership, sources: Sources
) -> str:
    """Return the notice that the edition was replaced, with what that means; else nothing."""
    old = [item for item in editions(national, partnership) if item.superseded_by]
    if not old:
        return ""
    now = latest_of(national, old[0])
    since = plain_date(read_moment(now.in_force_from or now.published))
    names = listed(item.short for item in old)
    changes = "".join(
        f"<li>{esc(_when(change.on))}: {esc(change.what)}{sources.mark(change.source)}"
        f"{verify_tag(change.evidence)}</li>"
        for change in later_changes(national, old)
    )
    have = "have" if len(old) > 1 else "has"
    return (
        f'<details class="edition"><summary>{icon("pages")}<span>{esc(names)} {have} been replaced: '
        f"{esc(now.short)} has applied since {since}. This page shows the protocol as it stands.</span>"
        '<span class="more">What this means</span></summary>'
        f"<div><p>This protocol has not been rewritten to {esc(now.short)}. {esc(now.note)}</p>"
        f"<p>What is known to have changed since:</p><ul>{changes}</ul></div></details>\n"
    )
