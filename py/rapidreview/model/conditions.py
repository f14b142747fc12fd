"""Whether a closed condition holds. The only place that knows what ``When`` means,
so that rules, flags and local rules can never differ in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model.base import When

type Given = Mapping[str, str]
"""One answer id for each question id."""


def holds(when: When, given: Given) -> bool:
    """Return whether the answers ``given`` meet every part of the condition ``when``.

    A question that was not answered meets no part of ``all`` or ``any`` and
    offends no part of ``none``.
    """
    if when.all_ and not _every(when.all_, given):
        return False
    if when.none and any(
        given.get(question) in answers for question, answers in when.none.items()
    ):
        return False
    return not when.any_ or any(_every(part, given) for part in when.any_)


def asked_by(when: When) -> tuple[str, ...]:
    """Return the ids of the questions that the condition looks at, each once."""
    parts = (when.all_ or {}, *when.any_, when.none or {})
    return tuple(dict.fromkeys(question for part in parts for question in part))


def _every(wanted: Mapping[str, tuple[str, ...]], given: Given) -> bool:
    return all(given.get(question) in answers for question, answers in wanted.items())
