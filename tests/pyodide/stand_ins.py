"""Stands in for the press inside Pyodide: policies come as plain data, not as YAML.

The press checks YAML with a compiled package; the engine never needs it. The tests
get the very objects that the press made, handed over the way the browser gets them.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from rapidreview.days import calendar_from
from rapidreview.model import National, Partnership, Protocol, from_plain


@dataclass(frozen=True)
class Library:
    """The national layer and the partnerships."""

    national: object
    partnerships: tuple
    calendar: object
    england: Protocol

    @property
    def protocols(self):
        """Each partnership with the national layer behind it."""
        return tuple(Protocol(self.national, one) for one in self.partnerships)

    @property
    def all_protocols(self):
        """Each partnership, then the national rules."""
        return (*self.protocols, self.england)

    def protocol(self, name):
        """Return the protocol of this name."""
        return next(one for one in self.all_protocols if one.id == name)


def install(dump):
    """Put stand-ins where the tests import the press's readers from."""
    plain = json.loads(Path(dump).read_text("utf-8"))
    national = from_plain(National, plain["national"])
    partnerships = tuple(
        from_plain(Partnership, item) for item in plain["partnerships"]
    )
    england = from_plain(Partnership, plain["england"])
    by_id = {item.id: item for item in (*partnerships, england)}
    reading = ModuleType("handbook.read.library")
    reading.Library = Library
    reading.read_all = lambda _: Library(
        national,
        partnerships,
        calendar_from(plain["holidays"]),
        Protocol(national, england),
    )
    reading.read_national = lambda _: national
    reading.read_partnership = lambda path, *_: by_id[Path(path).stem]
    reading.read_calendar = lambda _: calendar_from(plain["holidays"])
    sys.modules[reading.__name__] = reading
