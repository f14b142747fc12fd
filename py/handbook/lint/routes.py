"""Routes: every outcome has a next step here, every reader has a row to start from, and
whoever votes can come to a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, is_true
from handbook.read.faults import quoted
from rapidreview.model import partnership as policy
from rapidreview.say import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

READERS = ("learned", "notifier")


def no_next_step(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the outcomes for which a partnership gives no next step, not even silence."""
    if subject.model is policy.Partnership and subject.law is not None:
        table = subject.law.get("notifiability") or subject.law
        outcomes = [
            row.text("id")
            for row in table.listed("outcomes")
            if not is_true(row.get("contradiction"))
        ]
        rows = {row.text("outcome") for row in subject.root.listed("next_steps")}
        left = [outcome for outcome in outcomes if outcome not in rows]
        if left:
            node = subject.root.get("next_steps") or subject.root
            yield (
                node,
                (
                    f"no next step for {', '.join(left)}; add each, "
                    "with `silent:` and a sentence where the protocol gives no route"
                ),
            )


def no_first_row(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield the readers for whom a partnership has no "Do this now" row."""
    if subject.model is policy.Partnership:
        rows = {row.text("reader") for row in subject.root.listed("do_now")}
        left = [reader for reader in READERS if reader not in rows]
        if left:
            node = subject.root.get("do_now") or subject.root
            yield node, f"`do_now` has no row for {' or '.join(left)}; add it"


def tied(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every decision by majority of an even number of votes with no casting vote.

    Votes are the seats that vote in one area; where no vote is recorded, nothing is counted.
    """
    for step, deciding, body in _decisions(subject):
        if deciding.text("rule") != "majority" or deciding.text("casting"):
            continue
        counts = {count for count in _votes(subject, body) if count and count % 2 == 0}
        if counts:
            yield (
                deciding,
                (
                    f"{quoted(body.text('id'))} decides by majority with "
                    f"{number(min(counts))} votes and may be tied in {quoted(step.text('id'))}; "
                    "write whose vote or view decides then under `casting`, or settle it "
                    "with the protocol’s owner"
                ),
            )


def short(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every decision whose quorum is more than all the seats of its body."""
    for step, deciding, body in _decisions(subject):
        quorum, seats = deciding.get("quorum"), len(body.listed("members"))
        if quorum and isinstance(quorum.value, int) and 0 < seats < quorum.value:
            yield (
                quorum,
                (
                    f"the quorum of {quoted(step.text('id'))} is {quorum.value}, and "
                    f"{quoted(body.text('id'))} has {number(seats)} members here; "
                    "list the other members, or correct the quorum"
                ),
            )


def _decisions(subject: Subject) -> Iterator[tuple[Node, Node, Node]]:
    if subject.model is not policy.Partnership:
        return
    bodies = {one.text("id"): one for one in subject.root.listed("actors")}
    for step in subject.root.listed("steps"):
        deciding, body = step.get("decides"), bodies.get(step.text("actor"))
        if deciding is not None and body is not None:
            yield step, deciding, body


def _votes(subject: Subject, body: Node) -> set[int]:
    """Return how many votes the body has: in each area, where its seats differ by area."""
    voting = [one for one in body.listed("members") if one.text("votes") == "yes"]
    areas = [one.text("id") for one in subject.root.listed("areas")]
    return {
        sum(
            not (held := {item.value for item in one.listed("areas")}) or area in held
            for one in voting
        )
        for area in areas
    }


CHECKS = (
    Check(
        "next-missing",
        "error",
        "The checker’s answer must end in who does what next here.",
        no_next_step,
        finished=True,
    ),
    Check(
        "do-now-missing",
        "warning",
        "Whoever has just learned of a case, and whoever notifies, must see what to do first.",
        no_first_row,
        finished=True,
    ),
    Check(
        "decision-tied",
        "note",
        "A body that can be tied needs to know whose vote decides.",
        tied,
    ),
    Check(
        "quorum-unreachable",
        "warning",
        "A body that can never be quorate can never decide.",
        short,
    ),
)
