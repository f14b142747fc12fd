"""Serves the built handbook on this machine, as a plain web server would."""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import socketserver
import sys
from pathlib import Path

from handbook.bundle import RUNTIME

ROOT = Path(__file__).resolve().parents[2]
TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
}
FOREVER = "public, max-age=31536000, immutable"
LAST_PORT = 65535


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files of the site, with the types that browsers insist on."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Let what is named by its content be kept; have all else asked for again."""
        runtime = f"/{RUNTIME.relative_to('docs').as_posix()}/"
        kept = runtime in self.path and not self.path.endswith(".json")
        self.send_header("Cache-Control", FOREVER if kept else "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing of what is read."""


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    """One thread a request, none of which keeps the program alive."""

    daemon_threads = True
    allow_reuse_address = True


def make_server(site: Path, port: int) -> Server:
    """Return a server of ``site`` on this machine; port 0 takes any free one."""
    return Server(("127.0.0.1", port), functools.partial(Handler, directory=str(site)))


def main() -> None:
    """Serve ``site/`` until stopped."""
    parser = argparse.ArgumentParser(description="Serve the built handbook.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    if not 0 <= port <= LAST_PORT:
        sys.exit(
            f"{port} is not a port; choose one from 1 to {LAST_PORT}, for instance PORT=8080."
        )
    try:
        server = make_server(ROOT / "site", port)
    except OSError as error:
        sys.exit(
            f"Port {port} cannot be used ({error.strerror}); choose another with PORT=8080."
        )
    sys.stdout.write(
        f"The handbook is on http://127.0.0.1:{server.server_port} (stop with Ctrl-C)\n"
    )
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()


if __name__ == "__main__":
    main()
