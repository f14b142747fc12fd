"""Which edition a protocol rests on, and what is known to have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import MONTHS, listed, plain_date, read_moment
from rapidreview.show import NOTHING, Html, el, every, icon, joined, verify_tag

if TYPE_CHECKING:
    from rapidreview.model import Change, Instrument, National, Protocol
    from rapidreview.show import Sources


ANCHOR = "edition"
"""The id of what the notice says, on a partnership's first page."""


def editions(protocol: Protocol) -> list[Instrument]:
    """Return the guidance that the protocol says it rests on."""
    return [one for one in protocol.rests_on if one.kind == "guidance"]


def written_to(protocol: Protocol) -> str:
    """Return the editions in words: "Working Together 2018"."""
    unknown = "Not read yet" if protocol.is_draft else "Not stated"
    return listed(item.short for item in editions(protocol)) or unknown


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


def edition_line(protocol: Protocol, sources: Sources) -> Html:
    """Return one line that the edition was replaced, with a link to the notice; else nothing.

    The notice is on the partnership's first page, and nowhere else.
    """
    old = _replaced(protocol)
    if not old:
        return NOTHING
    names = listed(item.short for item in old)
    notice = f"{sources.base}{protocol.folder}#{ANCHOR}"
    more = el("a", "What this means", href=notice, css="paper-never")
    words = f"Written to {names}, since replaced. "
    return joined(el("p", words, more, css="edition-line"), "\n")


def _replaced(protocol: Protocol) -> list[Instrument]:
    return [item for item in editions(protocol) if item.superseded_by]


def edition_notice(protocol: Protocol, sources: Sources) -> Html:
    """Return the notice that the edition was replaced, with what that means; else nothing."""
    old = _replaced(protocol)
    if not old:
        return NOTHING
    now = latest_of(protocol.national, old[0])
    since = plain_date(read_moment(now.in_force_from or now.published))
    names = listed(item.short for item in old)
    have = "have" if len(old) > 1 else "has"
    told = (
        f"{names} {have} been replaced: {now.short} has applied since {since}. "
        "These pages show the protocol as it stands."
    )
    changes = later_changes(protocol.national, old)
    notice = el(
        "details",
        el(
            "summary",
            icon("pages"),
            el("span", told),
            el("span", "What this means", css="edition-more"),
        ),
        el(
            "div",
            el(
                "p",
                f"This protocol has not been rewritten to {now.short}. {now.note}",
            ),
            el("p", "What is known to have changed since:"),
            el("ul", every(_change(one, sources) for one in changes)),
            id=ANCHOR,
        ),
        css="edition",
        data_search_exclude=True,
    )
    return joined(notice, "\n")


def _change(change: Change, sources: Sources) -> Html:
    words = f"{_when(change.on)}: {change.what}"
    return el("li", words, sources.mark(change.source), verify_tag(change.evidence))
