"""Routes: every outcome has a next step here, and every reader has a row to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, is_true
from rapidreview.model import partnership as policy

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
                    "with `silent: true` where the protocol gives no route"
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
)
