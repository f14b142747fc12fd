"""Writes each page's Content-Security-Policy, after the site is built.

The policy lets a page load from its own site only, and run only the scripts that
the build put there: inline scripts are named by their hash, computed from the pages
as they are, because they change with the theme. WebAssembly, which Python in the
browser needs, is allowed only on pages with a tool. It goes into the pages
themselves, since many hosts (GitHub Pages is one) can send no headers.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from handbook.site.head import insert

if TYPE_CHECKING:
    from pathlib import Path

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
NOT_RUN = re.compile(r'\bsrc=|\btype="(?!module"|text/javascript")')
TOOL = " data-runtime="
WASM = "'wasm-unsafe-eval'"
RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def write_policies(site: Path) -> str:
    """Write the policy into every page under ``site``; return the widest, for headers.

    Hashes are those of all pages together: the theme swaps pages without a reload,
    and a page's scripts then run under the policy of the page before.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    hashes = sorted({found for text in pages.values() for found in inline_hashes(text)})
    for path, text in pages.items():
        tags = (
            f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes, wasm=TOOL in text)}">'
            '<meta name="referrer" content="no-referrer">'
        )
        insert(path, text, tags)
    return policy(hashes, wasm=True)


def inline_hashes(page: str) -> set[str]:
    """Return the hash source ("'sha256-…'") of each script that stands in ``page`` itself."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(found['text'].encode()).digest()).decode()}'"
        for found in INLINE.finditer(page)
        if not NOT_RUN.search(found["attributes"])
    }


def policy(hashes: list[str], *, wasm: bool) -> str:
    """Return the policy as one line; ``wasm`` lets WebAssembly be compiled."""
    more = [*hashes, *([WASM] if wasm else [])]
    return "; ".join(
        " ".join([name, value, *(more if name == "script-src" else [])])
        for name, value in RULES.items()
    )
