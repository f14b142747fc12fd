"""Single values: plain where they can be, in quotes where YAML would misread them, folded where long."""

from __future__ import annotations

import json
import re
from textwrap import wrap
from typing import TYPE_CHECKING

from handbook.read.nodes import core

if TYPE_CHECKING:
    import yaml

MISREAD = re.compile(
    r"(y|n|yes|no|on|off)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9:]+)?|[0-9]+(:[0-9]{2})+",
    re.IGNORECASE,
)
"""Plain words that another reader of YAML takes for a yes, a day or a number."""
_PLAIN = re.compile(r"[^\W\d_“‘][^\n]*|[“‘][^\n]*")
_SIGNS = re.compile(r": |:$| #|^---")
_IN_BRACES = re.compile(r"[,?\[\]{}]")


def token(node: yaml.ScalarNode, *, flow: bool) -> str:
    """Return a single value as one word or text on one line."""
    text = node.value
    if node.style in ('"', "'"):
        return quotes(text, node.style)
    if node.style is None or not node.style:
        return quotes(text, '"') if MISREAD.fullmatch(text) else text
    return text if _is_plain(text, flow=flow) else quotes(text, '"')


def quotes(text: str, sign: str) -> str:
    """Return ``text`` in quotes, in the ones that are asked for if they need no escape."""
    if sign == "'" or (
        '"' in text and "'" not in text and text.isprintable() and "\\" not in text
    ):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=not text.isprintable())


def folded(text: str, width: int) -> list[str] | None:
    """Return the lines of ``text`` for a folded block; None where folding would change it."""
    if text != " ".join(text.split()) or not text:
        return None
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def literal(text: str) -> tuple[str, list[str]] | None:
    """Return the sign and the lines of ``text`` with line ends; None where they would not be kept."""
    body = text.rstrip("\n")
    rows = body.split("\n")
    ends = len(text) - len(body)
    if (
        ends > 1
        or rows[0][:1] == " "
        or any(row != row.rstrip() for row in rows)
        or not body
    ):
        return None
    return ("|" if ends else "|-"), rows


def _is_plain(text: str, *, flow: bool) -> bool:
    plain = _PLAIN.fullmatch(text) and not _SIGNS.search(text) and text == text.strip()
    misread = MISREAD.fullmatch(text) or not isinstance(core(text), str)
    return bool(plain) and not misread and not (flow and _IN_BRACES.search(text))
