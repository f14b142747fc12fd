"""The JSON Schemas that editors use, made from the model, so that there is one model.

Descriptions are the docstrings of the dataclasses and of their fields, and what the
fields' constraints ask is asked as far as a schema can. The first line of a policy, ``# yaml-language-server: $schema=…``, leads an editor to them.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import json
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter

from handbook.read.short.shape.schema import day_pattern, short_schema
from handbook.read.walk import Slot, bare, slots
from rapidreview.model import actors, authorities, house, national, review, steps
from rapidreview.model import base as parts
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks
from rapidreview.model.constraints import (
    FINISHED,
    ONE_OR_MORE,
    SOME,
    Bounds,
    Day,
    Shape,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

MODULES = (
    parts,
    authorities,
    clocks,
    actors,
    steps,
    house,
    review,
    national,
    policy,
)
MODELS = {"partnership": policy.Partnership, "national": national.National}
_OF_LISTS = ("type", "items", "minItems")
ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """Return the schema called ``name``: ``partnership`` or ``national``."""
    made = TypeAdapter(cast("Any", MODELS[name])).json_schema(
        by_alias=True, mode="validation"
    )
    definitions: dict[str, Any] = made.pop("$defs")
    for title, definition in definitions.items():
        _describe(title, definition)
    _describe(MODELS[name].__name__, made)
    if name == "partnership":
        made |= _unless_draft(MODELS[name])
    if name == "national":
        # The national layer is several files read as one; each has some of the keys.
        made.pop("required")
    return {"$schema": ADDRESS, **made, "$defs": definitions}


def text(name: str) -> str:
    """Return the schema called ``name`` as it is written to its file.

    That of partnerships is of the short form, which is what authors write.
    """
    whole = schema(name)
    if name == "partnership":
        whole = {"$schema": ADDRESS, **short_schema()}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def files(folder: Path) -> dict[Path, str]:
    """Return what the schema files in the policies ``folder`` should hold."""
    return {folder / f"{name}.schema.json": text(name) for name in MODELS}


def write(folder: Path) -> list[Path]:
    """Write the schemas into ``folder`` and return the files that changed."""
    changed = []
    for path, content in files(folder).items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            changed.append(path)
    return changed


def _describe(title: str, definition: dict[str, Any]) -> None:
    if title in _aliases():
        definition["description"] = _aliases()[title]
    elif "description" in definition:
        definition["description"] = _clean(definition["description"])
    docs, asked = _fields().get(title, {}), _asked(title)
    for key, slot in definition.get("properties", {}).items():
        slot.pop("title", None)
        if key in docs:
            slot["description"] = docs[key]
        slot.update(_constraints(asked[key]))
        if ONE_OR_MORE in asked[key].marks:
            listed = {one: slot.pop(one) for one in _OF_LISTS if one in slot}
            slot["anyOf"] = [listed["items"], listed]


def _unless_draft(part: type) -> dict[str, Any]:
    """Return what is asked of a policy that is finished, and of no draft."""
    asked = {k: slot for k, slot in slots(part).items() if FINISHED in slot.marks}
    some = {key: {"minItems": 1} for key, slot in asked.items() if SOME in slot.marks}
    text = {k: {"minLength": 1} for k, slot in asked.items() if bare(slot.hint) is str}
    return {
        "if": {
            "properties": {"status": {"enum": ["draft", policy.NATIONAL]}},
            "required": ["status"],
        },
        "else": {"required": list(asked), "properties": {**some, **text}},
    }


def _asked(title: str) -> dict[str, Slot]:
    part = next((vars(one)[title] for one in MODULES if title in vars(one)), None)
    return slots(part) if isinstance(part, type) else {}


def _constraints(slot: Slot) -> dict[str, Any]:
    """Return what a schema can say of the constraints of a field."""
    said: dict[str, Any] = {}
    text = bare(slot.hint) is str
    if SOME in slot.marks and FINISHED not in slot.marks:
        said["minItems"] = 1
    shape, day, bounds = slot.mark(Shape), slot.mark(Day), slot.mark(Bounds)
    pattern = shape.pattern if shape else day_pattern(day) if day else ""
    if text and pattern:
        said["pattern"] = f"^({pattern}){'' if slot.required else '?'}$"
    elif text and slot.required:
        said["minLength"] = 1
    if bounds:
        said["minimum"] = bounds.low
    if bounds and bounds.high is not None:
        said["maximum"] = bounds.high
    return said


def _clean(docstring: str) -> str:
    return inspect.cleandoc(docstring).replace("``", "`")


@cache
def _aliases() -> dict[str, str]:
    """Return what is said under each named type: Ref, Id, Answers."""
    found = {}
    for module in MODULES:
        for statement, docstring in _documented(_tree(module).body):
            if isinstance(statement, ast.TypeAlias):
                found[ast.unparse(statement.name)] = docstring
    return found


@cache
def _fields() -> dict[str, dict[str, str]]:
    """Return what is said under each field of each part, by the key's YAML spelling."""
    found: dict[str, dict[str, str]] = {}
    for module in MODULES:
        for node in _tree(module).body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = {
                    ast.unparse(statement.target).rstrip("_"): docstring
                    for statement, docstring in _documented(node.body)
                    if isinstance(statement, ast.AnnAssign)
                }
    return found


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _documented(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, str]]:
    for statement, after in itertools.pairwise(body):
        if (
            isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            yield statement, _clean(after.value.value)
