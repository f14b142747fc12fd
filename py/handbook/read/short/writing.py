"""Writing: plain data as YAML in the style of the policies, one fact a line where it fits.

Keys stay in the order given. A mapping or a list stands on one line where that is no longer
than the width, else one key or item a line. Text that YAML would misread is quoted, and text
longer than a line is folded.
"""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from handbook.read.nodes import core

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    type Data = str | int | bool | Sequence[Data] | Mapping[str, Data] | None

WIDTH = 118
"""Characters in a line of a policy, at most."""
INDENT = 2
_PLAIN = re.compile(r"[A-Za-z0-9‘“£(/][^\n\t]*")
_FLOW = set("[]{},")
ROWS = 3
"""Lines that a mapping in flow style may take, at most."""


def written(data: Mapping[str, Data], *, apart: Sequence[str] = ()) -> str:
    """Return ``data`` as the text of a file; before the keys ``apart`` stands an empty line."""
    lines: list[str] = []
    for key, value in data.items():
        if key in apart and lines:
            lines.append("")
        lines += _entry(key, value, 0)
    return "\n".join(lines) + "\n"


def scalar(value: Data, *, flow: bool = False) -> str:
    """Return a scalar on one line, quoted where YAML would read something else."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: '""'}[value]
    if not isinstance(value, str):
        return str(value)
    plain = (
        bool(_PLAIN.fullmatch(value))
        and core(value) == value
        and isinstance(core(value), str)
        and ": " not in value
        and " #" not in value
        and not value.endswith((":", " ", "?"))
        and not re.fullmatch(
            r"[\d.]+|\d{4}-\d{2}.*|yes|no|on|off|y|n", value, re.IGNORECASE
        )
        and not (flow and _FLOW & set(value))
    )
    return value if plain else json.dumps(value, ensure_ascii=False)


def one_line(value: Data, *, top: bool = True) -> str:
    """Return ``value`` on one line, in the flow style."""
    if isinstance(value, dict):
        inner = ", ".join(
            f"{scalar(key, flow=True)}: {one_line(one, top=False)}"
            for key, one in value.items()
        )
        return f"{{{inner}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(one_line(one, top=False) for one in value)}]"
    return scalar(value, flow=not top)


def _entry(key: str, value: Data, depth: int) -> list[str]:
    pad = " " * depth
    head = f"{pad}{scalar(key)}:"
    line = f"{head} {one_line(value)}"
    if isinstance(value, (dict, list, tuple)):
        if not value or (len(line) <= WIDTH and depth and _small(value)):
            return [line]
        if not depth and len(line) <= WIDTH and not any(_deep(value)):
            return [line]
        if isinstance(value, dict):
            return [head, *_mapping(value, depth + INDENT)]
        return [head, *_list(value, depth + INDENT)]
    if len(line) <= WIDTH:
        return [line]
    return [f"{head} >-", *_folded(str(value), depth + INDENT)]


def _mapping(value: Mapping[str, Data], depth: int) -> list[str]:
    return [line for key, one in value.items() for line in _entry(key, one, depth)]


def _list(value: Sequence[Data], depth: int) -> list[str]:
    return [line for one in value for line in _item(one, depth)]


def _item(value: Data, depth: int) -> list[str]:
    pad = " " * depth
    line = f"{pad}- {one_line(value)}"
    if len(line) <= WIDTH:
        return [line]
    if isinstance(value, dict):
        if (wrapped := _two_lines(value, pad)) is not None:
            return wrapped
        first, *rest = _mapping(value, depth + INDENT)
        return [f"{pad}- {first.lstrip()}", *rest]
    if isinstance(value, (list, tuple)):
        return [line]
    return [f"{pad}- >-", *_folded(str(value), depth + INDENT)]


def _two_lines(value: Mapping[str, Data], pad: str) -> list[str] | None:
    """Return a mapping in flow style broken once between its keys, where that fits."""
    pieces = [
        f"{scalar(key, flow=True)}: {one_line(one, top=False)}"
        for key, one in value.items()
    ]
    rows: list[str] = [""]
    for piece in pieces:
        joined = f"{rows[-1]}, {piece}" if rows[-1] else piece
        if len(joined) + len(pad) + 4 > WIDTH and rows[-1]:
            rows.append(piece)
        else:
            rows[-1] = joined
    if len(rows) > ROWS or any(len(one) + len(pad) + 4 > WIDTH for one in rows):
        return None
    joined_rows = [f"{pad}- {{{rows[0]}"] + [f"{pad}   {one}" for one in rows[1:]]
    return [*(f"{one}," for one in joined_rows[:-1]), joined_rows[-1] + "}"]


def _folded(text: str, depth: int) -> list[str]:
    pad = " " * depth
    wrapped = textwrap.wrap(
        text, WIDTH - depth, break_long_words=False, break_on_hyphens=False
    )
    return [pad + one for one in wrapped]


def _small(value: Data) -> bool:
    """Return whether a value holds nothing that is a list of mappings."""
    return not any(isinstance(one, dict) for one in _deep(value))


def _deep(value: Data) -> Iterator[Data]:
    inside = value.values() if isinstance(value, dict) else value
    for one in inside if isinstance(inside, (list, tuple, type({}.values()))) else ():
        if isinstance(one, (dict, list, tuple)):
            yield one
