"""Reads policy files into the engine's objects, or says everything that is wrong.

Nothing half-read comes out: a call returns a whole object or raises
:class:`~handbook.read.faults.Faults` with every fault of every file it read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from handbook.read.faults import Fault, Faults, fault
from handbook.read.loading import (
    Read,
    from_national,
    load_national,
    load_partnership,
)
from handbook.read.policy_files import STAND_IN, policy_files, stand_in_files, unread
from handbook.read.short.region.files import told_once
from handbook.read.yaml_source import read_bytes
from rapidreview.days import calendar_from
from rapidreview.model import (
    National,
    NationalIndex,
    Partnership,
    Protocol,
    standing_in,
)

if TYPE_CHECKING:
    from pathlib import Path

    from rapidreview.days import Calendar
    from rapidreview.model import Id

__all__ = [
    "Fault",
    "Faults",
    "Library",
    "read_all",
    "read_calendar",
    "read_national",
    "read_partnership",
]


@dataclass(frozen=True)
class Library:
    """Everything under ``policies/``: national layer, partnerships by id, and working days."""

    national: National
    partnerships: tuple[Partnership, ...]
    calendar: Calendar = field(compare=False, repr=False)
    stand_in: Partnership | None = None
    """The policy of the national rules, for areas that no partnership covers."""

    @cached_property
    def law(self) -> NationalIndex:
        """The national layer, every part by its id."""
        return NationalIndex(self.national)

    @cached_property
    def protocols(self) -> tuple[Protocol, ...]:
        """Each partnership's protocol with the national layer behind it, in order of id."""
        return tuple(Protocol(self.national, one) for one in self.partnerships)

    @cached_property
    def england(self) -> Protocol | None:
        """The national rules as a protocol, for all areas that no partnership covers."""
        if self.stand_in is None:
            return None
        covered = {area.id for one in self.partnerships for area in one.areas}
        whole = standing_in(self.stand_in, self.national, covered)
        return Protocol(self.national, whole)

    @cached_property
    def all_protocols(self) -> tuple[Protocol, ...]:
        """Every protocol that has pages: the partnerships', then the national rules'."""
        return (*self.protocols, *((self.england,) if self.england else ()))

    def protocol(self, name: Id) -> Protocol:
        """Return the protocol ``name``, a partnership's or the national rules'.

        Raises ``KeyError`` where there is none.
        """
        return self._protocols[name]

    @cached_property
    def _protocols(self) -> dict[Id, Protocol]:
        return {one.id: one for one in self.all_protocols}


def read_national(folder: Path) -> National:
    """Return the national layer that the ``*.yml`` of ``folder`` make up together."""
    return _whole(load_national(folder))


def read_partnership(path: Path, national: National) -> Partnership:
    """Return the partnership at ``path``, checked against the national layer."""
    return _whole(load_partnership(path, from_national(national), national))


def read_calendar(folder: Path) -> Calendar:
    """Return the working days from the bank holidays in the national ``folder``.

    Raises :class:`Faults` where the file is missing or broken.
    """
    path = folder / "bank-holidays.json"
    if not path.exists():
        raise Faults(
            [fault(path, "the bank holidays cannot be read; found no such file")]
        )
    try:
        return calendar_from(json.loads(read_bytes(path, str(path))))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        says = "this is not a list of bank holidays; write first, last and holidays"
        raise Faults([fault(path, says)]) from error


def read_all(root: Path) -> Library:
    """Return the whole library under the policies folder ``root``.

    Raises :class:`Faults` with the faults of all files together.
    """
    law, folders = None, ("national", "partnerships", "regions")
    faults = [one for name in folders for one in unread(root / name)]
    try:
        law = load_national(root / "national")
        faults += law.faults
    except Faults as found:
        faults += found.faults
    partnerships = []
    known = (law.declared, law.policy) if law else (None, None)
    stand_in = None
    for path in (*policy_files(root / "partnerships"), *stand_in_files(root)):
        try:
            read = load_partnership(path, *known)
            faults += read.faults
            if read.policy and path.name == STAND_IN:
                stand_in = read.policy
            elif read.policy:
                partnerships.append(read.policy)
        except Faults as found:
            faults += found.faults
    calendar = None
    try:
        calendar = read_calendar(root / "national")
    except Faults as found:
        faults += found.faults
    if faults or law is None or law.policy is None or calendar is None:
        raise Faults(told_once(faults))
    ordered = tuple(sorted(partnerships, key=lambda one: one.id))
    return Library(law.policy, ordered, calendar, stand_in)


def _whole[T](read: Read[T]) -> T:
    if read.faults:
        raise Faults(read.faults)
    return cast("T", read.policy)
