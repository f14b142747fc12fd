"""Does every name that is used stand for something that is declared?

One table says which field of which part names which kind of thing. It works on
the nodes, so references are checked even in files with other faults.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.faults import Fault, allowed_names, quoted
from handbook.walk import bare, parts, places
from rapidreview import clocks, national, policy
from rapidreview import parts as common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.yaml_source import Node

type Names = dict[str, set[str]]

DECLARED: dict[type, str] = {
    policy.Document: "document",
    policy.Area: "area",
    policy.Actor: "actor",
    policy.Contact: "contact",
    policy.Form: "form",
    policy.Stage: "stage",
    policy.Step: "step",
    policy.LocalRule: "rule",
    policy.Note: "note",
    clocks.Event: "event",
    clocks.Deadline: "deadline",
    clocks.Chain: "chain",
    common.Topic: "topic",
    common.Question: "question",
    common.Flag: "flag",
    national.Instrument: "instrument",
    national.Term: "term",
    national.Rule: "rule",
    national.Outcome: "outcome",
    national.Counting: "counting rule",
    national.Process: "process",
    national.HardCase: "hard case",
    national.Attribute: "attribute",
}

LOCAL = "local"
EITHER = "either"
NATIONAL = "national"

USED: dict[tuple[type, str], tuple[str, str]] = {
    (policy.Partnership, "start"): ("step", LOCAL),
    (policy.Partnership, "rests_on"): ("instrument", NATIONAL),
    (policy.Contact, "actor"): ("actor", LOCAL),
    (policy.Contact, "areas"): ("area", LOCAL),
    (policy.Form, "filled_by"): ("actor", LOCAL),
    (policy.Form, "goes_to"): ("actor", LOCAL),
    (policy.Step, "actor"): ("actor", LOCAL),
    (policy.Step, "stage"): ("stage", LOCAL),
    (policy.Step, "forms"): ("form", LOCAL),
    (policy.Step, "event"): ("event", LOCAL),
    (policy.Step, "next"): ("step", LOCAL),
    (policy.Way, "to"): ("step", LOCAL),
    (policy.NextStep, "steps"): ("step", LOCAL),
    (policy.NextStep, "form"): ("form", LOCAL),
    (policy.NextStep, "contact"): ("contact", LOCAL),
    (policy.DoNow, "form"): ("form", LOCAL),
    (policy.DoNow, "contact"): ("contact", LOCAL),
    (policy.DoNow, "deadline"): ("deadline", EITHER),
    (policy.Note, "deadlines"): ("deadline", EITHER),
    (policy.Compared, "attribute"): ("attribute", NATIONAL),
    (clocks.Event, "after"): ("event", EITHER),
    (clocks.Event, "if_blank"): ("event", EITHER),
    (clocks.Clock, "counting"): ("counting rule", NATIONAL),
    (clocks.Reading, "from"): ("event", LOCAL),
    (clocks.Replacement, "event"): ("event", LOCAL),
    (clocks.Deadline, "who"): ("actor", LOCAL),
    (clocks.Deadline, "step"): ("step", LOCAL),
    (clocks.Deadline, "from"): ("event", LOCAL),
    (clocks.Deadline, "to_event"): ("event", LOCAL),
    (clocks.Deadline, "not_before"): ("event", LOCAL),
    (clocks.Deadline, "national"): ("deadline", NATIONAL),
    (clocks.Order, "first"): ("event", LOCAL),
    (clocks.Order, "then"): ("event", LOCAL),
    (clocks.Chain, "deadline"): ("deadline", LOCAL),
    (national.Instrument, "superseded_by"): ("instrument", NATIONAL),
    (national.Duty, "deadline"): ("deadline", NATIONAL),
    (national.Reason, "question"): ("question", NATIONAL),
    (national.Rule, "gravest_of"): ("question", NATIONAL),
    (national.Rule, "yields_to"): ("rule", NATIONAL),
    (national.HardCase, "rule"): ("rule", NATIONAL),
    (common.AnswerExample, "rule"): ("rule", EITHER),
}

KEYED: dict[tuple[type, str], tuple[str, str]] = {
    (clocks.DateExample, "given"): ("event", EITHER),
    (clocks.DateExample, "due"): ("deadline", EITHER),
    (clocks.DateExample, "aim"): ("deadline", EITHER),
}


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
        found.options[node.text("id")] = {item.text("id") for item in node.list("options")}
    for node in root.list("documents"):
        found.first_document = found.first_document or node.text("id")
        found.sections[node.text("id")] = {item.text("at") for item in node.list("sections")}
    return found, faults


def dangling(
    model: type, root: Node, own: Declared, law: Declared | None
) -> Iterator[Fault]:
    """Yield a fault for every name in ``root`` that stands for nothing.

    ``law`` is what the national layer declares; None skips the names that may
    only be found there.
    """
    for place in places(model, root):
        hint = bare(place.hint)
        if place.hint is common.Ref or common.Ref in typing.get_args(hint):
            for node in place.node.items or [place.node]:
                yield from _ref(node, own, law)
        use = USED.get((place.part, place.key))
        if use:
            for node in place.node.items or [place.node]:
                yield from _name(model, node, str(node.value or ""), use, own, law)
        keyed = KEYED.get((place.part, place.key))
        if keyed:
            for key, (path, line, column) in place.node.keys.items():
                at = type(place.node)("scalar", path, line, column)
                yield from _name(model, at, key, keyed, own, law)
        if place.key == "given" and place.part is not clocks.DateExample:
            yield from _answers(place.node, own, law)
        if place.part is common.When:
            for node in place.node.items or [place.node]:
                yield from _answers(node, own, law)


def _name(  # noqa: PLR0913
    model: type, node: Node, name: str, use: tuple[str, str], own: Declared, law: Declared | None
) -> Iterator[Fault]:
    kind, where = use
    if not name:
        return
    if model is national.National:
        if kind in ("actor", "step"):
            return
        where, law = LOCAL, None
    if where == LOCAL:
        allowed = own.of(kind)
        known = law.of(kind) if law else set()
    elif law is None:
        return
    else:
        allowed = law.of(kind) | (own.of(kind) if where == EITHER else set())
        known = set()
    if name in allowed:
        return
    if name in known:
        advice = f"the national layer has it: declare it in this file's `{kind}s:` too"
        yield node.fault(f"this {kind} is not declared in this file; found {quoted(name)}; {advice}")
        return
    message = f"there is no such {kind}; found {quoted(name)}; {allowed_names(name, sorted(allowed))}"
    yield node.fault(message)


def _ref(node: Node, own: Declared, law: Declared | None) -> Iterator[Fault]:
    ref = node.value
    if not isinstance(ref, str):
        return
    document, mark, at = ref.partition("#")
    if not mark:
        document, at = own.first_document, ref
    if not at.strip() or not document.strip():
        if not document and not own.sections:
            message = "a reference names no instrument"
            yield node.fault(f"{message}; found {quoted(ref)}; write it as instrument#provision")
        else:
            yield node.fault(f"a reference is incomplete; found {quoted(ref)}; write it as document#section")
        return
    if document in own.sections:
        sections = own.sections[document]
        if at not in sections:
            yield node.fault(
                f"document {document} has no such section; found {quoted(at)}; "
                f"{allowed_names(at, sorted(sections))}"
            )
        return
    instruments = own.of("instrument") | (law.of("instrument") if law else set())
    if document not in instruments and (law or own.of("instrument")):
        allowed = [*own.sections, *sorted(instruments)]
        yield node.fault(
            f"there is no such document or instrument; found {quoted(document)}; "
            f"{allowed_names(document, allowed)}"
        )


def _answers(node: Node, own: Declared, law: Declared | None) -> Iterator[Fault]:
    options = {**(law.options if law else {}), **own.options}
    for key, answer in node.entries.items():
        if key not in options:
            if law or own.options.keys() & {"age"}:
                yield node.key_fault(
                    key, f"there is no such question; found {quoted(key)}; {allowed_names(key, list(options))}"
                )
            continue
        for item in answer.items or [answer]:
            if isinstance(item.value, str) and item.value not in options[key]:
                yield item.fault(
                    f"question {key} has no such answer; found {quoted(item.value)}; "
                    f"{allowed_names(item.value, sorted(options[key]))}"
                )
