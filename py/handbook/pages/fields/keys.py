"""The parts and keys of the short form, with what each holds and means, from the code itself."""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
import typing
from dataclasses import dataclass, is_dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

from handbook.read.short.shape import keys_of
from handbook.read.short.shape.keys import Key, short_of
from handbook.read.short.shape.whole import ShortPartnership
from handbook.read.walk import marks, stripped
from rapidreview.model.constraints import Names
from rapidreview.say import listed

if typing.TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

_PLAIN = {str: "text", int: "a number", bool: "`true` or `false`"}


@dataclass(frozen=True)
class Described:
    """A key of a part: its name, what it holds, what it means, and whether it must be there."""

    name: str
    holds: str
    means: str
    required: bool
    parts: tuple[type, ...]


def all_parts() -> tuple[type, ...]:
    """Return every part that an author may write, each after the part that it stands in."""
    found: list[type] = []
    ahead: list[type] = [ShortPartnership]
    while ahead:
        part = ahead.pop(0)
        if part not in found:
            found.append(part)
            ahead += [inner for one in described(part) for inner in one.parts]
    return tuple(found)


def described(part: type) -> tuple[Described, ...]:
    """Return the keys of ``part`` in order."""
    return tuple(
        Described(
            name,
            holds(key.hint),
            meaning(part, name, key),
            key.required,
            tuple(dict.fromkeys(_parts_in(key.hint))),
        )
        for name, key in keys_of(part).items()
    )


def meaning(part: type, name: str, key: Key) -> str:
    """Return what a key means: the text beside the field, or of the list; "" where there is none."""
    listed = _listed()
    found = _documented(typing.cast("Hashable", key.part)).get(key.name, "")
    return (
        found
        or listed.get(part.__name__, {}).get(name, "")
        or listed["every"].get(name, "")
    )


def purpose(part: type) -> str:
    """Return what a part is, by the first sentence or two of its class."""
    return inspect.cleandoc(part.__doc__ or "").split("\n\n")[0].replace("``", "`")


def holds(hint: object) -> str:
    """Return what may stand under a key, in words."""
    names = [one.kind for one in marks(hint) if isinstance(one, Names)]
    if names:
        kind = names[0]
        more = ", or several" if "a list" in " ".join(_kinds(hint)) else ""
        return f"the id of {'an' if kind[0] in 'aeio' else 'a'} {kind}{more}"
    return " or ".join(dict.fromkeys(_kinds(hint)))


def _kinds(hint: object) -> Iterator[str]:
    plain = stripped(hint)
    origin, inner = typing.get_origin(plain), typing.get_args(plain)
    if plain is types.NoneType:
        return
    if origin in (typing.Union, types.UnionType):
        for one in inner:
            yield from _kinds(one)
    elif origin is typing.Literal:
        words = [f"`{one}`" for one in inner if one != ""]
        if words:
            yield listed(words, "or")
    elif origin is tuple:
        yield "a list"
    elif origin is dict or (isinstance(plain, type) and is_dataclass(plain)):
        yield "a mapping"
    else:
        yield _PLAIN.get(typing.cast("type", plain), "text")


def _parts_in(hint: object) -> Iterator[type]:
    plain = stripped(hint)
    if isinstance(plain, type) and is_dataclass(plain):
        yield short_of(typing.cast("Hashable", plain)) or plain
        return
    for one in typing.get_args(plain):
        yield from _parts_in(one)


@cache
def _documented(named: Hashable) -> dict[str, str]:
    """Return the text beside each field of a class and of those that it builds on."""
    found: dict[str, str] = {}
    for one in reversed(typing.cast("type", named).__mro__):
        if is_dataclass(one):
            tree = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
            body = typing.cast("ast.ClassDef", tree).body
            for field, after in pairwise(body):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(after, ast.Expr)
                    and isinstance(after.value, ast.Constant)
                ):
                    said = inspect.cleandoc(str(after.value.value)).replace("``", "`")
                    found[field.target.id] = " ".join(said.split())
    return found


@cache
def _listed() -> dict[str, dict[str, str]]:
    text = files("handbook.pages.fields").joinpath("meanings.yml").read_text("utf-8")
    return typing.cast("dict[str, dict[str, str]]", yaml.safe_load(text))
