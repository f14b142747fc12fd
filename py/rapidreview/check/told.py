"""The words of whichever rule gives an answer: the national one, or a local one that raised it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.check.decision import Nationally
from rapidreview.check.local import local_because

if TYPE_CHECKING:
    from rapidreview.check.decision import Because
    from rapidreview.check.explain import Explainer
    from rapidreview.check.table import Verdict
    from rapidreview.model import Evidence, LocalRule, Question, Ref


@dataclass(frozen=True, kw_only=True)
class Told:
    """The words of whichever rule gives the answer: the national one, or a local one
    that raised it."""

    title: str
    says: str
    standing: str
    evidence: Evidence
    because: tuple[Because, ...]
    source: tuple[Ref, ...]
    nationally: Nationally | None = None

    @classmethod
    def of(
        cls,
        verdict: Verdict,
        rules: list[LocalRule],
        raised: list[LocalRule],
        explain: Explainer,
        asked: tuple[Question, ...],
    ) -> Told:
        """Return the words, with what the national rules say where a local one raised it."""
        part = verdict.raised or verdict.rule
        title, says = explain.place.words(part.title), explain.place.words(part.says)
        because = explain.because()
        own = [question.id for question in asked]
        if not raised:
            return cls(
                title=title,
                says=says,
                standing=verdict.rule.standing,
                evidence=part.evidence,
                because=because + local_because(rules, explain, own),
                source=part.source,
            )
        others = [rule for rule in rules if rule not in raised]
        return cls(
            title=raised[0].title,
            says=raised[0].says,
            standing="local",
            evidence="protocol",
            because=local_because([*raised, *others], explain, own),
            source=raised[0].source + part.source,
            nationally=Nationally(
                outcome=verdict.outcome,
                kicker=explain.outcomes[verdict.outcome].kicker,
                rule_title=title,
                rule_says=says,
                because=because,
            ),
        )
