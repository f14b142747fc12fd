"""Are the keys and values of the right kind? The model itself is asked, by pydantic,
and its answers are turned into sentences at their places.
"""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter, ValidationError

from handbook.read.faults import (
    TOLD_AT_MOST,
    Fault,
    allowed_names,
    choices,
    more,
    quoted,
)
from handbook.read.walk import bare, inside, slots

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from handbook.read.nodes import Node

KEYS_SHOWN = 40
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping (keys with values)",
    "dataclass_type": "a mapping (keys with values)",
}


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """Return pydantic's reader for a part of the model."""
    return TypeAdapter(model)


def build[T](model: type[T], node: Node) -> tuple[T | None, list[Fault]]:
    """Return the ``model`` that ``node`` describes, or None and the faults."""
    try:
        made = adapter(cast("Any", model)).validate_json(
            json.dumps(node.plain()), strict=True
        )
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        faults = _faults(model, node, details[:TOLD_AT_MOST])
        if details[TOLD_AT_MOST:]:
            faults.append(more(_fault(model, node, details[TOLD_AT_MOST])))
        return None, faults
    version = node.get("format")
    if version and type(version.value) is not int:  # true and 1.0 are equal to 1
        says = f"`format` is a whole number; found {version.found()}; write 1"
        return None, [version.fault(says)]
    return made, []


def _faults(model: type, root: Node, details: list[ErrorDetails]) -> list[Fault]:
    missing: dict[tuple[str | int, ...], list[str]] = {}
    faults = []
    for detail in details:
        if detail["type"] == "missing":
            missing.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
        else:
            faults.append(_fault(model, root, detail))
    for loc, keys in missing.items():
        node = root
        for step in loc:
            node = node.items[step] if isinstance(step, int) else node.entries[step]
        found = choices(list(node.entries), KEYS_SHOWN) if node.entries else "no keys"
        what = (
            f"key `{keys[0]}` is" if len(keys) == 1 else f"keys {', '.join(keys)} are"
        )
        faults.append(node.fault(f"the {what} missing; found {found}"))
    return faults


def _fault(model: type, root: Node, detail: ErrorDetails) -> Fault:
    node, parent, parent_hint = root, root, cast("object", model)
    here: object = model
    last: str | int = ""
    for step in detail["loc"]:
        child = (
            node.items[step]
            if isinstance(step, int) and step < len(node.items)
            else None
        )
        if isinstance(step, str):
            child = node.get(step)
        parent, parent_hint, last = node, here, step
        here = inside(here, step)
        if child is None:
            break
        node = child
    return _sentence(detail, node, parent, bare(parent_hint), str(last))


def _sentence(
    detail: ErrorDetails, node: Node, parent: Node, part: object, key: str
) -> Fault:
    kind = detail["type"]
    if kind == "unexpected_keyword_argument":
        allowed = (
            list(slots(part)) if isinstance(part, type) and is_dataclass(part) else []
        )
        return parent.key_fault(
            key, f"unknown key; found {quoted(key)}; {allowed_names(key, allowed)}"
        )
    if kind == "literal_error":
        options = _options(part, key)
        text = str(node.value) if node.kind == "scalar" else ""
        return node.fault(
            f"`{key}` does not allow this value; found {node.found()}; "
            f"{allowed_names(text, options)}"
        )
    wanted = _WANTED.get(kind, detail["msg"].lower())
    advice = ""
    if kind == "bool_type" and isinstance(node.value, str):
        advice = (
            " without quotes (yes, no, on and off are ordinary words in these files)"
        )
    if kind == "string_type" and isinstance(node.value, (bool, int, float)):
        advice = "; put it in quotes"
    if kind == "string_type" and node.value is None and node.kind == "scalar":
        advice = '; write "" or leave the key out'
    where = f"`{key}`" if not key.isdigit() else "this item"
    return node.fault(
        f"{where} has the wrong type; found {node.found()}; write {wanted}{advice}"
    )


def _options(part: object, key: str) -> list[str]:
    hint = bare(inside(part, key))
    return [str(option) for option in getattr(hint, "__args__", ())]
