"""What both tools say before they run: where Python lies, and what to do without scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handbook.runtime.bundle import RUNTIME
from rapidreview.show import esc

if TYPE_CHECKING:
    from pathlib import Path


def runtime_of(root: Path) -> str:
    """Return where Python lies and how big its files are, for the loader."""
    manifest = root / RUNTIME / "manifest.json"
    known = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    known.pop("key", None)
    return f' data-runtime="{esc(json.dumps(known, sort_keys=True))}"'


def starting(what: str, instead: str) -> str:
    """Return the line on the start of ``what``, and the way to pages that need no script."""
    return (
        f'<p class="ready" data-ready hidden><progress max="100" aria-label="Getting the {what} ready">'
        "</progress><span></span></p>"
        f'<noscript><p class="ready"><span>This {what} needs scripts, which are off here. '
        f'The same answers stand on <a href="{instead}">pages that need none</a>.</span></p></noscript>'
    )
