"""Policies as plain data and back: how the build hands its objects to the browser.

The press validates; this only rebuilds what was validated, so it needs nothing
but the dataclasses themselves and trusts its input.
"""

from __future__ import annotations

import sys
import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    type Build = Callable[[object], object]


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
    build = _builder(typing.cast("Hashable", cls))
    return typing.cast("T", build(plain) if build else plain)


_KNOWN: dict[str, dict[str, object]] = {}
"""Type hints by module and by how they are written."""


@cache
def _builder(hint: object) -> Build | None:
    """Return what rebuilds a value of type ``hint``; None where the plain value is the value."""
    hint = _bare(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _class_builder(hint)
    origin = typing.get_origin(hint)
    args = typing.get_args(hint)
    if origin is tuple:
        return _tuple_builder(_builder(args[0]))
    if origin is dict:
        return _dict_builder(_builder(args[1]))
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(arg for arg in args if arg is not type(None)))
        return inner and (lambda plain: None if plain is None else inner(plain))
    return None


def _class_builder(cls: type) -> Build:
    """Return what rebuilds a ``cls``: its parts, and no parts where a tuple was left out."""

    @cache
    def parts() -> list[tuple[str, str, Build | None, bool]]:
        hints = _hints(cls)
        return [
            (
                item.name,
                item.name.rstrip("_"),
                _builder(hints[item.name]),
                typing.get_origin(_bare(hints[item.name])) is tuple,
            )
            for item in fields(cls)
        ]

    def build(plain: object) -> object:
        data = typing.cast("dict[str, object]", plain)
        values: dict[str, object] = {}
        for name, key, make, is_tuple in parts():
            if key in data:
                values[name] = make(data[key]) if make else data[key]
            elif is_tuple:
                values[name] = ()
        return cls(**values)

    return build


def _hints(cls: type) -> dict[str, object]:
    """Return the type hint of every field of ``cls``.

    What is written in many fields of a module is looked up once: that is most of the
    time that the first policy takes in a browser.
    """
    known = _KNOWN.setdefault(cls.__module__, {})
    written = {item.name: typing.cast("str", item.type) for item in fields(cls)}
    new = {text: text for text in written.values() if text not in known}
    if new:
        scope = vars(sys.modules[cls.__module__])
        asked = types.SimpleNamespace(__annotations__=new)
        known.update(typing.get_type_hints(asked, scope, include_extras=True))
    return {name: known[text] for name, text in written.items()}


def _bare(hint: object) -> object:
    """Return ``hint`` without its alias name and without what is asked of the value."""
    while True:
        if isinstance(hint, typing.TypeAliasType):
            hint = hint.__value__
        elif typing.get_origin(hint) is typing.Annotated:
            hint = typing.get_args(hint)[0]
        else:
            return hint


def _tuple_builder(make: Build | None) -> Build:
    if make is None:
        return lambda plain: tuple(typing.cast("list[object]", plain))
    return lambda plain: tuple(map(make, typing.cast("list[object]", plain)))


def _dict_builder(make: Build | None) -> Build:
    def build(plain: object) -> object:
        data = typing.cast("dict[str, object]", plain)
        return {key: make(item) if make else item for key, item in data.items()}

    return build
