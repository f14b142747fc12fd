"""Serves a folder over a line of known speed, and counts what goes over it.

Browsers' own throttling does not reliably reach what a worker fetches, so the
server is slow instead: every response waits, and all share one line's bytes a second.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, AnyStr

from handbook.site.serve import Handler, Server, make_server

if TYPE_CHECKING:
    from io import BytesIO
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import SupportsRead, SupportsWrite

CHUNK = 16_384


@dataclass
class Line:
    """A line: bytes a second (0: as fast as the machine), seconds of delay, what went over it."""

    rate: float = 0
    delay: float = 0
    sent: int = 0
    requests: int = 0
    free: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        """Count ``size`` bytes and wait until the line has carried them."""
        with self.lock:
            self.sent += size
            if not self.rate:
                return
            now = time.monotonic()
            self.free = max(self.free, now) + size / self.rate
            wait = self.free - now
        time.sleep(wait)


def slow_server(folder: Path, line: Line) -> Server:
    """Return a running server of ``folder`` behind ``line``."""

    class Slow(Handler):
        def send_head(self) -> BytesIO | BinaryIO | None:
            with line.lock:
                line.requests += 1
            time.sleep(line.delay)
            return super().send_head()

        def copyfile(
            self, source: SupportsRead[AnyStr], outputfile: SupportsWrite[AnyStr]
        ) -> None:
            while chunk := source.read(CHUNK):
                line.carry(len(chunk))
                outputfile.write(chunk)

    server = make_server(folder, 0, Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
