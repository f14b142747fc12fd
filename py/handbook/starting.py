"""Begins the policy of a partnership: a file with every key that is needed, to fill in."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from handbook.asking import AskedWronglyError

if TYPE_CHECKING:
    from pathlib import Path

HALF_A_YEAR = timedelta(days=182)
_TEMPLATE = """\
# yaml-language-server: $schema=../partnership.schema.json
# {name}: begun on {today}. Words in capitals are yours to replace; every
# statement names the section of the protocol that says it.
format: 1
id: {id}
name: {quoted}
partnerships: [FULL NAME OF THE SAFEGUARDING CHILDREN PARTNERSHIP]
short: [ABBREVIATION]
areas:
  - {{id: {id}, name: {quoted}, authority: NAME OF THE LOCAL AUTHORITY}}
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
    if not ident or not place.isprintable():
        says = f"“{name}” cannot name a file; give the place, such as “East Riding”."
        raise AskedWronglyError([("", says)])
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
        id=ident,
        today=today.isoformat(),
        review=(today + HALF_A_YEAR).isoformat(),
    )
    path.write_text(text, encoding="utf-8")
    return path
