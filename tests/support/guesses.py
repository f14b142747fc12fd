"""What a policy marks as worked out, and every place on a page where it is shown.

A place is found by the words of the thing itself, in whatever element they stand, so
that a page nobody thought of is looked at too. The tag must stand in the same
card, row, item or paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handbook.pages.compare.table import not_said
from handbook.pages.partnership.glance.do_now import READERS
from handbook.pages.silence import unsaid
from rapidreview.model import Nouns, limit_guess
from rapidreview.say import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapidreview.model import National, Partnership

TAG = "std-guess"
KEY = "std-key"
UNSEEN = ("src", "note", "vh", "fl-vh", KEY)
"""Marks, slips and spoken words: what a reader of the page itself does not see."""
APART = ("svg", "pre")
HOLDERS = ("li", "tr", "caption", "h3", "article", "summary")
BOXES = ("fl-card", "entry")


STEPS = {"fl-t", "fl-q", "rsteps", "steps"}


@dataclass(frozen=True)
class Thing:
    """Something that a page may show: what it is, its words, whether it was worked out."""

    kind: str
    words: str
    guess: bool


@dataclass(frozen=True)
class Place:
    """A card, row, item or paragraph, the guesses that it shows, and how many tags it has."""

    where: str
    shown: tuple[Thing, ...]
    tags: int


def plain(text: str) -> str:
    """Return ``text`` with every gap one space."""
    return " ".join(text.split())


def things(national: National, partnership: Partnership) -> list[Thing]:
    """Return everything with words of its own that a page of ``partnership`` may show.

    Words that stand for a guess and for something printed as well tell nothing and
    are left out.
    """
    found = {
        (kind, plain(words), guess)
        for kind, words, guess in _all(national, partnership)
    }
    twice = Counter(words for words, _ in {(words, guess) for _, words, guess in found})
    return [Thing(*one) for one in sorted(found) if twice[one[1]] == 1]


def _all(
    national: National, partnership: Partnership
) -> Iterator[tuple[str, str, bool]]:
    yield from _said(partnership)
    for contact in partnership.contacts:
        ways = (contact.email, contact.url, contact.label if contact.silent else "")
        for way in filter(None, ways):
            shown = way.removeprefix("https://").removeprefix("http://")
            yield "contact", shown.rstrip("/"), _guess(contact)
    nouns = Nouns(national, partnership)
    for limit in (*partnership.deadlines, *national.deadlines):
        for later in limit.replaced_by:
            yield "replacement", later.says, _guess(later)
        words = limit_words(limit, nouns) or limit.no_time
        yield "limit", words, limit_guess(limit).time == "derived"


def _said(partnership: Partnership) -> Iterator[tuple[str, str, bool]]:
    said = [one for topic in partnership.topics for one in topic.statements]
    said += [one for row in partnership.do_now for one in row.says]
    spent = [spend for chain in partnership.chains for spend in chain.spend]
    kinds: dict[str, list[tuple[str, Any]]] = {
        "step": [(one.title, one) for one in partnership.steps],
        "statement": [
            (unsaid(one.says) if one.silent else one.says, one) for one in said
        ],
        "order": [(one.says, one) for one in partnership.orders],
        "next step": [(one.says, one) for one in partnership.next_steps],
        "point": [
            (how(one.says), one)
            for one in partnership.compare
            for how in (str, unsaid, not_said)
        ],
        "row": [(one.title or READERS[one.reader], one) for one in partnership.do_now],
        "event": [(one.counts_as, one) for one in partnership.events if one.counts_as],
        "duty": [
            (one.do, one) for rule in partnership.local_rules for one in rule.duties
        ],
        "spend": [(f"{one.what} ({one.days})", one) for one in spent],
    }
    for kind, found in kinds.items():
        for words, part in found:
            yield kind, words, _guess(part)


def _guess(part: Any) -> bool:
    return bool(part.status == "derived")


def names(partnership: Partnership) -> list[str]:
    """Return what limits are called: words that may be those of a step as well."""
    return [plain(limit.what) for limit in partnership.deadlines]


def places(tree: Any, known: list[Thing], limits: list[str]) -> list[Place]:
    """Return every place on the page ``tree`` that shows a guess of ``known``.

    Where the words are part of longer known words, or the name of one of the
    ``limits``, it is those that are shown. Drawings and text to copy have tests
    of their own.
    """
    texts: dict[int, str] = {}
    parents: dict[int, Any] = {}

    def read(element: Any) -> str:
        parts = []
        for item in element.inside:
            if isinstance(item, str):
                parts.append(item)
            else:
                parents[id(item)] = element
                parts.append(read(item))
        hidden = element.tag in APART or set(UNSEEN) & set(element.classes)
        texts[id(element)] = "" if hidden else plain("".join(parts))
        return "" if hidden else "".join(parts)

    read(tree)
    held: dict[int, tuple[Any, list[Thing]]] = {}
    for thing in known:
        if not thing.guess:
            continue
        longer = [
            one.words for one in known if thing.words in one.words and one != thing
        ]
        called = [one for one in limits if thing.words in one]
        for element in _smallest(tree, thing.words, texts):
            text = texts[id(element)]
            if any(words in text for words in longer) or re.search(
                f'["“]{re.escape(thing.words)}["”]', text
            ):
                continue
            if thing.kind == "step" and not re.search(
                f"{re.escape(thing.words)}(?=$|[^\\w ]|\\s*worked out)", text
            ):
                continue  # the same words at the beginning of another sentence
            if any(words in text for words in called) and not _is_step(
                element, parents
            ):
                continue
            holder = _holder(element, parents)
            held.setdefault(id(holder), (holder, []))[1].append(thing)
    return [
        Place(texts[id(holder)], tuple(shown), len(_tags(holder)))
        for holder, shown in held.values()
    ]


def strays(tree: Any, held: list[Place]) -> int:
    """Return how many tags of ``tree`` stand outside the places ``held``."""
    keys = sum(len(_tags(one)) for one in tree.all(css=KEY))
    return len(_tags(tree)) - keys - sum(place.tags for place in held)


def _is_step(element: Any, parents: dict[int, Any]) -> bool:
    """Return whether ``element`` is in a card, an item of steps or a link to a step."""
    one = element
    while one is not None:
        if STEPS & set(one.classes) or "#step-" in one.attributes.get("href", ""):
            return True
        one = parents.get(id(one))
    return False


def _tags(element: Any) -> list[Any]:
    return [one for one in element.all("span", "std") if TAG in one.classes]


def _smallest(tree: Any, words: str, texts: dict[int, str]) -> Iterator[Any]:
    """Yield the smallest elements in whose text ``words`` stand."""
    children = [one for one in tree.inside if not isinstance(one, str)]
    inside = [one for one in children if words in texts[id(one)]]
    if inside:
        for one in inside:
            yield from _smallest(one, words, texts)
    elif words in texts[id(tree)]:
        yield tree


def _holder(element: Any, parents: dict[int, Any]) -> Any:
    """Return the card, row, item or paragraph around ``element``."""
    paragraph = None
    one = element
    while one is not None:
        if one.tag in HOLDERS or set(BOXES) & set(one.classes):
            return paragraph if paragraph is not None and one.tag == "article" else one
        if one.tag in ("p", "dd") and paragraph is None:
            paragraph = one
        if one.tag in ("section", "page"):
            break
        one = parents.get(id(one))
    return element if paragraph is None else paragraph
