"""How a command ends: its exit codes, and the sentences for a wrong question or a machine that cannot."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

type Problem = tuple[str, str]
"""A field, or "", and the sentence on it."""

AT_FAULT, ASKED_WRONGLY, NOT_POSSIBLE, STOPPED = 1, 2, 3, 130
"""Exit codes: a policy is at fault, a wrong question, a machine that could not, Ctrl-C."""
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full for you",
    errno.EACCES: "you may not use it",
    errno.EPERM: "you may not use it",
    errno.EROFS: "it cannot be written to",
    errno.EPIPE: "the program that reads it has ended",
    errno.EBADF: "it is closed",
}


class AskedWronglyError(ValueError):
    """What was asked cannot be answered; ``problems`` say why, by field."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(says for _, says in self.problems))


def cannot(error: OSError) -> str:
    """Return in a sentence what could not be read or written, and why."""
    what = str(error.filename) if error.filename is not None else "The output"
    why = REASONS.get(error.errno or 0) or (error.strerror or "unknown reason").lower()
    return f"{what} cannot be used: {why}."
