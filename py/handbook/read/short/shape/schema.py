"""The JSON Schema of the short form, made from its keys, for the editors of authors."""

from __future__ import annotations

import ast
import inspect
import sys
import types
import typing
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from handbook.read.short.shape.keys import keys_of
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.short.sources import PLAIN_TEXT
from handbook.read.walk import marks, stripped
from rapidreview.model.constraints import SOME, Bounds, Day, Shape

if TYPE_CHECKING:
    from handbook.read.short.shape.keys import Key

type Schema = dict[str, Any]

ENVELOPE: Schema = {
    "extends": {
        "type": "array",
        "items": {"type": "string"},
        "description": "The regional texts that this file extends, by their ids.",
    }
}
"""Keys of the file itself, which are read before all others."""
_KINDS = {str: "string", int: "integer", bool: "boolean", float: "number"}


def short_schema() -> Schema:
    """Return the schema of a short policy and of its companions."""
    making = _Making()
    whole = making.part(ShortPartnership)
    whole["properties"] |= ENVELOPE
    # A companion has some of the keys only.
    whole.pop("required", None)
    return {**whole, "$defs": dict(sorted(making.definitions.items()))}


@dataclass
class _Making:
    definitions: dict[str, Schema] = field(default_factory=dict)

    def part(self, part: type) -> Schema:
        """Return the schema of a part: its keys with what each holds."""
        made: Schema = {
            "title": _title(part),
            "description": _clean(part.__doc__ or ""),
            "type": "object",
            "additionalProperties": False,
            "properties": {},
        }
        keys = keys_of(part)
        for name, key in keys.items():
            said = {**self.value(key.hint), **_constraints(key)}
            if doc := key_doc(key):
                said["description"] = doc
            made["properties"][name] = said
        if required := [name for name, key in keys.items() if key.required]:
            made["required"] = required
        return made

    def value(self, hint: object) -> Schema:
        """Return the schema of a value of the type ``hint``."""
        plain = stripped(hint)
        origin, args = typing.get_origin(plain), typing.get_args(plain)
        if origin in (typing.Union, types.UnionType):
            ways = [self.value(one) for one in args if one is not type(None)]
            return ways[0] if len(ways) == 1 else {"anyOf": ways}
        if origin is typing.Literal:
            return {"enum": [one for one in args if one != ""]}
        if origin is tuple:
            return {"type": "array", "items": self.value(args[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.value(args[1])}
        if isinstance(plain, type) and is_dataclass(plain):
            return self._named(plain)
        return {"type": _KINDS[typing.cast("type", plain)]}

    def _named(self, part: type) -> Schema:
        title = _title(part)
        if title not in self.definitions:
            self.definitions[title] = {}
            self.definitions[title] = self.part(part)
        said: Schema = {"$ref": f"#/$defs/{title}"}
        if getattr(part, "full", part) in PLAIN_TEXT:
            return {"anyOf": [{"type": "string"}, said]}
        return said


def key_doc(key: Key) -> str:
    """Return the sentence that the model has on a key, or ``""``."""
    return _documented(key.part).get(key.name, "")


@cache
def _documented(part: object) -> dict[str, str]:
    """Return the docstring under each field of a part, by the name of the field."""
    module = sys.modules[typing.cast("type", part).__module__]
    tree = _tree(module)
    body = next(
        one.body
        for one in tree.body
        if isinstance(one, ast.ClassDef)
        and one.name == typing.cast("type", part).__name__
    )
    return {
        ast.unparse(one.target): _clean(after.value.value)
        for one, after in pairwise(body)
        if isinstance(one, ast.AnnAssign)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


@cache
def _tree(module: types.ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _constraints(key: Key) -> Schema:
    found: Schema = {}
    for mark in marks(key.hint):
        if mark is SOME:
            found["minItems"] = 1
        elif isinstance(mark, Bounds):
            found["minimum"] = mark.low
            found |= {} if mark.high is None else {"maximum": mark.high}
        elif isinstance(mark, (Shape, Day)) and stripped(key.hint) is str:
            optional = "" if key.required else "?"
            pattern = mark.pattern if isinstance(mark, Shape) else day_pattern(mark)
            found["pattern"] = f"^({pattern}){optional}$"
    return found


def day_pattern(asked: Day) -> str:
    """Return the pattern of the days that a constraint allows."""
    month = "(-[0-9]{2}(-[0-9]{2})?)?" if asked.loose else "-[0-9]{2}-[0-9]{2}"
    return f"[0-9]{{4}}{month}" + ("(T[0-9]{2}:[0-9]{2})?" if asked.time else "")


def _title(part: type) -> str:
    return part.__name__.removeprefix("Short")


def _clean(docstring: str) -> str:
    return inspect.cleandoc(docstring).replace("``", "`")
