"""Writes ``_headers``: what a host that can send headers should send.

Cloudflare Pages, Netlify and others read this file; GitHub Pages ignores it; other
servers have files of their own (:mod:`handbook.site.host_files`). The
site is complete without it: the pages carry their own policy, and files that change
are named by their content. The policy here is the widest of the pages' own, because
the worker's script needs WebAssembly too; a browser applies both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.site.host_files import write_host_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NEVER_USED = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
"""Types that browsers insist on, and that some servers do not know."""
FOREVER = "public, max-age=31536000, immutable"


def headers(policy: str, lasting: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the headers by path; ``policy`` is the pages' own, ``lasting`` the paths that never change."""
    return {
        "/*": {
            "Content-Security-Policy": policy,
            "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER_USED),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
        **{path: {"Cache-Control": FOREVER} for path in lasting},
        "/service-worker.js": {"Cache-Control": "no-cache"},
    }


def write_headers(site: Path, policy: str, lasting: Iterable[str]) -> None:
    """Write ``_headers`` into ``site``, and the same for servers that read files of their own."""
    table = headers(policy, lasting)
    write_host_files(site, table, TYPES)
    lines = []
    for path, sent in table.items():
        lines += [path, *(f"  {name}: {value}" for name, value in sent.items()), ""]
    (site / "_headers").write_text("\n".join(lines), "utf-8")
