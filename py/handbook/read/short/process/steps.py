"""Steps: the stages with their steps in order, as the full form's stages, steps and start.

The next step is the one written next, unless ``then`` names another or says ``end``. A
step that runs ``beside`` another is nobody's next, and ends where ``then`` names none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from handbook.read.short.making import copied, each, made, moved, put, taken, texts

if TYPE_CHECKING:
    from handbook.read.nodes import Node
    from handbook.read.short.making import Plain

END = "end"
NOT_A_STEP = (
    "limit",
    "limits",
    "marks",
    "counts_as",
    "order",
    "to",
    "form",
    "do_now",
    "answers",
)
"""Keys of a step of the short form that other parts of the full form are made of."""


@dataclass
class ShortStep:
    """A step as the author wrote it, and as the full form has it."""

    written: Node
    stage: Node
    full: Node
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the id by which others name the step."""
        self.id = self.full.text("id")

    @property
    def at(self) -> Node | None:
        """The sections on which the step rests: its own, or those of its stage."""
        return self.written.get("at") or self.stage.get("at")

    @property
    def marks(self) -> str:
        """The id of the event that the step brings about, or ``""``."""
        return self.full.text("event")

    @property
    def beside(self) -> str:
        """The id of the step with which it begins, or ``""``."""
        return self.full.text("beside")

    @property
    def onward(self) -> list[str]:
        """The ids of the steps to which it leads."""
        ways = [way.text("to") for way in self.full.listed("ways")]
        return [one for one in (self.full.text("next"), *ways) if one]


def steps_of(root: Node) -> list[ShortStep]:
    """Return the steps of all stages in order, each with its full form."""
    found = [
        ShortStep(step, stage, _full(step, stage))
        for stage in root.listed("stages")
        for step in stage.listed("steps")
        if step.kind == "map"
    ]
    line = [one for one in found if not one.beside]
    for one, after in pairwise([*line, None]):
        if one is not None:
            _led(one, after)
    for one in found:
        if one.beside:
            _led(one, None)
    return found


def stages_of(root: Node) -> list[Node]:
    """Return the stages without their steps and sections."""
    stages = []
    for stage in root.listed("stages"):
        bare = copied(stage)
        for key in ("steps", "at"):
            taken(bare, key)
        stages.append(bare)
    return stages


def _full(step: Node, stage: Node) -> Node:
    full = copied(step)
    for key in NOT_A_STEP:
        taken(full, key)
    moved(full, "who", "actor")
    moved(full, "does", "title")
    moved(full, "says", "detail")
    if "asks" in full.entries:
        moved(full, "asks", "title")
    put(full, "stage", made(step, stage.text("id")))
    if "kind" not in full.entries:
        put(full, "kind", made(step, _kind(step)))
    if "at" not in full.entries and (at := stage.get("at")):
        put(full, "at", at)
    marks = step.get("marks")
    if marks is not None:
        name = marks.get("id") if marks.kind == "map" else marks
        if name is not None:
            put(full, "event", name)
    forms = [*each(step.get("form")), *each(step.get("forms"))]
    if forms:
        full.entries["forms"] = made(forms[0], list(forms))
    _ways(full)
    return full


def _kind(step: Node) -> str:
    if "asks" in step.entries:
        return "decide"
    if "to" in step.entries:
        return "send"
    return "meet" if "how" in step.entries else "do"


def _ways(full: Node) -> None:
    ways = full.get("ways")
    if ways is not None and ways.kind == "map":
        rows: list[Plain] = [
            made(to, {"label": label, "to": to}) for label, to in ways.entries.items()
        ]
        full.entries["ways"] = made(ways, rows)


def _led(one: ShortStep, after: ShortStep | None) -> None:
    then = taken(one.full, "then")
    if then is not None:
        if then.raw != END:
            put(one.full, "next", then)
    elif "next" in one.full.entries or "ways" in one.full.entries:
        return
    elif after is not None:
        put(one.full, "next", made(one.written, after.id))


def names_in(step: ShortStep, key: str) -> list[str]:
    """Return the names that the author wrote under ``key`` of a step: one or a list."""
    return texts(step.written.get(key))
