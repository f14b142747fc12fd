"""Begins the policy of a partnership: a file with every key that is needed, to fill in."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from handbook.exits import AskedWronglyError
from handbook.read.characters import unseen
from handbook.read.faults import visible
from rapidreview.say import shortened

if TYPE_CHECKING:
    from pathlib import Path

HALF_A_YEAR = timedelta(days=182)
LONGEST = 60
"""Letters in the name of a place: it names a file, and pages."""
_TEMPLATE = """\
# yaml-language-server: $schema=../partnership.schema.json
# {name}: begun on {today}. Words in capitals are yours to replace; every
# statement names the section of the protocol that says it.
format: 1
id: {coded}
name: {quoted}
partnerships: [FULL NAME OF THE SAFEGUARDING CHILDREN PARTNERSHIP]
short: [ABBREVIATION]
areas:
  - {{id: {coded}, name: {quoted}, authority: NAME OF THE LOCAL AUTHORITY}}
status: draft
rests_on: []
checked_on: "{today}"
checked_by: WHO CHECKED IT
lead: WHAT THIS PROTOCOL SAYS, IN A SENTENCE.
documents:
  - id: protocol
    title: TITLE OF THE PROTOCOL
    scheme: numbered
    retrieved_on: "{today}"
    review_by: "{review}"
    sections:
      - {{at: "1", title: TITLE OF SECTION 1}}
vocabulary: []
actors:
  - {{id: notifier, label: WHO NOTIFIES, kind: notifier, source: ["1"]}}
contacts: []
forms: []
events:
  - {{id: sin_sent, label: Serious incident notification sent, source: ["1"]}}
stages:
  - {{id: notify, title: Notify}}
start: notify
steps:
  - id: notify
    actor: notifier
    kind: send
    title: WHAT IS DONE FIRST
    stage: notify
    event: sin_sent
    source: ["1"]
deadlines: []
topics: []
do_now: []
next_steps: []
notes: []
compare: []
changes:
  - {{on: "{today}", what: Policy begun}}
"""


def begin(name: str, policies: Path) -> Path:
    """Write the beginnings of a policy for the place ``name`` and return its path.

    Raises :class:`AskedWronglyError` where there is one already or the name has no letters.
    """
    place = " ".join(name.split())
    ident = re.sub(r"[^a-z0-9]+", "-", place.casefold()).strip("-")
    shown = shortened(visible(name))
    if not ident or not place.isprintable():
        says = f"“{shown}” cannot name a file; give the place, such as “East Riding”."
        raise AskedWronglyError([("", says)])
    if len(place) > LONGEST:
        says = f"“{shown}” is too long; a name has at most {LONGEST} letters."
        raise AskedWronglyError([("", says)])
    if odd := next(unseen(place), None):
        raise AskedWronglyError([("", f"“{shown}” cannot be used: {odd[1]}.")])
    path = policies / "partnerships" / f"{ident}.yml"
    if path.exists():
        raise AskedWronglyError(
            [("", f"{path} is there already; nothing was changed.")]
        )
    today = datetime.now(tz=UTC).astimezone().date()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _TEMPLATE.format(
        name=place,
        quoted=json.dumps(place, ensure_ascii=False),
        coded=json.dumps(ident),
        today=today.isoformat(),
        review=(today + HALF_A_YEAR).isoformat(),
    )
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise
    except OSError:
        path.unlink(missing_ok=True)  # half a policy is worse than none
        raise
    return path
