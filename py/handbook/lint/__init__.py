"""The linter: what a policy may say but should not, one file per family of checks.

A fault stops a policy from being read. A finding does not: it tells the people
who own the protocol what a reader would stumble over. Errors fail the build;
warnings and notes are for a person to weigh.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handbook.lint import areas, clocks, finished, guesses, mailboxes, routes, unused
from handbook.lint.base import Check, Finding, Severity, Subject
from handbook.lint.language import prose, words
from handbook.lint.standing import coverage, editions, evidence, sources, strength
from handbook.read.walk import is_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from handbook.read.nodes import Node
    from handbook.read.references import Declared

__all__ = ["CHECKS", "Check", "Finding", "Severity", "Subject", "findings"]

CHECKS: tuple[Check, ...] = (
    *areas.CHECKS,
    *mailboxes.CHECKS,
    *coverage.CHECKS,
    *finished.CHECKS,
    *editions.CHECKS,
    *evidence.CHECKS,
    *clocks.CHECKS,
    *strength.CHECKS,
    *sources.CHECKS,
    *guesses.CHECKS,
    *words.CHECKS,
    *prose.CHECKS,
    *routes.CHECKS,
    *unused.CHECKS,
)
"""Every check, in the order in which the page of checks lists them."""


def findings(
    model: type, root: Node, own: Declared, law: Node | None, today: date | None = None
) -> tuple[Finding, ...]:
    """Return what the checks find in a policy that was read, in order of place.

    ``today`` is the day that review dates are held against, the real one by default.
    """
    subject = Subject(model, root, law, own, today or datetime.now(tz=UTC).date())
    return tuple(sorted(set(_all(subject))))


def _all(subject: Subject) -> Iterator[Finding]:
    draft = is_unfinished(subject.root)
    for check in CHECKS:
        weight = check.weight(draft=draft)
        for node, message in check.looks(subject):
            yield Finding(node.path, node.line, node.column, weight, check.id, message)
