"""Begins the policy of a partnership: a draft in the short form, with an example of each part."""

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
# {name}: begun on {today}. This is a draft that can be read: its pages say what was not
# read yet. Below is a line on each part, and an example to uncomment and make your own.
# `rapidreview ids` lists every id that you may name; `rapidreview lint` checks this file.
format: 2
id: {coded}
name: {quoted}
partnerships: [{quoted}]                   # the full name of the safeguarding children partnership
short: [{quoted}]                          # its abbreviation
areas:                                     # each local authority: see `rapidreview ids authority`
  - {{id: {coded}, name: {quoted}, authority: {quoted}}}
status: draft                              # when all is read: in force

# Who read the protocol for this file, when, and what it says in a sentence.
# checked_on: "{today}"
# checked_by: The business manager
# lead: One form to the business unit; the partners decide within two working days.
# rests_on: [wt2023]                       # the guidance it names: `rapidreview ids instrument`

# Each document that was read. A section that you cite is added by itself, or give it a title here.
documents:
  - id: protocol
    title: {title}
    scheme: numbered                       # numbered, headings or points
    retrieved_on: "{today}"                # the day you read it
    review_by: "{review}"                  # the day to look whether it was replaced
    # sections: {{"1": Referral, "2": Decision}}

# Words that mean something of their own here. `at` is the section, in every part.
# words:
#   - {{word: hub, means: the business unit, at: "1"}}

# Who acts. A national id brings its words: `rapidreview ids actor`.
# actors:
#   - {{id: professional, at: "1"}}
#   - {{id: business-unit, at: "1"}}
#   - {{id: safeguarding-partners, at: "2"}}

# How to reach them. Where no address is printed: address: not given
# contacts:
#   - {{id: mailbox, of: business-unit, email: reviews@example.org, at: "1"}}

# Each form that changes hands.
# forms:
#   - {{id: referral, name: Referral form, at: "1"}}

# The steps, in order. A step says who does what, with its form, its limit and what follows.
# stages:
#   - id: refer
#     title: Referral and decision
#     at: "1"
#     steps:
#       - {{id: send, who: professional, does: Send the referral form, form: referral, to: mailbox, marks: referral_received, limit: not given}}
#       - id: decide
#         at: "2"
#         who: safeguarding-partners
#         asks: Will the case be notified?
#         marks: partners_decide
#         limit: {{within: 2 working days, of: referral_received}}
#         ways: {{"Yes": notify, "No": reply}}
#       - {{id: notify, at: "2", who: business-unit, does: Send the notification, marks: sin_sent, limit: {{national: sin}}, then: end}}
#       - {{id: reply, at: "2", who: business-unit, does: Tell the referrer, limit: not given, then: end}}

# All else that it says, by subject: `rapidreview ids topic-kind`.
# topics:
#   - {{id: aim, title: What it is for, kind: purpose, at: "1", says: [The review looks for learning.]}}
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
        title=json.dumps(f"The protocol of {place}", ensure_ascii=False),
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
