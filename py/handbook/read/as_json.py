"""JSON for programs: any object as text that can be written as UTF-8."""

from __future__ import annotations

import json


def as_json(plain: object, indent: int | None = None) -> str:
    """Return ``plain`` as JSON that can be written as UTF-8, whatever text is in it."""
    text = json.dumps(plain, indent=indent, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
