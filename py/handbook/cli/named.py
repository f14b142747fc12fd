"""The other authorities that are named among the checker's answers at the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handbook.exits import AskedWronglyError
from rapidreview.check import Named

if TYPE_CHECKING:
    from handbook.cli.shelf import Shelf
    from handbook.exits import Problem
    from rapidreview.model import Id


def named(
    shelf: Shelf, answers: dict[str, str]
) -> tuple[dict[str, str], dict[Id, Named], list[Problem]]:
    """Return the answers to questions, the other authorities named among ``answers``, and what
    is wrong with those."""
    others = {one.id: one for one in shelf.national.jurisdiction.others}
    asked = {key: one for key, one in answers.items() if key not in others}
    today = datetime.now(tz=UTC).astimezone().date()
    found: dict[Id, Named] = {}
    problems: list[Problem] = []
    for key, typed in answers.items():
        if key in asked or not typed:
            continue
        outside = others[key].outside
        try:
            if outside and typed == outside.id:
                found[key] = Named()
            else:
                name, _, area = shelf.where(typed, today).partition(":")
                found[key] = Named(shelf.protocol(name), area)
        except AskedWronglyError as wrong:
            problems += [(key, says) for _, says in wrong.problems]
    return asked, found, problems
