"""Proof that no answer can be read as a bare no, and that each ends in who acts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.prove.proof import Failure
from rapidreview.check import contradictions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import National, Partnership, Rule

BARE_NO = re.compile(
    r"\b(do|does|did|need|must|should|will)\s*(not|n'?t)\s+"
    r"(need\s+to\s+|have\s+to\s+)?(be\s+)?(notif|report|refer)"
    r"|\b(is|are)\s+not\s+(to\s+be\s+|required\s+to\s+(be\s+)?)(notif|report|refer)"
    r"|\b(not|non|never)[\s-]+(notifiable|reportable)"
    r"|\bno\s+(need|duty|requirement|reason)\s+to\s+(notif|report|refer|act)"
    r"|\bno\s+(further\s+)?action\b|\bnothing\s+(more\s+|further\s+)?to\s+do\b"
    r"|^\s*no\b",
    re.IGNORECASE,
)
"""Words that would let a reader go away with a no."""


def national_words(national: National) -> Iterator[Failure]:
    """Yield the outcomes and rules whose words read as a bare no, and those that leave
    the reader with nobody who acts."""
    table = national.notifiability
    neither = contradictions(table)
    for outcome in table.outcomes:
        texts = (outcome.kicker, outcome.title, outcome.says)
        yield from _bare(outcome.id, texts)
    for rule in table.rules:
        yield from _bare(rule.id, _texts(rule))
        acts = rule.duties or rule.routes
        if not acts and rule.outcome not in neither:
            says = f"{rule.id} ends with nobody acting: give it a duty or another route"
            yield Failure("ends", rule.id, says)


def local_words(partnership: Partnership) -> Iterator[Failure]:
    """Yield the local rules, narrower words and next steps whose words read as a bare no."""
    for rule in partnership.local_rules:
        texts = (
            rule.title,
            rule.says,
            *(duty.do for duty in rule.duties),
            *(reason.says for reason in rule.because),
        )
        yield from _bare(rule.id, texts, partnership.id)
    for words in partnership.narrower:
        yield from _bare(words.id, (words.says, words.law.says), partnership.id)
    for step in partnership.next_steps:
        yield from _bare(step.outcome, (step.says,), partnership.id)


def _texts(rule: Rule) -> tuple[str, ...]:
    more = [text for case in rule.raised for text in (case.title, case.says)]
    return (
        rule.title,
        rule.says,
        *more,
        *rule.routes,
        *(duty.do for duty in rule.duties),
        *(reason.says for reason in rule.because),
    )


def _bare(part: str, texts: tuple[str, ...], policy: str = "") -> Iterator[Failure]:
    for text in texts:
        found = BARE_NO.search(text)
        if found:
            says = f"{part} can be read as a bare no: “{found.group().strip()}” in “{text}”"
            yield Failure("bare-no", part, says, {}, policy)
