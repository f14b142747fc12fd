"""Where Python lies and how big its files are, for the page's loader."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handbook.runtime.bundle import RUNTIME

if TYPE_CHECKING:
    from pathlib import Path


def runtime_of(root: Path) -> str:
    """Return, as JSON, what the manifest of the bundled runtime below ``root`` says."""
    manifest = root / RUNTIME / "manifest.json"
    known = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    known.pop("key", None)
    return json.dumps(known, sort_keys=True)
