"""The tag of a guess, and the reason beside it, wherever one is shown.

What a guess is stands in :mod:`rapidreview.model.guesses`. None is shown without its tag.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import DERIVED, limit_guess, time_status
from rapidreview.say import limit_words
from rapidreview.show.html import NOTHING, Html, el, joined, text
from rapidreview.show.marks import WORKED_OUT, guess_tag, named, silent, status_tag
from rapidreview.show.marks import due as due_chip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.dates import Due
    from rapidreview.model import Deadline, Form, Nouns, Partnership, Protocol, Step
    from rapidreview.show.sources import Sources

NO_REASON = "The protocol does not say this outright."
"""The reason given where a policy gives none."""


def due_tags(due: Due) -> tuple[Html, Html]:
    """Return the tags of a dated deadline: beside whoever acts, and beside the date."""
    who = status_tag(DERIVED) if due.who_status == DERIVED else NOTHING
    return who, status_tag(DERIVED) if time_status(due) == DERIVED else NOTHING


def due_mark(due: Due, sources: Sources) -> Html:
    """Return the source mark of a dated deadline, with the reason in its slip."""
    guessed = any(due_tags(due))
    return sources.mark(due.source, DERIVED if guessed else "stated", due.reason)


def due_says(due: Due) -> str:
    """Return in words what of a dated deadline was worked out, "" where nothing was."""
    who, time = due_tags(due)
    what = " and ".join(
        words for words, tag in (("who acts", who), ("the time", time)) if tag
    )
    if not what:
        return ""
    return f"Worked out by the handbook, not said in the protocol: {what}. {due.reason}".strip()


def who_text(due: Due) -> str:
    """Return who acts, with the words of the tag where this was worked out."""
    return f"{due.who_label}, {WORKED_OUT}" if due_tags(due)[0] else due.who_label


def limit_mark(deadline: Deadline, sources: Sources) -> Html:
    """Return the source mark of a deadline, with the reason in its slip."""
    guess = limit_guess(deadline, _steps(sources.partnership))
    return sources.mark(deadline.source, guess.status, guess.reason)


def limit_html(deadline: Deadline, nouns: Nouns) -> Html:
    """Return a limit as a chip, or where no time is given the words behind a dashed
    ring; with its tag where the time was worked out or is national."""
    words = limit_words(deadline, nouns)
    told = (
        due_chip(words) if words else silent(deadline.no_time or "No time limit given.")
    )
    return told + status_tag(time_status(deadline))


def who_html(label: str, deadline: Deadline, steps: Iterable[Step]) -> Html:
    """Return the ``label`` of whoever acts, with its tag where this is a guess."""
    who = limit_guess(deadline, steps).who
    return text(label) + status_tag(DERIVED if who == DERIVED else "stated")


def author_and_recipient(form: Form, protocol: Protocol) -> tuple[Html, Html]:
    """Return who fills ``form`` in and where it goes, as HTML.

    Where they were worked out, the tag stands beside the author, or beside the
    recipient where no author is named.
    """
    author = named(protocol.label(form.filled_by))
    goes = named(protocol.label(form.goes_to))
    tag = status_tag(form.status)
    return (author + tag, goes) if form.filled_by else (author, goes + tag)


def has_guesses(partnership: Partnership) -> bool:
    """Return whether any step or limit of ``partnership`` was worked out."""
    return any(step.status == DERIVED for step in partnership.steps) or any(
        limit_guess(limit).status == DERIVED for limit in partnership.deadlines
    )


def key_html(source: str = "the § beside it opens the reason") -> Html:
    """Return the sentence that explains the tag, for the top of a page that has it.

    ``source`` says where the reason of each is found.
    """
    words = (
        " The protocol does not say this outright. The handbook worked it out from "
        "what it says, most often who acts or which days are meant. Check it with your "
        f"partnership before you rely on it; {source}."
    )
    return joined(el("p", guess_tag(), words, css="std-key"), "\n")


def reason_html(status: str, reason: str) -> Html:
    """Return why something was worked out, in words for a printed sheet; nothing if it was not."""
    if status != DERIVED:
        return NOTHING
    why = f" {reason or NO_REASON}"
    return el("p", el("b", "Worked out:"), why, css="small mut reason")


def _steps(partnership: Partnership | None) -> tuple[Step, ...]:
    return partnership.steps if partnership else ()
