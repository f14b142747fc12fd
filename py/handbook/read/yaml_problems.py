"""What a YAML reader complains of, in words for somebody who has never read its manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.faults import Fault, quoted

if TYPE_CHECKING:
    import yaml

QUESTION = 'a question mark in text inside "{…}" or "[…]"; put the text in quotes "…"'
_PLAINER = (
    ("but got '?'", QUESTION),
    (
        "mapping values are not allowed",
        'a colon and space inside text; put the text in quotes "…"',
    ),
    (
        "cannot start any token",
        'text that begins with a sign such as "@" or "%"; put it in quotes',
    ),
    (
        "expected ',' or ']'",
        'a list "[…]" that is not closed or lacks a comma',
    ),
    (
        "expected ',' or '}'",
        'a mapping "{…}" that is not closed or lacks a comma',
    ),
    (
        "did not find expected key",
        "a line that is indented differently from its neighbours, or a quotation mark too many or too few",
    ),
    (
        "expected <block end>",
        "a line that is indented differently from its neighbours, or a quotation mark too many or too few",
    ),
    (
        "did not find expected '-' indicator",
        "a list item that is not lined up with the others",
    ),
    ("invalid Unicode", "an escape that stands for no character"),
    ("unknown escape", "a backslash that begins no escape; use single quotes"),
    ("could not find expected ':'", "a line that has no colon after its key"),
    ("unexpected end of stream", "a quotation mark that is never closed"),
)


def in_flow(name: str, mark: yaml.Mark, at: int) -> Fault:
    """Return the fault of text with a question mark inside brackets or braces, without quotes.

    ``mark`` is where the text begins and ``at`` how far on the sign is. One reader of YAML
    takes it and another, the browser's, does not.
    """
    says = f"this is not YAML; found {QUESTION}"
    return Fault(name, mark.line + 1, mark.column + 1 + at, says)


def syntax_fault(name: str, error: yaml.MarkedYAMLError) -> Fault:
    """Return what ``error`` says of the file ``name`` as a fault at its place."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or error.context or "unreadable text"
    plainer = next(
        (plain for key, plain in _PLAINER if key in problem), f"{quoted(problem)}"
    )
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    return Fault(name, line, column, f"this is not YAML; found {plainer}")
