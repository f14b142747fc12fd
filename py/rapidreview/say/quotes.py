"""Quotation marks and apostrophes as they are printed: text is typed with straight ones."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(r"(['\"])")
_OPENS_AFTER: Final = frozenset(" \n\t\u00a0([{“‘—–-/")
_GOES_ON: Final = re.compile(r"(?:s|t|d|m|ll|re|ve)?(?:\s|$)")
"""The ending of a word whose beginning stands in other type, or nothing: no mark opens here."""
_CURLY: Final = {"'": ("‘", "’"), '"': ("“", "”")}


def curly(words: str) -> str:
    """Return ``words`` with curly quotation marks and apostrophes.

    A mark opens before a word that begins a text or follows a space, a bracket, a dash or
    a mark that opens; elsewhere it closes. Nothing else is changed.
    """
    if "'" not in words and '"' not in words:
        return words
    made = ""
    for part in _MARK.split(words):
        if part not in _CURLY:
            made += part
            continue
        opens, closes = _CURLY[part]
        begins = not made or made[-1] in _OPENS_AFTER
        made += opens if begins and not _GOES_ON.match(words, len(made) + 1) else closes
    return made
