"""The field of a date: three boxes that take what people type, and one for a time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show import esc

if TYPE_CHECKING:
    from rapidreview.model import Event

LONGEST = 30
"""Letters that a box takes, so that a whole date, typed or pasted into one box, is not cut off."""
BOXES = (("day", "Day"), ("month", "Month"), ("year", "Year"))


def date_field(
    event: Event,
    extra: str = "",
    *,
    label: str = "",
    hint: str = "",
    timed: tuple[str, ...] = (),
) -> str:
    """Return the field of ``event``, its boxes named after it: ``sin_sent-day``.

    ``label`` and ``hint`` are HTML that stands for the event's own words; ``extra``
    is HTML of more attributes. ``timed`` names the partnerships that need a time.
    """
    boxes = "".join(
        f'<span><label for="{event.id}-{part}">{title}</label><input type="text" id="{event.id}-{part}" '
        f'name="{event.id}-{part}" inputmode="numeric" autocomplete="off" maxlength="{LONGEST}"></span>'
        for part, title in BOXES
    )
    if timed:
        only = f' data-for="{" ".join(timed)}" hidden'
        boxes += (
            f'<span class="time"{only}><label for="{event.id}-time">Time</label><input type="text" id="{event.id}-time" '
            f'name="{event.id}-time" autocomplete="off" maxlength="5" placeholder="hh:mm"{only} disabled></span>'
        )
    words = hint or esc(event.hint)
    told = f'<span class="hint" id="{event.id}-h">{words}</span>' if words else ""
    described = f"{event.id}-h {event.id}-m" if words else f"{event.id}-m"
    return (
        f'<fieldset class="field" name="{event.id}" data-field="{event.id}" data-date aria-describedby="{described}"{extra}>'
        f'<legend class="lab">{label or esc(event.label)}</legend>{told}'
        f'<span class="date">{boxes}</span><p class="msg" id="{event.id}-m" hidden></p></fieldset>'
    )
