"""Every name that is used must stand for something that is declared.

The checks work on the nodes, so references are checked even in files with other faults.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.read.faults import Fault, allowed_names, quoted
from handbook.read.names import DECLARED, EITHER, KEYED, LOCAL, USED
from handbook.read.nodes import Node
from handbook.read.walk import Place, bare, parts, places
from rapidreview.model import base as common
from rapidreview.model import national
from rapidreview.model import timing as clocks

if TYPE_CHECKING:
    from collections.abc import Iterator

type Names = dict[str, set[str]]


@dataclass
class Declared:
    """What a file declares: names by kind, options by question, sections by document."""

    names: Names = field(default_factory=dict)
    options: dict[str, set[str]] = field(default_factory=dict)
    sections: dict[str, set[str]] = field(default_factory=dict)
    first_document: str = ""

    def of(self, kind: str) -> set[str]:
        """Return the declared names of one kind."""
        return self.names.get(kind, set())


def declared(model: type, root: Node) -> tuple[Declared, list[Fault]]:
    """Return what ``root`` declares, and a fault for every id declared twice."""
    found, faults = Declared(), []
    lines: dict[tuple[str, str], int] = {}
    for part, kind in DECLARED.items():
        names = found.names.setdefault(kind, set())
        for node in parts(model, root, part):
            name = node.text("id")
            if not name:
                continue
            if name in names:
                first = lines[kind, name]
                message = f"two of one {kind} id; found {quoted(name)} again, first on line {first}"
                faults.append(node.entries["id"].fault(message))
            names.add(name)
            lines.setdefault((kind, name), node.entries["id"].line)
    for node in parts(model, root, common.Question):
        found.options[node.text("id")] = {
            item.text("id") for item in node.listed("options")
        }
    for node in root.listed("documents"):
        found.first_document = found.first_document or node.text("id")
        marks = {item.text("at") for item in node.listed("sections")}
        found.sections[node.text("id")] = marks - {""}
    return found, faults


def dangling(
    model: type, root: Node, own: Declared, law: Declared | None
) -> Iterator[Fault]:
    """Yield a fault for every name in ``root`` that stands for nothing.

    ``law`` is what the national layer declares; None skips the names that may
    only be found there.
    """
    checker = _Checker(own, law, is_national=model is national.National)
    for place in places(model, root):
        yield from checker.check(place)


@dataclass
class _Checker:
    """Checks names against what a file (``own``) and the national layer declare."""

    own: Declared
    law: Declared | None
    is_national: bool

    def check(self, place: Place) -> Iterator[Fault]:
        """Yield the faults of the names at one place."""
        nodes = place.node.items or [place.node]
        kind = (place.part, place.key)
        if common.Ref in (place.hint, *typing.get_args(bare(place.hint))):
            for node in nodes:
                yield from self.reference(node)
        if kind in USED:
            for node in nodes:
                yield from self.name(node, str(node.value or ""), USED[kind])
        if kind in KEYED:
            for key, where in place.node.keys.items():
                yield from self.name(Node("scalar", *where), key, KEYED[kind])
        if place.part is common.When or (
            place.key == "given" and place.part is not clocks.DateExample
        ):
            for node in nodes:
                yield from self.answers(node)

    def name(self, node: Node, name: str, use: tuple[str, str]) -> Iterator[Fault]:
        """Yield a fault where ``name`` is not declared where ``use`` looks for it."""
        kind, where = use
        if self.is_national:
            if kind in ("actor", "step"):
                return
            where = LOCAL
        law = self.law.of(kind) if self.law else set()
        if not name or (where != LOCAL and self.law is None):
            return
        allowed = law if where not in (LOCAL, EITHER) else self.own.of(kind)
        if where == EITHER:
            allowed = allowed | law
        if name in allowed:
            return
        if name in law:
            advice = (
                f"the national layer has it: declare it in this file's `{kind}s:` too"
            )
            message = f"this {kind} is not declared in this file; found {quoted(name)}; {advice}"
        else:
            message = (
                f"there is no such {kind}; found {quoted(name)}; "
                f"{allowed_names(name, sorted(allowed))}"
            )
        yield node.fault(message)

    def reference(self, node: Node) -> Iterator[Fault]:
        """Yield a fault where a source names no document, instrument or section."""
        ref = node.raw
        if node.kind != "scalar" or node.value is None:
            return
        document, mark, at = ref.partition("#")
        if not mark:
            document, at = self.own.first_document, ref
        if not at.strip() or not document.strip():
            shape = "instrument#provision" if self.is_national else "document#section"
            yield node.fault(
                f"a reference is incomplete; found {quoted(ref)}; write it as {shape}"
            )
            return
        sections = self.own.sections.get(document)
        instruments = self.own.of("instrument")
        instruments = instruments | (self.law.of("instrument") if self.law else set())
        if sections is not None and at not in sections:
            yield node.fault(
                f"document {document} has no such section; found {quoted(at)}; "
                f"{allowed_names(at, sorted(sections))}"
            )
        elif sections is None and instruments and document not in instruments:
            allowed = [*self.own.sections, *sorted(instruments)]
            yield node.fault(
                f"there is no such document or instrument; found {quoted(document)}; "
                f"{allowed_names(document, allowed)}"
            )

    def answers(self, node: Node) -> Iterator[Fault]:
        """Yield a fault for every question or answer that does not exist."""
        options = {**(self.law.options if self.law else {}), **self.own.options}
        if not (self.law or self.is_national):
            return
        for key, answer in node.entries.items():
            if key not in options:
                yield node.key_fault(
                    key,
                    f"there is no such question; found {quoted(key)}; "
                    f"{allowed_names(key, list(options))}",
                )
                continue
            for item in answer.items or [answer]:
                if isinstance(item.value, str) and item.value not in options[key]:
                    yield item.fault(
                        f"question {key} has no such answer; found {quoted(item.value)}; "
                        f"{allowed_names(item.value, sorted(options[key]))}"
                    )
