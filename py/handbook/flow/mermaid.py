"""The flow as text for other tools: Mermaid's notation, which many editors draw.

Nothing of the handbook draws it; it is there to be copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import DERIVED
from rapidreview.show import WORKED_OUT

if TYPE_CHECKING:
    from handbook.flow.chart import Chart
    from handbook.flow.layout import Placed

_SIGNS = {
    "&": "#amp;",
    '"': "#quot;",
    "#": "#35;",
    "<": "#lt;",
    ">": "#gt;",
    "|": "#124;",
    "`": "#96;",
    "\n": " ",
}
_TABLE = str.maketrans(_SIGNS)


def mermaid(chart: Chart) -> str:
    """Return the chart in Mermaid's notation: every step once, every way once, by stage."""
    lines = ["flowchart TD"]
    stages: dict[str, list[Placed]] = {}
    for item in chart.placed:
        stages.setdefault(item.step.stage, []).append(item)
    for place, (stage, items) in enumerate(stages.items(), 1):
        lines.append(
            f"  subgraph stage{place} [{_quoted(chart.protocol.stages[stage].title)}]"
        )
        lines += [f"    {_node(item, chart)}" for item in items]
        lines.append("  end")
    for item in chart.placed:
        for way in item.exits:
            label = f"|{_quoted(way.label)}|" if way.label else ""
            lines.append(f"  s{item.number} -->{label} s{chart.numbers[way.to]}")
    return "\n".join(lines) + "\n"


def _node(item: Placed, chart: Chart) -> str:
    who = chart.protocol.label(item.step.actor)
    if item.step.status == DERIVED:
        who += f", {WORKED_OUT}"
    words = _quoted(f"{item.number}. {item.step.title} ({who})")
    if item.step.ways:
        return f"s{item.number}{{{words}}}"
    return f"s{item.number}([{words}])" if item.is_end else f"s{item.number}[{words}]"


def _quoted(text: str) -> str:
    return f'"{text.translate(_TABLE)}"'
