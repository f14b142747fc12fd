"""A closed condition in words, made from the answers' own words and nothing else.

The decision table is read on paper as well as run; both must say the same, so the
words are never written a second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import listed
from rapidreview.show import Html, el, every, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.model import Answers, Id, Question, When

SHARED = 2
"""How many first words two answers share before the second leaves them out."""


def phrase(question: Question, answers: Iterable[str]) -> str:
    """Return the answers as one clause: "the child died or was seriously harmed".

    Returns "" where they are all the answers that the question has.
    """
    wanted = set(answers)
    if all(option.id in wanted for option in question.options):
        return ""
    said = [
        option.said or f"“{option.label}”"
        for option in question.options
        if option.id in wanted
    ]
    groups: list[list[str]] = []
    for words in said:
        rest = _rest(groups[-1][0], words) if groups else ""
        if rest:
            groups[-1].append(rest)
        else:
            groups.append([words])
    folded = [listed(group, "or") for group in groups]
    return ", or ".join(folded)


def parts(when: When, questions: Mapping[Id, Question]) -> list[str]:
    """Return the condition as clauses that must all hold."""
    shared, alternatives = _factored(when)
    found = _clauses(shared, questions)
    choices = _choices(alternatives, questions)
    if choices:
        found.append(f"either {', or '.join(choices)}")
    return found + _denied(when, questions)


def condition_text(when: When, questions: Mapping[Id, Question]) -> str:
    """Return the condition as one line: "The child is under 18; the child died".

    Alternatives are told with "either" and "or", exceptions with "unless".
    """
    return _capital("; ".join(parts(when, questions)) or "always")


def condition_html(when: When, questions: Mapping[Id, Question]) -> Html:
    """Return the condition as a list; "Always" where it asks for nothing."""
    shared, alternatives = _factored(when)
    items: list[str] = [_capital(clause) for clause in _clauses(shared, questions)]
    choices = _choices(alternatives, questions)
    if choices:
        items.append(joined("Any one of these:", _ticks(map(_capital, choices))))
    items += [_capital(clause) for clause in _denied(when, questions)]
    return _ticks(items or ["Always"])


def _ticks(items: Iterable[str]) -> Html:
    return el("ul", every(el("li", item) for item in items), css="ticks")


def _choices(
    alternatives: list[Answers], questions: Mapping[Id, Question]
) -> list[str]:
    told = [_clauses(one, questions) for one in alternatives]
    return [_both(clauses) for clauses in told if clauses]


def _both(clauses: list[str]) -> str:
    """Return clauses that all hold as one: "it is big and the door is red"."""
    if any(", or " in clause for clause in clauses):
        return "; and ".join(clauses)
    return listed(clauses)


def _denied(when: When, questions: Mapping[Id, Question]) -> list[str]:
    return [f"unless {clause}" for clause in _clauses(when.none or {}, questions)]


def _capital(clause: str) -> str:
    return clause[:1].upper() + clause[1:]


def _clauses(answers: Answers, questions: Mapping[Id, Question]) -> list[str]:
    found = [
        phrase(questions[name], wanted)
        for name, wanted in answers.items()
        if name in questions
    ]
    return [clause for clause in found if clause]


def _factored(when: When) -> tuple[Answers, list[Answers]]:
    """Return what holds in every alternative, and what is left of each."""
    shared: Answers = dict(when.all_ or {})
    if not when.any_:
        return shared, []
    first = when.any_[0]
    common = {
        name: wanted
        for name, wanted in first.items()
        if all(one.get(name) == wanted for one in when.any_)
    }
    left = [
        {name: wanted for name, wanted in one.items() if name not in common}
        for one in when.any_
    ]
    return {**shared, **common}, left


def _rest(first: str, words: str) -> str:
    """Return what ``words`` adds after the words it shares with ``first``, or ""."""
    ours, theirs = words.split(), first.split()
    count = 0
    while count < min(len(ours), len(theirs)) - 1 and ours[count] == theirs[count]:
        count += 1
    return " ".join(ours[count:]) if count >= SHARED else ""
