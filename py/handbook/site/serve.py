"""Serves the built handbook on this machine, as a plain web server would."""

from __future__ import annotations

import contextlib
import functools
import http.server
import socket
import socketserver
import sys
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.exchange import alone, recover
from handbook.exits import AskedWronglyError
from handbook.runtime.bundle import RUNTIME
from handbook.site.fingerprints import NAMED
from handbook.site.headers import FOREVER, TYPES

if TYPE_CHECKING:
    from typing import BinaryIO

CODINGS = {"br": ".br", "gzip": ".gz"}
SITEMAP = "/sitemap.xml"
DEFAULT = "http://127.0.0.1:8000/"
"""Where the site says it is, when SITE_URL does not say otherwise."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site, with the types that browsers insist on, compressed where they can be."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | TYPES
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as web servers do: a small file else waits 40 ms
    codings = tuple(CODINGS)

    def end_headers(self) -> None:
        """Let what is named by its content be kept; have all else asked for again."""
        runtime = f"/{RUNTIME.relative_to('docs').as_posix()}/"
        python = runtime in self.path and not self.path.endswith(".json")
        named = python or NAMED.search(self.path.partition("?")[0])
        kept = named and Path(self.translate_path(self.path)).is_file()
        self.send_header("Cache-Control", FOREVER if kept else "no-cache")
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the headers of a file's compressed copy, when there is one and it is wanted."""
        if self.path == SITEMAP and (Path(self.directory) / SITEMAP[1:]).is_file():
            return self._send_sitemap()
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        wanted = {
            part.partition(";")[0].strip()
            for part in self.headers.get("Accept-Encoding", "").split(",")
        }
        for coding in self.codings:
            copy = path.with_name(path.name + CODINGS[coding])
            if coding in wanted and copy.is_file():
                return self._send_copy(path, copy, coding)
        return super().send_head()

    def _send_sitemap(self) -> BytesIO:
        """Send the list of pages under this server's own address and port.

        The theme swaps pages without a reload only when it finds them listed so.
        """
        text = (Path(self.directory) / SITEMAP[1:]).read_text("utf-8")
        own = f"<loc>http://{self.headers.get('Host', '')}/"
        body = text.replace(f"<loc>{DEFAULT}", own).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _send_copy(self, path: Path, copy: Path, coding: str) -> BinaryIO | None:
        changed = self.date_time_string(int(copy.stat().st_mtime))
        if self.headers.get("If-Modified-Since") == changed:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", coding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.send_header("Last-Modified", changed)
        self.end_headers()
        return copy.open("rb")

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        """Send the site's own page for an address that is not there."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing of what is read."""


type Request = socket.socket | tuple[bytes, socket.socket]


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """One thread a request, none of which keeps the program alive."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def handle_error(self, request: Request, client_address: object) -> None:
        """Pass over readers who left before their page was sent; tell everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def make_server(site: Path, port: int, handler: type[Handler] = Handler) -> Server:
    """Return a server of ``site`` on this machine; port 0 takes any free one."""
    return Server(("127.0.0.1", port), functools.partial(handler, directory=str(site)))


def serve(root: Path, port: int) -> None:
    """Serve ``root/site`` on ``port`` of this machine, until stopped with Ctrl-C.

    Raises :class:`AskedWronglyError` where nothing is built yet, or the port is not to be had.
    """
    site = root / "site"
    if not site.exists():
        with alone(root, print):
            recover(site.resolve())
    if not (site / "index.html").is_file():
        says = "There is no site yet; build it first with: make site"
        raise AskedWronglyError([("", says)])
    try:
        server = make_server(site, port)
    except OSError as error:
        says = f"Port {port} cannot be used ({error.strerror}); choose another with PORT=8080."
        raise AskedWronglyError([("", says)]) from error
    with contextlib.suppress(OSError, AttributeError):  # nobody may be reading
        sys.stdout.write(
            f"The handbook is on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)\n"
        )
        sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt), server:
        server.serve_forever()
