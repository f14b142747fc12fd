"""Every name that is used must stand for something that is declared.

The checks work on the nodes, so references are checked even in files with other faults.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.read.dangling import Dangling, Lacking, in_one, told
from handbook.read.faults import Fault, allowed_names, quoted
from handbook.read.nodes import Node
from handbook.read.short.companions import missing
from handbook.read.walk import Place, is_national, lists, parts, places
from rapidreview.model import base as common
from rapidreview.model import national
from rapidreview.model.constraints import ANSWERS, CITES, Declares, Names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

type NamesByKind = dict[str, set[str]]


@dataclass
class Declared:
    """What a file declares: names by kind, options by question, sections by document."""

    names: NamesByKind = field(default_factory=dict)
    options: dict[str, set[str]] = field(default_factory=dict)
    sections: dict[str, set[str]] = field(default_factory=dict)
    first_document: str = ""
    raise_nothing: set[str] = field(default_factory=set)
    """The outcomes to which no local rule can raise an answer."""

    def of(self, kind: str) -> set[str]:
        """Return the declared names of one kind."""
        return self.names.get(kind, set())


def declared(model: type, root: Node) -> tuple[Declared, list[Fault]]:
    """Return what ``root`` declares, and a fault for every id declared twice."""
    found, faults = Declared(), []
    lines: dict[tuple[str, str], int] = {}
    for place in places(model, root):
        mark, name = place.slot.mark(Declares), place.owner.text(place.key)
        if not mark or not name:
            continue
        names = found.names.setdefault(mark.kind, set())
        if name in names:
            first = lines[mark.kind, name]
            message = f"two of one {mark.kind} id; found {quoted(name)} again, first on line {first}"
            faults.append(place.node.fault(message))
        names.add(name)
        lines.setdefault((mark.kind, name), place.node.line)
    for node in parts(model, root, common.Question):
        found.options[node.text("id")] = {
            item.text("id") for item in node.listed("options")
        }
    outcomes = [_graded(node) for node in parts(model, root, national.Outcome)]
    found.raise_nothing = least_grave(outcomes)
    for node in root.listed("documents"):
        found.first_document = found.first_document or node.text("id")
        marks = {item.text("at") for item in node.listed("sections")}
        found.sections[node.text("id")] = marks - {""}
    return found, faults


type Graded = tuple[str, int, bool]
"""An outcome's id, its gravity, and whether it is a contradiction."""


def least_grave(outcomes: Iterable[Graded]) -> set[str]:
    """Return the contradictions, and the least grave of the other outcomes."""
    every = list(outcomes)
    least = min((gravity for _, gravity, neither in every if not neither), default=0)
    return {name for name, gravity, neither in every if neither or gravity == least}


def _graded(node: Node) -> Graded:
    gravity, neither = node.get("gravity"), node.get("contradiction")
    weight = gravity.value if gravity and isinstance(gravity.value, int) else 0
    return node.text("id"), weight, neither is not None and neither.value is True


def dangling(
    model: type,
    root: Node,
    own: Declared,
    law: Declared | None,
    without: Collection[str] = (),
) -> Iterator[Fault]:
    """Yield the faults of the names in ``root`` that stand for nothing, by kind.

    ``law`` is what the national layer declares; None skips the names that may
    only be found there. Names of the kinds ``without`` were looked up before.
    """
    checker = Checker(own, law, root, lists(model))
    nameless: list[Dangling] = []
    wrong: dict[str, list[Fault]] = {}
    for place in places(model, root):
        for one in checker.check(place):
            if isinstance(one, Fault):
                wrong.setdefault(one.message, []).append(one)
            elif one.lacking.called not in without:
                nameless.append(one)
    yield from map(in_one, wrong.values())
    yield from told(nameless)


@dataclass
class Checker:
    """Checks names against what a file (``own``) and the national layer declare."""

    own: Declared
    law: Declared | None
    root: Node
    lists: dict[str, str]
    known: dict[tuple[str, str], Lacking] = field(default_factory=dict)

    @property
    def is_national(self) -> bool:
        """Whether what is checked is the national layer itself."""
        return "instrument" in self.lists

    def check(self, place: Place) -> Iterator[Fault | Dangling]:
        """Yield the faults of the names at one place."""
        for mark in place.slot.marks:
            for node in place.nodes:
                if mark is CITES:
                    yield from self.reference(node)
                elif mark is ANSWERS:
                    yield from self.answers(node)
                elif isinstance(mark, Names):
                    yield from self.name(node, str(node.value or ""), mark)
        for mark in place.slot.key_marks:
            if isinstance(mark, Names):
                for key, where in place.node.keys.items():
                    yield from self.name(Node("scalar", *where), key, mark)

    def name(self, node: Node, name: str, use: Names) -> Iterator[Dangling]:
        """Yield a fault where ``name`` is not declared where ``use`` looks for it."""
        kind, where = use.kind, use.where
        if self.is_national:
            if kind in ("actor", "step"):
                return
            where = "here"
        if where == "here" and is_national(self.root):
            where = "either"
        law = self.law.of(kind) if self.law else set()
        if not name or (where != "here" and self.law is None):
            return
        allowed = law if where == "national" else self.own.of(kind)
        if where == "either":
            allowed = allowed | law
        if name in allowed:
            return
        where_to = "" if where == "national" else self.lists.get(kind, "")
        elsewhere = name in law
        key = kind, f"{where} {elsewhere}"
        if key not in self.known:
            self.known[key] = Lacking(
                called=kind,
                several=f"{kind}s",
                where=f"`{where_to}`" if where_to else "",
                allowed=frozenset(allowed),
                cause=self.cause(where_to, elsewhere=elsewhere),
                elsewhere=f"the national layer has it: declare it in this file's `{kind}s:` too"
                if elsewhere
                else "",
                companion=missing(self.root.path, kind, self.own.of(kind)),
            )
        yield Dangling(node, name, self.known[key])

    def cause(self, key: str, *, elsewhere: bool) -> Node | None:
        """Return the list under ``key`` where it is empty, or the file that lacks it; else None."""
        if not key or elsewhere:
            return None
        whole = self.root.entries.get(key, self.root)
        return whole if whole is self.root or not whole.items else None

    def reference(self, node: Node) -> Iterator[Fault | Dangling]:
        """Yield a fault where a source names no document, instrument or section."""
        ref = node.raw
        if node.kind != "scalar" or node.value is None:
            return
        document, mark, at = ref.partition("#")
        if not mark:
            document, at = self.own.first_document, ref
        if not mark and not document and not self.is_national and at.strip():
            yield Dangling(node, at, self.section(""))
            return
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
            yield Dangling(node, at, self.section(document))
        elif sections is None and instruments and document not in instruments:
            allowed = [*self.own.sections, *sorted(instruments)]
            yield node.fault(
                f"there is no such document or instrument; found {quoted(document)}; "
                f"{allowed_names(document, allowed)}"
            )

    def section(self, document: str) -> Lacking:
        """Return what lacks a section: a document's list, or the file that has no document."""
        key = "section", document
        if key not in self.known:
            rows = [
                one
                for one in self.root.listed("documents")
                if one.text("id") == document and "sections" not in one.entries
            ]
            self.known[key] = Lacking(
                called="section",
                several="sections",
                where=f"the `sections` of {document}",
                allowed=frozenset(self.own.sections.get(document, ())),
                cause=next(iter(rows), None) if document else self.root,
                prefix=f"document {document} has no such",
            )
        return self.known[key]

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
