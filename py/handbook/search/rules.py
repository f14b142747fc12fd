"""Which pages the search reads in full, of which it takes only the headings, and which come behind.

A page that says again what another page says (a role's own sheet, the ready reckoner) is
found by its headings and comes behind that other page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

PARTNERSHIP: Final = re.compile(r"^partnerships/(?P<of>[^/]+)/(?P<page>.*)$")
NOT_THE_PAGES_OWN: Final = frozenset({"next", "local"})
"""Sections, by their ids, that a page has for every partnership: they grow with their number."""


@dataclass(frozen=True)
class Rule:
    """How the page at an address is searched: its ``weight``, and whether the ``whole`` text is."""

    at: re.Pattern[str]
    weight: float = 1.0
    whole: bool = True


RULES: Final = (
    Rule(re.compile(r"^$|^404"), 0.5, whole=False),
    Rule(re.compile(r"^national/glossary/"), 5.0),
    Rule(re.compile(r"^national/(sources|changes)/"), 0.6),
    Rule(re.compile(r"^national/$"), 0.8),
    Rule(re.compile(r"^national/"), 1.6),
    Rule(re.compile(r"^outcomes/$"), 0.6, whole=False),
    Rule(re.compile(r"^outcomes/"), 1.2),
    Rule(re.compile(r"^(check|deadlines)/$"), 1.4),
    Rule(re.compile(r"^partnerships/$"), 1.2),
    Rule(
        re.compile(r"^partnerships/england/(contacts/|deadlines/|protocol/|notes/|$)"),
        0.5,
    ),
    Rule(re.compile(r"^partnerships/[^/]+/$"), 1.2),
    Rule(re.compile(r"^partnerships/[^/]+/contacts/"), 1.3),
    Rule(re.compile(r"^partnerships/[^/]+/(deadlines|protocol)/"), 1.0),
    Rule(re.compile(r"^partnerships/[^/]+/notes/"), 0.6),
    Rule(re.compile(r"^partnerships/[^/]+/flowchart/"), 0.8, whole=False),
    Rule(re.compile(r"^partnerships/[^/]+/roles/."), 0.3, whole=False),
    Rule(re.compile(r"^partnerships/"), 0.5, whole=False),
    Rule(re.compile(r"^publish/fields/"), 0.4, whole=False),
    Rule(re.compile(r"^publish/"), 0.3),
    Rule(re.compile(r"^about/runtime/"), 0.4, whole=False),
    Rule(re.compile(r"^about/"), 0.6),
    Rule(re.compile(r"^develop/"), 0.2, whole=False),
    Rule(re.compile(r""), 0.6, whole=False),
)
"""The first that fits an address holds."""


def rule_of(address: str) -> Rule:
    """Return how the page at ``address``, from the root of the site, is searched."""
    return next(one for one in RULES if one.at.search(address))


def partnership_of(address: str) -> str:
    """Return the id of the partnership that the page belongs to; empty where it belongs to none."""
    found = PARTNERSHIP.match(address)
    return found["of"] if found else ""
