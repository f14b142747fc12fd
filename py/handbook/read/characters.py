"""Characters that must not be in a policy file, because a reader cannot see them.

A tab, a zero-width space or a Cyrillic "а" in a Latin word looks right on the
screen and is wrong to every program; each is named with its place.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER_SCRIPTS = (
    "CYRILLIC",
    "GREEK",
    "ARMENIAN",
    "CHEROKEE",
    "FULLWIDTH",
    "MATHEMATICAL",
)
LOOK_ALIKES = frozenset("асеорхуіѕјһԁԛԝАВЕКМНОРСТХУІЅЈԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
_WORD = re.compile(r"[^\W\d_]+")


def hidden(text: str) -> str:
    """Return a sentence on the first character that cannot be seen, or ``""``."""
    match = _HIDDEN.search(text)
    return _named(match.group()) if match else ""


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of, and a sentence on, every character that is not allowed."""
    for match in re.finditer("\t", text):
        yield match.start(), "a tab is not allowed; found a tab; use spaces"
    for match in _HIDDEN.finditer(text):
        yield match.start(), _named(match.group())
    if not text.isascii():
        yield from _look_alikes(text)


def _named(character: str) -> str:
    name = unicodedata.name(character, "control character")
    return (
        "a character that cannot be seen is not allowed; "
        f"found U+{ord(character):04X} ({name.lower()}); delete it"
    )


def _look_alikes(text: str) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        odd = [i for i, letter in enumerate(word) if _script(letter)]
        mixed = 0 < len(odd) < len(word)
        if odd and (mixed or all(letter in LOOK_ALIKES for letter in word)):
            letter = word[odd[0]]
            name = unicodedata.name(letter).lower()
            message = (
                "a letter of another script looks like a Latin one; "
                f'found U+{ord(letter):04X} ({name}) in the word "{word[:40]}"; '
                "type the word again in Latin letters"
            )
            yield match.start() + odd[0], message


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((script for script in OTHER_SCRIPTS if name.startswith(script)), "")
