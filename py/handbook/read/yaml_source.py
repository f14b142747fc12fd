"""YAML with positions: bytes in, a tree of nodes out, or every fault with its place.

Only the plain heart of YAML is read. Anchors, aliases, merge keys, tags,
directives and several documents are refused, so a small file cannot grow; size
and depth are checked as the file is read, before anything is built. Plain words
follow the YAML 1.2 core schema: ``no``, ``on``, ``2026-11-20`` and ``12:30`` stay text.
"""

from __future__ import annotations

from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Any, Literal

import yaml

from handbook.read.characters import hidden, unseen
from handbook.read.faults import TOLD_AT_MOST, Fault, Faults, at_most, quoted
from handbook.read.nodes import Node, core
from handbook.read.yaml_problems import in_flow, syntax_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE_LIMIT = 2_000_000
DEPTH_LIMIT = 24
NODES_LIMIT = 30_000
"""Keys and values in one file: five times what the longest policy has."""
ZEROS = 0.2
"""The share of zero bytes from which a file is in two bytes a character."""


def read_node(path: Path, shown: str = "") -> Node:
    """Return the tree of the file at ``path``; raise :class:`Faults`.

    ``shown`` is the name used in messages, the path itself by default.
    """
    name = shown or str(path)
    return parse(read_bytes(path, name), name)


def read_bytes(path: Path, name: str) -> bytes:
    """Return what is in the file at ``path``; raise :class:`Faults` where it is none, or too big.

    Not even begun with is what has no end, or would keep the reader waiting: a pipe, a device.
    """
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):
            found = "a folder" if S_ISDIR(about.st_mode) else "a pipe or a device"
            raise Faults([Fault(name, 1, 1, f"the file cannot be read; found {found}")])
        if about.st_size > SIZE_LIMIT:
            raise Faults([Fault(name, 1, 1, _too_big(about.st_size))])
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or "unknown").lower()
        raise Faults(
            [Fault(name, 1, 1, f"the file cannot be read; found: {reason}")]
        ) from error


def parse(data: bytes, name: str) -> Node:
    """Return the tree of ``data``, called ``name`` in messages; raise :class:`Faults`."""
    if len(data) > SIZE_LIMIT:
        raise Faults([Fault(name, 1, 1, _too_big(len(data)))])
    text = _decode(data, name)
    faults = at_most(
        Fault(name, *_place(text, at), message) for at, message in unseen(text)
    )
    if faults:
        raise Faults(faults)
    builder = _Builder(name)
    try:
        root = builder.document(text)
    except yaml.MarkedYAMLError as error:
        faults.append(syntax_fault(name, error))
    except yaml.YAMLError as error:
        faults.append(
            Fault(name, 1, 1, f"this is not YAML; found: {quoted(str(error))}")
        )
    except _Stopped:
        pass
    faults += builder.faults
    if faults:
        faults = at_most(sorted(set(faults)))
        raise Faults(faults)
    return root


def _too_big(size: int) -> str:
    return (
        f"the file is too big; found {size / 1e6:.1f} MB; "
        f"a policy may have at most {SIZE_LIMIT / 1e6:.0f} MB"
    )


def _decode(data: bytes, name: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if marked or data.count(0) > len(data) * ZEROS:
        raise Faults(
            [Fault(name, 1, 1, "the file is not UTF-8; found UTF-16; save it as UTF-8")]
        )
    if data.startswith(b"\xef\xbb\xbf"):
        message = (
            'the file begins with a byte order mark; save it as "UTF-8" without BOM'
        )
        raise Faults([Fault(name, 1, 1, message)])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8", "replace"), -1)
        message = f"the file is not UTF-8; found byte 0x{data[error.start]:02X}; save it as UTF-8"
        raise Faults([Fault(name, line, column, message)]) from error
    if not text.strip():
        raise Faults(
            [Fault(name, 1, 1, "the file is empty; a policy begins with `format: 2`")]
        )
    return text


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text if offset < 0 else text[:offset]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


class _Stopped(Exception):  # noqa: N818
    """Reading cannot go on; the faults found so far say why."""


class _Builder:
    """Builds nodes from YAML's events, one file at a time, and keeps the faults."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.nodes = 0
        self.flow = 0

    def document(self, text: str) -> Node:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    self._stop(event, "a %YAML or %TAG line is not allowed; delete it")
                if root is not None:
                    self._stop(
                        event,
                        "one file holds one policy; found a second document `---`",
                    )
                root = self._node(next(self.events), 1)
        if root is None:
            message = "the file is empty; found only comments; a policy begins with `format: 2`"
            self.faults.append(Fault(self.name, 1, 1, message))
            raise _Stopped
        if root.kind != "map":
            message = f"a policy is a mapping of keys; found {root.found()}"
            self.faults.append(root.fault(message))
        return root

    def _fault(self, event: Any, message: str) -> None:
        mark = event.start_mark
        self.faults.append(Fault(self.name, mark.line + 1, mark.column + 1, message))
        if len(self.faults) > TOLD_AT_MOST:
            raise _Stopped

    def _stop(self, event: Any, message: str) -> None:
        self._fault(event, message)
        raise _Stopped

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEPTH_LIMIT:
            self._stop(
                event, f"nested too deeply; at most {DEPTH_LIMIT} levels are allowed"
            )
        if isinstance(event, yaml.AliasEvent):
            self._fault(
                event, f"aliases are not allowed; found *{event.anchor}; write it out"
            )
            return self._made("scalar", event)
        if getattr(event, "anchor", None):
            self._fault(
                event, f"anchors are not allowed; found &{event.anchor}; delete it"
            )
        if getattr(event, "tag", None):
            self._fault(
                event,
                f"tags are not allowed; found {quoted(_short_tag(event.tag))}; delete it",
            )
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.flow += bool(event.flow_style)
            mapping = isinstance(event, yaml.MappingStartEvent)
            made = (self._mapping if mapping else self._list)(event, depth)
            self.flow -= bool(event.flow_style)
            return made
        made = self._made("scalar", event)
        self._no_question(event)
        if event.style and (problem := hidden(event.value)):
            self._fault(event, problem)
        made.raw = event.value
        made.value = event.value if event.style else core(event.value)
        return made

    def _no_question(self, event: Any) -> None:
        if self.flow and not event.style and "?" in event.value:
            same_line = event.start_mark.line == event.end_mark.line
            at = event.value.index("?") if same_line else 0
            self.faults.append(in_flow(self.name, event.start_mark, at))

    def _list(self, event: Any, depth: int) -> Node:
        made = self._made("list", event)
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            made.items.append(self._node(item, depth + 1))
        return made

    def _made(self, kind: Literal["map", "list", "scalar"], event: Any) -> Node:
        mark = event.start_mark
        self.nodes += 1
        if self.nodes > NODES_LIMIT:
            self._stop(
                event,
                f"too many keys and values; at most {NODES_LIMIT:,} are allowed in a file",
            )
        return Node(kind, self.name, mark.line + 1, mark.column + 1)

    def _mapping(self, event: Any, depth: int) -> Node:
        made = self._made("map", event)
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._fault(
                    key, "a key must be a word; found a list, a mapping or an alias"
                )
                self._node(key, depth + 1)
                self._node(next(self.events), depth + 1)
                continue
            self._no_question(key)
            name = key.value
            if name == "<<":
                self._fault(
                    key, "merge keys are not allowed; found <<; write the keys out"
                )
            elif not name:
                self._fault(key, "a key is missing before the colon")
            elif not name.isprintable():
                self._fault(
                    key,
                    f"a key is one word that can be seen; found {quoted(name)}; type it again",
                )
            if name in made.keys:
                line = made.keys[name][1]
                self._fault(
                    key,
                    f"duplicate key; found {quoted(name)} again, first on line {line}",
                )
            if key.anchor or key.tag:
                self._fault(key, "a key may not have an anchor or a tag")
            if name not in made.keys:
                spot = self._made("scalar", key)
                made.keys[name] = (self.name, spot.line, spot.column)
            value = self._node(next(self.events), depth + 1)
            made.entries.setdefault(name, value)
        return made
