"""From what somebody typed or chose to a whole set of answers, or to everything
that is wrong with it: one sentence for each field, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.model import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model import Question


@dataclass(frozen=True)
class AnswerProblem:
    """What is wrong with one field, as a sentence to show beside it."""

    field: str
    says: str


class AnswersError(ValueError):
    """Everything that is wrong with a set of answers."""

    def __init__(self, problems: tuple[AnswerProblem, ...]) -> None:
        super().__init__(" ".join(problem.says for problem in problems))
        self.problems = problems


def complete(
    questions: tuple[Question, ...], given: Mapping[str, str]
) -> dict[str, str]:
    """Return an answer for each of ``questions``, in their order, defaults filled in.

    Raises :class:`AnswersError` for every unknown question, every answer that a
    question does not offer and every question without answer or default.
    """
    known = {question.id for question in questions}
    problems = [
        AnswerProblem(
            field,
            f"There is no question “{field}”. The questions are: {', '.join(q.id for q in questions)}.",
        )
        for field in given
        if field not in known
    ]
    answers: dict[str, str] = {}
    for question in questions:
        problem = _problem(question, given.get(question.id, ""))
        if problem:
            problems.append(AnswerProblem(question.id, problem))
        answers[question.id] = given.get(question.id) or question.default
    if problems:
        raise AnswersError(tuple(problems))
    return answers


def missing(question: Question) -> str:
    """Return the sentence that asks somebody at a form for an answer to ``question``."""
    hint = " “Not sure” is an answer too." if question.offers(OPEN) else ""
    return f"Choose an answer: {question.ask}{hint}"


def _problem(question: Question, answer: str) -> str:
    allowed = ", ".join(option.id for option in question.options)
    if not answer:
        if question.default:
            return ""
        return f"Answer the question “{question.ask}” ({question.id}). The answers are: {allowed}."
    if not question.offers(answer):
        return f"“{answer}” is not an answer to “{question.ask}” ({question.id}). The answers are: {allowed}."
    return ""
