"""Begins the policy of a partnership: a draft in the short form, with an example of each part."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from handbook.cli.shelf import Shelf
from handbook.exits import AskedWronglyError
from handbook.read.characters import unseen
from handbook.read.faults import Faults, visible
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
partnerships: [{full_name}]                # the full name of the safeguarding children partnership
short: [{short}]                           # its abbreviation
areas: [{areas}]                           # each local authority: `rapidreview ids authority`
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

# What a reader does now, and next after each answer, follows from the steps. Say it here only
# where they do not: `rapidreview ids outcome`.
# do_now:
#   - {{reader: death, title: A child has died, at: "1", says: [Tell the child death review team as well.]}}
# next_steps:
#   - {{outcome: learn, silent: The protocol gives no route for learning., at: "2"}}

# Points of the comparison that the steps do not answer: `rapidreview ids attribute`.
# compare:
#   place-test: {{not given: "2"}}

# All else that it says, by subject: `rapidreview ids topic-kind`.
# topics:
#   - {{id: aim, title: What it is for, kind: purpose, at: "1", says: [The review looks for learning.]}}

# A question of your own in the checker, and a rule that can raise an answer, never lower it.
# questions:
#   - id: known-family
#     ask: Is the family known to children's social care?
#     options: [{{id: known, label: "Yes"}}, {{id: unknown, label: "No"}}]
#     default: unknown
# local_rules:
#   - id: LR-1
#     when: {{all: {{harm: [died], known-family: [known]}}}}
#     to: discuss
#     title: Discuss a death in a family that is known
#     says: The protocol asks that such a death is discussed.
#     at: "2"

# What changed in this file, the newest first.
# changes:
#   - {{on: "{today}", what: First reading of the protocol.}}
"""


@dataclass(frozen=True)
class Begun:
    """What is known of a partnership when its file is begun; "" and () where nothing is."""

    full_name: str = ""
    short: str = ""
    areas: tuple[str, ...] = ()
    """Its local authorities, by their ids."""
    title: str = ""
    """The title of its protocol."""


def asked(name: str) -> Begun:
    """Return what somebody at a terminal answers about the partnership of ``name``."""
    areas = click.prompt("Its local authorities, with commas between", default=name)
    return Begun(
        full_name=click.prompt(
            "The partnership’s full name",
            default=f"{name} Safeguarding Children Partnership",
        ),
        short=click.prompt("Its abbreviation", default=name),
        areas=tuple(one.strip() for one in areas.split(",") if one.strip()),
        title=click.prompt(
            "The title of its protocol", default=f"The protocol of {name}"
        ),
    )


def with_authorities(known: Begun, name: str, policies: Path) -> Begun:
    """Return what is known with the id of each local authority in place of its name.

    Where none is named, the place itself may be one. Raises :class:`AskedWronglyError`
    where a name is that of no authority, or of several.
    """
    today = datetime.now(tz=UTC).astimezone().date()
    shelf = Shelf(policies)
    if not known.areas:
        try:
            return replace(known, areas=(shelf.authority(name, today),))
        except (AskedWronglyError, Faults):
            return known
    return replace(
        known, areas=tuple(shelf.authority(one, today) for one in known.areas)
    )


def begin(name: str, policies: Path, known: Begun = Begun()) -> Path:
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
        quoted=_quoted(place),
        full_name=_quoted(known.full_name or place),
        short=_quoted(known.short or place),
        areas=", ".join(map(_quoted, known.areas or (ident,))),
        title=_quoted(known.title or f"The protocol of {place}"),
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


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
