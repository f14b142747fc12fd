"""Who bears a duty once the answers are settled, told apart by body and not by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model import Given

BY_PLACE = {"elsewhere-in-england": "where it happened", "outside-england": "home"}
BY_CARE = {
    "looked-after-here": "us",
    "looked-after-elsewhere": "who looks after",
    "care-leaver": "who is responsible for the care leaver",
}


def bearers(who: str, given: Given) -> frozenset[str]:
    """Return the bodies that ``who`` of a duty comes to for settled answers.

    The proof's own reckoning: by where it happened, outside England by where the child
    lives, and by who looks after the child. A layer that does not ask tells them less apart.
    """
    place, care = given.get("place", ""), given.get("care", "")
    ours = place == "in-area" or (
        place == "outside-england" and given.get("resident") == "yes"
    )
    elsewhere = BY_PLACE.get(place, "another authority")
    caring = BY_CARE.get(care, "who is responsible")
    found = {
        "us": {"us"},
        "them": {elsewhere if place in BY_PLACE else caring},
        "us-and-them": {
            "us",
            caring if care == "looked-after-elsewhere" else elsewhere,
        },
        "responsible-authority": {caring},
        "lead": {"us" if ours else elsewhere},
    }
    return frozenset(found.get(who, {who}))
