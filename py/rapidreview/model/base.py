"""The parts that every policy file is made of, and the closed words they may use.

Conventions:

* A trailing underscore is dropped in YAML: ``from_`` is written ``from:``.
* ``source`` is a list of references. ``"2.6"`` means section 2.6 of the
  policy's first document; ``"arrangements#3"`` names another document, and
  ``"ca2004#s16C(1)"`` an instrument of the national layer.
* Text is plain text. Markup in it is shown as text, never interpreted.
* Every word of text is the handbook's own. Only names, numbers, contacts and
  (in notes) a few disputed words are carried over as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from rapidreview.model.constraints import (
    AGREES,
    ANSWERS,
    CITES,
    MAILBOX,
    PLAIN_ID,
    PRINTED,
    SENTENCES,
    SOME,
    WEB_ADDRESS,
    Day,
    Declares,
    MayLackSource,
    Names,
    Once,
)

type Ref = Annotated[str, CITES]
"""A reference to a place in a document: ``[document#]section``."""

type Id = str
"""A short name in lower case: letters, digits, hyphens (events: underscores)."""

type OwnId = Annotated[Id, PLAIN_ID]
"""The id of the part itself: lower-case letters, digits and hyphens."""

type Sources = Annotated[tuple[Ref, ...], SOME]
"""Where it is said: at least one reference."""

type DayDone = Annotated[str, Day(done=True)]
"""The day on which somebody read or checked something: ``2026-11-20``."""

type DayToCome = Annotated[str, Day()]
"""A day, which may be still to come: ``2026-11-20``."""

type DayOrYear = Annotated[str, Day(loose=True)]
"""A day, or a month or a year alone: ``2026-11-20``, ``2026-11`` or ``2026``."""

type DayOrTime = Annotated[str, Day(time=True)]
"""A day, with a time of day or without: ``2026-11-20`` or ``2026-11-20T14:30``."""

type Url = Annotated[str, WEB_ADDRESS, PRINTED]
"""A web address."""

type Mailbox = Annotated[str, MAILBOX, PRINTED]
"""An email address."""

type Sentences = Annotated[str, SENTENCES]
"""Whole sentences, each with a subject and a verb."""

type Answers = Annotated[dict[str, tuple[str, ...]], ANSWERS]
"""Question id to the answers that satisfy a condition. All questions must hold."""

Status = Literal["stated", "derived", "national"]
"""How a statement stands to its source: printed there; worked out by the handbook
from what is printed there (every page and printed sheet tags it "worked out"); or
carried in from the national layer because the protocol is silent."""

Evidence = Literal["found", "protocol", "to-verify"]
"""Whether the words were seen in a public copy, in one of the protocols, or
still have to be checked by a person before anyone relies on them."""

Standing = Literal["law", "guidance", "panel", "local"]
"""Who says so: an Act or regulations; statutory guidance; the Panel; the protocol."""

OPEN = "not-sure"
"""The answer that leaves its question open, wherever a question has it."""

Unit = Literal["working-day", "day", "hour", "week", "month", "year"]
type OutcomeId = Annotated[Id, Names("outcome", "national")]
"""What an answer can be: an outcome of the national decision table, by its id."""


def _yaml_key(name: str) -> str:
    return name.rstrip("_")


class Part:
    """The base of every part: unknown keys are refused, ``from_`` is ``from``."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "alias_generator": _yaml_key,
    }


@dataclass(frozen=True, kw_only=True)
class Statement(Part):
    """One thing that a source says, in the handbook's own words.

    ``silent: true`` records that the source gives no answer here: then ``says``
    names what is not given, and ``source`` where one would look for it.
    """

    says: Sentences
    source: Sources
    status: Annotated[Status, AGREES] = "stated"
    reason: Sentences = ""
    """With ``status: derived``: why it was worked out so, in a sentence."""
    silent: bool = False
    evidence: Evidence = "protocol"


@dataclass(frozen=True, kw_only=True)
class Change(Part):
    """Something that changed between editions, or in this file."""

    on: DayOrYear
    what: str
    source: Annotated[tuple[Ref, ...], MayLackSource()] = ()
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class Topic(Part):
    """A group of statements under one heading."""

    id: Annotated[OwnId, Declares("topic")]
    title: str
    kind: Literal[
        "purpose",
        "definition",
        "referral",
        "threshold",
        "notification",
        "information",
        "members",
        "meeting",
        "conduct",
        "content",
        "criteria",
        "decision",
        "constraint",
        "administration",
        "after",
        "lcspr",
        "family",
        "publication",
        "learning",
        "log",
        "national-panel",
        "link",
        "history",
    ]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True)
class Option(Part):
    """One closed answer to a question."""

    id: OwnId
    label: str
    said: str = ""
    """How the answer reads in a reason: "the child died"."""
    may_be: tuple[Id, ...] = ()
    """Of "not-sure" only: the answers that it may turn out to be; left out, all others."""
    no_child: bool = False
    """Of a ``first`` question only: it is about no child. The questions about a child need
    no answer then; where they have one, it counts."""


@dataclass(frozen=True, kw_only=True)
class Question(Part):
    """A question of the checker. ``default`` lets it be left out (local extras)."""

    id: Annotated[OwnId, Declares("question")]
    ask: str
    hint: str = ""
    options: Annotated[tuple[Option, ...], SOME, Once("id", "answer")]
    default: str = ""
    graver: tuple[tuple[Id, ...], ...] = ()
    """Its answers from the least to the most grave, where they can be compared. Answers
    in one list weigh the same. A graver answer never asks for less."""
    first: bool = False
    """True for a protocol's own question that is asked before the national ones."""
    fixed: bool = False
    """True where the answer is a fact about the person that is not likely to turn out
    differently: a change of it is told last, and a local rule may not only lower for
    one of its answers."""
    source: tuple[Ref, ...] = ()

    def option(self, answer: Id) -> Option:
        """Return the answer with this id; raises ``KeyError`` where it has no such answer."""
        return {option.id: option for option in self.options}[answer]

    def offers(self, answer: Id) -> bool:
        """Return whether ``answer`` is one of its answers."""
        return any(option.id == answer for option in self.options)


@dataclass(frozen=True, kw_only=True)
class When(Part):
    """A closed condition: every question of ``all`` has one of its answers, and
    no question of ``none`` has, and (if given) at least one of ``any`` holds."""

    all_: Answers | None = None
    any_: tuple[Answers, ...] = ()
    none: Answers | None = None


@dataclass(frozen=True, kw_only=True)
class Flag(Part):
    """What else applies, added to any outcome and never replacing it."""

    id: Annotated[OwnId, Declares("flag")]
    title: str
    says: str
    when: When
    who: str = ""
    whose: Literal["", "page", "answer"] = ""
    """Where it says whose job it is: on the page about that (``page``), and in that part
    of an answer too (``answer``). Left out, it runs at the same time as the review."""
    source: Sources
    evidence: Evidence = "found"


@dataclass(frozen=True, kw_only=True)
class AnswerExample(Part):
    """A worked case: answers in, rule and outcome out. Runs as a test."""

    name: str
    given: Annotated[dict[Id, str], ANSWERS]
    rule: Annotated[str, Names("rule", "either")]
    outcome: OutcomeId
