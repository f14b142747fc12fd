"""The comparison: what a protocol says on each point, from its limits, steps and forms.

The national layer says for each point what it follows from. What the author writes under
``compare`` stands; ``not given`` is a silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short.making import copied, made, mapping, moved, put, taken, texts
from handbook.read.validation import build
from rapidreview.model import Deadline
from rapidreview.say.limits import limit_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.read.nodes import Node
    from handbook.read.short.law import Law
    from handbook.read.short.making import Plain
    from handbook.read.short.process.steps import ShortStep
    from rapidreview.model import Nouns

NOT_GIVEN = "not given"
NOTHING_SAID = "The protocol does not say"


class Comparison:
    """Answers the points of the national comparison from the parts of one policy."""

    def __init__(
        self, root: Node, steps: Sequence[ShortStep], law: Law, nouns: Nouns
    ) -> None:
        """Keep the policy in its full form, and the steps as the author wrote them."""
        self._root = root
        self._steps = steps
        self._law = law
        self._nouns = nouns
        self._ways = {
            "limit": self._limit,
            "start": self._start,
            "who": self._who,
            "form": self._form,
            "edition": self._edition,
        }

    def rows(self, written: Node | None, *, follow: bool = True) -> list[Node]:
        """Return a row for each point that the author answers or that follows from the policy.

        Without ``follow`` they are the author's alone: the national rules are compared with nobody.
        """
        own = _own(written)
        rows = []
        for name, entry in self._law.attributes.items():
            row = own.pop(name, None)
            if row is None and follow:
                row = self._followed(name, entry.get("follows"))
            if row is not None:
                rows.append(row)
        return [*rows, *own.values()]

    def _followed(self, name: str, rule: Plain) -> Node | None:
        if not isinstance(rule, dict):
            return None
        for kind, given in rule.items():
            row = self._ways[kind](str(given))
            if row is not None:
                put(row, "attribute", made(row, name))
                return row
        return None

    def _limit(self, event: str) -> Node | None:
        for node in self._root.listed("deadlines"):
            if node.text("to_event") != event:
                continue
            deadline, faults = build(Deadline, node)
            if deadline is None or faults:
                return None
            words = limit_words(deadline, self._nouns)
            said: dict[str, Plain] = {
                "says": words or deadline.no_time,
                "source": node.get("source"),
            }
            if not words:
                said["silent"] = True
            return mapping(node, said)
        return None

    def _start(self, event: str) -> Node | None:
        for node in self._root.listed("deadlines"):
            if node.text("to_event") == event and node.text("from"):
                said = self._nouns.of(node.text("from"))
                return mapping(
                    node,
                    {"says": said[0].upper() + said[1:], "source": node.get("source")},
                )
        return None

    def _edition(self, _: str) -> Node | None:
        names = {one.id: one.short for one in self._law.national.instruments}
        rests_on = self._root.get("rests_on")
        titles = [names[one] for one in texts(rests_on) if one in names]
        documents = self._root.listed("documents")
        sections = documents[0].listed("sections") if documents else []
        if rests_on is None or not titles or not sections:
            return None
        says = ", ".join(titles)
        return mapping(rests_on, {"says": says, "at": sections[0].get("at")})

    def _who(self, event: str) -> Node | None:
        step = self._marking(event)
        actors = {
            one.text("id"): one.text("label") for one in self._root.listed("actors")
        }
        label = actors.get(step.full.text("actor"), "") if step else ""
        return self._from_step(step, label) if step and label else None

    def _form(self, event: str) -> Node | None:
        step = self._marking(event)
        forms = {one.text("id"): one.text("name") for one in self._root.listed("forms")}
        names = (
            [forms[one] for one in texts(step.full.get("forms")) if one in forms]
            if step
            else []
        )
        if step is None or not names:
            return None
        # Who sends a form may be a guess where which form it is, is not.
        return mapping(step.written, {"says": "; ".join(names), "at": step.at})

    def _marking(self, event: str) -> ShortStep | None:
        return next((one for one in self._steps if one.marks == event), None)

    def _from_step(self, step: ShortStep, says: str) -> Node:
        derived = step.written.get("derived")
        return mapping(step.written, {"says": says, "at": step.at, "derived": derived})


def _own(written: Node | None) -> dict[str, Node]:
    """Return the author's rows by their point: a mapping by point, or a list."""
    if written is None:
        return {}
    if written.kind == "list":
        return {one.text("attribute"): one for one in written.items}
    return {
        name: _row(made(said, name), said) for name, said in written.entries.items()
    }


def _row(name: Node, said: Node) -> Node:
    if said.kind == "map":
        row = copied(said)
        silent = taken(row, NOT_GIVEN)
        if silent is not None:
            put(row, "says", made(silent, NOTHING_SAID))
            put(row, "silent", made(silent, value=True))
            if silent.value is not True:
                put(row, "at", silent)
        elif isinstance((words := row.get("silent")) and words.value, str):
            moved(row, "silent", "says")
            put(row, "silent", made(row, value=True))
    elif said.raw == NOT_GIVEN:
        row = mapping(said, {"says": NOTHING_SAID, "silent": True})
    else:
        row = mapping(said, {"says": said})
    put(row, "attribute", name)
    return row
