"""Writes what a page gets when an authority is chosen: one file for each protocol.

A form holds only what all of England needs, so it does not grow with the number of
partnerships. A protocol's file has its policy, as the engine reads it, and its own part
of both forms. Beside them lies the list that the look-up searches.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.pages.tools.check_form import own_questions
from handbook.pages.tools.dates_form import own_dates
from handbook.pages.tools.places import searched
from handbook.runtime.bundle import as_json
from handbook.runtime.policies import trimmed

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Protocol

FOLDER = Path("docs/assets/policies")
LOOK_UP = "places.json"


def write_chosen(root: Path, library: Library) -> int:
    """Write the files into the tree at ``root``, remove others, and return how many there are."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{one.id}.json": chosen(one) for one in library.all_protocols}
    made[LOOK_UP] = json.dumps(searched(library), ensure_ascii=False, sort_keys=True)
    for path in folder.iterdir():
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, "utf-8")
    return len(made)


def chosen(protocol: Protocol) -> str:
    """Return a protocol's file: its policy, its questions and its dates."""
    whole = {
        "policy": as_json(trimmed(protocol.partnership)),
        "questions": own_questions(protocol),
        "dates": own_dates(protocol),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True)
