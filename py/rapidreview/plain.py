"""Policies as plain data and back: how the build hands its objects to the browser.

The press validates; this only rebuilds what was validated, so it needs nothing
but the dataclasses themselves and trusts its input.
"""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache


def to_plain(value: object) -> object:
    """Return ``value`` as dicts, lists and scalars; parts equal to their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        plain = {}
        for item in fields(value):
            content = getattr(value, item.name)
            if content != item.default and content not in ((), {}):
                plain[item.name.rstrip("_")] = to_plain(content)
        return plain
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def from_plain[T](cls: type[T], plain: object) -> T:
    """Return the ``cls`` that :func:`to_plain` made ``plain`` from."""
    return typing.cast("T", _build(cls, plain))


@cache
def _hints(cls: type) -> dict[str, object]:
    return typing.get_type_hints(cls)


def _build(hint: object, plain: object) -> object:
    if isinstance(hint, typing.TypeAliasType):
        return _build(hint.__value__, plain)
    if isinstance(hint, type) and is_dataclass(hint):
        data = typing.cast("dict[str, object]", plain)
        hints = _hints(hint)
        values = {
            item.name: _build(hints[item.name], data[item.name.rstrip("_")])
            for item in fields(hint)
            if item.name.rstrip("_") in data
        }
        for item in fields(hint):
            if (
                item.name not in values
                and hints[item.name] != ""
                and _is_tuple(hints[item.name])
            ):
                values[item.name] = ()
        return hint(**values)
    origin = typing.get_origin(hint)
    args = typing.get_args(hint)
    if origin is tuple:
        return tuple(
            _build(args[0], item) for item in typing.cast("list[object]", plain)
        )
    if origin is dict:
        return {
            key: _build(args[1], item)
            for key, item in typing.cast("dict[str, object]", plain).items()
        }
    if origin in (typing.Union, types.UnionType):
        inner = next(arg for arg in args if arg is not type(None))
        return None if plain is None else _build(inner, plain)
    return plain


def _is_tuple(hint: object) -> bool:
    return typing.get_origin(hint) is tuple
