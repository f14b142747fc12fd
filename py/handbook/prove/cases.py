"""The worked cases of the policies, run: hard cases, national examples, local examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.prove.proof import Failure
from rapidreview.check import AnswersError, Checker
from rapidreview.model import Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rapidreview.model import National, Partnership


def national_cases(national: National) -> Iterator[Failure | None]:
    """Yield for each hard case and example of the national layer None, or its fault."""
    checker = Checker(national)
    for case in national.hard_cases:
        yield _run(checker, case.title, case.given, case.rule, "")
    for example in national.examples:
        yield _run(checker, example.name, example.given, example.rule, example.outcome)


def local_cases(
    national: National, partnership: Partnership
) -> Iterator[Failure | None]:
    """Yield for each example of a partnership None, or its fault."""
    checker = Checker(Protocol(national, partnership))
    for example in partnership.examples:
        yield _run(checker, example.name, example.given, example.rule, example.outcome)


def _run(
    checker: Checker, name: str, given: Mapping[str, str], rule: str, outcome: str
) -> Failure | None:
    policy = checker.protocol.id if checker.protocol else ""
    try:
        answer = checker.decide(given)
    except AnswersError as error:
        return Failure("case", name, f"the case “{name}”: {error}", dict(given), policy)
    local = {one.id for one in answer.local_rules}
    if answer.rule != rule and rule not in local:
        says = f"the case “{name}” says {rule}; the answers lead to {answer.rule}"
        return Failure("case", name, says, dict(given), policy)
    if outcome and answer.outcome != outcome:
        says = f"the case “{name}” says {outcome}; the answers lead to {answer.outcome}"
        return Failure("case", name, says, dict(given), policy)
    return None
