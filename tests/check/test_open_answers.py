"""While an answer is open, the reasons and refusals are those of what may turn out."""

from dataclasses import replace

import pytest

from rapidreview.check import decide
from rapidreview.check.table import NoRuleError, Table
from rapidreview.model import When


def test_the_reasons_are_those_of_the_gravest_way_that_it_may_turn_out(
    national, combinations
):
    """Also where a question lists its least grave answer first."""
    rules = national.notifiability
    turned = tuple(replace(q, options=q.options[::-1]) for q in rules.questions)
    law = replace(national, notifiability=replace(rules, questions=turned))
    seen = 0
    for given in combinations[::97]:
        decision = decide(law, given)
        if not decision.possible:
            continue
        gravest = [one for one in decision.possible if one.outcome == decision.outcome]
        settled = decide(law, given | gravest[0].settled)
        wanted = [
            (one.question, one.says)
            for one in settled.because
            if one.question not in gravest[0].settled
        ]
        told = [
            (one.question, one.says)
            for one in decision.because
            if one.standing != "handbook"
        ]
        assert told == wanted
        first = decide(law, given | decision.possible[0].settled)
        seen += first.outcome != decision.outcome and first.because != settled.because
    assert seen


def test_answers_that_no_open_rule_takes_are_named(national, answers):
    """A table with a gap says for which answers: the proof shows that ours has none."""
    table = Table(national.notifiability)
    table._open = [
        replace(rule, when=When(all_={"age": ("under-18",)})) for rule in table._open
    ]
    given = answers(age="not-sure")
    with pytest.raises(NoRuleError) as gap:
        table.verdict(given)
    named = ", ".join(f"{name}={answer}" for name, answer in given.items())
    assert str(gap.value) == f"No rule for open questions takes these: {named}."
