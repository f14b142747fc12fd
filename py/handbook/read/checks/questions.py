"""A partnership's own questions may be left out, and its own rules only raise an answer."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from handbook.read.faults import allowed_names, quoted
from handbook.read.walk import parts
from rapidreview.model import base as common
from rapidreview.model import partnership as policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from handbook.read.references import Declared

AT_LEAST = 2
AT_MOST = 500
"""Combinations of answers to local questions: each is tried with every national one."""


def faults(model: type, root: Node) -> Iterator[Fault]:
    """Yield a fault for every question without a usable default and rule that lowers."""
    for question in parts(model, root, common.Question):
        options = [option.text("id") for option in question.listed("options")]
        name, default = quoted(question.text("id")), question.text("default")
        if len(options) < AT_LEAST:
            yield question.fault(
                f"a question needs at least two answers; found {len(options)} in {name}"
            )
        if default and default not in options:
            yield question.entries["default"].fault(
                f"the default is not one of the answers; found {quoted(default)}; "
                f"{allowed_names(default, options)}"
            )
        yield from _graver(question, options)
        yield from _no_child(model, question, default)
        if model is policy.Partnership and not default:
            yield question.fault(
                f"a local question may be left out, so it needs a `default`; found none in {name}"
            )
    yield from _too_many(model, root)
    yield from _outcomes(root)


def _graver(question: Node, options: list[str]) -> Iterator[Fault]:
    """Yield a fault for every rung of ``graver`` that is no answer, or is there twice."""
    seen: set[str] = set()
    for rung in question.listed("graver"):
        for answer in rung.items:
            if answer.raw not in options:
                yield answer.fault(
                    f"`graver` lists the question's own answers; found {quoted(answer.raw)}; "
                    f"{allowed_names(answer.raw, options)}"
                )
            elif answer.raw in seen:
                yield answer.fault(
                    f"an answer stands on one rung only; found {quoted(answer.raw)} again"
                )
            seen.add(answer.raw)


def _no_child(model: type, question: Node, default: str) -> Iterator[Fault]:
    """Yield a fault where the questions about a child could be left out by mistake."""
    for option in question.listed("options"):
        mark = option.get("no_child")
        if mark is None or mark.value is not True:
            continue
        if model is not policy.Partnership or question.text("first") != "true":
            yield mark.fault(
                "only an answer to a protocol's own question with `first: true` may leave out "
                f"the questions about a child; found it in {quoted(question.text('id'))}"
            )
        if option.text("id") == default:
            yield mark.fault(
                "the questions about a child are asked unless the reader says otherwise; "
                f"found the default {quoted(default)}; take another default"
            )


def raising_nothing(model: type, root: Node, law: Declared) -> Iterator[Fault]:
    """Yield a fault for every local rule that leads to the least grave outcome, or to a
    contradiction: neither raises an answer."""
    for rule in parts(model, root, policy.LocalRule):
        if rule.text("to") in law.raise_nothing:
            yield rule.entries["to"].fault(
                "a local rule may only raise an answer; "
                f"found {quoted(rule.text('to'))}, which raises nothing"
            )


def _outcomes(root: Node) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for row in root.listed("next_steps"):
        outcome = row.text("outcome")
        if outcome in seen:
            yield row.fault(
                f"the same outcome twice; found {quoted(outcome)} again, "
                f"first on line {seen[outcome]}"
            )
        seen.setdefault(outcome, row.line)


def _too_many(model: type, root: Node) -> Iterator[Fault]:
    local = root.listed("questions") if model is policy.Partnership else []
    combinations = prod(max(1, len(one.listed("options"))) for one in local)
    if combinations > AT_MOST:
        yield root.entries["questions"].fault(
            f"too many local questions to prove; found {combinations} combinations "
            f"of their answers; at most {AT_MOST} are allowed"
        )
