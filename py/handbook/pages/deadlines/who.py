"""Who must act by a deadline, and on whose word: names and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import DERIVED, time_status
from rapidreview.show import NOTHING, guess_tag, joined, standing_tag, status_tag, tag

if TYPE_CHECKING:
    from rapidreview.model import Deadline, Id, Protocol
    from rapidreview.show import Html


def who_acts(protocol: Protocol, name: Id) -> str:
    """Return the name of whoever acts; a national role has its id in words."""
    return protocol.label(name) or in_words(name)


def in_words(name: Id) -> str:
    """Return an id as words: "safeguarding-partners" is "Safeguarding partners"."""
    return name.replace("-", " ").replace("_", " ").capitalize()


def whose(deadline: Deadline) -> Html:
    """Return the tags of who says so, none where the protocol does; a national text carried
    in is marked national.

    A time that was worked out is nobody's word but the handbook's.
    """
    status = time_status(deadline)
    if status == DERIVED:
        return guess_tag()
    standing = deadline.standing
    own = standing == "local"
    return (NOTHING if own else standing_tag(standing)) + status_tag(status)


def national_tags(law: Deadline) -> Html:
    """Return the tags of a national deadline."""
    return joined(standing_tag(law.standing), " ", tag("national"))
