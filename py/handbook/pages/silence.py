"""A silence in words: what is not given never stands there as a bare phrase.

A policy may name only what is missing ("Who chairs the panel"); readers who hear
the page, or print it, must still learn that the protocol does not say it.
"""

from __future__ import annotations

import re

TOLD = re.compile(
    r"^(The protocol|No|Nothing|Not|None)\b"
    r"|\b(is|are) not (given|stated|said|defined|mentioned|named|printed)\b"
    r"|\b(gives|names|prints|says|has) no(thing)?\b"
)
"""Words that say by themselves that something is missing."""

NAMED = re.compile(
    r"^(Whether|What|Who|Where|When|Which|How|By|On|Anything|Sharing|The (system|members|criteria by))\b"
)
"""Words that only name what is missing."""


def unsaid(says: str) -> str:
    """Return ``says`` so that it tells by itself that the protocol is silent."""
    if TOLD.search(says) or not NAMED.match(says):
        return says
    return f"Not in the protocol: {says[0].lower()}{says[1:]}"
