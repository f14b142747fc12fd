"""What an answer tells whoever asks to do: the next steps here, the first act, the discussion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapidreview.model import Ref, Status


@dataclass(frozen=True, kw_only=True)
class StepHere:
    """A step of the protocol, with who takes it.

    ``only_in`` names the areas of a step that is not taken in all of them, where the
    reader's area is not known.
    """

    id: str
    title: str
    who: str
    detail: str
    source: tuple[Ref, ...]
    only_in: tuple[str, ...] = ()
    status: str = "stated"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactHere:
    """How to reach somebody about it. ``silent`` is true where no address is given."""

    id: str
    who: str
    label: str
    email: str
    url: str
    phone: str
    hours: str
    personal: bool
    checked_on: str
    silent: bool
    source: tuple[Ref, ...]
    status: str = "stated"
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class NextHere:
    """What to do next under this partnership's protocol."""

    says: str
    steps: tuple[StepHere, ...]
    form: str
    form_name: str
    contacts: tuple[ContactHere, ...]
    silent: bool
    status: str
    source: tuple[Ref, ...]
    reason: str = ""
    form_status: str = "stated"


@dataclass(frozen=True, kw_only=True)
class Started:
    """A clock that these answers start, with its limit in words ("" without one).

    ``national`` is the limit that was asked for, of which it may be the protocol's version.
    """

    id: str
    national: str
    what: str
    origin: str
    limit: str


@dataclass(frozen=True, kw_only=True)
class FirstHere:
    """What one ``reader`` does first: the act, to whom, by when.

    ``contacts`` are the protocol's own addresses for it, ``to`` says in words to whom.
    With ``addressed`` the addresses say it all; with ``silent`` the protocol gives none
    for its own form. ``form`` is that form's name. ``duty`` is true where the act is a duty of the
    reader's own authority; ``deadline`` is then its limit, or "". ``limit`` is the
    protocol's own time for it. ``route`` and ``leads`` name another process and its lead.
    """

    reader: str
    do: str
    to: str
    by: str
    contacts: tuple[ContactHere, ...]
    addressed: bool
    silent: bool
    form: str
    deadline: str
    limit: str
    duty: bool
    only_if: str
    route: str
    leads: str
    source: tuple[Ref, ...]
    status: Status
    reason: str


@dataclass(frozen=True, kw_only=True)
class TalkHere:
    """A discussion on whether to notify: by when it is held, what to ask, and what holds
    where the partners cannot agree.

    ``who`` and ``limit`` are the protocol's, "" where it does not say; ``dispute`` is its
    own step for that. ``deadline`` is the limit that runs all the same, ``if_yes`` its clocks.
    """

    who: str
    limit: str
    source: tuple[Ref, ...]
    status: str
    reason: str
    deadline: str
    if_yes: tuple[Started, ...]
    ask: tuple[str, ...]
    cannot_agree: str
    cannot_agree_source: tuple[Ref, ...]
    dispute: StepHere | None
