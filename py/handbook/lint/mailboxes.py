"""Mailboxes: a named person's address goes stale, and the page must say when it was checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.lint.base import Check, Subject, is_true
from handbook.read.faults import quoted
from handbook.read.walk import parts
from rapidreview.model.actors import Contact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.nodes import Node

_SHARED = re.compile(
    r"safeguard|child|team|review|admin|office|business|partner|contact|info|hub|mash"
    r"|front|door|duty|notif|support|cescp|scp|panel|mailbox|report|learning|social",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[a-z]+\.[a-z'-]+\d?", re.IGNORECASE)


def unchecked(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every personal address without the day it was checked."""
    for contact in parts(subject.model, subject.root, Contact):
        if is_true(contact.get("personal")) and not contact.text("checked_on"):
            yield (
                contact,
                "a named person's address without `checked_on`; write the day it was checked",
            )


def unmarked(subject: Subject) -> Iterator[tuple[Node, str]]:
    """Yield every address that looks like a person's where the file does not say if it is.

    The author's word is taken: ``personal: false`` says that a role has the address.
    """
    for contact in parts(subject.model, subject.root, Contact):
        name = contact.text("email").partition("@")[0]
        if (
            name
            and _NAMED.fullmatch(name)
            and not _SHARED.search(name)
            and contact.get("personal") is None
        ):
            yield (
                contact.entries["email"],
                (
                    f"{quoted(contact.text('email'))} looks like a named person's address; "
                    "if it is, write `personal: true` and `checked_on`; "
                    "if it belongs to a role, write `personal: false`"
                ),
            )


CHECKS = (
    Check(
        "mailbox-unchecked",
        "error",
        "People move on; a reader must know how old a personal address is.",
        unchecked,
    ),
    Check(
        "mailbox-personal",
        "warning",
        "A notice sent to a person who has left reaches nobody.",
        unmarked,
    ),
)
