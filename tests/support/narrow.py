"""Narrower local words for tests: residence, the place, and an older printed test."""

from rapidreview.model import Narrower, Printed, When, WiderLaw


def narrower(**changed):
    """Return Bedfordshire's words on residence as a part of a small policy."""
    parts = {
        "id": "permanent-residence",
        "question": "resident",
        "duties": ("notify-incident",),
        "when": When(all_={"place": ("outside-england",)}),
        "printed": (Printed(words="permanent residence", at=("2",)),),
        "says": "The protocol asks where the child has a permanent home.",
        "law": WiderLaw(
            says="The Act asks where the child is normally resident.",
            source=("ca2004#s16C(1)(b)",),
        ),
        "source": ("2",),
    }
    return Narrower(**(parts | changed))
