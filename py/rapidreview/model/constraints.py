"""Constraints: what the model asks of a field beyond its type, as ``Annotated`` marks on it.

Reading, the linter and the JSON Schemas take them from there, so that a new field says
everything about itself in one place. The browser passes over them: what it is handed
was checked before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Where = Literal["here", "either", "national"]
"""Where a name is declared: in the same file, in the national layer, or in either."""


@dataclass(frozen=True)
class Mark:
    """A constraint that is its name and nothing more."""

    name: str


@dataclass(frozen=True)
class Declares:
    """The field is the id by which others name its part, a ``kind``: step, form, event.

    ``to_be_used`` asks that something names it.
    """

    kind: str
    to_be_used: bool = False


@dataclass(frozen=True)
class Names:
    """The field holds names of a ``kind``: one, a list of them, or the keys of a mapping."""

    kind: str
    where: Where = "here"


@dataclass(frozen=True)
class Shape:
    """The field's text has one shape: ``pattern`` matches the whole of it.

    ``breach`` says what is wrong with other text and ``write`` what is right. A field
    that may be left out may also be empty.
    """

    pattern: str
    breach: str
    write: str


@dataclass(frozen=True)
class Day:
    """The field's text is a real day, year first.

    ``loose`` allows a month or a year alone, ``time`` a time of day with it; a ``done``
    day is one on which somebody did something, so it cannot be still to come.
    """

    loose: bool = False
    time: bool = False
    done: bool = False


@dataclass(frozen=True)
class Bounds:
    """The field's whole number is at least ``low`` and, if given, at most ``high``.

    ``breach`` says what is wrong with another.
    """

    low: int
    breach: str
    high: int | None = None


@dataclass(frozen=True)
class Once:
    """No two items of the list have the same text under ``key``; ``what`` says what they are."""

    key: str
    what: str


@dataclass(frozen=True)
class MayLackSource:
    """The field's list of sources may be empty; with ``unless``, only while that field is empty."""

    unless: str = ""


SOME = Mark("some")
"""A list with at least one item."""
ONE_OR_MORE = Mark("one or more")
"""A list that may be written as one item alone."""
CITES = Mark("cites")
"""A reference to a section of a document, or to a provision of an instrument."""
ANSWERS = Mark("answers")
"""Question ids with one or more of their answers."""
SENTENCES = Mark("sentences")
"""Whole sentences, each with a subject and a verb."""
PRINTED = Mark("printed")
"""Words or an address as the source prints them, which the handbook does not answer for."""
FINISHED = Mark("finished")
"""What a finished policy has. A draft may leave it out: then nothing of it was read yet."""
AGREES = Mark("agrees")
"""A status that has to agree with whose sources stand beside it."""

_ID = "an id of the wrong shape"
PLAIN_ID = Shape(r"[a-z0-9]+(-[a-z0-9]+)*", _ID, "lower-case letters, digits, hyphens")
EVENT_ID = Shape(
    r"[a-z0-9]+(_[a-z0-9]+)*", _ID, "lower-case letters, digits, underscores"
)
"""Events are typed as ``event=date`` on the command line and are names of fields in pages."""
RULE_ID = Shape(r"R[0-9]{2,3}", _ID, "R and two digits: R01")
"""Rules carry capitals because people cite them."""
LOCAL_RULE_ID = Shape(
    r"[A-Z]{2,4}-[A-Z0-9]+(-[A-Z0-9]+)*", _ID, "capitals and a number: TE-1"
)
WEB_ADDRESS = Shape(
    r"https?://[^\s\"'<>{}\\]+\.[^\s\"'<>{}\\]+",
    "this is not a web address",
    "https://…",
)
MAILBOX = Shape(
    r"[A-Za-z0-9._+'&-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
    "this is not a mailbox",
    "name@example.org",
)
